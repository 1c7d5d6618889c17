/** The API by its contract, and the cache of what was read. A 401 anywhere shows the sign-in page in place. */
import './no-eval.ts';
import { QueryCache, QueryClient } from '@tanstack/react-query';
import i18next from 'i18next';
import { createClient, ProblemError } from '../../api/contract/client.ts';
import type { Problem } from '../../api/contract/problem.ts';
import { untouchedMs } from './presence.ts';

export const api = createClient({
  headers: () => ({
    'Accept-Language': i18next.language === 'en' ? 'en' : 'zh-CN',
    // Untouched for a minute: the page reads by itself, and the session's idle time runs on.
    ...(untouchedMs() > 60_000 ? { 'X-Background': '1' } : {}),
  }),
});

/** What the server said, or that it could not be reached. */
export const problemOf = (error: unknown): Problem =>
  error instanceof ProblemError
    ? error.problem
    : { type: 'about:blank', status: 0, title: '', detail: String(error), code: 'Unknown' };

/** Down or unreachable: what was typed is kept and may be sent again. */
export const isOutage = (problem: Problem): boolean => problem.code === 'Unreachable' || problem.status >= 502;

export const queryClient = new QueryClient({
  queryCache: new QueryCache({
    onError: (error, query) => {
      if (problemOf(error).status === 401 && query.queryKey[0] !== 'me') queryClient.setQueryData(['me'], null);
    },
  }),
  defaultOptions: {
    // Offline, a call fails at once and the page says what was kept, rather than wait without a word.
    mutations: { networkMode: 'always' },
    queries: {
      networkMode: 'always',
      staleTime: 15_000,
      retry: (times, error) => isOutage(problemOf(error)) && times < 2,
    },
  },
});
