/** 指标: target against actual, what a figure is made of, and what everybody may see. */
import { z } from 'zod';
import { defineRoute } from './route.ts';
import { bilingual, due, instant, person, unit } from './shapes.ts';

export const assessmentState = z.enum(['met', 'below', 'on-the-way', 'no-data']);

/** Exact: a share is its two whole numbers; `text` is rounded down. Money is whole fen. */
export const indicatorValue = z.object({
  part: z.int(),
  /** Null where it is no share. */
  whole: z.int().nullable(),
  text: z.string(),
  /** On a chart: percent, a count, or ten thousand yuan. */
  charted: z.number(),
});
export type IndicatorValue = z.infer<typeof indicatorValue>;

const target = z.object({
  text: z.string(),
  charted: z.number(),
  /** The year it holds from; null for growth, which is measured by the year before. */
  from: z.int().nullable(),
});

export const yearPoint = z.object({
  year: z.int(),
  state: assessmentState,
  value: indicatorValue.nullable(),
  target: target.nullable(),
  /** Why there is no figure. */
  reason: bilingual.nullable(),
});
export type YearPoint = z.infer<typeof yearPoint>;

/** Who holds it back, and by how much. */
const behind = z.object({ unit, missing: z.int(), text: bilingual });

export const indicator = z.object({
  id: z.string(),
  name: bilingual,
  clause: z.string(),
  /** In charge. */
  unit,
  level: z.enum(['national', 'city', 'district']),
  levelText: bilingual,
  kind: z.enum(['share', 'count', 'money']),
  /** What is counted; of a share: its part. */
  counts: bilingual,
  /** What a share is of. */
  of: bilingual.nullable(),
  /** 人, 所, %, 万元 */
  chartUnit: bilingual,
  source: z.enum(['computed', 'reported']),
  public: z.boolean(),
  year: z.int(),
  state: assessmentState,
  stateText: bilingual,
  value: indicatorValue.nullable(),
  reason: bilingual.nullable(),
  target: target.nullable(),
  /** What is still missing, in words; null when it is reached or cannot be told. */
  missing: bilingual.nullable(),
  notes: z.array(bilingual),
  series: z.array(yearPoint),
  /** The first three. */
  behind: z.array(behind),
  /** A figure that was asked for and is not in. */
  asked: z.object({ period: z.string(), periodText: bilingual, due: due.nullable() }).nullable(),
});
export type IndicatorView = z.infer<typeof indicator>;

const readers = {
  roles: ['clerk', 'reviewer', 'principal', 'leader', 'secretariat', 'fund-manager', 'auditor', 'administrator'],
} as const;
const year = z.coerce.number().int().min(2000).max(2199);

export const listIndicators = defineRoute({
  method: 'get',
  path: '/indicators',
  tag: 'indicators',
  summary: '指标 Every indicator of the plan: target against actual, trend, distance, who holds it back',
  access: readers,
  query: z.strictObject({ year: year.optional() }),
  status: 200,
  response: z.object({ year: z.int(), years: z.array(z.int()), clause: z.string(), items: z.array(indicator) }),
});

export const unitFigure = z.object({
  unit,
  value: indicatorValue,
  /** Missing to the target by the unit's own figure; null where the target is not a unit's. */
  missing: z.int().nullable(),
  state: z.enum(['met', 'below', 'none']),
  note: bilingual.nullable(),
});

export const reportRow = z.object({
  caseId: z.string(),
  number: z.string(),
  period: z.string(),
  periodText: bilingual,
  value: indicatorValue,
  by: person.nullable(),
  reviewedBy: person.nullable(),
  at: instant,
  /** A later report of the same period took its place. */
  replaced: z.boolean(),
});

export const indicatorDetail = indicator.extend({
  /** How the figure came about, in one sentence. */
  explanation: bilingual,
  /** What the target is worth, in one sentence. */
  byUnit: z.array(unitFigure),
  /** The rows behind it, at most 2000; a school sees its own. */
  records: z.array(z.object({ unit, what: z.string(), detail: bilingual, counts: z.boolean() })),
  recordsInAll: z.int(),
  reports: z.array(reportRow),
});
export type IndicatorDetail = z.infer<typeof indicatorDetail>;

const indicatorId = z.strictObject({
  id: z
    .string()
    .max(40)
    .regex(/^[a-z][a-z0-9-]*$/),
});

export const getIndicator = defineRoute({
  method: 'get',
  path: '/indicators/:id',
  tag: 'indicators',
  summary: '指标说明 One indicator explained: numerator, denominator, units and the rows behind it',
  access: readers,
  params: indicatorId,
  query: z.strictObject({ year: year.optional() }),
  status: 200,
  response: indicatorDetail,
});

export const exportIndicators = defineRoute({
  method: 'get',
  path: '/indicators-export',
  tag: 'indicators',
  summary: '导出指标 Indicators and what they are made of, as a spreadsheet',
  access: readers,
  query: z.strictObject({ year: year.optional() }),
  status: 200,
  produces: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
});

export const reportDue = z.object({
  indicator: z.string(),
  name: bilingual,
  clause: z.string(),
  period: z.string(),
  periodText: bilingual,
  due: due.nullable(),
  /** A report that is under way. */
  case: z.object({ id: z.string(), number: z.string() }).nullable(),
});
export type ReportDue = z.infer<typeof reportDue>;

export const listReportsDue = defineRoute({
  method: 'get',
  path: '/indicator-reports/due',
  tag: 'indicators',
  summary: '待填报 Figures asked from my unit that are not accepted yet',
  access: readers,
  status: 200,
  response: z.object({ items: z.array(reportDue) }),
});

export const publicIndicator = indicator
  .pick({
    id: true,
    name: true,
    clause: true,
    unit: true,
    levelText: true,
    kind: true,
    counts: true,
    of: true,
    state: true,
    stateText: true,
    value: true,
    reason: true,
    target: true,
    missing: true,
  })
  .extend({ series: z.array(yearPoint.pick({ year: true, value: true, state: true })) });

export const listPublicIndicators = defineRoute({
  method: 'get',
  path: '/public-indicators',
  tag: 'indicators',
  summary: '实施进展公示 The plan’s indicators as everybody may see them: no person, no school by name',
  access: 'public',
  query: z.strictObject({ year: year.optional() }),
  status: 200,
  response: z.object({
    year: z.int(),
    years: z.array(z.int()),
    district: bilingual,
    plan: bilingual,
    planNumber: z.string(),
    items: z.array(publicIndicator),
  }),
});
