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
      return stage?.kind === 'countersign' && stage.rewrites ? ['approve', 'return'] : ['approve', 'return', 'reject'];
    case 'consult':
    case 'claw-back':
      return ['approve', 'reject'];
    case 'accept':
      // A report can be mended; a rectification that failed was the second chance already.
      return stage?.kind === 'evaluation' ? ['approve', 'reject'] : ['approve', 'return'];
    case 'pay':
    case 'check-declaration':
      return ['approve', 'return'];
    case 'extend':
      return ['approve', 'reject'];
    case 'confirm':
    case 'close-out':
      return ['approve', 'return'];
    case 'progress':
    case 'appoint-panel':
    case 'investigate':
    case 'report':
    case 'rectify':
    case 'evaluate':
    case 'recover':
    case 'send-topics':
    case 'set-agenda':
    case 'write-minutes':
    case 'declare':
      return ['approve'];
    case 'correct':
      return [];
  }
}

export const opinionRequired = (purpose: Purpose, verdict: Verdict): boolean =>
  verdict !== 'approve' || opinionAlways.includes(purpose);

const opinionAlways: Purpose[] = ['investigate', 'coordinate', 'consult', 'report', 'rectify', 'claw-back', 'progress'];

/** Whether a case that was returned to its applicant so many times may be returned to them once more. */
export const mayReturnToApplicant = ({ atMost }: CorrectionRules, times: number): boolean =>
  atMost === undefined || times < atMost;
