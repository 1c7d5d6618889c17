import { allHandlersFinished, condition, setHandler } from '@temporalio/workflow';
import type { CaseOutcome } from '../../processes/case.ts';
import { outcomeQuery, submitted, type CaseInput, type Receipt, type Refusal } from '../messages.ts';
import { CaseFile } from './case-file.ts';
import { hear } from './heard.ts';

/**
 * What every process does around its own story: open the case, listen from the first instant, and at the end leave nobody waiting.
 * `submitted` answers when the first assignments are open.
 */
export async function runCase(input: CaseInput, story: (file: CaseFile) => Promise<CaseOutcome>): Promise<CaseOutcome> {
  const file = new CaseFile(input);
  let outcome: CaseOutcome | null = null;
  setHandler(outcomeQuery, () => outcome);
  setHandler(submitted, async (): Promise<Receipt | { refusal: Refusal }> => {
    await condition(() => file.sequence > 0 || outcome !== null);
    if (outcome?.kind === 'not-opened') return { refusal: { code: 'OpenApplicationExists' } };
    return { caseId: input.caseId, sequence: file.sequence };
  });
  hear(file);
  if (!input.resumes) open(file);
  outcome = await story(file);
  file.phase = 'closed';
  await file.write();
  file.messages.refuseTheRest();
  await condition(allHandlersFinished);
  return outcome;
}

function open(file: CaseFile): void {
  const { applicantId, rules, facts } = file.input;
  file.push({ kind: 'open-case', rules, facts });
  file.event('submitted', { actor: { userId: applicantId, as: { kind: 'person', userId: applicantId }, via: 'page' } });
}

/** Ends a case that a stage rejected; early ends are already written when they get here. */
export function closeUnpassed(
  file: CaseFile,
  ended: { kind: 'rejected'; stage: string } | { kind: 'ended'; outcome: CaseOutcome },
): CaseOutcome {
  if (ended.kind === 'ended') return ended.outcome;
  file.event('rejected', { stage: ended.stage });
  file.push({ kind: 'move-case', state: 'rejected', stage: null, closes: true });
  file.push({ kind: 'notify', notification: 'case-rejected', to: { applicant: true }, stage: ended.stage });
  return ended;
}
