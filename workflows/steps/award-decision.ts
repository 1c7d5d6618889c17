import type { ReviewStage } from '../../processes/case.ts';
import type { CaseFile } from './case-file.ts';
import type { CaseFund } from './case-fund.ts';
import type { StageOutcome, Step } from './in-order.ts';
import { conclude } from './review.ts';

/**
 * 审定: the holder names the amount, and the decision stands when the fund has reserved it. When the money is short, because another award
 * took it in the same moment perhaps, the turn opens again with what is left.
 */
export const awardDecision = (slug: string, fund: CaseFund): Step => ({
  slug,
  run: (file, resumes) => runAwardDecision(file, file.stage(slug, 'review'), fund, resumes),
});

async function runAwardDecision(
  file: CaseFile,
  stage: ReviewStage,
  fund: CaseFund,
  resumes?: number,
): Promise<StageOutcome> {
  if (!stage.award) throw new Error(`the case's rules set no limits for the award of "${stage.slug}"`);
  const amount = { field: 'awardedFen' as const, limits: stage.award };
  const visit = file.enter(stage, 'in-review', resumes);
  file.assign(visit, { purpose: 'decide', holder: stage.holder, amount });
  for (;;) {
    const turn = await file.turn();
    if (turn.kind === 'ended') return turn;
    if (turn.kind !== 'decided') continue;
    const { decision, assignment } = turn;
    if (decision.verdict !== 'approve') return conclude(file, visit, decision);

    const awardedFen = Number(decision.data?.awardedFen);
    const reserved = await fund.reserve(awardedFen, visit.round, decision.actor);
    if (reserved.kind === 'reserved') {
      file.event('fund-reserved', { ...visit, facts: { awardedFen, year: reserved.year } });
      return conclude(file, visit, decision);
    }
    const { year, availableFen, notCarriedOverFen } = reserved;
    const facts = { awardedFen, year, availableFen, notCarriedOverFen };
    file.event('fund-short', { ...visit, facts: { ...facts, assignmentId: assignment.id } });
    const holder = assignment.purpose === 'decide' ? assignment.holder : stage.holder;
    file.assign(visit, { purpose: 'decide', holder, amount }, { notification: 'fund-short', facts });
  }
}
