import { z } from 'zod';
import { readMoney } from '../money.ts';
import { bilingual, clause, period, policyHolder } from '../policy-parts.ts';
import { count, countersign, evaluation, instalments, panel, unique } from './stage-policy.ts';

export const budgetCategories = ['equipment', 'teachers', 'courses', 'training-base', 'other'] as const;
export const programLevels = ['secondary', 'higher', 'undergraduate'] as const;
export const targetKinds = ['quantity', 'quality', 'timeliness', 'cost', 'benefit', 'satisfaction'] as const;
export const evidenceSlots = [
  'demandEvidence',
  'agreements',
  'trainingPlan',
  'teachers',
  'facilities',
  'budgetBasis',
  'equipmentPlan',
  'selfRaised',
  'otherFunds',
] as const;
/** What a form may show; the `with-` ones = the form claims such a thing. */
export const situations = [
  'always',
  'with-partners',
  'with-dual-qualified',
  'with-equipment',
  'with-self-raised',
  'with-other-funds',
] as const;

/** First digits of a national code. */
const firstDigits = z.array(z.string().regex(/^\d$/)).min(1);

const id = z
  .string()
  .regex(/^[a-z][a-z0-9-]{1,39}$/, '代号只用小写字母、数字和连字符 / lower-case letters, digits, hyphens');

/** Yuan as people write them, `"3,000,000.00元"`; fen from here on. */
const yuan = z.string().transform((text, context) => {
  const read = readMoney(text);
  if (read.ok) return read.fen;
  context.addIssue({ code: 'custom', message: `${read.message.zh} / ${read.message.en}`, input: text });
  return z.NEVER;
});

/** 四(三): where the money comes from, and what becomes of it at the end of a year. */
const fund = z.strictObject({
  clause,
  /** The plan promises at least this. */
  minimum: z.strictObject({ amount: yuan, clause }).transform(({ amount, clause }) => ({ amountFen: amount, clause })),
  /** Each appropriation of the ledger names one of them. */
  sources: z
    .array(z.strictObject({ id, name: bilingual, clause }))
    .min(1)
    .max(50)
    .refine(...unique<{ id: string }>(({ id }) => id, '来源代号重复 / source id used twice')),
  /** `carry-over`: what is neither reserved nor committed on 31 December stays available; `return`: it goes back. */
  yearEnd: z.strictObject({ available: z.enum(['carry-over', 'return']), clause }),
});

/** 新设特色专业资金支持: every number of 三(四)2 and 四(三) that the district may set, beside its clause. */
export const fundingPolicySchema = z.strictObject({
  /** Clause of the process itself. */
  clause,
  fund,
  /** 三(二)2: the leading industries. `name.zh` is also the field under which experts are listed. */
  industries: z
    .array(z.strictObject({ id, name: bilingual, clause }))
    .min(1)
    .max(50)
    .refine(...unique<{ id: string }>(({ id }) => id, '产业代号重复 / industry id used twice')),
  /** 形式审查 */
  formalReview: z.strictObject({ ...period.shape, holder: policyHolder }),
  /** 补正: all defects at once; `atMost` returns a case. */
  correction: z.strictObject({
    ...period.shape,
    stopsClock: z.boolean(),
    lapses: z.boolean(),
    atMost: count(1, 10),
  }),
  /** 部门会签 */
  countersign,
  /** 专家评审 */
  panel,
  /** 区教委审定: names the amount awarded, from `minimum` to the amount requested. */
  bureauDecision: z.strictObject({
    ...period.shape,
    holder: policyHolder,
    award: z.strictObject({ minimum: yuan, clause }).transform(({ minimum, clause }) => ({ minFen: minimum, clause })),
  }),
  /** 联席会议审定 */
  jointMeeting: z.strictObject({ ...period.shape, holder: policyHolder }),
  /** 公示 and the investigation of an objection (异议). */
  notice: z.strictObject({ ...period.shape, investigator: policyHolder, investigation: period }),
  /** 立项 */
  award: period,
  /** 拨付 */
  instalments,
  /** 绩效评价, 整改, 收回 */
  evaluation,
  /** Least and most that one application may ask for. */
  request: z
    .strictObject({ minimum: yuan, maximum: yuan, clause })
    .refine(({ minimum, maximum }) => minimum <= maximum, '下限高于上限 / the minimum is above the maximum')
    .transform(({ minimum, maximum, clause }) => ({ minFen: minimum, maxFen: maximum, clause })),
  /** Equipment is at most this percent of the request. */
  equipment: z.strictObject({ atMostPercent: count(0, 100), clause }),
  /** Budget lines add up, each to its quantity and price. */
  budget: z.strictObject({ clause }),
  /** No second fiscal fund for the same line. */
  otherFunds: z.strictObject({ clause }),
  /** The same school and program is funded once. */
  fundedOnce: z.strictObject({ clause }),
  /** Schools that may not apply: the unit's id, until a day included (`YYYY-MM-DD`) or for good. */
  bannedSchools: z.strictObject({
    schools: z
      .array(z.strictObject({ school: id, name: bilingual, until: z.iso.date().optional(), reason: bilingual, clause }))
      .max(200)
      .refine(...unique<{ school: string }>(({ school }) => school, '学校重复 / a school is listed twice')),
    clause,
  }),
  /** Dual-qualified share of the program's teachers that the plan aims at. */
  dualQualified: z.strictObject({ atLeastPercent: count(1, 100), clause }),
  /** A program is new when its first intake is at most this many years past, and planned when at most so many ahead. */
  newProgram: z.strictObject({ yearsPast: count(0, 5), yearsAhead: count(0, 10), clause }),
  /** First digits of national program codes by level: 61–79, 41–59 and 21–39 in the catalogue of 2021. */
  programCodes: z.strictObject({
    secondary: firstDigits,
    higher: firstDigits,
    undergraduate: firstDigits,
    clause,
  }),
  /** Years of planned enrolment, from the first intake on. */
  enrolment: z.strictObject({ years: count(1, 6), clause }),
  /** Kinds of performance targets of which an application has at least one each. */
  targets: z.strictObject({ kinds: z.array(z.enum(targetKinds)).min(1).max(targetKinds.length), clause }),
  /** Enterprises an application needs as partners. */
  partners: z.strictObject({ atLeast: count(0, 20), clause }),
  /** What cannot change when a case is corrected: the amount, the program, the industry. */
  correctionKeeps: z.strictObject({ clause }),
  pledge: z.strictObject({ clause }),
  /** Evidence required: the slot is required when any of `when` holds. */
  evidence: z
    .array(z.strictObject({ slot: z.enum(evidenceSlots), when: z.array(z.enum(situations)).min(1), clause }))
    .max(50),
});

export type FundingPolicy = z.infer<typeof fundingPolicySchema>;
