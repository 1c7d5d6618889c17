import type { CountersignStage, Verdict } from '../../processes/case.ts';
import type { VisitKey } from '../../activities/cases/transition.ts';
import type { CaseFile } from './case-file.ts';
import type { StageOutcome, Step } from './in-order.ts';
import { conclude } from './review.ts';

/** 会签: every named unit gives its opinion; with too many refusals the lead coordinates (协调) and records what came of it. */
export const countersign = (slug: string): Step => ({
  slug,
  run: (file, resumes) => runCountersign(file, file.stage(slug, 'countersign'), resumes),
});

/** Enough units agreed, or the lead has settled it. */
type Agreed = (visit: VisitKey, result?: Record<string, number>) => Promise<StageOutcome> | StageOutcome;

/** `agreed`: what else has to be true before the stage has passed. */
export async function runCountersign(
  file: CaseFile,
  stage: CountersignStage,
  resumes?: number,
  agreed: Agreed = (visit, result) => passed(file, visit, result),
): Promise<StageOutcome> {
  const visit = file.enter(stage, 'in-review', resumes);
  for (const { holder } of stage.units) file.assign(visit, { purpose: 'decide', holder });
  const needed = stage.quorum === 'all' ? stage.units.length : stage.quorum.atLeast;
  const verdicts: Verdict[] = [];
  const count = (verdict: Verdict) => verdicts.filter((each) => each === verdict).length;
  while (verdicts.length < stage.units.length && count('approve') < needed) {
    const turn = await file.turn();
    if (turn.kind === 'ended') return turn;
    if (turn.kind === 'decided') verdicts.push(turn.decision.verdict);
  }
  file.dismiss(visit, 'skipped');
  const result = { agreed: count('approve'), refused: count('reject'), units: stage.units.length };
  file.event('countersigned', { ...visit, facts: result });
  return result.agreed < needed ? coordinate(file, stage, visit, result, agreed) : agreed(visit, result);
}

function passed(file: CaseFile, visit: VisitKey, result?: Record<string, number>): StageOutcome {
  file.leave(visit, 'passed', result);
  return { kind: 'passed' };
}

async function coordinate(
  file: CaseFile,
  stage: CountersignStage,
  visit: VisitKey,
  result: Record<string, number>,
  agreed: Agreed,
): Promise<StageOutcome> {
  file.event('coordination-opened', { ...visit, facts: result });
  file.assign(visit, { purpose: 'coordinate', holder: stage.lead, due: stage.coordination });
  for (;;) {
    const turn = await file.turn();
    if (turn.kind === 'ended') return turn;
    if (turn.kind !== 'decided') continue;
    file.event('coordinated', { ...visit, actor: turn.decision.actor, facts: { verdict: turn.decision.verdict } });
    const { decision } = turn;
    if (decision.verdict === 'approve') return agreed(visit);
    return conclude(file, visit, stage.rewrites ? { ...decision, returnTo: stage.rewrites } : decision);
  }
}
