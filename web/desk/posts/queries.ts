/** What the pages of posts read. A post is read again when its case changes, lists when somebody's turns do. */
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api } from '../api.ts';
import type { RegisterAddress } from './register-address.ts';

export const postQuery = (id: string) =>
  queryOptions({ queryKey: ['case', id, 'post'], queryFn: () => api.getEngagement({ params: { id } }) });

export const ownPostsQuery = queryOptions({
  queryKey: ['inbox', 'posts', 'own'],
  queryFn: () => api.listEngagements({ query: { scope: 'mine', limit: 100 } }),
});

export const registerQuery = (query: RegisterAddress) =>
  infiniteQueryOptions({
    queryKey: ['inbox', 'posts', 'register', query],
    queryFn: ({ pageParam }) => api.listEngagements({ query: { ...query, cursor: pageParam } }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });

export const overviewQuery = (year: number) =>
  queryOptions({
    queryKey: ['inbox', 'posts', 'overview', year],
    queryFn: () => api.getEngagementOverview({ query: { year } }),
    placeholderData: keepPreviousData,
  });

export const declarationFormQuery = queryOptions({
  queryKey: ['declaration-form'],
  queryFn: () => api.getDeclarationForm(),
  staleTime: 10 * 60_000,
});

export const incomeStatementQuery = (year: number, unitId: string | undefined) =>
  queryOptions({
    queryKey: ['inbox', 'income', 'statement', year, unitId],
    queryFn: () => api.getIncomeStatement({ query: { year, unitId } }),
  });

export const schoolIncomeQuery = (year: number) =>
  queryOptions({
    queryKey: ['inbox', 'income', 'schools', year],
    queryFn: () => api.getSchoolIncome({ query: { year } }),
    placeholderData: keepPreviousData,
  });
