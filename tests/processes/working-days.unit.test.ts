import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import {
  calendarFor,
  deadline,
  type DeadlineRule,
  isWorkingDay,
  shanghaiDate,
  workingDaysBetween,
} from '../../processes/working-days.ts';

const published = calendarFor();
const at = (date: string, time = '10:00:00') => Date.parse(`${date}T${time}+08:00`);
const dueOn = (start: string, rule: DeadlineRule) => deadline(at(start), rule, published).derivation.end;

const daysOf = (from: string, to: string) => {
  const days: string[] = [];
  for (let ms = Date.parse(from); ms <= Date.parse(to); ms += 86_400_000)
    days.push(new Date(ms).toISOString().slice(0, 10));
  return days;
};

describe('the schedule of 2026', () => {
  const makeUp = ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'];
  const holidays = [
    ...daysOf('2026-01-01', '2026-01-03'),
    ...daysOf('2026-02-15', '2026-02-23'),
    ...daysOf('2026-04-04', '2026-04-06'),
    ...daysOf('2026-05-01', '2026-05-05'),
    ...daysOf('2026-06-19', '2026-06-21'),
    ...daysOf('2026-09-25', '2026-09-27'),
    ...daysOf('2026-10-01', '2026-10-07'),
  ];

  test('is exactly the published one', () => {
    const of2026 = (days: object) =>
      Object.keys(days)
        .filter((date) => date.startsWith('2026'))
        .toSorted();
    expect(of2026(published.makeUpDays)).toEqual(makeUp);
    expect(of2026(published.holidays)).toEqual(holidays);
  });

  test('has 248 working days', () => {
    expect(daysOf('2026-01-01', '2026-12-31').filter((date) => isWorkingDay(date, published))).toHaveLength(248);
  });
});

describe('deadlines', () => {
  test.each([
    ['2026-02-13', 5, '2026-02-27'],
    ['2026-02-14', 5, '2026-02-28'],
    ['2026-02-13', 10, '2026-03-05'],
    ['2026-04-30', 5, '2026-05-11'],
    ['2026-06-18', 3, '2026-06-24'],
    ['2026-09-18', 5, '2026-09-24'],
    ['2026-09-24', 7, '2026-10-12'],
    ['2026-09-30', 5, '2026-10-13'],
  ])('%s + %i working days → %s', (start, workingDays, end) => {
    expect(dueOn(start, { workingDays })).toBe(end);
  });

  test.each([
    ['2026-09-28', 7, '2026-10-08'],
    ['2026-02-10', 7, '2026-02-24'],
    ['2026-02-07', 7, '2026-02-14'],
  ])('%s + %i natural days → %s', (start, days, end) => {
    expect(dueOn(start, { days })).toBe(end);
  });

  test('end at 24:00 Shanghai of their last day', () => {
    expect(deadline(at('2026-11-24'), { workingDays: 1 }, published).dueAtMs).toBe(at('2026-11-26', '00:00:00'));
  });

  test('count from the Shanghai day of the start, to the millisecond', () => {
    const lastMs = at('2026-11-25', '00:00:00') - 1;
    expect(deadline(lastMs, { workingDays: 1 }, published).derivation.end).toBe('2026-11-25');
    expect(deadline(lastMs + 1, { workingDays: 1 }, published).derivation.end).toBe('2026-11-26');
  });

  test('of a trial last as long as the duration says, also over a day off', () => {
    const friday = at('2026-11-27', '23:59:59');
    const { dueAtMs, provisional, derivation } = deadline(friday, { duration: 'PT3S' }, published);
    expect(dueAtMs - friday).toBe(3000);
    expect(provisional).toBe(false);
    expect(derivation).toMatchObject({ start: '2026-11-27', end: '2026-11-28', skipped: [], makeUpDays: [] });
  });

  test('explain themselves', () => {
    const { derivation } = deadline(at('2026-02-13'), { workingDays: 10 }, published);
    expect(derivation.skipped.map(({ date }) => date)).toEqual([...daysOf('2026-02-15', '2026-02-23'), '2026-03-01']);
    expect(derivation.skipped[0]).toEqual({
      date: '2026-02-15',
      reason: 'holiday',
      name: { zh: '春节', en: 'Spring Festival' },
    });
    expect(derivation.skipped.at(-1)).toEqual({
      date: '2026-03-01',
      reason: 'weekend',
      name: { zh: '周末', en: 'weekend' },
    });
    expect(derivation.makeUpDays).toEqual(['2026-02-14', '2026-02-28']);
    expect(derivation.sentence).toEqual({
      zh: '自 2026-02-13 起（当日不计）10 个工作日；跳过 2026-02-15 至 2026-02-23 春节、2026-03-01 周末；2026-02-14、2026-02-28 为调休补班，计为工作日；至 2026-03-05 24:00 止。',
      en: '10 working days from 2026-02-13 (not counted), skipping 2026-02-15 to 2026-02-23 (Spring Festival), 2026-03-01 (weekend), counting the make-up working days 2026-02-14, 2026-02-28: until 24:00 on 2026-03-05.',
    });
    expect(deadline(at('2026-11-23'), { workingDays: 1 }, published).derivation.sentence.en).toBe(
      '1 working day from 2026-11-23 (not counted): until 24:00 on 2026-11-24.',
    );
  });

  test.each([
    { workingDays: 0 },
    { workingDays: -1 },
    { workingDays: 1.5 },
    { workingDays: Number.NaN },
    { days: 0 },
    { days: 100_000 },
    { duration: 'P1M' },
    { duration: 'PT0S' },
    { duration: 'soon' },
  ] satisfies DeadlineRule[])('refuse %j', (rule) => {
    expect(() => deadline(at('2026-11-24'), rule, published)).toThrow(RangeError);
  });

  test('refuse an instant that is none', () => {
    expect(() => deadline(Number.NaN, { workingDays: 1 }, published)).toThrow(RangeError);
    expect(() => isWorkingDay('2026-02-30', published)).toThrow(RangeError);
  });
});

