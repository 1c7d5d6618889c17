/** What I may do on a case now, and what each action needs: the web draws its bar from this, the server checks again. */
import { z } from 'zod';
import { bilingual, instant, person, purpose, resubmissionRoute, verdict } from './shapes.ts';

/** A field of `data` in the decision, e.g. `data: { score: 86 }`. */
export const decisionField = z.discriminatedUnion('kind', [
  z.object({
    /** One of a few, e.g. 异议成立/不成立: draw as radio buttons, nothing preselected. */
    kind: z.literal('choice'),
    name: z.string(),
    label: bilingual,
    options: z.array(z.object({ value: z.string(), label: bilingual })),
    required: z.boolean(),
  }),
  z.object({
    kind: z.literal('number'),
    name: z.string(),
    label: bilingual,
    min: z.number(),
    max: z.number(),
    required: z.boolean(),
  }),
  z.object({
    /** Typed as yuan, sent as whole fen. */
    kind: z.literal('money'),
    name: z.string(),
    label: bilingual,
    minFen: z.int(),
    maxFen: z.int(),
    required: z.boolean(),
  }),
  z.object({
    kind: z.literal('text'),
    name: z.string(),
    label: bilingual,
    maxLength: z.int(),
    required: z.boolean(),
    /** Several lines may be typed. */
    multiline: z.boolean().optional(),
  }),
  z.object({
    /** YYYY-MM-DD. */
    kind: z.literal('day'),
    name: z.string(),
    label: bilingual,
    required: z.boolean(),
  }),
  z.object({
    /** Ids of uploads (`POST /files`). */
    kind: z.literal('files'),
    name: z.string(),
    label: bilingual,
    max: z.int(),
    required: z.boolean(),
  }),
  z.object({
    kind: z.literal('people'),
    name: z.string(),
    label: bilingual,
    /** How many to name. */
    count: z.int(),
    /** Whom one may choose. */
    candidates: z.array(person),
    required: z.boolean(),
  }),
]);

export const decide = z.object({
  kind: z.literal('decide'),
  assignmentId: z.string(),
  round: z.int(),
  stage: z.object({ slug: z.string(), name: bilingual }),
  purpose,
  /** Whom I stand in for (乙 代 甲). */
  onBehalfOf: person.nullable(),
  verdicts: z.array(
    z.object({ verdict, label: bilingual, opinionRequired: z.boolean(), tone: z.enum(['primary', 'plain', 'danger']) }),
  ),
  /** Where 退回 may lead; `applicant` first. */
  returnTo: z.array(z.object({ value: z.string(), name: bilingual })),
  /** 逐级/直达, offered when returning. */
  resubmission: z.array(z.object({ value: resubmissionRoute, label: bilingual })),
  fields: z.array(decisionField),
  /** Nobody sees it until all are in. */
  sealed: z.boolean(),
});
export type DecideAction = z.infer<typeof decide>;

const onAssignment = { assignmentId: z.string(), stage: z.object({ slug: z.string(), name: bilingual }) };
const reason = z.enum(['required', 'optional']);

export const action = z.discriminatedUnion('kind', [
  decide,
  z.object({
    kind: z.literal('transfer'),
    ...onAssignment,
    /** 改派 by an administrator. */ reassign: z.boolean(),
    reason,
  }),
  z.object({ kind: z.literal('delegate'), ...onAssignment, reason }),
  z.object({ kind: z.literal('add-signer'), ...onAssignment, when: z.array(z.enum(['before', 'after'])), reason }),
  z.object({ kind: z.literal('claim'), ...onAssignment }),
  z.object({
    kind: z.literal('resubmit'),
    ...onAssignment,
    /** My draft of the correction, if begun. */ draftId: z.string().nullable(),
  }),
  z.object({ kind: z.literal('withdraw'), reason }),
  z.object({ kind: z.literal('urge'), /** Null: now. */ availableAt: instant.nullable() }),
  z.object({ kind: z.literal('comment') }),
  z.object({ kind: z.literal('copy') }),
  z.object({ kind: z.literal('terminate'), reason }),
  z.object({ kind: z.literal('propose-revocation'), reason }),
  z.object({ kind: z.literal('unmask'), paths: z.array(z.string()) }),
]);
export type Action = z.infer<typeof action>;
