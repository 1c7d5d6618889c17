import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assess, type Known } from '../../processes/indicators/assessment.ts';
import { lastDayOf, lastEnded, periodName, periodsIn, yearOfPeriod } from '../../processes/indicators/periods.ts';
import { basisPoints, percentText, reaches, readPercent, stillMissing } from '../../processes/indicators/value.ts';
import { parsePolicy, PolicyError } from '../../processes/policy.ts';
import { dazu, policyFile } from './dazu.ts';

describe('a share is exact', () => {
  test.each([
    [5999, 10_000, '59.99%', false],
    [6000, 10_000, '60.00%', true],
    [3, 5, '60.00%', true],
    [599_999, 1_000_000, '59.99%', false],
    [2, 3, '66.66%', true],
    [0, 7, '0.00%', false],
    [7, 7, '100.00%', true],
    [9_999_999_999_998, 9_999_999_999_999, '99.99%', true],
    [0, 0, '—', false],
  ])('%i of %i reads %s', (part, whole, text, reached) => {
    expect(percentText({ part, whole })).toBe(text);
    expect(reaches({ part, whole }, 6000)).toBe(reached);
  });

  test('what is missing is the least that reaches the target, whatever the numbers', () => {
    const whole = fc.integer({ min: 1, max: 9_999_999_999_999 });
    fc.assert(
      fc.property(whole, fc.nat(), fc.integer({ min: 1, max: 10_000 }), (of, seed, target) => {
        const part = seed % (of + 1);
        const missing = stillMissing({ kind: 'share', part, whole: of }, target);
        expect(reaches({ part: part + missing, whole: of }, target)).toBe(true);
        if (missing > 0) expect(reaches({ part: part + missing - 1, whole: of }, target)).toBe(false);
        expect(basisPoints({ part, whole: of }) >= target).toBe(reaches({ part, whole: of }, target));
      }),
    );
  });

  test.each([
    ['60%', 6000],
    ['59.99 %', 5999],
    ['0.5%', 50],
    ['100%', 10_000],
    ['100.01%', null],
    ['60', null],
    ['-1%', null],
    ['59.999%', null],
  ])('%s in a policy is %s basis points', (text, bp) => expect(readPercent(text)).toBe(bp));
});

describe('a year is assessed', () => {
  const target = [
    { from: 2024, value: 5000 },
    { from: 2026, value: 6000 },
  ];
  const share = (part: number, whole: number): Known => ({ value: { kind: 'share', part, whole } });
  const number = (amount: number): Known => ({ value: { kind: 'number', amount } });
  const none: Known = { missing: { zh: '没有登记', en: 'nothing registered' } };

  test.each([
    [2025, share(5500, 10_000), 'met', 5000],
    [2026, share(5999, 10_000), 'below', 6000],
    [2026, share(6000, 10_000), 'met', 6000],
    [2023, share(4000, 10_000), 'on-the-way', 5000],
    [2023, share(5000, 10_000), 'met', 5000],
    [2026, none, 'no-data', 6000],
    [2026, share(0, 0), 'no-data', 6000],
  ] as const)('%i with %j is %s', (year, known, state, value) => {
    expect(assess({ target }, year, known, none)).toMatchObject({ state, target: { value } });
  });

  test('a year that still brings figures is on the way, not below', () => {
    const soFar = (amount: number): Known => ({ value: { kind: 'number', amount }, partial: true });
    expect(assess({ target: 'grows' }, 2026, soFar(40), number(100))).toMatchObject({
      state: 'on-the-way',
      missing: 61,
    });
    expect(assess({ target: 'grows' }, 2026, soFar(101), number(100))).toMatchObject({ state: 'met' });
  });

  test('without figures there is a reason and no value, never nought', () => {
    expect(assess({ target }, 2026, none, none)).toMatchObject({
      value: null,
      missing: null,
      reason: { zh: '没有登记' },
    });
  });

  test.each([
    [number(101), number(100), 'met', 0],
    [number(100), number(100), 'below', 1],
    [number(90), number(100), 'below', 11],
    [number(90), none, 'no-data', null],
    [none, number(100), 'no-data', null],
  ] as const)('growth from %j: %j', (known, before, state, missing) => {
    expect(assess({ target: 'grows' }, 2026, known, before)).toMatchObject({ state, missing });
  });
});

