/** Building blocks of the policy file that every process's section uses. */
import { z } from 'zod';
import type { Role } from './case.ts';
import { durationMs } from './duration.ts';

/** Chinese first; English beside. */
export const bilingual = z.strictObject({
  zh: z.string().trim().min(1).max(500),
  en: z.string().trim().min(1).max(500),
});

/** Where a rule comes from: a clause of the plan, a law, or 本办法 for what the district decided itself. */
export const clause = z.string().trim().min(1).max(200);

/** Pinyin slug, stable for ever: cases, memberships and certificates refer to it. `applicant` means the applicant's own unit. */
export const unitId = z
  .string()
  .regex(/^[a-z][a-z0-9-]{1,39}$/, '单位代号只用小写字母、数字和连字符 / lower-case letters, digits and hyphens only')
  .refine((id) => id !== 'applicant', 'applicant 是保留字 / "applicant" is reserved');

const roles = [
  'teacher',
  'clerk',
  'reviewer',
  'principal',
  'leader',
  'expert',
  'secretariat',
  'fund-manager',
  'finance',
  'auditor',
  'administrator',
] as const satisfies readonly Role[];

export const role = z.enum(roles);

/** A role in a unit, any holder of which may act (任一人). `unitId: "applicant"` is the unit of whoever applies. */
export const policyHolder = z.strictObject({ unitId: z.union([z.literal('applicant'), unitId]), role: z.enum(roles) });
export type PolicyHolder = z.infer<typeof policyHolder>;

/** ISO 8601 duration of fixed length, for trials and tests: `PT3S`, `PT4H`, `P1D`. Months and years have no fixed length: refused. */
export const duration = z
  .string()
  .refine(
    (text) => durationMs(text) !== null,
    '须为固定长度的 ISO 8601 时长，如 PT4H、P1D / an ISO 8601 duration of fixed length',
  );

/** A deadline: working days, natural days rolled to the next working day, or a duration for trials. Exactly one of the three. */
export const deadlineRule = z.union(
  [
    z.strictObject({ workingDays: z.int().min(1).max(250) }),
    z.strictObject({ days: z.int().min(1).max(3660) }),
    z.strictObject({ duration }),
  ],
  {
    error:
      '时限须为 {"workingDays": 1–250}、{"days": 1–3660} 或 {"duration": "PT3S"} 之一 / exactly one of workingDays, days or duration',
  },
);

/** A period with the clause that sets it. */
export const period = z.strictObject({ deadline: deadlineRule, clause });