describe('a year that is not published', () => {
  test('is provisional, Monday to Friday', () => {
    const { derivation, provisional } = deadline(at('2026-12-30'), { workingDays: 5 }, published);
    expect(provisional).toBe(true);
    // 2027-01-01 is a Friday: without a schedule it counts.
    expect(derivation.end).toBe('2027-01-06');
  });

  test('does not touch a deadline that ends before it', () => {
    expect(deadline(at('2026-12-25'), { workingDays: 4 }, published)).toMatchObject({
      provisional: false,
      derivation: { end: '2026-12-31' },
    });
  });

  const imported = calendarFor([
    { year: 2027, holidays: ['2027-01-01', '2027-01-02', '2027-01-03'], makeUpDays: ['2026-12-27'] },
  ]);

  test('is settled by importing it, days of the December before included', () => {
    expect(deadline(at('2026-12-30'), { workingDays: 5 }, imported)).toMatchObject({
      provisional: false,
      derivation: { end: '2027-01-07' },
    });
    expect(isWorkingDay('2026-12-27', imported)).toBe(true);
    expect(isWorkingDay('2026-10-10', imported)).toBe(true);
    expect(isWorkingDay('2026-12-27', published)).toBe(false);
  });

  test('an imported year stands instead of the built-in one, whole', () => {
    const corrected = calendarFor([{ year: 2026, holidays: ['2026-10-01'], makeUpDays: [] }]);
    expect(isWorkingDay('2026-10-02', corrected)).toBe(true);
    expect(isWorkingDay('2026-10-10', corrected)).toBe(false);
    expect(isWorkingDay('2025-10-02', corrected)).toBe(false);
  });

  test('a later schedule may take back a day of the December before, either way', () => {
    const year2026 = { year: 2026, holidays: ['2026-12-31'], makeUpDays: ['2026-12-27'] };
    const year2027 = { year: 2027, holidays: ['2026-12-27'], makeUpDays: ['2026-12-31'] };
    for (const takenBack of [calendarFor([year2026, year2027]), calendarFor([year2027, year2026])]) {
      expect(isWorkingDay('2026-12-27', takenBack)).toBe(false);
      expect(isWorkingDay('2026-12-31', takenBack)).toBe(true);
    }
  });

  test('beyond the imported one is provisional again', () => {
    expect(deadline(at('2027-12-30'), { workingDays: 3 }, imported).provisional).toBe(true);
  });
});

