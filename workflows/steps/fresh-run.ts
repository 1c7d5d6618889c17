import { allHandlersFinished, condition, continueAsNew, workflowInfo } from '@temporalio/workflow';
import type { CaseInput } from '../messages.ts';
import type { CaseFile } from './case-file.ts';

/** Far under the 2,000 a run may have: one transition more, or fifty, does not matter. */
const LONGEST_HISTORY = 1_000;

/**
 * A long life goes on in a new run before its history gets long; to be called when everything is written. Whoever still waits for an answer
 * gets it first, and a message that comes in the meantime is heard in this run.
 */
export async function freshRun(file: CaseFile): Promise<void> {
  const { historyLength, continueAsNewSuggested } = workflowInfo();
  const { input } = file;
  if (historyLength < (input.longestHistory ?? LONGEST_HISTORY) && !continueAsNewSuggested) return;
  await condition(() => file.messages.hasHeard() || allHandlersFinished());
  if (file.messages.hasHeard()) return;
  await continueAsNew<(next: CaseInput) => Promise<unknown>>({ ...input, resumes: file.snapshot() });
}
