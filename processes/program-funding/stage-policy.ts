/** What the policy says of the stages that are more than one person's review. */
import { z } from 'zod';
import { clause, period, policyHolder } from '../policy-parts.ts';

export const reports = ['mid-term-report', 'final-report'] as const;
export const grades = ['excellent', 'good', 'pass', 'fail'] as const;

export const count = (min: number, max: number) => z.int().min(min).max(max);

/** Arguments of a `refine`: no two rows have the same key. */
export const unique = <Row>(keyOf: (row: Row) => string, rule: string) =>
  [(rows: Row[]) => new Set(rows.map(keyOf)).size === rows.length, rule] as const;

export const countersign = z
  .strictObject({
    ...period.shape,
    units: z
      .array(policyHolder)
      .min(1)
      .max(30)
      .refine(...unique<{ unitId: string }>(({ unitId }) => unitId, '会签单位重复 / a unit signs twice'))
      .refine(
        (units) => units.every(({ unitId }) => unitId !== 'applicant'),
        '申请单位不参加会签 / the applicant does not sign',
      ),
    /** 牵头单位: coordinates (协调) after a refusal. */
    lead: policyHolder,
    quorum: z.union([z.literal('all'), z.strictObject({ atLeast: count(1, 30) })], {
      error: '须为 "all" 或 {"atLeast": n} / "all" or {"atLeast": n}',
    }),
    coordination: period,
  })
  .refine(({ units, lead }) => units.some(({ unitId }) => unitId === lead.unitId), {
    path: ['lead'],
    message: '牵头单位须在会签单位之中 / the lead must be one of the units',
  })
  .refine(({ units, quorum }) => quorum === 'all' || quorum.atLeast <= units.length, {
    path: ['quorum'],
    message: '同意单位数超过会签单位数 / more units than there are',
  });

export const panel = z
  .strictObject({
    ...period.shape,
    seats: count(3, 15),
    /** Scores left out before the mean. */
    dropHighest: count(0, 5),
    dropLowest: count(0, 5),
    passMark: count(1, 100),
    /** Every expert, or only those of the program's industry. */
    drawFrom: z.enum(['all', 'industry']),
    /** Names experts when the draw falls short after recusals. */
    convener: policyHolder,
  })
  .refine(({ seats, dropHighest, dropLowest }) => seats - dropHighest - dropLowest >= 1, {
    path: ['seats'],
    message: '去掉最高、最低分后没有剩下的分数 / no score is left after the highest and lowest',
  });

const report = z.strictObject({
  id: z.enum(reports),
  clause,
  author: policyHolder,
  /** Counted from the award. */
  due: period,
  acceptance: z.strictObject({ ...period.shape, holder: policyHolder }),
  correction: period,
});

export const instalments = z
  .array(
    z.strictObject({
      ...period.shape,
      percent: count(1, 100),
      release: z.union([z.literal('award'), report], {
        error: '须为 "award" 或一份报告 / "award" or a report',
      }),
      payer: policyHolder,
    }),
  )
  .min(1)
  .max(6)
  .refine(
    (rows) => rows.reduce((sum, { percent }) => sum + percent, 0) === 100,
    '各期比例之和须为 100 / the percents must add up to 100',
  )
  .refine(
    ...unique<{ release: 'award' | { id: string } }>(
      ({ release }) => (release === 'award' ? release : release.id),
      '同一事项不能支付两期 / one thing cannot release two instalments',
    ),
  );

export const evaluation = z.strictObject({
  ...period.shape,
  holder: policyHolder,
  /** From the highest down; the last one, `fail`, starts at 0. */
  grades: z
    .array(z.strictObject({ grade: z.enum(grades), fromScore: count(0, 100), clause }))
    .length(grades.length)
    .refine(
      (rows) => rows.every(({ grade }, i) => grade === grades[i]),
      '须依次为 excellent、good、pass、fail / in the order excellent, good, pass, fail',
    )
    .refine(
      (rows) => rows.every(({ fromScore }, i) => i === 0 || fromScore < rows[i - 1]!.fromScore),
      '起始分须从高到低 / the scores must descend',
    )
    .refine((rows) => rows.at(-1)?.fromScore === 0, '最后一档须从 0 分起 / the last grade starts at 0'),
  rectification: z.strictObject({ ...period.shape, author: policyHolder, acceptor: policyHolder, acceptance: period }),
  clawback: z.strictObject({ ...period.shape, holder: policyHolder }),
});
