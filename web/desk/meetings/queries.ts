import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api } from '../api.ts';

export type WhichMeetings = 'all' | 'open' | 'published';

export const meetingsQuery = (state: WhichMeetings) =>
  infiniteQueryOptions({
    queryKey: ['inbox', 'meetings', state],
    queryFn: ({ pageParam }) => api.listMeetings({ query: { state, cursor: pageParam } }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });

/** What came of a meeting, done or not. */
export const meetingItemsQuery = (meetingId: string) =>
  queryOptions({
    queryKey: ['action-items', 'meeting', meetingId],
    queryFn: () => api.listActionItems({ query: { meetingId, state: 'all' } }),
  });

/** Below the case's key: whatever happens to the case is read again here. */
export const meetingQuery = (id: string) =>
  queryOptions({ queryKey: ['case', id, 'meeting'], queryFn: () => api.getMeeting({ params: { id } }) });
