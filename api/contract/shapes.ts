/** Shapes that several routes share. Inputs are strict: an unknown field is refused with its path. */
import { z } from 'zod';
import type {
  AssignmentState,
  BusinessState,
  CaseState,
  Purpose,
  ResubmissionRoute,
  Role,
  StageKind,
  Verdict,
} from '../../processes/case.ts';

/** An enum that fails to compile when the vocabulary of processes/case.ts gains or loses a word. */
const wordsOf = <T extends string>(words: Record<T, true>) => z.enum(Object.keys(words) as [T, ...T[]]);

export const role = wordsOf<Role>({
  teacher: true,
  clerk: true,
  reviewer: true,
  principal: true,
  leader: true,
  expert: true,
  secretariat: true,
  'fund-manager': true,
  finance: true,
  auditor: true,
  administrator: true,
});
export const caseState = wordsOf<CaseState>({
  'in-review': true,
  'awaiting-correction': true,
  returned: true,
  'on-notice': true,
  objection: true,
  approved: true,
  rejected: true,
  withdrawn: true,
  lapsed: true,
  terminated: true,
  archived: true,
});
export const businessState = wordsOf<BusinessState>({
  certified: true,
  expired: true,
  revoked: true,
  awarded: true,
  paying: true,
  paid: true,
  rectifying: true,
  'clawing-back': true,
  'clawed-back': true,
  released: true,
  completed: true,
  'carrying-out': true,
  'closed-out': true,
  published: true,
  'in-force': true,
  suspended: true,
  ended: true,
  'ended-early': true,
});
export const assignmentState = wordsOf<AssignmentState>({
  open: true,
  approved: true,
  returned: true,
  rejected: true,
  recused: true,
  transferred: true,
  delegated: true,
  'awaiting-signer': true,
  submitted: true,
  skipped: true,
  cancelled: true,
});
export const verdict = wordsOf<Verdict>({ approve: true, return: true, reject: true, recuse: true });
export const purpose = wordsOf<Purpose>({
  decide: true,
  vote: true,
  score: true,
  coordinate: true,
  'appoint-panel': true,
  investigate: true,
  correct: true,
  consult: true,
  'sign-after': true,
  report: true,
  accept: true,
  pay: true,
  evaluate: true,
  rectify: true,
  'claw-back': true,
  recover: true,
  progress: true,
  extend: true,
  confirm: true,
  'close-out': true,
  'send-topics': true,
  'set-agenda': true,
  'write-minutes': true,
  declare: true,
  'check-declaration': true,
});
export const resubmissionRoute = wordsOf<ResubmissionRoute>({ 'step-by-step': true, direct: true });
export const stageKind = wordsOf<StageKind>({
  review: true,
  countersign: true,
  panel: true,
  notice: true,
  certificate: true,
  award: true,
  payment: true,
  evaluation: true,
  task: true,
  topics: true,
  drafting: true,
  publication: true,
  engagement: true,
});

export const bilingual = z.object({ zh: z.string(), en: z.string() });
/** ISO 8601 with offset. */
export const instant = z.iso.datetime({ offset: true });
/** YYYY-MM-DD in Asia/Shanghai. */
export const day = z.iso.date();
export const id = z.uuid();
export const idParams = z.strictObject({ id });
/** Ids that others write (workflows, accounts) need not be UUIDs. */
export const anyId = z
  .string()
  .min(1)
  .max(128)
  .regex(/^[\w.:~/-]+$/);
export const slug = z
  .string()
  .max(64)
  .regex(/^[a-z][a-z0-9-]*$/);

export const unit = z.object({ id: z.string(), name: bilingual });
export const person = z.object({ id: z.string(), name: z.string(), unit: unit.nullable() });
export const fact = z.object({
  label: bilingual,
  value: z.string(),
  /** Where the English differs. */
  valueEn: z.string().optional(),
});
export const finding = z.object({
  rule: z.string(),
  clause: z.string(),
  level: z.enum(['ok', 'warning', 'error']),
  path: z.string().optional(),
  message: bilingual,
  /** A rule of substance that is not kept: a person decides what it means. */
  personDecides: z.literal(true).optional(),
});
export const fieldError = z.object({ path: z.string(), message: z.string() });
/** Free text of a person: an opinion, a reason, a comment. Control characters other than line breaks are refused. */
export const text = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .regex(/^(?:[^\p{Cc}]|[\n\r\t])*$/u, '含有不可见的控制字符 / control characters are not allowed');
export const requiredText = (max: number) => text(max).min(1);

/** Time left, in the office's words; the number is negative when late. */
export const due = z.object({
  at: instant,
  /** Last day of the period, YYYY-MM-DD in Asia/Shanghai. */
  on: day,
  provisional: z.boolean(),
  level: z.enum(['far', 'near', 'today', 'overdue', 'stopped']),
  workingDaysLeft: z.int(),
  text: bilingual,
});

/** `cursor` is opaque: hand back `nextCursor` unchanged. */
export const paging = {
  cursor: z.string().max(300).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
};
export const pageOf = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), nextCursor: z.string().nullable() });

export const receipt = z.object({ caseId: z.string(), sequence: z.int() });

export type Due = z.infer<typeof due>;
export type Person = z.infer<typeof person>;
export type UnitRef = z.infer<typeof unit>;
