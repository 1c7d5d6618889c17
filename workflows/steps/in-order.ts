/** Stages one after the other, with the office's ways back: 退回 to the applicant or to an earlier stage, then 逐级 or 直达. */
import type { VisitKey } from '../../activities/cases/transition.ts';
import type { CaseOutcome, ResubmissionRoute } from '../../processes/case.ts';
import type { Decision } from '../messages.ts';
import type { CaseFile } from './case-file.ts';
import { awaitCorrection } from './correction.ts';

/** How one visit of a stage ended. */
export type StageOutcome =
  | { kind: 'passed' }
  | {
      kind: 'returned';
      to: 'applicant' | (string & {});
      resubmission: ResubmissionRoute;
      visit: VisitKey;
      said: Pick<Decision, 'actor' | 'remarkId'>;
    }
  | { kind: 'rejected' }
  | { kind: 'ended'; outcome: CaseOutcome };

export interface Step {
  slug: string;
  /** `resumes`: the round whose clock runs on. */
  run(file: CaseFile, resumes?: number): Promise<StageOutcome>;
}

export type SeriesOutcome =
  | { kind: 'passed' }
  | { kind: 'rejected'; stage: string }
  | { kind: 'ended'; outcome: CaseOutcome };

/**
 * Runs the steps in their order and answers when all have passed, one has rejected, or the case ended early.
 * A stage sent back to passes on step by step, or straight to the stage that returned the case, as the returner chose.
 */
export async function inOrder(file: CaseFile, steps: Step[]): Promise<SeriesOutcome> {
  let at = 0;
  let returner: number | undefined;
  let resumes: number | undefined;
  for (;;) {
    const step = steps[at];
    if (step === undefined) return { kind: 'passed' };
    const outcome = await step.run(file, resumes);
    resumes = undefined;
    switch (outcome.kind) {
      case 'passed':
        if (returner !== undefined && returner > at) {
          at = returner;
          returner = undefined;
        } else at++;
        break;
      case 'returned': {
        const direct = outcome.resubmission === 'direct';
        if (outcome.to === 'applicant') {
          const corrected = await awaitCorrection(file, outcome);
          if (corrected.kind === 'ended') return corrected;
          if (direct && file.input.rules.correction.stopsClock) resumes = outcome.visit.round;
          if (!direct) [at, returner] = [0, undefined];
        } else {
          returner = direct ? at : undefined;
          at = steps.findIndex(({ slug }) => slug === outcome.to);
        }
        break;
      }
      case 'rejected':
        return { kind: 'rejected', stage: step.slug };
      case 'ended':
        return outcome;
    }
  }
}
