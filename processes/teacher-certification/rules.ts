import type { CaseRules, Holder } from '../case.ts';
import { durationMs } from '../duration.ts';
import type { PolicyHolder } from '../policy-parts.ts';
import type { Policy } from '../policy.ts';

/** The rules a certification carries: its five stages, resolved for the applicant's school, and the terms of the policy in force. */
export function certificationRules(policy: Policy, applicant: { unitId: string }): CaseRules {
  const certification = policy.processes['teacher-certification'];
  const { schoolReview, panel, notice, bureauDecision, certificate } = certification;
  const holder = ({ unitId, role }: PolicyHolder): Holder => ({
    kind: 'role',
    unitId: unitId === 'applicant' ? applicant.unitId : unitId,
    role,
  });
  return {
    policyVersion: policy.version,
    stages: [
      {
        kind: 'review',
        slug: 'school-review',
        name: { zh: '学校初审', en: 'School review' },
        clause: schoolReview.clause,
        deadline: schoolReview.deadline,
        holder: holder(schoolReview.holder),
        mayReturn: true,
        mayReject: true,
      },
      {
        kind: 'panel',
        slug: 'expert-panel',
        name: { zh: '专家评议', en: 'Expert panel' },
        clause: panel.clause,
        deadline: panel.deadline,
        seats: panel.seats,
        method: { kind: 'vote', passNumerator: panel.pass.numerator, passDenominator: panel.pass.denominator },
        convener: holder(panel.convener),
        mayReturn: false,
      },
      {
        kind: 'notice',
        slug: 'public-notice',
        name: { zh: '公示', en: 'Public notice' },
        clause: notice.clause,
        deadline: notice.deadline,
        investigator: holder(notice.investigator),
        investigation: notice.investigation.deadline,
      },
      {
        kind: 'review',
        slug: 'bureau-decision',
        name: { zh: '区教委认定', en: 'Decision by the Education Commission' },
        clause: bureauDecision.clause,
        deadline: bureauDecision.deadline,
        holder: holder(bureauDecision.holder),
        mayReturn: true,
        mayReject: true,
      },
      {
        kind: 'certificate',
        slug: 'certificate',
        name: { zh: '发证', en: 'Certificate' },
        clause: certificate.clause,
        deadline: certificate.deadline,
        validYears: certificate.validity.years,
        numberPrefix: certificate.numberPrefix,
        proposer: holder(certificate.proposer),
        revocation: {
          kind: 'review',
          slug: 'revocation',
          name: { zh: '撤销认定', en: 'Revocation' },
          clause: certificate.revocation.clause,
          deadline: certificate.revocation.deadline,
          holder: holder(certificate.revocation.holder),
          mayReturn: false,
          mayReject: true,
        },
      },
    ],
    correction: {
      deadline: policy.correction.deadline,
      stopsClock: policy.correction.stopsClock,
      lapses: policy.correction.lapses,
    },
    // The policy schema has refused anything that is not a duration.
    urgeIntervalMs: durationMs(policy.urge.interval)!,
    spreadMs: durationMs(policy.spread.cap)!,
    administrator: holder(policy.administrator),
  };
}
