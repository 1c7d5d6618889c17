/** Reporting periods: a year `2026`, a half `2026-H1`, a quarter `2026-Q3`. They sort as text within a kind. */
import type { Bilingual } from '../case.ts';

export const rhythms = ['year', 'half-year', 'quarter'] as const;
export type Rhythm = (typeof rhythms)[number];

const parts: Record<Rhythm, string[]> = {
  year: [''],
  'half-year': ['-H1', '-H2'],
  quarter: ['-Q1', '-Q2', '-Q3', '-Q4'],
};

/** The periods of a year, in order. */
export const periodsIn = (year: number, rhythm: Rhythm): string[] => parts[rhythm].map((part) => `${year}${part}`);

/** The year of a period of this rhythm; null when the text is no such period (2000 to 2199). */
export function yearOfPeriod(period: string, rhythm: Rhythm): number | null {
  const year = Number(/^(2[01]\d\d)(-|$)/.exec(period)?.[1]);
  return periodsIn(year, rhythm).includes(period) ? year : null;
}

/** Last day of a period, `YYYY-MM-DD`. */
export function lastDayOf(period: string): string {
  const [year, part = 'H2'] = period.split('-');
  const ends: Record<string, string> = { Q1: '03-31', H1: '06-30', Q2: '06-30', Q3: '09-30', Q4: '12-31', H2: '12-31' };
  return `${year}-${ends[part] ?? '12-31'}`;
}

/** The newest period that has ended by `today` (`YYYY-MM-DD`): what is asked now. */
export function lastEnded(rhythm: Rhythm, today: string): string {
  const year = Number(today.slice(0, 4));
  const ended = [year - 1, year]
    .flatMap((each) => periodsIn(each, rhythm))
    .filter((period) => lastDayOf(period) < today);
  return ended.at(-1) ?? String(year - 1);
}

export function periodName(period: string): Bilingual {
  const [year, part] = period.split('-');
  if (part === undefined) return { zh: `${year} 年`, en: `${year}` };
  const half: Record<string, string> = { H1: '上半年', H2: '下半年' };
  return { zh: `${year} 年${half[part] ?? `第 ${part.slice(1)} 季度`}`, en: `${year} ${part}` };
}
