import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseForm } from '../../processes/form-errors.ts';
import {
  checkDeclaration,
  declarationForm,
  type DeclarationForm,
} from '../../processes/part-time-income/declaration.ts';
import { type PostTerms, postExcesses } from '../../processes/part-time-income/limits.ts';
import { declarationDue, periodName, periodsOf, reminderDays } from '../../processes/part-time-income/periods.ts';
import { dateOfDay, dayOfDate } from '../../processes/shanghai.ts';
import { calendarFor, shanghaiDate } from '../../processes/working-days.ts';
import { FILE, levelsOf } from './dazu.ts';

describe('the periods of a post', () => {
  test('are the calendar years it touches, cut to its days', () => {
    expect(periodsOf({ startsOn: '2027-03-15', endsOn: '2029-02-28' }, 'year')).toEqual([
      { key: '2027', from: '2027-03-15', to: '2027-12-31' },
      { key: '2028', from: '2028-01-01', to: '2028-12-31' },
      { key: '2029', from: '2029-01-01', to: '2029-02-28' },
    ]);
  });

  test('or the quarters', () => {
    expect(periodsOf({ startsOn: '2027-11-30', endsOn: '2028-04-01' }, 'quarter')).toEqual([
      { key: '2027-Q4', from: '2027-11-30', to: '2027-12-31' },
      { key: '2028-Q1', from: '2028-01-01', to: '2028-03-31' },
      { key: '2028-Q2', from: '2028-04-01', to: '2028-04-01' },
    ]);
    expect(periodsOf({ startsOn: '2027-01-01', endsOn: '2029-12-31' }, 'quarter')).toHaveLength(12);
  });

  test('one day has one, a post that ended before it began none', () => {
    expect(periodsOf({ startsOn: '2027-12-31', endsOn: '2027-12-31' }, 'quarter')).toHaveLength(1);
    expect(periodsOf({ startsOn: '2027-12-31', endsOn: '2027-12-30' }, 'year')).toEqual([]);
  });

  test('leave no day out and take none twice', () => {
    const day = fc.integer({ min: dayOfDate('2026-01-01'), max: dayOfDate('2032-12-31') });
    fc.assert(
      fc.property(
        day,
        fc.integer({ min: 0, max: 1200 }),
        fc.constantFrom('year' as const, 'quarter' as const),
        (start, days, every) => {
          const [startsOn, endsOn] = [dateOfDay(start), dateOfDay(start + days)];
          const periods = periodsOf({ startsOn, endsOn }, every);
          expect(periods[0]?.from).toBe(startsOn);
          expect(periods.at(-1)?.to).toBe(endsOn);
          periods
            .slice(1)
            .forEach(({ from }, index) => expect(dayOfDate(from)).toBe(dayOfDate(periods[index]!.to) + 1));
          expect(new Set(periods.map(({ key }) => key)).size).toBe(periods.length);
          expect(periods.map(({ key }) => key)).toEqual(periods.map(({ key }) => key).toSorted());
        },
      ),
    );
  });

  test('are named as the office says them', () => {
    expect(periodName('2027')).toEqual({ zh: '2027 年', en: '2027' });
    expect(periodName('2027-Q1')).toEqual({ zh: '2027 年第 1 季度', en: 'Q1 2027' });
  });
});

describe('a declaration is due', () => {
  const due = (to: string, rule: Parameters<typeof declarationDue>[1]) =>
    shanghaiDate(declarationDue({ to }, rule, calendarFor()).dueAtMs - 1);

  test('counted from the last day, which does not count itself', () => {
    expect(due('2025-12-31', { days: 31 })).toBe('2026-02-02');
    expect(due('2026-01-31', { days: 9 })).toBe('2026-02-09');
  });

  test('rolled over a holiday, or in working days', () => {
    expect(due('2026-09-28', { days: 7 })).toBe('2026-10-08');
    expect(due('2026-02-13', { workingDays: 5 })).toBe('2026-02-27');
  });

  test('and reminded of on the days before it', () => {
    expect(reminderDays('2027-01-31', [30, 7])).toEqual(['2027-01-01', '2027-01-24']);
  });
});

