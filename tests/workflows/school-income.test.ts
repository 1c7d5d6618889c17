import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { schoolIncome } from '../../processes/school-income/definition.ts';
import { exampleSchoolIncome } from '../../processes/school-income/example.ts';
import type { SchoolIncomeForm } from '../../processes/school-income/form.ts';
import { dazu } from '../processes/dazu.ts';
import { openDistrict, type District } from './district.ts';

let district: District;
beforeAll(async () => {
  district = await openDistrict();
});
afterAll(() => district?.close());

async function declare(change: (form: SchoolIncomeForm) => SchoolIncomeForm = (form) => form) {
  const form = change(exampleSchoolIncome(() => randomUUID()));
  return district.submit({
    ...{ form, applicantId: 'clerk', process: 'school-income', workflow: 'schoolIncome' },
    title: schoolIncome.title(form),
    rules: schoolIncome.rules(dazu(), { unitId: 'dazu-zhijiao' }, form),
    facts: schoolIncome.facts(form),
  });
}

/** The year as the ledger has it: fen by source and use. */
async function ledger(year: number): Promise<Record<string, number>> {
  const rows = await district.prisma.schoolIncomeEntry.groupBy({
    by: ['side', 'item'],
    where: { unitId: 'dazu-zhijiao', year },
    _sum: { amountFen: true },
    orderBy: [{ side: 'asc' }, { item: 'asc' }],
  });
  return Object.fromEntries(rows.map(({ side, item, _sum }) => [`${side} ${item}`, Number(_sum.amountFen)]));
}

test('a year is signed, reviewed by both offices, corrected on the way, entered once; a later declaration is entered as its difference', async () => {
  const story = await declare();
  await story.decide('principal', 'approve');
  await story.decide('bureau-reviewer', 'approve');
  await story.decide('caizhengju-reviewer', 'reject', { opinion: '培训收入与财务账不符' });
  expect((await story.openTurns()).map(({ purpose }) => purpose)).toEqual(['coordinate']);
  await story.decide('bureau-reviewer', 'return', { opinion: '请与财政局核对后重报', resubmission: 'direct' });
  await story.resubmit();
  await story.decide('bureau-reviewer', 'approve');
  expect(await district.prisma.schoolIncomeEntry.count()).toBe(0);
  await story.decide('caizhengju-reviewer', 'approve');
  expect(await story.handle.result()).toEqual({ kind: 'approved' });
  expect(await story.row()).toMatchObject({ state: 'approved', stage: null, openKey: null });
  expect(await ledger(2025)).toEqual({
    'source cooperation': 20_000_000,
    'source technical-service': 32_000_000,
    'source training': 68_000_000,
    'use development-fund': 72_000_000,
    'use performance-pay': 48_000_000,
  });
  expect(await story.told()).toEqual([
    'principal ← assignment-opened (principal-approval)',
    'bureau-reviewer ← assignment-opened (income-review)',
    'caizhengju-reviewer ← assignment-opened (income-review)',
    'bureau-reviewer ← assignment-opened (income-review)',
    'clerk ← returned-to-applicant (income-review)',
    'bureau-reviewer ← assignment-opened (income-review)',
    'caizhengju-reviewer ← assignment-opened (income-review)',
    'clerk ← school-income-recorded',
  ]);
  await district.replays(story.handle, 'school-income/recorded');

  const corrected = await declare((form) => ({
    ...form,
    income: {
      sources: [{ source: 'training', item: '园区企业员工技能培训', amountFen: 100_000_000 }],
      totalFen: 100_000_000,
    },
    use: { ...form.use, developmentFundFen: 60_000_000, performancePayFen: 40_000_000 },
    correction: { reason: '技术服务与合作收入误记' },
  }));
  await corrected.decide('principal', 'approve');
  await corrected.decide('bureau-reviewer', 'approve');
  await corrected.decide('caizhengju-reviewer', 'approve');
  expect(await ledger(2025)).toEqual({
    'source cooperation': 0,
    'source technical-service': 0,
    'source training': 100_000_000,
    'use development-fund': 60_000_000,
    'use performance-pay': 40_000_000,
  });
  expect(await district.prisma.schoolIncomeEntry.count({ where: { caseId: corrected.caseId } })).toBe(5);
});

test('refused by the principal, nothing is entered', async () => {
  const story = await declare((form) => ({ ...form, school: { ...form.school, year: 2024 } }));
  await story.decide('principal', 'reject', { opinion: '分配办法未经教代会' });
  expect(await story.handle.result()).toEqual({ kind: 'rejected', stage: 'principal-approval' });
  expect(await ledger(2024)).toEqual({});
  await district.replays(story.handle, 'school-income/rejected');
});
