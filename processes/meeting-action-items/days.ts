import { type Calendar, isWorkingDay, workingDaysBetween } from '../working-days.ts';
import { dateOfDay, dayOfDate, dayStartMs } from '../shanghai.ts';

/** A due date on a day off runs to the next working day (民法典 203). */
export function rolledDay(date: string, calendar: Calendar): string {
  let day = dayOfDate(date);
  while (!isWorkingDay(dateOfDay(day), calendar)) day += 1;
  return dateOfDay(day);
}

/**
 * A due date as the deadline rule that ends on it: one day counted from the day before, so that it rolls and is computed again with a new
 * calendar like every other deadline.
 */
export const untilDay = (date: string): { rule: { days: 1 }; from: number } => ({
  rule: { days: 1 },
  from: dayStartMs(dayOfDate(date) - 1),
});

/** Working days after `from` up to and including `to`; negative when `to` is past, 0 on the day itself. */
export const workingDaysTo = (from: string, to: string, calendar: Calendar): number =>
  workingDaysBetween(dayStartMs(dayOfDate(from)), dayStartMs(dayOfDate(to) + 1), calendar);
