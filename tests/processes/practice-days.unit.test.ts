import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dateOfDay, dayOfDate } from '../../processes/shanghai.ts';
import { practiceDays, type PracticePeriod } from '../../processes/teacher-certification/practice-days.ts';

const FIRST = dayOfDate('2025-01-01');
const since = dateOfDay(FIRST);
const until = dateOfDay(FIRST + 14);

/** Periods of a small calendar, some sticking out of the window, some claiming too much. */
const period = fc
  .record({
    from: fc.integer({ min: -3, max: 16 }),
    length: fc.integer({ min: 1, max: 8 }),
    days: fc.integer({ min: 1, max: 10 }),
  })
  .map(({ from, length, days }): PracticePeriod => ({
    from: dateOfDay(FIRST + from),
    to: dateOfDay(FIRST + from + length - 1),
    days,
  }));
const periods = fc.array(period, { maxLength: 6 });

/** The largest matching of days to periods, found the slow way (augmenting paths). */
function largestMatching(all: PracticePeriod[]): number {
  const giverOf = new Map<string, number>();
  const places = all.flatMap(({ days }, index) => Array.from({ length: days }, () => index));
  const daysOf = all.map(({ from, to }) => {
    const days: number[] = [];
    for (let day = dayOfDate(from); day <= dayOfDate(to); day += 1)
      if (day >= FIRST && day <= FIRST + 14) days.push(day);
    return days;
  });
  const place = (seat: number, tried: Set<number>): boolean => {
    for (const day of daysOf[places[seat]!]!) {
      if (tried.has(day)) continue;
      tried.add(day);
      const taken = giverOf.get(String(day));
      if (taken === undefined || place(taken, tried)) {
        giverOf.set(String(day), seat);
        return true;
      }
    }
    return false;
  };
  return places.filter((_, seat) => place(seat, new Set())).length;
}

test('practice days are the most different days that the rows can stand for', () => {
  fc.assert(
    fc.property(periods, (all) => {
      expect(practiceDays(all, since, until)).toBe(largestMatching(all));
    }),
    { numRuns: 500 },
  );
});

test('the order of the rows does not matter, and a row listed twice with all its days adds nothing', () => {
  fc.assert(
    fc.property(periods, (all) => {
      const counted = practiceDays(all, since, until);
      expect(practiceDays(all.toReversed(), since, until)).toBe(counted);
      const whole = all.map((row) => ({ ...row, days: dayOfDate(row.to) - dayOfDate(row.from) + 1 }));
      expect(practiceDays([...whole, ...whole], since, until)).toBe(practiceDays(whole, since, until));
    }),
  );
});

test('no rows, rows outside the window and rows that end before they start count nothing', () => {
  expect(practiceDays([], since, until)).toBe(0);
  expect(practiceDays([{ from: '2020-01-01', to: '2020-12-31', days: 300 }], since, until)).toBe(0);
  expect(practiceDays([{ from: '2025-01-10', to: '2025-01-05', days: 5 }], since, until)).toBe(0);
});
