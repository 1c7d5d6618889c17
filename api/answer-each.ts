import { problemOf } from './faults.ts';
import { problemDocument } from './problems.ts';
import type { Language } from './problems.ts';

export interface EachAnswer {
  assignmentId: string;
  ok: boolean;
  code: string | null;
  detail: string | null;
}

/** Several turns, one after the other; each answers for itself and none stops the rest. */
export async function answerEach(
  assignmentIds: Iterable<string>,
  language: Language,
  act: (assignmentId: string) => Promise<unknown>,
): Promise<EachAnswer[]> {
  const answers: EachAnswer[] = [];
  for (const assignmentId of new Set(assignmentIds)) {
    try {
      await act(assignmentId);
      answers.push({ assignmentId, ok: true, code: null, detail: null });
    } catch (error) {
      const { code, detail } = problemDocument(problemOf(error), language, '');
      answers.push({ assignmentId, ok: false, code, detail });
    }
  }
  return answers;
}
