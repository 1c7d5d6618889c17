/** What whoever holds a turn may say: the workflow refuses anything else, page and mail offer nothing else. */
import type { CaseRules, CorrectionRules, Purpose, Stage, Verdict } from './case.ts';

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

/** A report goes back to its author, a payment order to the office: a return that stays within its stage, so that nobody chooses where to. */
export const returnsWithin = (purpose: Purpose): boolean =>
  ['accept', 'pay', 'confirm', 'close-out', 'check-declaration'].includes(purpose);

/** Where a return from this stage may lead, `times` being how often the case went back to its applicant: to them, and to earlier stages. */
export function returnTargets({ stages, correction }: CaseRules, slug: string, times: number): string[] {
  const stage = stages.find((each) => each.slug === slug);
  if (stage?.kind === 'countersign' && stage.rewrites !== undefined) return [stage.rewrites];
  const at = stages.findIndex((each) => each.slug === slug);
  // A notice has nobody to return to.
  const earlier = stages.slice(0, Math.max(0, at)).filter(({ kind }) => kind !== 'notice');
  return [...(mayReturnToApplicant(correction, times) ? ['applicant'] : []), ...earlier.map((each) => each.slug)];
}

/** What page and mail offer: what may be said at all, without a return that leads nowhere any more. */
export const verdictsOffered = (
  turn: { purpose: Purpose; slug: string; stage: Stage | undefined },
  rules: CaseRules,
  times: number,
): Verdict[] =>
  verdictsFor(turn.purpose, turn.stage).filter(
    (verdict) =>
      verdict !== 'return' || returnsWithin(turn.purpose) || returnTargets(rules, turn.slug, times).length > 0,
  );
