/** Case rules as a policy would snapshot them, with short working lives for tests. */
import type { CaseRules, Holder, Role, Stage } from '../../processes/case.ts';
import type { DeadlineRule } from '../../processes/working-days.ts';

export const role = (unitId: string, name: Role): Holder => ({ kind: 'role', unitId, role: name });
export const person = (userId: string): Holder => ({ kind: 'person', userId });

const base = (slug: string, zh: string, deadline: DeadlineRule) => ({
  slug,
  name: { zh, en: slug },
  clause: '三(三)2',
  deadline,
});

export const reviewStage = (slug: string, holder: Holder, workingDays = 5): Stage & { kind: 'review' } => ({
  ...base(slug, slug, { workingDays }),
  kind: 'review',
  holder,
  mayReturn: true,
  mayReject: true,
});

export function certificationRules(
  change: { seats?: number; notice?: DeadlineRule; stages?: Stage[] } = {},
): CaseRules {
  const jiaowei = role('jiaowei', 'reviewer');
  return {
    policyVersion: 'test-1',
    stages: change.stages ?? [
      reviewStage('school-review', role('dazu-zhijiao', 'reviewer')),
      {
        ...base('expert-panel', '专家评议', { workingDays: 15 }),
        kind: 'panel',
        seats: change.seats ?? 3,
        method: { kind: 'vote', passNumerator: 2, passDenominator: 3 },
        convener: jiaowei,
        mayReturn: false,
      },
      {
        ...base('public-notice', '公示', change.notice ?? { workingDays: 5 }),
        kind: 'notice',
        investigator: jiaowei,
        investigation: { workingDays: 10 },
      },
      reviewStage('bureau-decision', jiaowei, 10),
      {
        ...base('certificate', '发证', { workingDays: 5 }),
        kind: 'certificate',
        validYears: 5,
        proposer: jiaowei,
        revocation: { ...reviewStage('revocation', role('jiaowei', 'leader')), mayReturn: false },
      },
    ],
    correction: { deadline: { workingDays: 20 }, stopsClock: true, lapses: true },
    urgeIntervalMs: 4 * 3_600_000,
    spreadMs: 3_600_000,
    administrator: role('jiaowei', 'administrator'),
  };
}
