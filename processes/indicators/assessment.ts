/** Target against actual for one year. A year without figures is said to be without, never counted as zero. */
import type { Bilingual } from '../case.ts';
import type { Indicator } from './policy.ts';
import { basisPoints, meets, stillMissing, type TargetValue, type Value } from './value.ts';

/** What is known of a year: a value, or why there is none. */
export type Known =
  | {
      value: Value;
      /** More is to come in the year that runs: not reached yet is no failure. */
      partial?: true;
    }
  | { missing: Bilingual };

export interface Assessment {
  state:
    | 'met' // 已达标
    | 'below' // 未达标
    | 'on-the-way' // 推进中: the target is for a later year, or the year still brings figures
    | 'no-data'; // 无数据
  value: Value | null;
  /** Why there is no value, or no comparison. */
  reason: Bilingual | null;
  /** The year the target holds from; null for growth. */
  target: { value: TargetValue; from: number | null } | null;
  /** What is still missing, in units of the value (of a share: of its part); null when nothing can be compared. */
  missing: number | null;
}

/** `before`: what is known of the year before, which growth is measured by. */
export function assess({ target }: Pick<Indicator, 'target'>, year: number, known: Known, before: Known): Assessment {
  const aim = target === 'grows' ? growth(before) : step(target, year);
  if ('missing' in known) {
    const reason = known.missing;
    return { state: 'no-data', value: null, reason, target: 'reason' in aim ? null : aim, missing: null };
  }
  const { value } = known;
  if (value.kind === 'share' && value.whole === 0) {
    const reason = { zh: `${year} 年分母为零，无法计算比例`, en: `The whole of ${year} is zero: there is no share` };
    return { state: 'no-data', value: null, reason, target: 'reason' in aim ? null : aim, missing: null };
  }
  if ('reason' in aim) return { state: 'no-data', value, reason: aim.reason, target: null, missing: null };
  const met = meets(value, aim.value);
  const early = known.partial === true || (aim.from !== null && aim.from > year);
  return {
    state: met ? 'met' : early ? 'on-the-way' : 'below',
    value,
    reason: null,
    target: aim,
    missing: stillMissing(value, aim.value),
  };
}

/** The newest target in force, or the first that is to come. */
function step(target: Exclude<Indicator['target'], 'grows'>, year: number) {
  const chosen = target.findLast(({ from }) => from <= year) ?? target[0]!;
  return { value: chosen.value, from: chosen.from };
}

/** More than the year before: one more at least. */
function growth(before: Known): { value: TargetValue; from: null } | { reason: Bilingual } {
  if ('missing' in before) {
    return {
      reason: {
        zh: `上一年没有数据，无法比较增长：${before.missing.zh}`,
        en: `Growth cannot be measured without the year before: ${before.missing.en}`,
      },
    };
  }
  const { value } = before;
  return value.kind === 'number'
    ? { value: value.amount + 1, from: null }
    : { value: value.whole === 0 ? 0 : basisPoints(value) + 1, from: null };
}