describe('a period', () => {
  test('belongs to a year of its rhythm and ends on a day', () => {
    expect(periodsIn(2026, 'quarter')).toEqual(['2026-Q1', '2026-Q2', '2026-Q3', '2026-Q4']);
    expect(yearOfPeriod('2026-H1', 'half-year')).toBe(2026);
    for (const wrong of ['2026-H3', '2026', '1999-H1', '26-H1', '2026-H1 ', ''])
      expect(yearOfPeriod(wrong, 'half-year')).toBeNull();
    expect(['2026', '2026-H1', '2026-H2', '2026-Q1', '2026-Q3'].map(lastDayOf)).toEqual([
      ...['2026-12-31', '2026-06-30', '2026-12-31', '2026-03-31', '2026-09-30'],
    ]);
    expect(periodName('2026-Q3')).toEqual({ zh: '2026 年第 3 季度', en: '2026 Q3' });
  });

  test.each([
    ['year', '2026-11-24', '2025'],
    ['year', '2026-12-31', '2025'],
    ['year', '2027-01-01', '2026'],
    ['half-year', '2026-06-30', '2025-H2'],
    ['half-year', '2026-07-01', '2026-H1'],
    ['quarter', '2026-11-24', '2026-Q3'],
    ['quarter', '2026-01-01', '2025-Q4'],
  ] as const)('%s on %s asks for %s', (rhythm, today, period) => expect(lastEnded(rhythm, today)).toBe(period));
});

describe('the policy of indicators', () => {
  const problems = (change: (file: ReturnType<typeof policyFile>) => void) => {
    const file = policyFile();
    change(file);
    try {
      parsePolicy(file);
      return [];
    } catch (error) {
      if (!(error instanceof PolicyError)) throw error;
      return error.problems.map(({ path }) => path);
    }
  };

  test('holds every indicator of the plan, each with clause, unit and level', () => {
    const { items } = dazu().indicators;
    expect(items.map(({ id }) => id)).toEqual(
      `dual-qualified-ratio vocational-schools students city-quality-schools city-quality-programs undergraduate-college
       integrated-enterprises progression-ratio program-industry-match training standards-met fund-size development-share
       skills-test-share`.split(/\s+/),
    );
    expect(items.find(({ id }) => id === 'fund-size')?.target).toEqual([{ from: 2025, value: 1_000_000_000 }]);
    expect(items.find(({ id }) => id === 'training')?.target).toBe('grows');
    // One promise of the fund: the minimum of its own section.
    expect(dazu().processes['program-funding'].fund.minimum.amountFen).toBe(1_000_000_000);
  });

  test.each<[string, (item: Record<string, unknown>) => unknown, string]>([
    ['a percentage without its sign', (item) => (item.target = [{ from: 2025, atLeast: '60' }]), 'target.0.atLeast'],
    ['a count for a share', (item) => (item.target = [{ from: 2025, atLeast: 60 }]), 'target.0.atLeast'],
    [
      'years that go back',
      (item) =>
        (item.target = [
          { from: 2026, atLeast: '50%' },
          { from: 2025, atLeast: '60%' },
        ]),
      'target.1.from',
    ],
    ['a unit nobody knows', (item) => (item.unitId = 'nobody'), 'unitId'],
    ['a figure from nowhere', (item) => (item.source = { guessed: true }), 'source'],
    [
      'another measure than what is counted',
      (item) => (item.measure = { kind: 'money', counts: { zh: '钱', en: 'money' } }),
      '',
    ],
    ['shares that would be added up', (item) => (item.source = { reported: 'quarter', year: 'sum' }), 'source'],
  ])('refuses %s', (_, change, path) => {
    const found = problems(({ indicators }) => change(indicators.items[0]));
    expect(found.length).toBeGreaterThan(0);
    expect(found[0]).toContain(path === '' ? 'indicators.items.0' : `indicators.items.0.${path}`);
  });

  test('refuses an indicator named twice', () => {
    expect(problems(({ indicators }) => (indicators.items[1].id = indicators.items[0].id))).toContain(
      'indicators.items.1.id',
    );
  });
});
