import { z } from 'zod';
import { bilingual, clause, period, policyHolder } from '../policy-parts.ts';
import { count, countersign, unique } from '../program-funding/stage-policy.ts';
import { changeStages, declarationRhythms, evidenceSlots, kinds, situations } from './vocabulary.ts';

const id = z
  .string()
  .regex(/^[a-z][a-z0-9-]{1,39}$/, '代号只用小写字母、数字和连字符 / lower-case letters, digits, hyphens');

/** Hours a week, in halves. */
const hours = (max: number) => z.number().min(0).max(max).multipleOf(0.5, '以 0.5 小时为单位 / in half hours');

/** Days before something on which a reminder leaves: descending, no repeats. */
const daysBefore = z
  .array(count(1, 365))
  .min(1)
  .max(5)
  .refine(
    (days) => days.every((day, i) => i === 0 || day < days[i - 1]!),
    '须从大到小且不重复 / descending, no repeats',
  );

const review = z.strictObject({ ...period.shape, holder: policyHolder });

/** 兼职备案与收入: every number of 三(三)4 that the district may set, beside its clause. */
export const partTimePolicySchema = z.strictObject({
  /** Clause of the process itself. */
  clause,
  /** 学校审核 */
  schoolReview: review,
  /** 集体研究: an approval names the meeting. */
  collectiveStudy: review,
  /** 校内公示 and the investigation of an objection (异议). */
  notice: z.strictObject({ ...period.shape, investigator: policyHolder, investigation: period }),
  /** 学校审批; for a 领导干部 whom `leader` names instead. */
  approval: z.strictObject({ ...period.shape, holder: policyHolder, leader: review }),
  /** 备案 */
  registration: countersign,
  /** 在期: what happens while the post lasts. */
  engagement: z.strictObject({
    ...period.shape,
    /** 收入申报 */
    declaration: z.strictObject({
      every: z.enum(declarationRhythms),
      /** Counted from the last day of each period. */
      due: period,
      reminders: z.strictObject({ daysBefore, clause }),
      /** 财务核对 */
      check: review,
      /** 补充: sent back by finance. */
      correction: period,
      /** The post is suspended when it is still missing so long after it was due. */
      suspension: period,
      clause,
    }),
    endReminders: z.strictObject({ daysBefore, clause }),
    /** Learns of what is missing and of a suspension. */
    escalatesTo: policyHolder,
    /** Suspend, resume and end it early. */
    supervisors: z.array(policyHolder).min(1).max(10),
    /** A change of the terms may be approved again from these stages on. */
    changesFrom: z
      .array(z.enum(changeStages))
      .min(1)
      .refine(...unique<string>((slug) => slug, '环节重复 / a stage is listed twice')),
    /** A renewal may be applied for this many days before the end. */
    renewal: z.strictObject({ openDaysBefore: count(1, 365), clause }),
  }),
  correction: z.strictObject({ ...period.shape, stopsClock: z.boolean(), lapses: z.boolean() }),
  /** Over all posts that overlap. */
  limits: z.strictObject({
    paidPosts: z.strictObject({ atMost: count(0, 20), clause }),
    workTime: z.strictObject({ hoursAWeekAtMost: hours(40), clause }),
    /** The same host is engaged once at a time. */
    oncePerHost: z.strictObject({ clause }),
  }),
  /** One post takes at most so many hours a week, in and outside working time. */
  hours: z.strictObject({ aWeekAtMost: hours(60), clause }),
  term: z.strictObject({ yearsAtMost: count(1, 10), clause }),
  /** A leader's post is unpaid. */
  leader: z.strictObject({ clause }),
  probation: z.strictObject({ clause }),
  sanction: z.strictObject({ clause }),
  /** 有偿补课: `words` in the duties make a person look. */
  paidTutoring: z.strictObject({ words: z.array(z.string().trim().min(1).max(20)).max(50), clause }),
  /** 行业: with a `negative` reason no post is possible there; `practice` counts as enterprise practice. */
  sectors: z
    .array(
      z.strictObject({
        id,
        name: bilingual,
        practice: z.boolean(),
        negative: z.strictObject({ reason: bilingual, clause }).optional(),
      }),
    )
    .min(1)
    .max(100)
    .refine(...unique<{ id: string }>(({ id }) => id, '行业代号重复 / sector id used twice')),
  /** 负面清单: hosts by credit code or name, until a day included or for good. */
  negativeList: z.strictObject({
    hosts: z
      .array(
        z.strictObject({
          name: bilingual,
          creditCode: z.string().trim().min(1).max(18).optional(),
          until: z.iso.date().optional(),
          reason: bilingual,
          clause,
        }),
      )
      .max(1000),
    clause,
  }),
  /** 境内单位 give their code; 境外单位 without one say why and prove who they are. */
  creditCode: z.strictObject({ clause }),
  /** Business between host and school is looked at by a person. */
  relation: z.strictObject({ clause }),
  /** A post is applied for before it begins. */
  beforehand: z.strictObject({ clause }),
  /** 企业实践: kinds whose days are offered in the certification form, a day being so many hours. */
  practice: z.strictObject({ kinds: z.array(z.enum(kinds)).min(1), hoursADay: count(1, 24), clause }),
  pledge: z.strictObject({ clause }),
  /** Evidence required: the slot is required when any of `when` holds. */
  evidence: z
    .array(z.strictObject({ slot: z.enum(evidenceSlots), when: z.array(z.enum(situations)).min(1), clause }))
    .max(50),
});

export type PartTimePolicy = z.infer<typeof partTimePolicySchema>;
