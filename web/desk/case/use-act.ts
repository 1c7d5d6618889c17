import { useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useState } from 'react';
import type { Problem } from '../../../api/contract/problem.ts';
import { sayMoment } from '../../pieces/moments.ts';
import { useWords } from '../../words/language.ts';
import { isOutage, problemOf } from '../api.ts';

/**
 * Runs one act on a case and reads the case again. Answers the problem when it failed, null when it went through.
 * A conflict (decided by another, handed on, another round) is told at once: who, when.
 */
export const useAct = (caseId: string) => {
  const { t, language } = useWords();
  const { message, modal } = App.useApp();
  const cache = useQueryClient();
  const [busy, setBusy] = useState(false);
  const refresh = () =>
    Promise.all([
      cache.invalidateQueries({ queryKey: ['case', caseId] }),
      cache.invalidateQueries({ queryKey: ['inbox'] }),
    ]);
  const act = async (call: () => Promise<unknown>, done: string): Promise<Problem | null> => {
    setBusy(true);
    try {
      await call();
      message.success(done);
      await refresh();
      return null;
    } catch (error) {
      const problem = problemOf(error);
      if ([403, 404, 409].includes(problem.status)) {
        await refresh();
        modal.warning({
          title: problem.title || t('conflict.title'),
          content:
            problem.decidedBy && problem.decidedAt
              ? t('problem.decidedBy', { by: problem.decidedBy, at: sayMoment(problem.decidedAt, language) })
              : problem.againAt
                ? t('problem.againAt', { at: sayMoment(problem.againAt, language) })
                : problem.detail,
        });
      } else if (isOutage(problem)) {
        message.error(t('problem.unreachable'));
      }
      return problem;
    } finally {
      setBusy(false);
    }
  };
  return { act, busy };
};
