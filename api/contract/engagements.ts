/** 兼职: a teacher's posts, the school's register, the district's overview; declarations and what may be done with a post. Amounts are fen. */
import { z } from 'zod';
import { looseForm } from './processes.ts';
import { defineRoute } from './route.ts';
import {
  bilingual,
  day,
  due,
  fieldError,
  finding,
  id,
  idParams,
  instant,
  pageOf,
  paging,
  person,
  receipt,
  requiredText,
  slug,
  text,
  unit,
} from './shapes.ts';

const fen = z.int();
const amounts = { incomeFen: fen, equityFen: fen, taxFen: fen };
const named = z.object({ id: z.string(), name: bilingual });
const period = z.string().regex(/^\d{4}(-Q[1-4])?$/);
const unitId = z.string().min(1).max(128);
const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export const engagementState = z.enum(['in-force', 'suspended', 'ended', 'ended-early']);
export const periodState = z.enum(['open', 'missed', 'filed', 'accepted']);

export const engagement = z.object({
  /** The case's. */
  id: z.string(),
  number: z.string(),
  teacher: person,
  school: unit,
  host: z.object({ name: z.string(), code: z.string().nullable() }),
  kind: named,
  sector: named,
  postTitle: z.string(),
  startsOn: day,
  endsOn: day,
  /** Its real last day, where it was ended early. */
  endedOn: day.nullable(),
  hoursAWeek: z.number(),
  workTimeHoursAWeek: z.number(),
  paid: z.boolean(),
  /** As agreed. */
  yearlyFen: fen,
  equityFen: fen,
  state: engagementState,
  stateName: bilingual,
  /** Accepted so far, corrections included. */
  declared: z.object(amounts),
  /** Declarations that are due or being checked, the oldest first. */
  waiting: z.array(z.object({ period, name: bilingual, state: periodState, due: due.nullable() })),
  /** What will be declared next, from which day on; null once every period was opened, and in exports. */
  nextDeclaration: z.object({ period, name: bilingual, opensOn: day, due }).nullable(),
});
export type Engagement = z.infer<typeof engagement>;

const which = {
  /** `mine`: as a teacher; `school`: of my schools; `all`: everything I may see. */
  scope: z.enum(['mine', 'school', 'all']).default('all'),
  state: engagementState.optional(),
  unitId: unitId.optional(),
  kind: slug.optional(),
  sector: slug.optional(),
  paid: z.enum(['true', 'false']).optional(),
  /** Not accepted yet: due, missed, being checked. */
  declaration: z.enum(['open', 'missed', 'filed']).optional(),
  /** Its last day is this day or earlier. */
  endsBy: day.optional(),
  /** Host, post, number or teacher. */
  q: z.string().trim().max(80).optional(),
};

export const listEngagements = defineRoute({
  method: 'get',
  path: '/engagements',
  tag: 'engagements',
  summary: '兼职登记 Own posts; for the school its register; for the district all',
  access: 'signed-in',
  query: z.strictObject({ ...which, ...paging }),
  status: 200,
  response: pageOf(engagement),
});

export const exportEngagements = defineRoute({
  method: 'get',
  path: '/engagements/export',
  tag: 'engagements',
  summary: '导出登记册 The register as a spreadsheet, at most 5,000 posts',
  access: { roles: ['reviewer', 'principal', 'finance', 'leader', 'auditor', 'administrator'] },
  query: z.strictObject(which),
  status: 200,
  produces: spreadsheet,
});

export const engagementOverview = z.object({
  year: z.int(),
  schools: z.array(
    z.object({
      school: unit,
      /** Posts in force now, and of them suspended. */
      posts: z.int(),
      suspended: z.int(),
      teachers: z.int(),
      paid: z.int(),
      /** Declarations not accepted yet, and of them missed. */
      declarationsWaiting: z.int(),
      declarationsMissed: z.int(),
      /** Entered for the year. */
      ...amounts,
    }),
  ),
  total: z.object({
    posts: z.int(),
    suspended: z.int(),
    teachers: z.int(),
    paid: z.int(),
    declarationsWaiting: z.int(),
    declarationsMissed: z.int(),
    ...amounts,
  }),
  bySector: z.array(z.object({ sector: named, posts: z.int() })),
});
export type EngagementOverview = z.infer<typeof engagementOverview>;

