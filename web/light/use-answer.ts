import { useCallback, useEffect, useState } from 'react';
import type { Problem } from '../../api/contract/problem.ts';
import { problemOf } from './ask.ts';

/** One read of the light part: what came, or why not; `again` reads once more. */
export const useAnswer = <T>(read: () => Promise<T>) => {
  const [answer, setAnswer] = useState<T>();
  const [problem, setProblem] = useState<Problem>();
  const again = useCallback(async () => {
    try {
      setAnswer(await read());
      setProblem(undefined);
    } catch (error) {
      setProblem(problemOf(error));
    }
  }, [read]);
  useEffect(() => {
    void again();
  }, [again]);
  return { answer, problem, again };
};
