import { dayOfDate } from '../shanghai.ts';

export interface PracticePeriod {
  /** `YYYY-MM-DD`, both days included. */
  from: string;
  to: string;
  /** Days actually worked between them. */
  days: number;
}

/**
 * The most different days that the periods can cover between `since` and `until` (both included), no day counted twice and no period
 * counted for more days than it claims. Day by day, the period that ends first gives its day: that order is known to lose none.
 * Periods whose end lies before their start count nothing.
 */
export function practiceDays(periods: readonly PracticePeriod[], since: string, until: string): number {
  const first = dayOfDate(since);
  const last = dayOfDate(until);
  const open = periods
    .map((period) => ({
      from: Math.max(dayOfDate(period.from), first),
      to: Math.min(dayOfDate(period.to), last),
      left: period.days,
    }))
    .filter((period) => period.from <= period.to)
    .toSorted((a, b) => a.to - b.to);

  const start = Math.min(...open.map(({ from }) => from));
  const end = Math.max(...open.map(({ to }) => to));
  let count = 0;
  for (let day = start; day <= end; day += 1) {
    const giver = open.find((period) => period.from <= day && day <= period.to && period.left > 0);
    if (!giver) continue;
    giver.left -= 1;
    count += 1;
  }
  return count;
}

/** Days from the first to the last, both included; 0 or less when the end lies before the start. */
export const spanDays = ({ from, to }: Pick<PracticePeriod, 'from' | 'to'>): number =>
  dayOfDate(to) - dayOfDate(from) + 1;
