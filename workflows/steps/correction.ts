import type { CaseOutcome } from '../../processes/case.ts';
import type { CaseFile } from './case-file.ts';
import type { StageOutcome } from './in-order.ts';

/** 退回 to the applicant: the turn is theirs until they resubmit, withdraw, or the period lapses (逾期未补正). */
export async function awaitCorrection(
  file: CaseFile,
  { visit, said }: Extract<StageOutcome, { kind: 'returned' }>,
): Promise<{ kind: 'resubmitted' } | { kind: 'ended'; outcome: CaseOutcome }> {
  const { applicantId, rules } = file.input;
  const { deadline, lapses } = rules.correction;
  file.returnedToApplicant++;
  const turn = file.assign(visit, {
    purpose: 'correct',
    holder: { kind: 'person', userId: applicantId },
    due: deadline,
  });
  file.event('returned', { ...visit, ...said, facts: { to: 'applicant' } });
  file.push({ kind: 'move-case', state: lapses ? 'awaiting-correction' : 'returned', stage: visit.stage });
  file.push({ kind: 'notify', notification: 'returned-to-applicant', to: { applicant: true }, ...visit });
  for (;;) {
    const heard = await file.turn(lapses ? turn.id : undefined);
    if (heard.kind === 'resubmitted' || heard.kind === 'ended') return heard;
    if (heard.kind === 'due') {
      file.endEarly({ kind: 'lapsed' });
      return { kind: 'ended', outcome: { kind: 'lapsed' } };
    }
  }
}
