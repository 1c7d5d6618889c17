import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { splitByPercent } from '../../processes/money.ts';
import { dazu, oneOf } from './dazu.ts';
import { fundingFindings as findingsOf } from './funding.ts';

describe('an application that keeps every rule', () => {
  const findings = findingsOf();

  test('has only green findings, one a rule', () => {
    expect(findings.filter(({ level }) => level !== 'ok')).toEqual([]);
    expect(findings.map(({ rule }) => rule)).toEqual([
      'school-not-banned',
      'funded-once',
      'industry-known',
      'program-code',
      'new-program',
      'partners',
      'agreement-dates',
      'dual-qualified-count',
      'dual-qualified-share',
      'dual-qualified-registered',
      'enrolment-years',
      'budget-lines',
      'line-amounts',
      'lines-distinct',
      'lines-add-up',
      'request-limits',
      'equipment-share',
      'one-fiscal-fund',
      'targets',
      'payee-is-school',
      'evidence',
      'pledge',
    ]);
  });

  test('names a clause in each and speaks both languages', () => {
    for (const { clause, message } of findings) {
      expect(clause).not.toBe('');
      expect(message.zh).toMatch(/\p{Script=Han}/u);
      expect(message.en).not.toMatch(/undefined|NaN|\[object/);
    }
  });

  test('shows its numbers', () => {
    expect(oneOf(findings, 'lines-add-up').message.zh).toBe('预算各行合计 1,200,000.00 元，等于申请资金');
    expect(oneOf(findings, 'equipment-share').message.zh).toBe('设备购置 580,000.00 元，占预算 48.34 %，上限 50.00 %');
    expect(oneOf(findings, 'dual-qualified-share').message.zh).toBe('双师型教师占比 66.66 %，目标不低于 60.00 %');
  });
});

test('substance never blocks: people decide', () => {
  const findings = findingsOf(
    (form) => {
      form.program.firstIntakeYear = 2020;
      form.training.enrolment = [2020, 2021, 2022].map((year) => ({ year, students: 1 }));
      form.teachers = { fullTime: 10, dualQualified: 1, fromEnterprises: 0 };
      form.demand.partners[0]!.until = '2026-11-23';
      form.payee.accountName = '某公司';
    },
    { dualQualified: 0 },
  );
  expect(findings.filter(({ level }) => level === 'error')).toEqual([]);
  const forPeople = findings.filter(({ level }) => level === 'warning');
  expect(forPeople.map(({ rule }) => rule)).toEqual([
    'new-program',
    'agreement-dates',
    'dual-qualified-share',
    'dual-qualified-registered',
    'payee-is-school',
  ]);
  expect(forPeople.every(({ personDecides, message }) => personDecides && message.zh.endsWith('由办理人员认定'))).toBe(
    true,
  );
});

test('no form that can be read makes a rule crash', () => {
  const policy = dazu();
  const fen = fc.integer({ min: 1, max: 9_999_999_999_999 });
  const category = fc.constantFrom(...(['equipment', 'teachers', 'courses', 'training-base', 'other'] as const));
  const row = fc.record({
    category,
    item: fc.string({ minLength: 1, maxLength: 5 }).filter((item) => /\p{L}/u.test(item)),
    quantity: fc.integer({ min: 1, max: 100_000 }),
    unitPriceFen: fen,
    amountFen: fen,
    basis: fc.constant('x'),
  });
  fc.assert(
    fc.property(fen, fc.array(row, { maxLength: 60 }), fc.nat(2000), fc.nat(2000), (requestedFen, lines, all, dual) => {
      const findings = findingsOf(
        (form) => {
          form.budget = { requestedFen, lines };
          form.teachers = { fullTime: all, dualQualified: dual, fromEnterprises: 0 };
        },
        { policy },
      );
      expect(findings.length).toBeGreaterThan(15);
    }),
    { numRuns: 40 },
  );
});

test('the instalments of the policy split the example to the fen', () => {
  const percents = dazu().processes['program-funding'].instalments.map(({ percent }) => percent);
  expect(splitByPercent(120_000_000, percents)).toEqual([60_000_000, 36_000_000, 24_000_000]);
});
