/** Cases: submit, list, read. */
import { z } from 'zod';
import { action } from './actions.ts';
import { certificate } from './certificates.ts';
import { file } from './drafts.ts';
import { looseForm } from './processes.ts';
import { defineRoute } from './route.ts';
import {
  assignmentState,
  bilingual,
  businessState,
  caseState,
  due,
  fact,
  finding,
  id,
  idParams,
  instant,
  pageOf,
  paging,
  person,
  purpose,
  slug,
  stageKind,
  unit,
  day,
} from './shapes.ts';

const process = z.object({ slug: z.string(), name: bilingual });
const stageRef = z.object({ slug: z.string(), name: bilingual });

/** A station of the route. */
export const station = z.object({
  slug: z.string(),
  name: bilingual,
  kind: stageKind,
  clause: z.string(),
  /** `refused`: the case ended here. `suspended`: its clock stands still (correction, objection). */
  state: z.enum(['done', 'now', 'future', 'suspended', 'skipped', 'refused']),
  round: z.int(),
  openedAt: instant.nullable(),
  closedAt: instant.nullable(),
  due: due.nullable(),
  /** For future stages: the latest day by the working-day calendar; null once the case is closed. */
  expectedOn: day.nullable(),
  /** What came of it or who has it, in words. */
  result: bilingual.nullable(),
  /** Who holds it now or decided it. */
  who: z.array(z.string()),
});
export type Station = z.infer<typeof station>;

export const openAssignment = z.object({
  id: z.string(),
  stage: stageRef,
  round: z.int(),
  purpose,
  state: assignmentState,
  /** E.g. 区教委 审核人, or a name. */
  holder: bilingual,
  mine: z.boolean(),
  openedAt: instant,
  due: due.nullable(),
});

/** How a deadline came about. */
export const deadline = z.object({
  startedOn: day,
  rule: bilingual,
  on: day,
  at: instant,
  provisional: z.boolean(),
  /** Days off that were not counted, or that the end was rolled over. */
  skipped: z.array(z.object({ on: day, why: bilingual })),
  /** Saturdays and Sundays that are worked (调休补班). */
  makeUpDays: z.array(day),
  /** The whole derivation in one sentence. */
  text: bilingual,
});
export type Deadline = z.infer<typeof deadline>;

export const caseSummary = z.object({
  id: z.string(),
  number: z.string(),
  process,
  title: z.string(),
  state: caseState,
  businessState: businessState.nullable(),
  stage: stageRef.nullable(),
  applicant: person,
  submittedAt: instant,
  updatedAt: instant,
  closedAt: instant.nullable(),
  due: due.nullable(),
  /** In 抄送我的: when I was copied in and whether I looked. */
  copiedAt: instant.nullable(),
  unread: z.boolean(),
});
export type CaseSummary = z.infer<typeof caseSummary>;

export const caseView = caseSummary.omit({ due: true, copiedAt: true, unread: true }).extend({
  unit,
  policyVersion: z.string(),
  keyFacts: z.array(fact),
  /** Sensitive fields masked. Absent fields stay absent. */
  form: looseForm,
  /** JSON Schema of the form, to draw it read-only. */
  formSchema: looseForm,
  findings: z.array(finding),
  files: z.array(file.extend({ /** Form path that names the file. */ path: z.string().nullable() })),
  stages: z.array(station),
  assignments: z.array(openAssignment),
  /** Of the turn that is open now, explained; null when none is due. */
  deadline: deadline.nullable(),
  notice: z.object({ id: z.string(), state: z.string(), publishedAt: instant, endsAt: instant }).nullable(),
  /** Objections as handlers may read them; empty for others. */
  objections: z.array(z.object({ id, name: z.string(), body: z.string(), state: z.string(), createdAt: instant })),
  /** Sealed votes or scores of a panel that has closed, as handlers may read them; empty for others and before. */
  ballots: z.array(
    z.object({
      stage: z.string(),
      round: z.int(),
      expert: person,
      verdict: bilingual,
      score: z.number().nullable(),
      opinion: z.string().nullable(),
      at: instant,
    }),
  ),
  certificate: certificate.nullable(),
  /** Produced documents, e.g. the certificate as PDF: `GET /files/:id`. */
  documents: z.array(file),
  copies: z.array(z.object({ person, at: instant })),
  actions: z.array(action),
  sequence: z.int(),
});
export type CaseView = z.infer<typeof caseView>;

export const event = z.object({
  sequence: z.int(),
  kind: z.string(),
  at: instant,
  stage: stageRef.nullable(),
  round: z.int().nullable(),
  actor: person.nullable(),
  onBehalfOf: person.nullable(),
  via: z.enum(['page', 'mail', 'api']).nullable(),
  /** One sentence: who did what. */
  text: bilingual,
  /** Opinion, reason or comment. */
  remark: z.string().nullable(),
  /** Routing facts without ids, e.g. `{ inFavour: 4, against: 1 }`. */
  facts: z.record(z.string(), z.unknown()),
  hash: z.string(),
});
export type TimelineEvent = z.infer<typeof event>;

export const submitCase = defineRoute({
  method: 'post',
  path: '/cases',
  tag: 'cases',
  summary: '提交 Submit; answers when the first turn is open',
  access: 'signed-in',
  body: z.strictObject({
    process: slug,
    form: looseForm,
    /** Ids of uploads; those the form names are added. */
    files: z.array(id).max(60).default([]),
    /** Deleted once the case is there. */
    draftId: id.optional(),
  }),
  status: 201,
  response: z.object({
    id: z.string(),
    number: z.string(),
    state: caseState,
    stage: z.string().nullable(),
  }),
  idempotent: true,
  problems: ['OpenApplicationExists', 'RulesNotMet', 'KeyReused'],
});

export const listCases = defineRoute({
  method: 'get',
  path: '/cases',
  tag: 'cases',
  summary: '事项 Cases: 我发起的 (`mine`), 抄送我的 (`copied`), or all I may see',
  access: 'signed-in',
  query: z.strictObject({
    view: z.enum(['mine', 'copied', 'all']).default('all'),
    process: slug.optional(),
    state: caseState.optional(),
    open: z.stringbool().optional(),
    /** Part of the number or of the title. */
    q: z.string().trim().max(100).optional(),
    ...paging,
  }),
  status: 200,
  response: pageOf(caseSummary),
});

export const getCase = defineRoute({
  method: 'get',
  path: '/cases/:id',
  tag: 'cases',
  summary: '事项详情 A case with its route, findings and what I may do',
  access: 'signed-in',
  params: idParams,
  status: 200,
  response: caseView,
});

export const listEvents = defineRoute({
  method: 'get',
  path: '/cases/:id/events',
  tag: 'cases',
  summary: '办理过程 Timeline, oldest first; `after` gives what is new',
  access: 'signed-in',
  params: idParams,
  query: z.strictObject({ after: z.coerce.number().int().min(0).default(0) }),
  status: 200,
  response: z.object({ items: z.array(event) }),
});

export const getApprovalForm = defineRoute({
  method: 'get',
  path: '/cases/:id/approval-form',
  tag: 'cases',
  summary: '审批表 The approval form with every opinion as PDF, from any state; shows what the case page shows',
  access: 'signed-in',
  params: idParams,
  status: 200,
  produces: 'application/pdf',
});
