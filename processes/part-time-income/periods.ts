/** 申报期: which periods a post has, and when each declaration is due. Pure; days are `YYYY-MM-DD` in Asia/Shanghai, both included. */
import { type Calendar, deadline, type Deadline, type DeadlineRule } from '../working-days.ts';
import { dateOfDay, dayOfDate, dayStartMs } from '../shanghai.ts';
import type { DeclarationRules } from '../case.ts';

export type DeclarationRhythm = DeclarationRules['every'];

export interface DeclarationPeriod {
  /** `2027` or `2027-Q1`: names the period for ever, sorts by time. */
  key: string;
  /** The part of the year or quarter in which the post was in force. */
  from: string;
  to: string;
}

/**
 * The periods of a post from its first day to its last, in order. A post that ends early has those up to its real last day; none when it ended
 * before it began.
 */
export function periodsOf(term: { startsOn: string; endsOn: string }, every: DeclarationRhythm): DeclarationPeriod[] {
  const periods: DeclarationPeriod[] = [];
  for (let from = term.startsOn; from <= term.endsOn;) {
    const { key, end } = calendarPeriod(from, every);
    const to = end < term.endsOn ? end : term.endsOn;
    periods.push({ key, from, to });
    from = dateOfDay(dayOfDate(to) + 1);
  }
  return periods;
}

/** The year or quarter of a day, with its last day. */
function calendarPeriod(day: string, every: DeclarationRhythm): { key: string; end: string } {
  const year = day.slice(0, 4);
  if (every === 'year') return { key: year, end: `${year}-12-31` };
  const quarter = Math.ceil(Number(day.slice(5, 7)) / 3);
  return { key: `${year}-Q${quarter}`, end: `${year}-${['03-31', '06-30', '09-30', '12-31'][quarter - 1]}` };
}

/** When the declaration of a period is due: counted from the period's last day, which does not count itself (民法典 201). */
export const declarationDue = (
  period: Pick<DeclarationPeriod, 'to'>,
  rule: DeadlineRule,
  calendar: Calendar,
): Deadline => deadline(dayStartMs(dayOfDate(period.to)), rule, calendar);

/** Days on which a reminder leaves for something on `day`, first to last. */
export const reminderDays = (day: string, daysBefore: readonly number[]): string[] =>
  daysBefore.map((days) => dateOfDay(dayOfDate(day) - days)).toSorted();

/** 2027 年、2027 年第 1 季度 */
export function periodName(key: string): { zh: string; en: string } {
  const [year, quarter] = key.split('-Q');
  return quarter ? { zh: `${year} 年第 ${quarter} 季度`, en: `Q${quarter} ${year}` } : { zh: `${year} 年`, en: key };
}
