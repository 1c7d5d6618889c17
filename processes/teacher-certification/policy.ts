import { z } from 'zod';
import { bilingual, clause, period, policyHolder } from '../policy-parts.ts';

export const tracks = ['secondary', 'higher'] as const;
export const levels = ['junior', 'intermediate', 'senior'] as const;
export const posts = ['full-time', 'part-time', 'external'] as const;
export const courseTypes = ['professional', 'public'] as const;
export const evidenceSlots = [
  'idCard',
  'degree',
  'teacherLicence',
  'title',
  'qualification',
  'contract',
  'timetable',
  'practiceProof',
  'practiceAgreement',
  'awards',
  'ethicsProof',
] as const;
/** What a form may show. `professional` = teaches 专业课; the `with-` ones = the form claims such a thing. */
export const situations = [
  'always',
  'full-time',
  'part-time',
  'external',
  'professional',
  'public',
  'with-licence',
  'with-title',
  'with-qualifications',
  'with-practice',
  'with-research',
  'with-awards',
  'with-results',
] as const;

const count = (min: number, max: number) => z.int().min(min).max(max);

/** 双师型教师认定: every number of 三(三)2 that the district may set, beside its clause. */
export const certificationPolicySchema = z.strictObject({
  /** Clause of the process itself. */
  clause,
  /** 学校初审 */
  schoolReview: z.strictObject({ ...period.shape, holder: policyHolder }),
  /** 专家评议: sealed votes; passes with `pass.numerator / pass.denominator` of the seats in favour. */
  panel: z.strictObject({
    ...period.shape,
    seats: count(3, 15).refine((seats) => seats % 2 === 1, '专家人数须为单数 / the number of experts must be odd'),
    pass: z
      .strictObject({ numerator: count(1, 100), denominator: count(1, 100), clause })
      .refine(
        ({ numerator, denominator }) => numerator <= denominator && numerator * 2 > denominator,
        '通过比例须过半且不超过全体 / the share must be above one half and at most one',
      ),
    /** Names experts when the draw falls short after recusals. */
    convener: policyHolder,
  }),
  /** 公示 and the investigation of an objection (异议). */
  notice: z.strictObject({ ...period.shape, investigator: policyHolder, investigation: period }),
  /** 区教委认定 */
  bureauDecision: z.strictObject({ ...period.shape, holder: policyHolder }),
  /** 发证, 复核 and 撤销 */
  certificate: z.strictObject({
    ...period.shape,
    /** What certificate numbers start with, before the year and the running number: `DZSS202600001`. */
    numberPrefix: z.string().regex(/^[A-Z]{1,8}$/, '证书编号前缀须为 1 至 8 个大写字母 / 1 to 8 capital letters'),
    validity: z.strictObject({ years: count(1, 5), clause }),
    /** Days before expiry on which a renewal (复核) reminder leaves: descending, no repeats. */
    renewalReminders: z.strictObject({
      daysBefore: z
        .array(count(1, 730))
        .min(1)
        .max(5)
        .refine(
          (days) => days.every((day, i) => i === 0 || day < days[i - 1]!),
          '须从大到小且不重复 / descending, no repeats',
        ),
      clause,
    }),
    proposer: policyHolder,
    revocation: z.strictObject({ ...period.shape, holder: policyHolder }),
  }),
  /** Enterprise practice a 专业课教师 needs: `months` of `daysPerMonth` days within the last `withinYears` years, no day counted twice. */
  practice: z
    .strictObject({ months: count(1, 60), daysPerMonth: count(1, 31), withinYears: count(1, 10), clause })
    .refine(
      ({ months, withinYears }) => months <= withinYears * 12,
      '实践月数超过了期间 / more months than the period has',
    ),
  /** Engagement that part-time and outside teachers need. */
  engagement: z.strictObject({ years: count(1, 20), clause }),
  /** Ethics reviews asked for: this many of the last years. */
  ethics: z.strictObject({ years: count(1, 10), clause }),
  /** A level already held may be applied for again (复核) only this many days before it expires. */
  renewal: z.strictObject({ openDaysBefore: count(1, 730), clause }),
  oneOpenApplication: z.strictObject({ clause }),
  /** The conditions of the standard; an applicant names the one they rely on. */
  criteria: z
    .array(
      z.strictObject({
        id: z.string().regex(/^[a-z][a-z0-9-]{1,39}$/),
        tracks: z.array(z.enum(tracks)).min(1),
        levels: z.array(z.enum(levels)).min(1),
        text: bilingual,
        /** What the form has to show for it. */
        supportedBy: z.enum(situations),
        clause,
      }),
    )
    .min(1)
    .max(100),
  /** Evidence required: the slot is required when any of `when` holds. */
  evidence: z
    .array(z.strictObject({ slot: z.enum(evidenceSlots), when: z.array(z.enum(situations)).min(1), clause }))
    .max(50),
});

export type CertificationPolicy = z.infer<typeof certificationPolicySchema>;
