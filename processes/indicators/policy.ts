/** The plan's indicators (二(二) and others) as the district keeps them: clause, unit in charge, level, targets by year, where figures come from. */
import { z } from 'zod';
import { readMoney } from '../money.ts';
import { bilingual, clause, deadlineRule, period, policyHolder, unitId } from '../policy-parts.ts';
import { rhythms } from './periods.ts';
import { readPercent } from './value.ts';

/** What the system counts by itself (api/indicators/computed). */
export const computations = [
  'dual-qualified',
  'schools',
  'students',
  'program-match',
  'fund-size',
  'development-share',
] as const;
export type Computation = (typeof computations)[number];

export const levels = ['national', 'city', 'district'] as const;

const measure = z.discriminatedUnion('kind', [
  /** `part` of `whole`, e.g. teachers with a valid certificate of all full-time teachers. */
  z.strictObject({
    ...{ kind: z.literal('share'), part: bilingual, whole: bilingual },
    /** Both are money, in fen. */
    money: z.literal(true).optional(),
  }),
  z.strictObject({ kind: z.literal('count'), counts: bilingual, unit: bilingual }),
  /** Integer fen. */
  z.strictObject({ kind: z.literal('money'), counts: bilingual }),
]);
export type Measure = z.infer<typeof measure>;

const source = z.union(
  [
    z.strictObject({ computed: z.enum(computations) }),
    z.strictObject({
      /** How often the unit in charge reports. */
      reported: z.enum(rhythms),
      /** What a year is worth: the sum of its periods, or its last one. */
      year: z.enum(['sum', 'last']),
    }),
  ],
  { error: 'source 须为 {"computed": …} 或 {"reported": …, "year": …} / either computed or reported' },
);

const year = z.int().min(2000).max(2199);

const item = z
  .strictObject({
    id: z
      .string()
      .regex(/^[a-z][a-z0-9-]{1,39}$/, '代号只用小写字母、数字和连字符 / lower-case letters, digits, hyphens'),
    name: bilingual,
    clause,
    /** Answers for it, and reports it where it is reported. */
    unitId,
    level: z.enum(levels),
    measure,
    /**
     * `grows`: more than the year before, every year. Otherwise what is reached from a year on: `60%` of a share, a whole number of a count,
     * yuan (`10,000,000.00元`) of money.
     */
    target: z.union([
      z.literal('grows'),
      z
        .array(z.strictObject({ from: year, atLeast: z.union([z.string(), z.int().min(0)]) }))
        .min(1)
        .max(50),
    ]),
    source,
    /** May be shown to everybody, without sign-in. */
    public: z.boolean(),
  })
  .transform(({ target, ...rest }, context) => {
    if (target === 'grows') return { ...rest, target: 'grows' as const };
    const steps = target.map(({ from, atLeast }, index) => {
      const value = readTarget(rest.measure.kind, atLeast);
      if (typeof value === 'number') return { from, value };
      context.addIssue({ code: 'custom', path: ['target', index, 'atLeast'], message: value.wrong, input: atLeast });
      return z.NEVER;
    });
    const descending = target.findIndex(({ from }, index) => index > 0 && from <= target[index - 1]!.from);
    if (descending > 0) {
      context.addIssue({
        code: 'custom',
        path: ['target', descending, 'from'],
        message: '年份须递增 / years must ascend',
        input: target,
      });
    }
    return { ...rest, target: steps };
  });

function readTarget(kind: Measure['kind'], atLeast: string | number): number | { wrong: string } {
  if (kind === 'share') {
    const bp = typeof atLeast === 'string' ? readPercent(atLeast) : null;
    return bp ?? { wrong: '须为百分数，如 60% 或 59.99% / a percentage like 60% or 59.99%' };
  }
  if (kind === 'count') return typeof atLeast === 'number' ? atLeast : { wrong: '须为整数 / a whole number' };
  const read = typeof atLeast === 'string' ? readMoney(atLeast) : null;
  return read?.ok ? read.fen : { wrong: '须为金额，如 10,000,000.00元 / an amount in yuan' };
}

export type Indicator = z.infer<typeof item>;

export const indicatorsPolicySchema = z
  .strictObject({ clause, items: z.array(item).min(1).max(100) })
  .superRefine(({ items }, context) => {
    items.forEach(({ id, measure: { kind }, source: from }, index) => {
      const wrong = (path: string, message: string) =>
        context.addIssue({ code: 'custom', path: ['items', index, path], message });
      if (items.findIndex((other) => other.id === id) !== index)
        wrong('id', `指标代号重复：${id} / indicator id used twice`);
      if ('computed' in from && kind !== computedKinds[from.computed])
        wrong('measure', `${from.computed} 的计量须为 ${computedKinds[from.computed]} / its measure must be that`);
      if ('reported' in from && from.year === 'sum' && kind === 'share')
        wrong('source', '比例不能相加 / shares do not add up');
    });
  });
export type IndicatorsPolicy = z.infer<typeof indicatorsPolicySchema>;

const computedKinds: Record<Computation, Measure['kind']> = {
  'dual-qualified': 'share',
  schools: 'count',
  students: 'count',
  'program-match': 'share',
  'fund-size': 'money',
  'development-share': 'share',
};

/** 机构、专业、人数登记: who keeps the registers. */
export const registersPolicySchema = z.strictObject({ clause, keepers: z.array(policyHolder).min(1).max(20) });

/** 指标填报: how the unit in charge is asked, and who looks at the figure. */
export const reportPolicySchema = z.strictObject({
  clause,
  ask: z.strictObject({
    /** From the first working day after the period. */
    deadline: deadlineRule,
    /** Reminders so many working days before the end, and after it every so many. */
    remindBefore: z.array(z.int().min(0).max(60)).min(1).max(5),
    remindAfterEvery: z.int().min(1).max(60),
    clause,
  }),
  review: z.strictObject({ ...period.shape, holder: policyHolder }),
});
export type ReportPolicy = z.infer<typeof reportPolicySchema>;
