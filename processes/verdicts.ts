/** What whoever holds a turn may say: the workflow refuses anything else, page and mail offer nothing else. */
import type { CorrectionRules, Purpose, Stage, Verdict } from './case.ts';

export function verdictsFor(purpose: Purpose, stage: Stage | undefined): Verdict[] {
  switch (purpose) {
    case 'decide':
    case 'sign-after':
      if (stage?.kind !== 'review') return ['approve', 'reject'];
      return [
        'approve',
        ...(stage.mayReturn ? ['return' as const] : []),
        ...(stage.mayReject ? ['reject' as const] : []),
      ];
    case 'vote':
      return ['approve', 'reject', 'recuse'];
    case 'score':
      return ['approve', 'recuse'];
    case 'coordinate':
      return ['approve', 'return', 'reject'];
    case 'consult':
    case 'claw-back':
      return ['approve', 'reject'];
    case 'accept':
      // A report can be mended; a rectification that failed was the second chance already.
      return stage?.kind === 'evaluation' ? ['approve', 'reject'] : ['approve', 'return'];
    case 'pay':
      return ['approve', 'return'];
    case 'appoint-panel':
    case 'investigate':
    case 'report':
    case 'rectify':
    case 'evaluate':
    case 'recover':
      return ['approve'];
    case 'correct':
      return [];
  }
}

export const opinionRequired = (purpose: Purpose, verdict: Verdict): boolean =>
  verdict !== 'approve' || opinionAlways.includes(purpose);

const opinionAlways: Purpose[] = ['investigate', 'coordinate', 'consult', 'report', 'rectify', 'claw-back'];

/** Whether a case that was returned to its applicant so many times may be returned to them once more. */
export const mayReturnToApplicant = ({ atMost }: CorrectionRules, times: number): boolean =>
  atMost === undefined || times < atMost;
