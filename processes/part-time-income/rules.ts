import type { CaseRules, EngagementStage, Holder, Stage } from '../case.ts';
import { durationMs } from '../duration.ts';
import type { PolicyHolder } from '../policy-parts.ts';
import type { Policy } from '../policy.ts';
import type { PartTimeForm } from './form.ts';
import type { PostLimits } from './limits.ts';
import type { PartTimePolicy } from './policy.ts';

type Resolve = (holder: PolicyHolder) => Holder;

/** The rules a case of a part-time post carries, resolved for the teacher's school; a leader's post is approved by the Education Commission. */
export function partTimeRules(policy: Policy, applicant: { unitId: string }, form?: PartTimeForm): CaseRules {
  const posts = policy.processes['part-time-income'];
  const { correction } = posts;
  const holder: Resolve = ({ unitId, role }) => ({
    kind: 'role',
    unitId: unitId === 'applicant' ? applicant.unitId : unitId,
    role,
  });
  return {
    policyVersion: policy.version,
    stages: [
      ...stagesOfApproval(posts, form?.teacher.leader ?? false, holder),
      registration(policy, posts, holder),
      engagement(posts, holder),
    ],
    correction: { deadline: correction.deadline, stopsClock: correction.stopsClock, lapses: correction.lapses },
    // The policy schema has refused anything that is not a duration.
    urgeIntervalMs: durationMs(policy.urge.interval)!,
    spreadMs: durationMs(policy.spread.cap)!,
    administrator: holder(policy.administrator),
  };
}

/** From 学校审核 to 学校审批. */
function stagesOfApproval(posts: PartTimePolicy, leader: boolean, holder: Resolve): Stage[] {
  const { schoolReview, collectiveStudy, notice } = posts;
  const approval = leader ? posts.approval.leader : posts.approval;
  const review = { kind: 'review' as const, mayReturn: true, mayReject: true };
  return [
    {
      ...review,
      slug: 'school-review',
      name: { zh: '学校审核', en: 'School review' },
      clause: schoolReview.clause,
      deadline: schoolReview.deadline,
      holder: holder(schoolReview.holder),
    },
    {
      ...review,
      slug: 'collective-study',
      name: { zh: '集体研究', en: 'Collective study' },
      clause: collectiveStudy.clause,
      deadline: collectiveStudy.deadline,
      holder: holder(collectiveStudy.holder),
      meeting: { clause: collectiveStudy.clause },
    },
    {
      kind: 'notice',
      slug: 'school-notice',
      name: { zh: '校内公示', en: 'Notice in the school' },
      clause: notice.clause,
      deadline: notice.deadline,
      investigator: holder(notice.investigator),
      investigation: notice.investigation.deadline,
    },
    {
      ...review,
      slug: 'principal-approval',
      name: leader
        ? { zh: '区教委审批', en: 'Approval by the Education Commission' }
        : { zh: '学校审批', en: 'Approval by the school' },
      clause: approval.clause,
      deadline: approval.deadline,
      holder: holder(approval.holder),
    },
  ];
}

function registration(
  policy: Policy,
  { registration: { units, lead, ...signing } }: PartTimePolicy,
  holder: Resolve,
): Stage {
  const nameOf = (unitId: string) => policy.units.find(({ id }) => id === unitId)?.name ?? { zh: unitId, en: unitId };
  return {
    kind: 'countersign',
    slug: 'registration',
    name: { zh: '备案', en: 'Registration' },
    clause: signing.clause,
    deadline: signing.deadline,
    units: units.map((unit) => ({ holder: holder(unit), name: nameOf(unit.unitId) })),
    lead: holder(lead),
    quorum: signing.quorum,
    coordination: signing.coordination.deadline,
  };
}

function engagement(posts: PartTimePolicy, holder: Resolve): EngagementStage {
  const { engagement: life } = posts;
  const { declaration } = life;
  return {
    kind: 'engagement',
    slug: 'engagement',
    name: { zh: '在期', en: 'In force' },
    clause: life.clause,
    deadline: life.deadline,
    limits: postLimits(posts),
    declaration: {
      clause: declaration.clause,
      every: declaration.every,
      due: declaration.due.deadline,
      remindDaysBefore: declaration.reminders.daysBefore,
      suspension: declaration.suspension.deadline,
      checker: holder(declaration.check.holder),
      check: declaration.check.deadline,
      correction: declaration.correction.deadline,
    },
    remindDaysBefore: life.endReminders.daysBefore,
    escalation: holder(life.escalatesTo),
    supervisors: life.supervisors.map(holder),
    changesFrom: [...life.changesFrom],
    renewal: life.renewal,
  };
}

/** The policy counts hours, the register minutes. */
export const postLimits = ({ limits: { paidPosts, workTime, oncePerHost } }: PartTimePolicy): PostLimits => ({
  paidPosts,
  workTime: { minutesAWeekAtMost: workTime.hoursAWeekAtMost * 60, clause: workTime.clause },
  oncePerHost,
});
