/** When a unit is told that it owes a figure: at once, some days before the end, and again and again once it is late. */
import { type Calendar, workingDaysBetween } from '../working-days.ts';
import type { ReportPolicy } from './policy.ts';

export interface Ask {
  askedAtMs: number;
  dueAtMs: number;
}

export type Told = 'asked' | 'reminder' | 'overdue';

/** What is told in the round of this instant; null on the days between. */
export function toldNow(
  { askedAtMs, dueAtMs }: Ask,
  nowMs: number,
  { remindBefore, remindAfterEvery }: ReportPolicy['ask'],
  calendar: Calendar,
): Told | null {
  if (askedAtMs === nowMs) return 'asked';
  const left = workingDaysBetween(nowMs, dueAtMs, calendar);
  if (nowMs < dueAtMs) return remindBefore.includes(left) ? 'reminder' : null;
  // The first working day after the end, then every so many.
  return left < 0 && (-left - 1) % remindAfterEvery === 0 ? 'overdue' : null;
}
