import type { CaseRules, Holder } from '../case.ts';
import { durationMs } from '../duration.ts';
import type { PolicyHolder } from '../policy-parts.ts';
import type { Policy } from '../policy.ts';

/** The rules a declaration of a school's income carries: the principal, then 区教委 and 区财政局 together. */
export function schoolIncomeRules(policy: Policy, applicant: { unitId: string }): CaseRules {
  const { approval, review, correction, developmentFund } = policy.processes['school-income'];
  const holder = ({ unitId, role }: PolicyHolder): Holder => ({
    kind: 'role',
    unitId: unitId === 'applicant' ? applicant.unitId : unitId,
    role,
  });
  const nameOf = (unitId: string) => policy.units.find(({ id }) => id === unitId)?.name ?? { zh: unitId, en: unitId };
  return {
    policyVersion: policy.version,
    stages: [
      {
        kind: 'review',
        slug: 'principal-approval',
        name: { zh: '校长审签', en: 'Signed by the principal' },
        clause: approval.clause,
        deadline: approval.deadline,
        holder: holder(approval.holder),
        mayReturn: true,
        mayReject: true,
      },
      {
        kind: 'countersign',
        slug: 'income-review',
        name: { zh: '区教委、区财政局审核', en: 'Review by education and finance' },
        clause: review.clause,
        deadline: review.deadline,
        units: review.units.map((unit) => ({ holder: holder(unit), name: nameOf(unit.unitId) })),
        lead: holder(review.lead),
        quorum: review.quorum,
        coordination: review.coordination.deadline,
      },
    ],
    correction: { deadline: correction.deadline, stopsClock: correction.stopsClock, lapses: correction.lapses },
    // The policy schema has refused anything that is not a duration.
    urgeIntervalMs: durationMs(policy.urge.interval)!,
    spreadMs: durationMs(policy.spread.cap)!,
    administrator: holder(policy.administrator),
    developmentFundPercent: developmentFund.atLeastPercent,
  };
}
