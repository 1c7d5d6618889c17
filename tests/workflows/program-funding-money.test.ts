import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { inOrder } from '../fund/books.ts';
import { openDistrict, type District } from './district.ts';
import { applyForFunding, closes, fillFund, leftInFund } from './funding.ts';
import { refusalFrom } from './paper-office.ts';
let district: District;
beforeAll(async () => {
  district = await openDistrict();
});
beforeEach(() => fillFund(district, 500_000_000));
afterAll(async () => {
  if (district) await inOrder(district.prisma);
  await district?.close();
});

/** A case whose three instalments are paid, before its evaluation. */
async function paidUp() {
  const story = await applyForFunding(district);
  await story.toTheAward();
  await story.pay(voucher());
  for (const _ of [2, 3]) {
    await story.report();
    await story.decide('bureau-reviewer', 'approve');
    await story.pay(voucher());
  }
  return story;
}

let vouchers = 0;
const voucher = () => `财拨-${++vouchers}`;

test('withdrawn after the award: the order is stopped, all of the commitment is the fund’s again', async () => {
  const left = await leftInFund(district);
  const story = await applyForFunding(district);
  await story.toTheAward();
  expect(await story.holds()).toEqual({ committed: 100_000_000 });
  await story.act('withdraw', 'clerk');
  expect(await story.handle.result()).toEqual({ kind: 'withdrawn' });
  await closes(story, 'withdrawn', 'released');
  expect(await story.holds()).toEqual({});
  expect(await leftInFund(district)).toBe(left);
  expect(await district.prisma.paymentOrder.findMany({ where: { caseId: story.caseId } })).toMatchObject([
    { state: 'cancelled', voucher: null },
  ]);
  expect((await story.told()).slice(-4)).toEqual([
    'clerk ← award-granted (award)',
    'fund-manager ← assignment-opened (payment-1)',
    'clerk ← case-withdrawn',
    'fund-manager ← payment-cancelled',
  ]);
  await district.replays(story.handle, 'program-funding/withdrawn-after-award');
});

test('withdrawn after a payment: the rest is released at once, and a leader decides what has to come back', async () => {
  const left = await leftInFund(district);
  const story = await applyForFunding(district);
  await story.toTheAward();
  await story.pay(voucher());
  await story.act('withdraw', 'clerk');
  expect(await story.row()).toMatchObject({ state: 'withdrawn', businessState: 'released' });
  expect(await story.holds()).toEqual({ 'paid-out': 50_000_000 });
  expect(
    await refusalFrom(story.decide('bureau-leader', 'approve', { data: { clawedBackFen: 50_000_001 } })),
  ).toMatchObject({
    code: 'BadDecisionData',
    field: 'clawedBackFen',
    rule: 'above-maximum',
  });
  await story.decide('bureau-leader', 'approve', {
    opinion: '项目未实施，全部收回',
    data: { clawedBackFen: 50_000_000 },
  });
  expect(await story.row()).toMatchObject({ state: 'withdrawn', businessState: 'clawing-back' });
  await story.decide('fund-manager', 'approve', { data: { voucher: voucher() } });
  expect(await story.handle.result()).toEqual({ kind: 'withdrawn' });
  await closes(story, 'withdrawn', 'clawed-back');
  expect(await leftInFund(district)).toBe(left);
  expect((await story.told()).slice(-4)).toEqual([
    'bureau-leader ← assignment-opened (evaluation)',
    'clerk ← case-withdrawn',
    'clerk ← clawback-ordered (evaluation)',
    'fund-manager ← assignment-opened (evaluation)',
  ]);
  await district.replays(story.handle, 'program-funding/withdrawn-after-payment');
});

