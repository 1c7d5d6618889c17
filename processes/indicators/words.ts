/** Indicators in words: one way of saying a figure on screens, in exports and to the public. */
import type { Bilingual } from '../case.ts';
import { formatYuan } from '../money.ts';
import type { Assessment } from './assessment.ts';
import type { Indicator, levels, Measure } from './policy.ts';
import { percentOf, percentText, type TargetValue, type Value } from './value.ts';

export const levelNames: Record<(typeof levels)[number], Bilingual> = {
  national: { zh: '国家级', en: 'National' },
  city: { zh: '市级', en: 'City' },
  district: { zh: '区级', en: 'District' },
};

export const stateNames: Record<Assessment['state'], Bilingual> = {
  met: { zh: '已达标', en: 'Reached' },
  below: { zh: '未达标', en: 'Below target' },
  'on-the-way': { zh: '推进中', en: 'On the way' },
  'no-data': { zh: '无数据', en: 'No figures' },
};

/** `59.99%`, `102,345`, `10,000,000.00`: without a unit. */
export function valueText(kind: Measure['kind'], value: Value): string {
  if (value.kind === 'share') return percentText(value);
  return kind === 'money' ? formatYuan(value.amount) : grouped(value.amount);
}

export function targetText(kind: Measure['kind'], target: TargetValue): string {
  if (kind === 'share') return percentOf(target);
  return kind === 'money' ? formatYuan(target) : grouped(target);
}

const grouped = (count: number): string => String(count).replaceAll(/\B(?=(\d{3})+$)/gu, ',');

/** The unit behind the figure; a share has its sign already. */
export const unitText = (measure: Measure): Bilingual => {
  if (measure.kind === 'share') return { zh: '', en: '' };
  return measure.kind === 'money' ? { zh: '元', en: 'yuan' } : measure.unit;
};

/** 还差 3 名…: what is missing to the target. Null when nothing is. */
export function missingText({ measure }: Pick<Indicator, 'measure'>, missing: number | null): Bilingual | null {
  if (missing === null || missing === 0) return null;
  if (measure.kind === 'money')
    return { zh: `还差 ${formatYuan(missing)} 元`, en: `${formatYuan(missing)} yuan short` };
  if (measure.kind === 'share') return { zh: `还差 ${grouped(missing)}`, en: `${grouped(missing)} more needed` };
  return { zh: `还差 ${grouped(missing)} ${measure.unit.zh}`, en: `${grouped(missing)} ${measure.unit.en} short` };
}

/** A number for a chart: percent with two decimals, a count, or ten thousand yuan. Only drawn, never compared. */
export function charted(kind: Measure['kind'], value: Value | TargetValue): number {
  if (typeof value === 'number') return kind === 'count' ? value : value / (kind === 'share' ? 100 : 1_000_000);
  if (value.kind === 'share') return value.whole === 0 ? 0 : Math.floor((value.part / value.whole) * 10_000) / 100;
  return kind === 'money' ? value.amount / 1_000_000 : value.amount;
}

export const chartUnit = (measure: Measure): Bilingual => {
  if (measure.kind === 'share') return { zh: '%', en: '%' };
  return measure.kind === 'money' ? { zh: '万元', en: '10,000 yuan' } : measure.unit;
};

/** How the figure came about. */
export function explanation(
  { measure, source }: Pick<Indicator, 'measure' | 'source'>,
  value: Value | null,
  reason: Bilingual | null,
): Bilingual {
  const from =
    'computed' in source
      ? { zh: '由系统按登记和办理记录实时计算', en: 'Counted from the records at this moment' }
      : { zh: '由责任单位填报、区教委审核', en: 'Reported by the unit in charge and reviewed' };
  if (value === null)
    return { zh: `${from.zh}：${reason?.zh ?? '无数据'}。`, en: `${from.en}: ${reason?.en ?? 'no figures'}.` };
  if (value.kind === 'share' && measure.kind === 'share') {
    const [part, whole] = [value.part, value.whole].map((each) =>
      measure.money ? `${formatYuan(each)} 元` : grouped(each),
    );
    return {
      zh: `${from.zh}：${measure.part.zh} ${part} ÷ ${measure.whole.zh} ${whole} = ${percentText(value)}（舍去，不进位）。`,
      en: `${from.en}: ${measure.part.en}, ${part}, of ${measure.whole.en}, ${whole}, are ${percentText(value)} (rounded down).`,
    };
  }
  const unit = unitText(measure);
  const counts = measure.kind === 'share' ? measure.part : measure.counts;
  return {
    zh: `${from.zh}：${counts.zh} ${valueText(measure.kind, value)} ${unit.zh}。`,
    en: `${from.en}: ${counts.en}, ${valueText(measure.kind, value)} ${unit.en}.`,
  };
}
