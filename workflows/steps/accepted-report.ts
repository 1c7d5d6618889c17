import type { VisitKey } from '../../activities/cases/transition.ts';
import type { CaseOutcome, ReportRules } from '../../processes/case.ts';
import type { CaseFile } from './case-file.ts';

/** 报告与验收: the funded unit reports, the acceptor accepts or sends it back, as often as needed. The case waits for it, for years if need be. */
export async function acceptedReport(
  file: CaseFile,
  visit: VisitKey,
  { author, due, acceptance, correction }: ReportRules,
  awardedAtMs: number,
): Promise<{ kind: 'accepted' } | { kind: 'ended'; outcome: CaseOutcome }> {
  file.assign(visit, { purpose: 'report', holder: author, due, from: awardedAtMs });
  for (;;) {
    const turn = await file.turn();
    if (turn.kind === 'ended') return turn;
    if (turn.kind !== 'decided') continue;
    if (turn.assignment.purpose === 'report') {
      file.assign(visit, { purpose: 'accept', holder: acceptance.holder, due: acceptance.deadline });
    } else if (turn.decision.verdict === 'approve') {
      return { kind: 'accepted' };
    } else {
      file.assign(
        visit,
        { purpose: 'report', holder: author, due: correction },
        { notification: 'report-returned', facts: {} },
      );
    }
  }
}