export const getEngagementOverview = defineRoute({
  method: 'get',
  path: '/engagements/overview',
  tag: 'engagements',
  summary: '全区总览 Posts, declarations and income by school (区人力社保局, 区教委, 审计)',
  access: 'signed-in',
  query: z.strictObject({ year: z.coerce.number().int().min(2000).max(2999).optional() }),
  status: 200,
  response: engagementOverview,
});

export const getDeclarationForm = defineRoute({
  method: 'get',
  path: '/engagements/declaration-form',
  tag: 'engagements',
  summary: '收入申报表 The declaration as JSON Schema, drawn like any form',
  access: 'signed-in',
  status: 200,
  response: z.object({ form: z.record(z.string(), z.unknown()) }),
});

export const practiceProposal = z.object({
  /** One row for the certification form, not yet in it. */
  items: z.array(
    z.object({
      case: z.object({ id: z.string(), number: z.string() }),
      enterprise: z.string(),
      post: z.string(),
      from: day,
      to: day,
      /** Days worked in that time: hours a week over eight hours a day. */
      days: z.int(),
    }),
  ),
  /** Within the last years that count, overlaps once. */
  days: z.int(),
  clause: z.string(),
  hoursADay: z.number(),
});
export type PracticeProposal = z.infer<typeof practiceProposal>;

export const proposePractice = defineRoute({
  method: 'get',
  path: '/engagements/practice',
  tag: 'engagements',
  summary: '企业实践 My posts in enterprises as rows of enterprise practice for the certification form',
  access: 'signed-in',
  status: 200,
  response: practiceProposal,
});

const declaration = z.object({
  id: z.string(),
  ...amounts,
  note: z.string().nullable(),
  state: z.enum(['filed', 'accepted', 'returned']),
  filedAt: instant.nullable(),
  settledAt: instant.nullable(),
  files: z.array(z.object({ id: z.string(), name: z.string() })),
});

export const engagementDetail = engagement.extend({
  registeredAt: instant,
  periods: z.array(
    z.object({
      period,
      name: bilingual,
      from: day,
      to: day,
      /** Null: its last day is still to come. */
      state: periodState.nullable(),
      due: due.nullable(),
      declarations: z.array(declaration),
      /** What the ledger has for it. */
      entered: z.object(amounts).nullable(),
    }),
  ),
  changes: z.array(
    z.object({
      number: z.int(),
      from: named,
      state: z.enum(['open', 'approved', 'rejected', 'withdrawn', 'lapsed', 'cancelled']),
      stateName: bilingual,
      proposedAt: instant,
      closedAt: instant.nullable(),
      /** What differs from the terms in force; only while it is in review. */
      differences: z.array(z.object({ label: bilingual, before: bilingual, after: bilingual })),
    }),
  ),
  /** The terms of each version, as registered. */
  versions: z.array(
    z.object({
      version: z.int(),
      registeredAt: instant,
      startsOn: day,
      endsOn: day,
      hoursAWeek: z.number(),
      workTimeHoursAWeek: z.number(),
      paid: z.boolean(),
      yearlyFen: fen,
      equityFen: fen,
      host: z.string(),
      postTitle: z.string(),
    }),
  ),
  renews: z.object({ id: z.string(), number: z.string() }).nullable(),
  renewedBy: z.object({ id: z.string(), number: z.string() }).nullable(),
  /** From this day on it may be renewed. */
  renewalOpensOn: day,
  /** What I may do now. */
  acts: z.object({
    /** Periods to declare (open, missed) and to correct (accepted). */
    declare: z.array(period),
    correct: z.array(period),
    change: z.boolean(),
    withdrawChange: z.boolean(),
    renew: z.boolean(),
    suspend: z.boolean(),
    resume: z.boolean(),
    end: z.boolean(),
    close: z.boolean(),
  }),
});
export type EngagementDetail = z.infer<typeof engagementDetail>;

