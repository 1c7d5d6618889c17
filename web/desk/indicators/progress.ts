import type { IndicatorView } from '../../../api/contract/indicators.ts';

/** Actual as a percentage of the target, rounded down; null without either. Only for bars: whether a target is met is the server's word. */
export function progressOf({ value, target, state }: Pick<IndicatorView, 'value' | 'target' | 'state'>): number | null {
  if (!value || !target) return null;
  if (target.charted === 0) return 100;
  const percent = Math.floor((value.charted / target.charted) * 100);
  // 59.99 of 60 is not there yet, however it rounds.
  return state === 'met' ? Math.max(100, percent) : Math.min(99, percent);
}
