import type { Problem } from '../../../api/contract/problem.ts';
import { sayMoment } from '../../pieces/moments.ts';
import { useWords } from '../../words/language.ts';
import { isOutage } from '../api.ts';

/** Why signing in failed, without telling whether the account exists. */
export const useSignInProblem = (problem: Problem | undefined): string | undefined => {
  const { t, language } = useWords();
  if (!problem) return undefined;
  if (isOutage(problem)) return t('problem.unreachable');
  if (problem.code === 'AccountLocked') {
    return problem.againAt ? t('signIn.lockedUntil', { at: sayMoment(problem.againAt, language) }) : t('signIn.locked');
  }
  if (problem.status === 429) return t('signIn.tooMany');
  if (problem.status === 401) return t('signIn.wrong');
  return problem.detail || t('problem.unknown');
};
