import { type Calendar, isWorkingDay, workingDaysBetween } from '../working-days.ts';
import { dateOfDay, dayOfDate, dayStartMs, shanghaiDay } from '../shanghai.ts';

/** A due date on a day off runs to the next working day (民法典 203). */
export function rolledDay(date: string, calendar: Calendar): string {
  let day = dayOfDate(date);
  while (!isWorkingDay(dateOfDay(day), calendar)) day += 1;
  return dateOfDay(day);
}

/**
 * A due date as the deadline rule that ends on it, so that it rolls and is computed again with a new calendar like every other deadline:
 * so many days from `fromMs`, or one day from the day before where that day is not after it.
 */
export function untilDay(date: string, fromMs: number): { rule: { days: number }; from: number } {
  const days = dayOfDate(date) - shanghaiDay(fromMs);
  return days >= 1 ? { rule: { days }, from: fromMs } : { rule: { days: 1 }, from: dayStartMs(dayOfDate(date) - 1) };
}

/** Working days after `from` up to and including `to`; negative when `to` is past, 0 on the day itself. */
export const workingDaysTo = (from: string, to: string, calendar: Calendar): number =>
  workingDaysBetween(dayStartMs(dayOfDate(from)), dayStartMs(dayOfDate(to) + 1), calendar);