describe('the rules on a declaration', () => {
  const form = (
    income: Partial<DeclarationForm['income']> = {},
    rest: Partial<DeclarationForm> = {},
  ): DeclarationForm => ({
    income: { nothing: false, incomeFen: 900_000, equityFen: 0, taxFen: 27_000, ...income },
    proof: { files: [FILE] },
    correction: {},
    ...rest,
  });
  const about = {
    post: { paid: true, yearlyFen: 3_600_000, equityFen: 0 },
    period: { key: '2027-Q1', from: '2027-01-01', to: '2027-03-31' },
    again: false,
    today: '2027-04-01',
    clause: '三(三)4',
  };
  const levels = (rule: string, sent: DeclarationForm, known: Partial<typeof about> = {}) =>
    levelsOf(checkDeclaration(sent, { ...about, ...known }), rule);
  const nil = { nothing: true, incomeFen: 0, equityFen: 0, taxFen: 0 };

  test('one in order, and a nil return without proof', () => {
    expect(checkDeclaration(form(), about).filter(({ level }) => level !== 'ok')).toEqual([]);
    expect(checkDeclaration(form(nil, { proof: { files: [] } }), about).filter(({ level }) => level !== 'ok')).toEqual(
      [],
    );
  });

  test('a period is over first, its last day included', () => {
    expect(levels('period-over', form(), { today: '2027-03-31' })).toEqual(['error']);
    expect(levels('period-over', form())).toEqual(['ok']);
  });

  test('a nil return has no amount, any other has one', () => {
    expect(levels('nil-return', form({ ...nil, taxFen: 1 }))).toEqual(['error income.nothing']);
    expect(levels('nil-return', form({ incomeFen: 0, taxFen: 0 }))).toEqual(['error income.incomeFen']);
    expect(levels('nil-return', form({ incomeFen: 0, equityFen: 1, taxFen: 0 }))).toEqual(['ok income.nothing']);
  });

  test('no more tax than was earned', () => {
    expect(levels('tax', form({ incomeFen: 100, taxFen: 101 }))).toEqual(['error income.taxFen']);
    expect(levels('tax', form({ incomeFen: 100, equityFen: 1, taxFen: 101 }))).toEqual([]);
  });

  test('an income is proved', () => {
    expect(levels('proof', form({}, { proof: { files: [] } }))).toEqual(['error proof.files']);
  });

  test('a second declaration of a period says why', () => {
    expect(levels('correction-reason', form(), { again: true })).toEqual(['error correction.reason']);
    expect(levels('correction-reason', form({}, { correction: { reason: '漏报奖金' } }), { again: true })).toEqual([
      'ok correction.reason',
    ]);
    expect(levels('correction-reason', form())).toEqual([]);
  });

  test('what was not agreed is for finance to weigh', () => {
    const unpaid = { ...about.post, paid: false };
    expect(levels('as-agreed', form(), { post: unpaid })).toEqual(['warning income.incomeFen']);
    expect(levels('as-agreed', form({ incomeFen: 3_600_000 }))).toEqual([]);
    expect(levels('as-agreed', form({ incomeFen: 3_600_001 }))).toEqual(['warning income.incomeFen']);
    expect(levels('as-agreed', form({ equityFen: 1 }))).toEqual(['warning income.equityFen']);
  });

  test('amounts are read as in funding', () => {
    const sent = {
      income: { nothing: false, incomeFen: '9,000.00元', equityFen: '０', taxFen: '270' },
      proof: { files: [FILE] },
      correction: {},
    };
    expect(parseForm(declarationForm, sent)).toMatchObject({
      ok: true,
      form: { income: { incomeFen: 900_000, equityFen: 0, taxFen: 27_000 } },
    });
    expect(parseForm(declarationForm, { ...sent, income: { ...sent.income, taxFen: '0.001' } })).toMatchObject({
      ok: false,
      errors: [{ path: 'income.taxFen' }],
    });
  });
});

test('the sweep over days is what counting every day says', () => {
  const limits = {
    paidPosts: { atMost: 2, clause: 'a' },
    workTime: { minutesAWeekAtMost: 300, clause: 'b' },
    oncePerHost: { clause: 'c' },
  };
  const post = fc
    .record({
      start: fc.integer({ min: 0, max: 20 }),
      length: fc.integer({ min: 0, max: 10 }),
      halves: fc.integer({ min: 0, max: 6 }),
      paid: fc.boolean(),
    })
    .map(({ start, length, halves, paid }): PostTerms => ({
      startsOn: dateOfDay(20_000 + start),
      endsOn: dateOfDay(20_000 + start + length),
      workTimeMinutesAWeek: halves * 30,
      paid,
    }));
  fc.assert(
    fc.property(post, fc.array(post, { maxLength: 6 }), (mine, others) => {
      const days = Array.from({ length: 40 }, (_, day) => dateOfDay(20_000 + day)).filter(
        (day) => mine.startsOn <= day && day <= mine.endsOn,
      );
      const loads = days.map((day) => {
        const on = [mine, ...others].filter(({ startsOn, endsOn }) => startsOn <= day && day <= endsOn);
        return {
          paid: on.filter(({ paid }) => paid).length,
          minutes: on.reduce((sum, { workTimeMinutesAWeek }) => sum + workTimeMinutesAWeek, 0),
        };
      });
      const most = {
        paid: Math.max(...loads.map(({ paid }) => paid)),
        minutes: Math.max(...loads.map(({ minutes }) => minutes)),
      };
      const found = postExcesses(mine, others, limits);
      expect(found.find(({ kind }) => kind === 'paid-posts')).toEqual(
        mine.paid && most.paid > 2
          ? expect.objectContaining({ posts: most.paid, on: days[loads.findIndex(({ paid }) => paid === most.paid)] })
          : undefined,
      );
      expect(found.find(({ kind }) => kind === 'work-time')).toEqual(
        mine.workTimeMinutesAWeek > 0 && most.minutes > 300
          ? expect.objectContaining({ minutesAWeek: most.minutes })
          : undefined,
      );
    }),
  );
});
