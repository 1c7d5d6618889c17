/** Which days the offices work: statutory holidays and make-up days (调休) by year. */
import published from 'chinese-days/dist/chinese-days.json' with { type: 'json' };
import type { Bilingual } from './case.ts';
import { dateOfDay, weekday } from './shanghai.ts';

/** A year's schedule as an administrator imports it; `holidays` and `makeUpDays` are `YYYY-MM-DD`. */
export interface CalendarYear {
  year: number;
  holidays: string[];
  makeUpDays: string[];
}

/** Plain JSON. Days of a year that is not in `years` are provisional: Monday to Friday work. */
export interface Calendar {
  years: number[];
  holidays: Record<string, Bilingual>;
  makeUpDays: Record<string, true>;
}

export type DayKind =
  | { working: true; reason: 'weekday' | 'make-up' }
  | { working: false; reason: 'weekend' }
  | { working: false; reason: 'holiday'; holiday: Bilingual };

const yearOf = (date: string) => Number(date.slice(0, 4));

/** `Spring Festival,春节,4` in the library's table. */
function holidayName(entry: string): Bilingual {
  const [en, zh] = entry.split(',') as [string, string];
  return { zh, en };
}

const builtIn: Calendar = {
  years: [...new Set(Object.keys(published.holidays).map(yearOf))].toSorted((a, b) => a - b),
  holidays: Object.fromEntries(Object.entries(published.holidays).map(([date, entry]) => [date, holidayName(entry)])),
  makeUpDays: Object.fromEntries(Object.keys(published.workdays).map((date) => [date, true as const])),
};

/**
 * The published schedules, with imported years instead of (or after) the built-in ones. An imported year may also name days of the
 * December before it, as the schedule of 2012 did (2011-12-31 worked).
 */
export function calendarFor(imported: readonly CalendarYear[] = []): Calendar {
  if (imported.length === 0) return builtIn;
  const replaced = new Set(imported.map(({ year }) => year));
  const kept = <T>(days: Record<string, T>) => Object.entries(days).filter(([date]) => !replaced.has(yearOf(date)));
  const calendar: Calendar = {
    years: [...new Set([...builtIn.years, ...replaced])].toSorted((a, b) => a - b),
    holidays: Object.fromEntries(kept(builtIn.holidays)),
    makeUpDays: Object.fromEntries(kept(builtIn.makeUpDays)),
  };
  // The later schedule has the last word on a December, whatever order the rows come in.
  for (const year of imported.toSorted((a, b) => a.year - b.year)) {
    for (const date of year.holidays) {
      delete calendar.makeUpDays[date];
      calendar.holidays[date] = builtIn.holidays[date] ?? { zh: '法定节假日', en: 'statutory holiday' };
    }
    for (const date of year.makeUpDays) {
      delete calendar.holidays[date];
      calendar.makeUpDays[date] = true;
    }
  }
  return calendar;
}

/** What the day is, and why. `day` is a Shanghai day number. */
export function dayKind(day: number, calendar: Calendar): DayKind {
  const date = dateOfDay(day);
  if (Object.hasOwn(calendar.makeUpDays, date)) return { working: true, reason: 'make-up' };
  const holiday = Object.hasOwn(calendar.holidays, date) ? calendar.holidays[date] : undefined;
  if (holiday) return { working: false, reason: 'holiday', holiday };
  const weekend = weekday(day) === 0 || weekday(day) === 6;
  return weekend ? { working: false, reason: 'weekend' } : { working: true, reason: 'weekday' };
}

/** Whether the schedule of the day's year is not published: Monday to Friday are taken as working days (暂定). */
export const isProvisionalDay = (day: number, calendar: Calendar): boolean =>
  !calendar.years.includes(yearOf(dateOfDay(day)));
