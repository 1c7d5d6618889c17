import type { CaseRules, Holder, PaymentStage, Stage } from '../case.ts';
import { durationMs } from '../duration.ts';
import type { PolicyHolder } from '../policy-parts.ts';
import type { Policy } from '../policy.ts';
import type { FundingForm } from './form.ts';
import type { FundingPolicy } from './policy.ts';
import { gradeNames, instalmentName, reportNames } from './stage-words.ts';

type Resolve = (holder: PolicyHolder) => Holder;

/**
 * The rules a funding case carries: its stages up to the evaluation, resolved for the applicant's school and for this request. Without a
 * form the award may reach the most that can be requested.
 */
export function fundingRules(policy: Policy, applicant: { unitId: string }, form?: FundingForm): CaseRules {
  const funding = policy.processes['program-funding'];
  const { correction } = funding;
  const holder: Resolve = ({ unitId, role }) => ({
    kind: 'role',
    unitId: unitId === 'applicant' ? applicant.unitId : unitId,
    role,
  });
  return {
    policyVersion: policy.version,
    stages: [
      ...stagesOfDecision(policy, funding, form, holder),
      {
        kind: 'award',
        slug: 'award',
        name: { zh: '立项', en: 'Award' },
        clause: funding.award.clause,
        deadline: funding.award.deadline,
      },
      ...funding.instalments.map((instalment, index) => paymentStage(instalment, index, holder)),
      evaluationStage(funding, holder),
    ],
    correction: {
      deadline: correction.deadline,
      stopsClock: correction.stopsClock,
      lapses: correction.lapses,
      atMost: correction.atMost,
    },
    // The policy schema has refused anything that is not a duration.
    urgeIntervalMs: durationMs(policy.urge.interval)!,
    spreadMs: durationMs(policy.spread.cap)!,
    administrator: holder(policy.administrator),
  };
}

/** From 形式审查 to 公示. */
function stagesOfDecision(
  policy: Policy,
  funding: FundingPolicy,
  form: FundingForm | undefined,
  holder: Resolve,
): Stage[] {
  const { formalReview, countersign, panel, bureauDecision, jointMeeting, notice } = funding;
  const nameOf = (unitId: string) => policy.units.find(({ id }) => id === unitId)?.name ?? { zh: unitId, en: unitId };
  const industry = funding.industries.find(({ id }) => id === form?.program.industry);
  const requestedFen = form?.budget.requestedFen ?? funding.request.maxFen;
  const review = { kind: 'review' as const, mayReturn: false, mayReject: true };
  return [
    {
      ...review,
      slug: 'formal-review',
      name: { zh: '形式审查', en: 'Formal review' },
      clause: formalReview.clause,
      deadline: formalReview.deadline,
      holder: holder(formalReview.holder),
      mayReturn: true,
    },
    {
      kind: 'countersign',
      slug: 'countersign',
      name: { zh: '部门会签', en: 'Countersign' },
      clause: countersign.clause,
      deadline: countersign.deadline,
      units: countersign.units.map((unit) => ({ holder: holder(unit), name: nameOf(unit.unitId) })),
      lead: holder(countersign.lead),
      quorum: countersign.quorum,
      coordination: countersign.coordination.deadline,
    },
    {
      kind: 'panel',
      slug: 'expert-scoring',
      name: { zh: '专家评审', en: 'Expert scoring' },
      clause: panel.clause,
      deadline: panel.deadline,
      seats: panel.seats,
      ...(panel.drawFrom === 'industry' && industry && { field: industry.name.zh }),
      method: {
        kind: 'score',
        dropHighest: panel.dropHighest,
        dropLowest: panel.dropLowest,
        passMark: panel.passMark,
      },
      convener: holder(panel.convener),
      mayReturn: false,
    },
    {
      ...review,
      slug: 'bureau-decision',
      name: { zh: '区教委审定', en: 'Decision by the Education Commission' },
      clause: bureauDecision.clause,
      deadline: bureauDecision.deadline,
      holder: holder(bureauDecision.holder),
      award: {
        // A policy whose least award lies above a small request would leave nothing to decide.
        minFen: Math.min(bureauDecision.award.minFen, requestedFen),
        maxFen: requestedFen,
        clause: bureauDecision.award.clause,
      },
    },
    {
      ...review,
      slug: 'joint-meeting',
      name: { zh: '联席会议审定', en: 'Decision by the joint meeting' },
      clause: jointMeeting.clause,
      deadline: jointMeeting.deadline,
      holder: holder(jointMeeting.holder),
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
  ];
}

function paymentStage(
  { percent, release, payer, deadline, clause }: FundingPolicy['instalments'][number],
  index: number,
  holder: Resolve,
): PaymentStage {
  return {
    kind: 'payment',
    slug: `payment-${index + 1}`,
    name: instalmentName(index + 1, percent),
    clause,
    deadline,
    percent,
    payer: holder(payer),
    release:
      release === 'award'
        ? { kind: 'award' }
        : {
            kind: 'report',
            report: {
              slug: release.id,
              name: reportNames[release.id],
              clause: release.clause,
              author: holder(release.author),
              due: release.due.deadline,
              acceptance: { holder: holder(release.acceptance.holder), deadline: release.acceptance.deadline },
              correction: release.correction.deadline,
            },
          },
  };
}

function evaluationStage({ evaluation }: FundingPolicy, holder: Resolve): Stage {
  const { rectification, clawback } = evaluation;
  return {
    kind: 'evaluation',
    slug: 'evaluation',
    name: { zh: '绩效评价', en: 'Performance evaluation' },
    clause: evaluation.clause,
    deadline: evaluation.deadline,
    holder: holder(evaluation.holder),
    grades: evaluation.grades.map(({ grade, fromScore }) => ({ grade, name: gradeNames[grade], fromScore })),
    rectification: {
      author: holder(rectification.author),
      deadline: rectification.deadline,
      acceptor: holder(rectification.acceptor),
      acceptance: rectification.acceptance.deadline,
      clause: rectification.clause,
    },
    clawback: { holder: holder(clawback.holder), deadline: clawback.deadline, clause: clawback.clause },
  };
}
