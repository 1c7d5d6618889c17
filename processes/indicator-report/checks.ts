/** What is looked at before a figure is sent, and shown to whoever reviews it. */
import { defect, forAPerson, kept, type Rule } from '../findings.ts';
import { lastDayOf, lastEnded, periodName, type Rhythm, yearOfPeriod } from '../indicators/periods.ts';
import type { Indicator } from '../indicators/policy.ts';
import { percentText } from '../indicators/value.ts';
import type { CheckContext, Finding } from '../process.ts';
import type { IndicatorReportForm } from './form.ts';

export function checkIndicatorReport(form: IndicatorReportForm, context: CheckContext): Finding[] {
  const { items, clause } = context.policy.indicators;
  const indicator = items.find(({ id }) => id === form.figure.indicator);
  const rule = { rule: 'indicator-known', clause: indicator?.clause ?? clause, path: 'figure.indicator' };
  if (!indicator) {
    return [
      defect(rule, {
        zh: `没有指标代号「${form.figure.indicator}」`,
        en: `There is no indicator "${form.figure.indicator}"`,
      }),
    ];
  }
  if (!('reported' in indicator.source)) {
    return [
      defect(rule, {
        zh: `「${indicator.name.zh}」由系统计算，不用填报`,
        en: `"${indicator.name.en}" is computed: it is not reported`,
      }),
    ];
  }
  return [
    unitInCharge(rule, indicator, context),
    periodEnded(form, indicator, indicator.source.reported, context),
    ...figureFits(form, indicator),
    ...addsUp(form, indicator),
    ...onRecord(form, indicator, context),
    ...plausible(form, indicator, context),
  ];
}

function unitInCharge(rule: Rule, { unitId, name }: Indicator, { unitId: mine, policy }: CheckContext): Finding {
  const unit = policy.units.find(({ id }) => id === unitId)?.name ?? { zh: unitId, en: unitId };
  return mine === unitId
    ? kept(rule, { zh: `责任单位：${unit.zh}`, en: `Unit in charge: ${unit.en}` })
    : defect(rule, {
        zh: `「${name.zh}」由${unit.zh}填报`,
        en: `"${name.en}" is reported by ${unit.en}`,
      });
}

const rhythmNames: Record<Rhythm, { zh: string; en: string }> = {
  year: { zh: '按年度填报，如 2025', en: 'a year like 2025' },
  'half-year': { zh: '按半年填报，如 2025-H1', en: 'a half like 2025-H1' },
  quarter: { zh: '按季度填报，如 2025-Q3', en: 'a quarter like 2025-Q3' },
};

function periodEnded(
  { figure: { period } }: IndicatorReportForm,
  { clause }: Indicator,
  rhythm: Rhythm,
  { today }: CheckContext,
): Finding {
  const rule = { rule: 'period', clause, path: 'figure.period' };
  if (yearOfPeriod(period, rhythm) === null)
    return defect(rule, {
      zh: `「${period}」不是该指标的期间：${rhythmNames[rhythm].zh}`,
      en: `"${period}" is no period of this indicator: ${rhythmNames[rhythm].en}`,
    });
  const { zh, en } = periodName(period);
  if (lastDayOf(period) < today) return kept(rule, { zh: `${zh}已结束`, en: `${en} has ended` });
  const last = periodName(lastEnded(rhythm, today));
  return defect(rule, {
    zh: `${zh}尚未结束，现在可填报到 ${last.zh}`,
    en: `${en} has not ended; the newest that can be reported is ${last.en}`,
  });
}

/** A share has both numbers and is at most the whole; a count has one. */
function figureFits({ figure: { part, whole } }: IndicatorReportForm, { measure, clause }: Indicator): Finding[] {
  const rule = { rule: 'figure', clause, path: 'figure.whole' };
  if (measure.kind !== 'share') {
    return whole === undefined
      ? []
      : [
          defect(rule, {
            zh: '该指标不是比例，分母应留空',
            en: 'This indicator is no share: leave the denominator empty',
          }),
        ];
  }
  if (whole === undefined || whole === 0)
    return [
      defect(rule, {
        zh: `请填写分母（${measure.whole.zh}），须大于 0`,
        en: `Fill in the denominator (${measure.whole.en}), above 0`,
      }),
    ];
  if (part > whole)
    return [
      defect(
        { ...rule, path: 'figure.part' },
        { zh: `分子 ${part} 大于分母 ${whole}`, en: `The numerator ${part} is above the denominator ${whole}` },
      ),
    ];
  const text = percentText({ part, whole });
  return [kept(rule, { zh: `${part} ÷ ${whole} = ${text}`, en: `${part} of ${whole} are ${text}` })];
}

