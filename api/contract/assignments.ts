/** Turns: the inbox, decisions, handing over. */
import { z } from 'zod';
import { defineRoute } from './route.ts';
import {
  anyId,
  assignmentState,
  bilingual,
  caseState,
  due,
  id,
  instant,
  pageOf,
  paging,
  person,
  purpose,
  receipt,
  requiredText,
  resubmissionRoute,
  role,
  slug,
  text,
  verdict,
} from './shapes.ts';

export const assignment = z.object({
  id: z.string(),
  caseId: z.string(),
  number: z.string(),
  title: z.string(),
  process: z.object({ slug: z.string(), name: bilingual }),
  caseState,
  stage: z.object({ slug: z.string(), name: bilingual }),
  round: z.int(),
  purpose,
  state: assignmentState,
  /** 申请人 */
  from: person,
  openedAt: instant,
  closedAt: instant.nullable(),
  due: due.nullable(),
  /** I would act for them as substitute. */
  onBehalfOf: person.nullable(),
  /** May be approved in a batch: a plain review without further fields. */
  batch: z.boolean(),
  /** 已办: what I said. */
  opinion: z.string().nullable(),
});
export type Assignment = z.infer<typeof assignment>;

export const listAssignments = defineRoute({
  method: 'get',
  path: '/assignments',
  tag: 'assignments',
  summary: '待办 (`open`, overdue first), 已办 (`done`, newest first), 代理给我的 (`delegated-to-me`)',
  access: 'signed-in',
  query: z.strictObject({
    state: z.enum(['open', 'done', 'delegated-to-me']).default('open'),
    process: slug.optional(),
    q: z.string().trim().max(100).optional(),
    ...paging,
  }),
  status: 200,
  response: pageOf(assignment),
});

export const assignmentCounts = z.object({
  open: z.int(),
  overdue: z.int(),
  dueSoon: z.int(),
  delegatedToMe: z.int(),
  copiedUnread: z.int(),
  drafts: z.int(),
  /** My own cases that are not closed. */
  mine: z.int(),
});
export type AssignmentCounts = z.infer<typeof assignmentCounts>;

export const countAssignments = defineRoute({
  method: 'get',
  path: '/assignments/counts',
  tag: 'assignments',
  summary: '数量 Numbers for tabs and side bar',
  access: 'signed-in',
  status: 200,
  response: assignmentCounts,
});

/** The stage's own fields: a score, the experts named, the awarded amount. */
const decisionData = z
  .record(
    z.string().regex(/^[a-zA-Z]{1,40}$/),
    z.union([z.string().max(500), z.number(), z.boolean(), z.array(z.string().max(128)).max(50)]),
  )
  .optional();

export const decisionBody = z.strictObject({
  verdict,
  opinion: text(2000).optional(),
  /** 退回: `applicant` or the slug of an earlier stage. */
  returnTo: slug.optional(),
  resubmission: resubmissionRoute.optional(),
  data: decisionData,
  /** The round I saw; another one is refused as `WrongRound`. */
  round: z.int().min(1).optional(),
  /** My own id of this decision: repeating it gives the same answer. `Idempotency-Key` serves as well. */
  decisionId: id.optional(),
});
export type DecisionBody = z.infer<typeof decisionBody>;

const assignmentParams = z.strictObject({ id: anyId });
const onAssignment = {
  method: 'post',
  tag: 'assignments',
  access: 'signed-in',
  params: assignmentParams,
  status: 200,
  response: receipt,
} as const;

export const decideAssignment = defineRoute({
  ...onAssignment,
  path: '/assignments/:id/decision',
  summary: '办理 Decide: 同意 approve, 退回 return, 不同意 reject, 回避 recuse',
  body: decisionBody,
  problems: [
    'AlreadyDecided',
    'NotYours',
    'OwnCase',
    'WrongRound',
    'NotOpen',
    'CaseClosed',
    'OpinionRequired',
    'BadDecisionData',
  ],
});

/** A person, or any holder of a role in a unit. */
const holder = z.union([z.strictObject({ personId: anyId }), z.strictObject({ unitId: anyId, role })]);

const handOver = { ...onAssignment, idempotent: true } as const;

export const transferAssignment = defineRoute({
  ...handOver,
  path: '/assignments/:id/transfer',
  summary: '转办 Hand over; 改派 by an administrator',
  body: z.strictObject({ to: holder, reason: requiredText(500) }),
});

export const delegateAssignment = defineRoute({
  ...handOver,
  path: '/assignments/:id/delegate',
  summary: '委派 Ask somebody; the turn comes back to me',
  body: z.strictObject({ personId: anyId, reason: text(500).optional() }),
});

export const addSigner = defineRoute({
  ...handOver,
  path: '/assignments/:id/add-signer',
  summary: '加签 One more person, before or after me',
  body: z.strictObject({ personId: anyId, when: z.enum(['before', 'after']), reason: text(500).optional() }),
});

export const claimAssignment = defineRoute({
  ...handOver,
  path: '/assignments/:id/claim',
  summary: '签收 Take a turn that several may take',
  body: z.strictObject({}).optional(),
});

export const batchApprove = defineRoute({
  method: 'post',
  path: '/assignments/batch-approve',
  tag: 'assignments',
  summary: '批量同意 Approve several plain reviews; each answers for itself',
  access: 'signed-in',
  body: z.strictObject({ assignmentIds: z.array(anyId).min(1).max(50), opinion: text(2000).optional() }),
  status: 200,
  response: z.object({
    items: z.array(
      z.object({
        assignmentId: z.string(),
        ok: z.boolean(),
        code: z.string().nullable(),
        detail: z.string().nullable(),
      }),
    ),
  }),
});
