import type { CaseState, ReviewStage } from '../../processes/case.ts';
import type { Decision } from '../messages.ts';
import type { VisitKey } from '../../activities/cases/transition.ts';
import type { CaseFile } from './case-file.ts';
import type { StageOutcome, Step } from './in-order.ts';

/** One of a role's holders decides; the first one wins. */
export const review = (slug: string): Step => ({
  slug,
  run: (file, resumes) => runReview(file, file.stage(slug, 'review'), resumes),
});

export async function runReview(
  file: CaseFile,
  stage: ReviewStage,
  resumes?: number,
  state: CaseState = 'in-review',
): Promise<StageOutcome> {
  const visit = file.enter(stage, state, resumes);
  file.assign(visit, { purpose: 'decide', holder: stage.holder });
  for (;;) {
    const turn = await file.turn();
    if (turn.kind === 'ended') return turn;
    if (turn.kind === 'decided') return conclude(file, visit, turn.decision);
  }
}

/** What a verdict means for the stage it was given in. */
export function conclude(file: CaseFile, visit: VisitKey, decision: Decision): StageOutcome {
  switch (decision.verdict) {
    case 'approve':
      file.leave(visit, 'passed');
      return { kind: 'passed' };
    case 'return': {
      const { returnTo = 'applicant', resubmission = 'step-by-step', actor, remarkId } = decision;
      file.dismiss(visit, 'cancelled');
      file.leave(visit, 'returned');
      if (returnTo !== 'applicant') file.event('returned', { ...visit, actor, facts: { to: returnTo, resubmission } });
      return { kind: 'returned', to: returnTo, resubmission, visit, said: { actor, remarkId } };
    }
    case 'reject':
    case 'recuse':
      file.dismiss(visit, 'cancelled');
      file.leave(visit, 'rejected');
      return { kind: 'rejected' };
  }
}