test('a failed evaluation, rectification not accepted: the money is clawed back and awarded anew', async () => {
  const left = await leftInFund(district);
  const story = await paidUp();
  await story.decide('bureau-reviewer', 'approve', { data: { score: 59.9 } });
  expect(await story.row()).toMatchObject({ businessState: 'rectifying' });
  await story.decide('clerk', 'approve', { opinion: '已补聘两名企业教师' });
  await story.decide('bureau-reviewer', 'reject', { opinion: '整改不到位' });
  await story.decide('bureau-leader', 'approve', { opinion: '收回三成', data: { clawedBackFen: 30_000_000 } });
  expect(await story.holds()).toEqual({ 'paid-out': 70_000_000, 'clawed-back': 30_000_000 });
  await story.decide('fund-manager', 'approve', { data: { voucher: voucher() } });
  expect(await story.handle.result()).toEqual({ kind: 'approved' });
  await closes(story, 'approved', 'clawed-back');
  expect(await story.holds()).toEqual({ 'paid-out': 70_000_000 });
  expect(await leftInFund(district)).toBe(left - 70_000_000);
  expect((await story.told()).slice(-7)).toEqual(
    [
      'clerk ← evaluation-concluded (evaluation)',
      'bureau-reviewer ← assignment-opened (evaluation)',
      'bureau-leader ← assignment-opened (evaluation)',
      'clerk ← clawback-ordered (evaluation)',
      'fund-manager ← assignment-opened (evaluation)',
      'clerk ← funding-closed',
    ].toSpliced(0, 0, 'clerk ← assignment-opened (evaluation)'),
  );
  await district.replays(story.handle, 'program-funding/clawed-back');
});

test('a failed evaluation that is rectified is closed', async () => {
  const story = await paidUp();
  await story.decide('bureau-reviewer', 'approve', { data: { score: 40 } });
  await story.decide('clerk', 'approve', { opinion: '已整改' });
  await story.decide('bureau-reviewer', 'approve');
  expect(await story.handle.result()).toEqual({ kind: 'approved' });
  await closes(story, 'approved', 'completed');
  await district.replays(story.handle, 'program-funding/rectified');
});

test('nobody rectifies in time: the leader decides, here that nothing is clawed back', async () => {
  const story = await paidUp();
  await story.decide('bureau-reviewer', 'approve', { data: { score: 40 } });
  await district.pass({ days: 90 });
  expect((await story.openTurns()).map(({ purpose }) => purpose)).toEqual(['claw-back']);
  await story.decide('bureau-leader', 'reject', { opinion: '学校已撤并，不予收回' });
  expect(await story.handle.result()).toEqual({ kind: 'approved' });
  await closes(story, 'approved', 'completed');
  expect(await story.holds()).toEqual({ 'paid-out': 100_000_000 });
  await district.replays(story.handle, 'program-funding/rectification-lapsed');
});

test('finance sends an order back, then a voucher is used twice: the payer is asked again until it is right', async () => {
  const story = await applyForFunding(district);
  await story.toTheAward();
  await story.decide('fund-manager', 'return', { opinion: '户名有误，财政退回' });
  const used = voucher();
  await story.pay(used);
  await story.report();
  await story.decide('bureau-reviewer', 'approve');
  await story.pay(used);
  expect(await story.row()).toMatchObject({ stage: 'payment-2', businessState: 'paying' });
  expect(await story.holds()).toEqual({ committed: 50_000_000, 'paid-out': 50_000_000 });
  for (const wrong of ['', ' 财拨-9', '财拨\n9', 'x'.repeat(61), 9]) {
    expect(await refusalFrom(story.decide('fund-manager', 'approve', { data: { voucher: wrong } }))).toMatchObject({
      code: 'BadDecisionData',
      field: 'voucher',
    });
  }
  await story.pay(voucher());
  expect(await story.holds()).toEqual({ committed: 20_000_000, 'paid-out': 80_000_000 });
  const orders = await district.prisma.paymentOrder.findMany({
    where: { caseId: story.caseId },
    orderBy: { number: 'asc' },
  });
  expect(orders.map(({ stage, attempt, state }) => [stage, attempt, state])).toEqual([
    ['payment-1', 1, 'returned'],
    ['payment-1', 2, 'paid'],
    ['payment-2', 1, 'paid'],
  ]);
  expect((await story.told()).filter((told) => told.startsWith('fund-manager'))).toEqual([
    'fund-manager ← assignment-opened (payment-1)',
    'fund-manager ← assignment-opened (payment-1)',
    'fund-manager ← assignment-opened (payment-2)',
    'fund-manager ← voucher-refused (payment-2)',
  ]);
  await story.act('withdraw', 'clerk');
  await story.decide('bureau-leader', 'reject', { opinion: '已按用途使用，不收回' });
  expect(await story.handle.result()).toEqual({ kind: 'withdrawn' });
  await closes(story, 'withdrawn', 'released');
  await district.replays(story.handle, 'program-funding/payment-returned');
});
