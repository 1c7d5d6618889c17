import { describe, expect, test } from 'vitest';
import { parseForm } from '../../processes/form-errors.ts';
import { formJsonSchema } from '../../processes/form-json-schema.ts';
import type { CheckContext } from '../../processes/process.ts';
import { checkSchoolIncome } from '../../processes/school-income/checks.ts';
import { schoolIncome } from '../../processes/school-income/definition.ts';
import { exampleSchoolIncome } from '../../processes/school-income/example.ts';
import { schoolIncomeForm, type SchoolIncomeForm } from '../../processes/school-income/form.ts';
import { dazu, FILE, levelsOf } from './dazu.ts';

type Change = (form: SchoolIncomeForm) => void;

const income = (change: Change = () => {}): SchoolIncomeForm => {
  const form = exampleSchoolIncome(() => FILE);
  change(form);
  const parsed = parseForm(schoolIncomeForm, form);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors));
  return parsed.form;
};
const findings = (change?: Change, context: Partial<CheckContext> = {}) =>
  checkSchoolIncome(income(change), {
    ...{ policy: dazu(), today: '2026-03-20', openCases: [], certificates: [], incomeYears: [] },
    ...context,
  });
const levels = (rule: string, change?: Change, context?: Partial<CheckContext>) =>
  levelsOf(findings(change, context), rule);

test('a declaration in order keeps every rule, each with its clause and both languages', () => {
  expect(findings().filter(({ level }) => level !== 'ok')).toEqual([]);
  expect(findings().every(({ clause, message }) => clause && message.zh && message.en)).toBe(true);
});

describe('the share of the development fund', () => {
  const shared = (developmentFundFen: number, totalFen: number): Change => {
    return (form) => {
      form.income = { sources: [{ source: 'training', item: '培训', amountFen: totalFen }], totalFen };
      Object.assign(form.use, { developmentFundFen, performancePayFen: totalFen - developmentFundFen });
    };
  };

  test.each([
    ['60.00 %', 60_000, 100_000, 'ok'],
    ['59.99 %', 59_990, 100_000, 'error'],
    ['one fen below 60 % of a great sum', 59_999_999_999, 100_000_000_000, 'error'],
    ['60 % of a great sum', 60_000_000_000, 100_000_000_000, 'ok'],
    // 60 % of 0.07 yuan are 4.2 fen: four are less, five are enough.
    ['four of seven fen', 4, 7, 'error'],
    ['five of seven fen', 5, 7, 'ok'],
    ['all of it', 7, 7, 'ok'],
    ['nothing', 0, 7, 'error'],
  ])('%s', (_, part, total, level) =>
    expect(levels('development-fund', shared(part, total))).toEqual([`${level} use.developmentFundFen`]),
  );

  test('never reads as if a broken rule were kept', () => {
    const found = findings(shared(59_999_999_999, 100_000_000_000)).find(({ rule }) => rule === 'development-fund');
    expect(found?.message.zh).toContain('占收入 59.99 %');
  });

  test('is the number of the policy', () => {
    const policy = dazu();
    policy.processes['school-income'].developmentFund.atLeastPercent = 61;
    expect(levels('development-fund', undefined, { policy })).toEqual(['error use.developmentFundFen']);
  });
});

describe('sums', () => {
  test('the lines are the total, to the fen', () => {
    expect(levels('lines-add-up', ({ income }) => (income.sources[0]!.amountFen += 1))).toEqual([
      'error income.totalFen',
    ]);
  });

  test('both uses are the total, to the fen', () => {
    expect(levels('uses-add-up', ({ use }) => (use.performancePayFen -= 1))).toEqual(['error use.performancePayFen']);
    expect(levels('uses-add-up', ({ use }) => (use.performancePayFen += 1))).toEqual(['error use.performancePayFen']);
  });

  test('there is income, of sources that the policy names', () => {
    expect(levels('sources', ({ income }) => (income.sources = []))).toEqual(['error income.sources']);
    expect(levels('sources', ({ income }) => (income.sources[1]!.source = 'tuition'))).toEqual([
      'error income.sources.1.source',
    ]);
  });
});

describe('the year', () => {
  test.each([
    ['is over', '2025-12-31', 'error school.year'],
    ['is declared in time', '2026-01-01', 'ok school.year'],
    ['until its due day', '2026-03-31', 'ok school.year'],
    ['late', '2026-04-01', 'warning school.year'],
  ])('%s', (_, today, level) => expect(levels('year-over', undefined, { today })).toEqual([level]));

  test('is declared once; a second time corrects it and says why', () => {
    const before = { incomeYears: [{ number: 'SR-2026-0001', year: 2025 }] };
    expect(levels('once-a-year', undefined, before)).toEqual(['error correction.reason']);
    expect(levels('once-a-year', ({ correction }) => (correction.reason = '漏计'), before)).toEqual([
      'ok correction.reason',
    ]);
    expect(levels('once-a-year', undefined, { incomeYears: [{ number: 'SR-2025-0001', year: 2024 }] })).toEqual([]);
  });

  test('has one open case a school', () => {
    expect(schoolIncome.openKey?.(income(), { unitId: 'dazu-zhijiao' })).toBe('dazu-zhijiao:2025');
  });
});

test('evidence and pledge', () => {
  expect(levels('evidence', ({ evidence }) => (evidence.accounts = []))).toEqual(['error evidence.accounts']);
  expect(levels('evidence', ({ evidence }) => (evidence.distribution = []))).toEqual(['error evidence.distribution']);
  const allToFund: Change = ({ use, evidence }) => {
    Object.assign(use, { developmentFundFen: 120_000_000, performancePayFen: 0 });
    evidence.distribution = [];
  };
  expect(levels('evidence', allToFund)).toEqual(['ok']);
  expect(levels('pledge', ({ pledge }) => (pledge.accepted = false))).toEqual(['error pledge.accepted']);
});

describe('the definition', () => {
  const rules = schoolIncome.rules(dazu(), { unitId: 'dazu-zhijiao' });

  test('principal, then education and finance together', () => {
    expect(rules.stages.map(({ kind, slug, name, deadline }) => [kind, slug, name.zh, deadline])).toEqual([
      ['review', 'principal-approval', '校长审签', { workingDays: 5 }],
      ['countersign', 'income-review', '区教委、区财政局审核', { workingDays: 10 }],
    ]);
    expect(rules.stages[0]).toMatchObject({ holder: { unitId: 'dazu-zhijiao', role: 'principal' } });
    expect(rules.stages[1]).toMatchObject({ units: [{ name: { zh: '区教委' } }, { name: { zh: '区财政局' } }] });
  });

  test('the ledger gets sources and uses in fen, with the share that the case carries', () => {
    expect(schoolIncome.schoolIncome?.(income(), rules)).toEqual({
      year: 2025,
      sources: [
        { item: 'training', amountFen: 68_000_000 },
        { item: 'technical-service', amountFen: 32_000_000 },
        { item: 'cooperation', amountFen: 20_000_000 },
      ],
      uses: [
        { item: 'development-fund', amountFen: 72_000_000 },
        { item: 'performance-pay', amountFen: 48_000_000 },
      ],
      fundItem: 'development-fund',
      fundPercent: 60,
    });
  });

  test('title, facts and options', () => {
    expect(schoolIncome.title(income())).toBe('重庆市大足职业教育中心：2025 年度收入 1,200,000.00 元');
    expect(schoolIncome.keyFacts(income()).map(({ value }) => value)).toContain('720,000.00 元（60.00 %）');
    expect(JSON.stringify(formJsonSchema(schoolIncome, dazu()))).toContain('社会培训收入');
  });
});
