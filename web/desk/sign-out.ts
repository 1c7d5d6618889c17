import { rememberSignedIn } from '../light/paths.ts';
import { api, queryClient } from './api.ts';
import { forgetLocalCopies } from './application/local-copy.ts';

const WHY = 'lianban.signed-out';

/** Ends the session; what was read and typed here leaves the browser, unless the office's idle limit did it. */
export const signOut = async (why: 'asked' | 'idle'): Promise<void> => {
  await api.signOut({ body: {} }).catch(() => undefined);
  rememberSignedIn(false);
  if (why === 'asked') forgetLocalCopies();
  else sessionStorage.setItem(WHY, why);
  // Who watches `me` has to hear of it: the query stays and everything else goes.
  queryClient.setQueryData(['me'], null);
  queryClient.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'me' });
  queryClient.getMutationCache().clear();
};

export const takeSignedOutWhy = (): string | null => {
  const why = sessionStorage.getItem(WHY);
  sessionStorage.removeItem(WHY);
  return why;
};