describe('working days between', () => {
  test.each([
    ['2026-11-24', '2026-11-26', 2],
    ['2026-11-26', '2026-11-26', 0],
    ['2026-11-27', '2026-11-26', -1],
    ['2026-11-28', '2026-11-27', 0],
    ['2026-11-30', '2026-11-27', -1],
    ['2026-10-13', '2026-09-30', -5],
  ])('%s until the end of %s: %i', (today, lastDay, left) => {
    const dueAtMs = at(lastDay, '00:00:00') + 86_400_000;
    expect(workingDaysBetween(at(today), dueAtMs, published)).toBe(left);
  });
});

describe('on any start and any period', () => {
  // 2004-01-01 to 2028-12-31: published years, provisional ones and the border between them.
  const start = fc.integer({ min: Date.UTC(2004, 0, 1), max: Date.UTC(2028, 11, 31) });
  const count = fc.integer({ min: 1, max: 120 });
  const due = (ms: number, rule: DeadlineRule) => deadline(ms, rule, published);

  test('a deadline never ends on a day off, and always after its start day', () => {
    fc.assert(
      fc.property(start, count, fc.boolean(), (ms, n, natural) => {
        const { derivation, dueAtMs } = due(ms, natural ? { days: n } : { workingDays: n });
        expect(isWorkingDay(derivation.end, published)).toBe(true);
        expect(derivation.end > shanghaiDate(ms)).toBe(true);
        expect(shanghaiDate(dueAtMs - 1)).toBe(derivation.end);
        expect(shanghaiDate(dueAtMs)).not.toBe(derivation.end);
      }),
    );
  });

  test('one more working day ends later, one more natural day not earlier', () => {
    fc.assert(
      fc.property(start, count, (ms, n) => {
        expect(due(ms, { workingDays: n + 1 }).dueAtMs).toBeGreaterThan(due(ms, { workingDays: n }).dueAtMs);
        expect(due(ms, { days: n + 1 }).dueAtMs).toBeGreaterThanOrEqual(due(ms, { days: n }).dueAtMs);
      }),
    );
  });

  test('a later start never ends earlier', () => {
    fc.assert(
      fc.property(start, fc.integer({ min: 0, max: 30 * 86_400_000 }), count, fc.boolean(), (ms, later, n, natural) => {
        const rule = natural ? { days: n } : { workingDays: n };
        expect(due(ms + later, rule).dueAtMs).toBeGreaterThanOrEqual(due(ms, rule).dueAtMs);
      }),
    );
  });

  test('the days counted and the days skipped are the days between', () => {
    fc.assert(
      fc.property(start, count, (ms, n) => {
        const { derivation } = due(ms, { workingDays: n });
        const between = (Date.parse(derivation.end) - Date.parse(derivation.start)) / 86_400_000;
        expect(derivation.skipped.length + n).toBe(between);
        expect(derivation.skipped.every(({ date }) => !isWorkingDay(date, published))).toBe(true);
        expect(derivation.makeUpDays.every((date) => isWorkingDay(date, published))).toBe(true);
      }),
    );
  });

  test('what is left at the start is what was given', () => {
    fc.assert(
      fc.property(start, count, (ms, n) => {
        expect(workingDaysBetween(ms, due(ms, { workingDays: n }).dueAtMs, published)).toBe(n);
      }),
    );
  });

  test('natural days end on the nth day or, when that is a day off, on the first working day after it', () => {
    fc.assert(
      fc.property(start, count, (ms, n) => {
        const { derivation } = due(ms, { days: n });
        const nth = shanghaiDate(ms + n * 86_400_000);
        expect(derivation.end).toBe(
          [nth, ...daysOf(nth, derivation.end)].find((date) => isWorkingDay(date, published)),
        );
      }),
    );
  });
});

describe('the host time zone', () => {
  const before = process.env.TZ;
  afterEach(() => {
    if (before === undefined) delete process.env.TZ;
    else process.env.TZ = before;
  });

  test.each(['America/Los_Angeles', 'Pacific/Kiritimati', 'Asia/Kathmandu'])('%s changes nothing', (zone) => {
    process.env.TZ = zone;
    expect(new Date(0).getTimezoneOffset()).not.toBe(-480);
    expect(deadline(at('2026-02-13', '00:00:00'), { workingDays: 10 }, published).dueAtMs).toBe(
      at('2026-03-06', '00:00:00'),
    );
    expect(shanghaiDate(at('2026-02-13', '23:59:59'))).toBe('2026-02-13');
  });
});
