import { z } from 'zod';
import { bilingual, clause, period, policyHolder } from '../policy-parts.ts';
import { count, countersign, unique } from '../program-funding/stage-policy.ts';

const id = z
  .string()
  .regex(/^[a-z][a-z0-9-]{1,39}$/, '代号只用小写字母、数字和连字符 / lower-case letters, digits, hyphens');

/** 学校收入: every number of 四(三) and 三(三)4 that the district may set, beside its clause. */
export const schoolIncomePolicySchema = z.strictObject({
  /** Clause of the process itself. */
  clause,
  /** 校长审签 */
  approval: z.strictObject({ ...period.shape, holder: policyHolder }),
  /** 区教委、区财政局审核 */
  review: countersign,
  correction: z.strictObject({ ...period.shape, stopsClock: z.boolean(), lapses: z.boolean() }),
  /** Where a school's own income comes from. */
  sources: z
    .array(z.strictObject({ id, name: bilingual, clause }))
    .min(1)
    .max(50)
    .refine(...unique<{ id: string }>(({ id }) => id, '来源代号重复 / source id used twice')),
  /** 学校发展基金: at least this percent of the income. */
  developmentFund: z.strictObject({ atLeastPercent: count(1, 100), clause }),
  /** 超额绩效: what may be paid out of the rest. */
  performancePay: z.strictObject({ clause }),
  /** One declaration a school and year; a second one corrects it, with its reason. */
  onceAYear: z.strictObject({ clause }),
  /** Last day of the year after, `MM-DD`, by which the year is declared. */
  due: z.strictObject({
    by: z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|1\d|2\d|3[01])$/, '须为 MM-DD / MM-DD'),
    clause,
  }),
  pledge: z.strictObject({ clause }),
  evidence: z.strictObject({ clause }),
});

export type SchoolIncomePolicy = z.infer<typeof schoolIncomePolicySchema>;
