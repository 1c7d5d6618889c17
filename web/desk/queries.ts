/** What the pages read, each with the key the live updates invalidate. */
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { CaseState } from '../../processes/case.ts';
import { api, problemOf } from './api.ts';

export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: () =>
    api.getMe().catch((error: unknown) => {
      if (problemOf(error).status === 401) return null;
      throw error;
    }),
  staleTime: 5 * 60_000,
});

export const countsQuery = queryOptions({ queryKey: ['inbox', 'counts'], queryFn: () => api.countAssignments() });

const next = (page: { nextCursor: string | null }) => page.nextCursor ?? undefined;
const firstPage = undefined as string | undefined;

export interface ListFilter {
  process?: string;
  q?: string;
}

export interface CaseFilter extends ListFilter {
  state?: CaseState;
}

export const assignmentsQuery = (state: 'open' | 'done' | 'delegated-to-me', filter: ListFilter) =>
  infiniteQueryOptions({
    queryKey: ['inbox', 'assignments', state, filter],
    queryFn: ({ pageParam }) => api.listAssignments({ query: { state, ...filter, cursor: pageParam } }),
    initialPageParam: firstPage,
    getNextPageParam: next,
  });

export const casesQuery = (view: 'mine' | 'copied' | 'all', filter: CaseFilter) =>
  infiniteQueryOptions({
    queryKey: ['inbox', 'cases', view, filter],
    queryFn: ({ pageParam }) => api.listCases({ query: { view, ...filter, cursor: pageParam } }),
    initialPageParam: firstPage,
    getNextPageParam: next,
  });

export const draftsQuery = infiniteQueryOptions({
  queryKey: ['drafts'],
  queryFn: ({ pageParam }) => api.listDrafts({ query: { cursor: pageParam } }),
  initialPageParam: firstPage,
  getNextPageParam: next,
});

export const notificationsQuery = infiniteQueryOptions({
  queryKey: ['inbox', 'notifications'],
  queryFn: ({ pageParam }) => api.listNotifications({ query: { cursor: pageParam } }),
  initialPageParam: firstPage,
  getNextPageParam: next,
});

export const processesQuery = queryOptions({
  queryKey: ['processes'],
  queryFn: () => api.listProcesses(),
  staleTime: 10 * 60_000,
});

export const processQuery = (slug: string) =>
  queryOptions({
    queryKey: ['processes', slug],
    queryFn: () => api.getProcess({ params: { slug } }),
    staleTime: 10 * 60_000,
  });

export const caseQuery = (id: string) =>
  queryOptions({ queryKey: ['case', id], queryFn: () => api.getCase({ params: { id } }) });

export const eventsQuery = (id: string) =>
  queryOptions({ queryKey: ['case', id, 'events'], queryFn: () => api.listEvents({ params: { id } }) });

export const phrasesQuery = queryOptions({ queryKey: ['phrases'], queryFn: () => api.listQuickPhrases() });

export const yearsQuery = queryOptions({ queryKey: ['calendar', 'years'], queryFn: () => api.listCalendarYears() });