function addsUp({ figure, breakdown }: IndicatorReportForm, { measure, clause }: Indicator): Finding[] {
  const { rows } = breakdown;
  const rule = { rule: 'breakdown', clause };
  if (rows.length === 0)
    return [kept(rule, { zh: '没有分单位数据，看板不显示差距在哪里', en: 'Without a breakdown nobody can be named' })];
  const share = measure.kind === 'share';
  const wrong = rows.flatMap((row, index): Finding[] => {
    const at = (field: string): Rule => ({ ...rule, path: `breakdown.rows.${index}.${field}` });
    if (rows.findIndex(({ unit }) => unit === row.unit) !== index)
      return [defect(at('unit'), { zh: `「${row.unit}」重复`, en: `"${row.unit}" stands twice` })];
    if (share && row.whole === undefined)
      return [defect(at('whole'), { zh: '请填写分母', en: 'Fill in the denominator' })];
    if (!share && row.whole !== undefined)
      return [defect(at('whole'), { zh: '该指标不是比例，分母应留空', en: 'No share: leave it empty' })];
    if (row.whole !== undefined && row.part > row.whole)
      return [
        defect(at('part'), {
          zh: `分子 ${row.part} 大于分母 ${row.whole}`,
          en: `The numerator ${row.part} is above the denominator ${row.whole}`,
        }),
      ];
    return [];
  });
  const sum = (pick: 'part' | 'whole') => rows.reduce((total, row) => total + (row[pick] ?? 0), 0);
  const differs = (pick: 'part' | 'whole', label: { zh: string; en: string }): Finding[] =>
    sum(pick) === (figure[pick] ?? 0)
      ? []
      : [
          defect(
            { ...rule, path: `figure.${pick}` },
            {
              zh: `${label.zh}合计 ${sum(pick)}，与填报的 ${figure[pick] ?? 0} 不一致`,
              en: `${label.en}: the rows add up to ${sum(pick)}, the figure says ${figure[pick] ?? 0}`,
            },
          ),
        ];
  const found = [
    ...wrong,
    ...differs('part', { zh: '分单位数值', en: 'Figure' }),
    ...(share ? differs('whole', { zh: '分单位分母', en: 'Denominator' }) : []),
  ];
  return found.length > 0
    ? found
    : [kept(rule, { zh: `${rows.length} 个单位，合计一致`, en: `${rows.length} units add up to the figure` })];
}

/** A second report of a period replaces the first: told, not refused. */
function onRecord({ figure }: IndicatorReportForm, { clause }: Indicator, { reported = [] }: CheckContext): Finding[] {
  const known = reported.find(({ indicator, period }) => indicator === figure.indicator && period === figure.period);
  if (!known) return [];
  const { zh, en } = periodName(figure.period);
  return [
    {
      ...{ rule: 'on-record', clause, path: 'figure.period', level: 'warning' },
      message: {
        zh: `${zh}已有审核通过的填报 ${known.number}；本次审核通过后以本次为准，原数据保留备查`,
        en: `${en} has an accepted report, ${known.number}; once accepted this one counts, the former stays on record`,
      },
    },
  ];
}

/** More than half away from the report before it: somebody looks twice. */
function plausible({ figure }: IndicatorReportForm, { clause, measure }: Indicator, { reported = [] }: CheckContext) {
  const before = reported
    .filter(({ indicator, period }) => indicator === figure.indicator && period < figure.period)
    .toSorted((a, b) => a.period.localeCompare(b.period))
    .at(-1);
  const of = measure.kind === 'share' ? ('whole' in figure ? figure.whole : undefined) : figure.part;
  const then = measure.kind === 'share' ? before?.whole : before?.part;
  if (!before || !of || !then || (of * 2 >= then && of <= then * 2)) return [];
  const message = {
    zh: `与上一期（${periodName(before.period).zh}）相比变化过半：${then} → ${of}，请核对`,
    en: `More than half away from ${periodName(before.period).en}: ${then} → ${of}`,
  };
  return [forAPerson({ rule: 'plausible', clause, path: 'figure.part' }, message)];
}
