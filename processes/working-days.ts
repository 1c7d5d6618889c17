/**
 * Deadlines of the office: 民法典 201–203 (the start day does not count; a period that ends on a day off runs to the next working day;
 * a day ends at 24:00) and 行政许可法 82 (periods in working days). Asia/Shanghai whatever the host's time zone.
 */
import { type Calendar, dayKind, isProvisionalDay } from './calendar.ts';
import type { Bilingual } from './case.ts';
import type { DeadlineRule } from './deadline-rule.ts';
import { deadlineSentence } from './deadline-sentence.ts';
import type { Derivation, SkippedDay } from './derivation.ts';
import { durationMs } from './duration.ts';
import { dateOfDay, dayOfDate, dayStartMs, shanghaiDay } from './shanghai.ts';

export { calendarFor, type Calendar, type CalendarYear } from './calendar.ts';
export type { DeadlineRule } from './deadline-rule.ts';
export type { Derivation, SkippedDay } from './derivation.ts';
export { shanghaiDate } from './shanghai.ts';

export interface Deadline {
  /** The instant it ends: 24:00 of the last day, that is 00:00 of the next; for a duration the exact instant. */
  dueAtMs: number;
  /** True when it rests on a year whose schedule is not published (暂定). */
  provisional: boolean;
  derivation: Derivation;
}

/** The deadline of a period that starts at an instant. Throws a RangeError on a rule that is not one. */
export function deadline(startedAtMs: number, rule: DeadlineRule, calendar: Calendar): Deadline {
  const startDay = shanghaiDay(startedAtMs);
  if ('duration' in rule) {
    const ms = durationMs(rule.duration);
    if (ms === null) throw new RangeError(`not a duration of fixed length: ${rule.duration}`);
    const dueAtMs = startedAtMs + ms;
    return { dueAtMs, provisional: false, derivation: derive(rule, startDay, shanghaiDay(dueAtMs), [], []) };
  }

  const counted = 'workingDays' in rule ? rule.workingDays : rule.days;
  if (!Number.isInteger(counted) || counted < 1 || counted > 3660)
    throw new RangeError(`not a number of days: ${counted}`);
  const skipped: SkippedDay[] = [];
  const makeUpDays: string[] = [];
  let provisional = false;

  /** Looks at one day and notes what it was. */
  const works = (day: number): boolean => {
    const kind = dayKind(day, calendar);
    provisional ||= isProvisionalDay(day, calendar);
    if (kind.working && kind.reason === 'make-up') makeUpDays.push(dateOfDay(day));
    if (!kind.working) skipped.push({ date: dateOfDay(day), reason: kind.reason, name: dayOffName(kind) });
    return kind.working;
  };

  let day = startDay;
  if ('workingDays' in rule) {
    for (let left = counted; left > 0;) {
      day += 1;
      if (works(day)) left -= 1;
    }
  } else {
    // Natural days count days off too; only the last day has to be a working day.
    day += counted;
    while (!works(day)) day += 1;
  }
  return { dueAtMs: dayStartMs(day + 1), provisional, derivation: derive(rule, startDay, day, skipped, makeUpDays) };
}

/**
 * Working days left from an instant until a deadline: the days after today up to and including the last day, 0 on the last day itself.
 * Past the deadline: minus the working days since its last day, which is 0 until the first of them has come.
 */
export function workingDaysBetween(fromMs: number, toMs: number, calendar: Calendar): number {
  const today = shanghaiDay(fromMs);
  // A deadline of 24:00 belongs to the day that ends, not to the one that begins.
  const lastDay = shanghaiDay(toMs - 1);
  if (today <= lastDay) return workingDaysIn(today, lastDay, calendar);
  const overdue = workingDaysIn(lastDay, today, calendar);
  return overdue === 0 ? 0 : -overdue;
}

/** Whether offices work on `YYYY-MM-DD`. Throws a RangeError when it is not a date. */
export const isWorkingDay = (date: string, calendar: Calendar): boolean => dayKind(dayOfDate(date), calendar).working;

/** Working days after `from` up to and including `to`. */
function workingDaysIn(from: number, to: number, calendar: Calendar): number {
  let count = 0;
  for (let day = from + 1; day <= to; day += 1) if (dayKind(day, calendar).working) count += 1;
  return count;
}

function dayOffName(kind: { reason: 'weekend' } | { reason: 'holiday'; holiday: Bilingual }): Bilingual {
  return kind.reason === 'holiday' ? kind.holiday : { zh: '周末', en: 'weekend' };
}

function derive(
  rule: DeadlineRule,
  startDay: number,
  endDay: number,
  skipped: SkippedDay[],
  makeUpDays: string[],
): Derivation {
  const facts = { rule, start: dateOfDay(startDay), skipped, makeUpDays, end: dateOfDay(endDay) };
  return { ...facts, sentence: deadlineSentence(facts) };
}
