import { describe, expect, test } from 'vitest';
import { calendarYearProblems } from '../../processes/calendar-year.ts';
import { dueBadge } from '../../processes/due-badge.ts';
import { durationMs } from '../../processes/duration.ts';
import { addYears } from '../../processes/shanghai.ts';
import { calendarFor } from '../../processes/working-days.ts';

const published = calendarFor();
const endOf = (date: string) => Date.parse(`${date}T24:00:00+08:00`);
const at = (date: string, time = '09:00:00') => Date.parse(`${date}T${time}+08:00`);

describe('the badge of a deadline on Thursday 2026-11-26', () => {
  test.each([
    [at('2026-11-20'), '剩余 4 个工作日', '4 working days left', 'calm'],
    [at('2026-11-24'), '剩余 2 个工作日', '2 working days left', 'near'],
    [at('2026-11-25'), '剩余 1 个工作日', '1 working day left', 'near'],
    [at('2026-11-26', '23:59:59'), '今日到期', 'Due today', 'near'],
    [endOf('2026-11-26'), '已超期 1 个工作日', 'Overdue by 1 working day', 'late'],
    [at('2026-11-28'), '已超期 1 个工作日', 'Overdue by 1 working day', 'late'],
    [at('2026-12-01'), '已超期 3 个工作日', 'Overdue by 3 working days', 'late'],
  ])('%i: %s', (nowMs, zh, en, tone) => {
    expect(dueBadge(endOf('2026-11-26'), nowMs, 2, published)).toMatchObject({ text: { zh, en }, tone });
  });

  test('says overdue on the Saturday after a Friday, though no working day has passed', () => {
    expect(dueBadge(endOf('2026-11-27'), at('2026-11-28'), 2, published)).toEqual({
      text: { zh: '已超期', en: 'Overdue' },
      tone: 'late',
      workingDays: 0,
    });
  });

  test('of a trial of seconds changes within the day', () => {
    const due = at('2026-11-24', '12:00:00');
    expect(dueBadge(due, due - 1, 2, published).text.zh).toBe('今日到期');
    expect(dueBadge(due, due, 2, published).text.zh).toBe('已超期');
  });
});

test.each([
  ['PT3S', 3000],
  ['PT0.25S', 250],
  ['PT4H', 14_400_000],
  ['P1DT1M', 86_460_000],
  ['P2W', 1_209_600_000],
])('the duration %s is %i ms', (text, ms) => {
  expect(durationMs(text)).toBe(ms);
});

test.each(['', 'P', 'PT', 'P1Y', 'P1M', 'PT0S', 'P1DT', '3s', '-PT3S', 'PT1H ', 'pt3s'])(
  '%j is no duration of fixed length',
  (text) => {
    expect(durationMs(text)).toBeNull();
  },
);

test.each([
  ['2024-02-29', 2, '2026-02-28'],
  ['2024-02-29', 4, '2028-02-29'],
  ['2026-11-24', -5, '2021-11-24'],
  ['2025-12-31', 1, '2026-12-31'],
])('%s and %i years: %s', (date, years, expected) => {
  expect(addYears(date, years)).toBe(expected);
});

describe('a schedule to import', () => {
  const year2026 = {
    year: 2026,
    holidays: Object.keys(published.holidays).filter((date) => date.startsWith('2026')),
    makeUpDays: Object.keys(published.makeUpDays).filter((date) => date.startsWith('2026')),
  };

  test('as published is accepted', () => {
    expect(calendarYearProblems(year2026)).toEqual([]);
  });

  test('may name days of the December before', () => {
    expect(calendarYearProblems({ ...year2026, makeUpDays: ['2025-12-28'] })).toEqual([]);
  });

  test.each([
    [
      'a day that does not exist',
      { holidays: [...year2026.holidays, '2026-02-30'] },
      `holidays.${year2026.holidays.length}`,
    ],
    [
      'a day of another year',
      { holidays: [...year2026.holidays, '2027-01-01'] },
      `holidays.${year2026.holidays.length}`,
    ],
    ['a day twice', { holidays: [...year2026.holidays, '2026-10-01'] }, `holidays.${year2026.holidays.length}`],
    ['a day of both kinds', { makeUpDays: ['2026-10-04'] }, 'makeUpDays.0'],
    ['a make-up day in the week', { makeUpDays: ['2026-10-12'] }, 'makeUpDays.0'],
    ['hardly a holiday', { holidays: ['2026-10-01'] }, 'holidays'],
  ])('with %s is refused, naming the entry', (_, change, path) => {
    const problems = calendarYearProblems({ ...year2026, ...change });
    expect(problems.map((problem) => problem.path)).toEqual([path]);
  });
});