export const getEngagement = defineRoute({
  method: 'get',
  path: '/engagements/:id',
  tag: 'engagements',
  summary: '一项兼职 A post: periods, declarations, changes, and what I may do',
  access: 'signed-in',
  params: idParams,
  status: 200,
  response: engagementDetail,
});

const declared = z.strictObject({ period, form: looseForm });

export const checkDeclaration = defineRoute({
  method: 'post',
  path: '/engagements/:id/declarations/check',
  tag: 'engagements',
  summary: '预检 The rules on a declaration, without sending it',
  access: 'signed-in',
  params: idParams,
  body: declared,
  status: 200,
  response: z.object({
    findings: z.array(finding),
    errors: z.array(fieldError),
    /** The period was declared before: this one corrects it. */
    correction: z.boolean(),
    mayDeclare: z.boolean(),
  }),
});

export const declareIncome = defineRoute({
  method: 'post',
  path: '/engagements/:id/declarations',
  tag: 'engagements',
  summary: '收入申报 Declare a period; a period already accepted is corrected, with its reason',
  access: { roles: ['teacher'] },
  params: idParams,
  body: declared,
  status: 201,
  idempotent: true,
  response: receipt.extend({ declarationId: z.string(), correction: z.boolean() }),
  problems: ['RulesNotMet', 'NotAllowed', 'NotOpen'],
});

const act = {
  method: 'post',
  tag: 'engagements',
  access: 'signed-in',
  params: idParams,
  status: 200,
  response: receipt,
  idempotent: true,
  problems: ['NotYours', 'OwnCase', 'NotOpen', 'NotAllowed'],
} as const;
const why = z.strictObject({ reason: requiredText(500) });

export const suspendEngagement = defineRoute({
  ...act,
  path: '/engagements/:id/suspend',
  summary: '暂停 The principal or 区教委 suspends a post',
  body: why,
});

export const resumeEngagement = defineRoute({
  ...act,
  path: '/engagements/:id/resume',
  summary: '恢复 Back in force',
  body: why,
});

export const endEngagement = defineRoute({
  ...act,
  path: '/engagements/:id/end',
  summary: '提前终止 The teacher, the principal or 区教委 ends a post; `endedOn` is its last day, today if not said',
  body: why.extend({ endedOn: day.optional() }),
});

export const closeEngagement = defineRoute({
  ...act,
  path: '/engagements/:id/close',
  summary: '办结 An administrator closes a post that is over and whose last declarations never came',
  body: why,
});

const changed = z.strictObject({ form: looseForm, files: z.array(id).max(60).default([]) });

export const checkChange = defineRoute({
  method: 'post',
  path: '/engagements/:id/changes/check',
  tag: 'engagements',
  summary: '变更预检 The rules on new terms, and the stage from which they are approved again',
  access: { roles: ['teacher'] },
  params: idParams,
  body: changed,
  status: 200,
  response: z.object({
    findings: z.array(finding),
    errors: z.array(fieldError),
    /** Null: nothing of the terms changed. */
    from: named.nullable(),
    mayPropose: z.boolean(),
  }),
});

export const proposeChange = defineRoute({
  ...act,
  path: '/engagements/:id/changes',
  summary: '变更 New terms, approved again from the stage that matters; the old ones stay in force meanwhile',
  access: { roles: ['teacher'] },
  body: changed.extend({ note: text(500).optional() }),
  status: 201,
  problems: ['RulesNotMet', 'NotOpen', 'NotAllowed'],
});

export const withdrawChange = defineRoute({
  ...act,
  path: '/engagements/:id/changes/withdraw',
  summary: '撤回变更 Withdraw the change under way',
  access: { roles: ['teacher'] },
  body: z.strictObject({ reason: text(500).optional() }),
});

export const renewEngagement = defineRoute({
  method: 'post',
  path: '/engagements/:id/renewal',
  tag: 'engagements',
  summary: '续期 A draft of a new case, copied from this one and linked to it; files are attached anew',
  access: { roles: ['teacher'] },
  params: idParams,
  body: z.strictObject({}),
  status: 201,
  response: z.object({ draftId: z.string() }),
  problems: ['NotAllowed'],
});
