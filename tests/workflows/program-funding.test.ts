import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { inOrder } from '../fund/books.ts';
import { openDistrict, type District } from './district.ts';
import { applyForFunding, closes, fillFund, leftInFund } from './funding.ts';

let district: District;
beforeAll(async () => {
  district = await openDistrict();
});
beforeEach(() => fillFund(district, 500_000_000));
afterAll(async () => {
  if (district) await inOrder(district.prisma);
  await district?.close();
});

test('a program is funded: reviews, eight departments, five experts, award, three payments over two years, evaluation, closed', async () => {
  const left = await leftInFund(district);
  const story = await applyForFunding(district);
  expect((await story.row()).number).toMatch(/^ZX-\d{4}-\d{4}$/);
  await story.toTheDesk();
  const experts = (
    await district.prisma.assignment.findMany({
      where: { caseId: story.caseId, purpose: 'score' },
      orderBy: { personId: 'asc' },
    })
  ).map(({ personId }) => personId);

  await story.award(100_000_000);
  expect(await story.holds()).toEqual({ reserved: 100_000_000 });
  await story.throughTheNotice();
  expect(await story.row()).toMatchObject({ state: 'approved', businessState: 'awarded', stage: 'payment-1' });
  expect(await story.holds()).toEqual({ committed: 100_000_000 });

  await story.pay('财拨-0001');
  expect(await story.holds()).toEqual({ committed: 50_000_000, 'paid-out': 50_000_000 });
  await story.report('中期：设备到位 48 个工位');
  await story.decide('bureau-reviewer', 'return', { opinion: '缺采购合同' });
  await story.report('已补采购合同');
  await story.decide('bureau-reviewer', 'approve');
  await story.pay('财拨-0002');
  expect(await story.row()).toMatchObject({ businessState: 'paying', stage: 'payment-3' });
  await district.pass({ days: 365 });
  await story.report('验收：全部指标完成');
  await story.decide('bureau-reviewer', 'approve');
  await story.pay('财拨-0003');
  expect(await story.row()).toMatchObject({ businessState: 'paid', stage: 'evaluation' });
  await story.decide('bureau-reviewer', 'approve', { data: { score: 89.9 } });

  expect(await story.handle.result()).toEqual({ kind: 'approved' });
  await closes(story, 'approved', 'completed');
  expect(await story.holds()).toEqual({ 'paid-out': 100_000_000 });
  expect(await leftInFund(district)).toBe(left - 100_000_000);
  const paid = await district.prisma.paymentOrder.findMany({
    where: { caseId: story.caseId },
    orderBy: { number: 'asc' },
  });
  expect(paid.map(({ state, voucher, amountFen }) => [state, voucher, Number(amountFen)])).toEqual([
    ['paid', '财拨-0001', 50_000_000],
    ['paid', '财拨-0002', 30_000_000],
    ['paid', '财拨-0003', 20_000_000],
  ]);
  expect(await story.told()).toEqual([
    'bureau-reviewer ← assignment-opened (formal-review)',
    ...['bureau', 'caizhengju', 'jingxinwei', 'kejiju', 'rensheju', 'shuiwuju', 'zhujianwei', 'zuzhibu'].map(
      (unit) => `${unit}-reviewer ← assignment-opened (countersign)`,
    ),
    ...experts.map((expert) => `${expert} ← assignment-opened (expert-scoring)`),
    'bureau-leader ← assignment-opened (bureau-decision)',
    'secretary ← assignment-opened (joint-meeting)',
    'clerk ← award-granted (award)',
    'fund-manager ← assignment-opened (payment-1)',
    'clerk ← assignment-opened (payment-2)',
    'clerk ← payment-made (payment-1)',
    'bureau-reviewer ← assignment-opened (payment-2)',
    'clerk ← report-returned (payment-2)',
    'bureau-reviewer ← assignment-opened (payment-2)',
    'fund-manager ← assignment-opened (payment-2)',
    'clerk ← assignment-opened (payment-3)',
    'clerk ← payment-made (payment-2)',
    'bureau-reviewer ← assignment-opened (payment-3)',
    'fund-manager ← assignment-opened (payment-3)',
    'bureau-reviewer ← assignment-opened (evaluation)',
    'clerk ← payment-made (payment-3)',
    'clerk ← evaluation-concluded (evaluation)',
    'clerk ← funding-closed',
  ]);
  await district.replays(story.handle, 'program-funding/paid-and-closed');
});
