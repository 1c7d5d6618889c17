/** Who reads what when a program is funded: real cases, real mails. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDistrict, type District } from '../workflows/district.ts';
import { applyForFunding, fillFund, leaveInFund } from '../workflows/funding.ts';
import { openPostRoom, type PostRoom } from './post-room.ts';

let district: District;
let room: PostRoom;
beforeAll(async () => {
  district = await openDistrict();
  room = await openPostRoom(district);
  await fillFund(district, 500_000_000);
});
afterAll(async () => {
  await room?.close();
  await district?.close();
});

/** The mails that leave now, by `who kind-of-subject`, with their text. */
async function mails(): Promise<Map<string, string>> {
  const before = room.catcher.mails.length;
  const now = new Date(await district.env.currentTimeMs());
  await room.send({ now: () => now });
  return new Map(
    room.catcher.mails.slice(before).map(({ envelopeTo, subject, text }) => {
      const verb = /^【联办】(.+?)｜/.exec(subject ?? '')?.[1] ?? subject;
      return [`${envelopeTo[0]?.split('@')[0]} ← ${verb}`, text ?? ''];
    }),
  );
}
const buttonsOf = (text = '') =>
  [...text.matchAll(/ {2}(\S+)：https:\/\/lianban\.test\/act\/[\w-]{43}#(\w+)/g)].map(
    ([, label, verdict]) => `${label} ${verdict}`,
  );

test('short of money, awarded, paid, reported, evaluated, clawed back, closed', async () => {
  const story = await applyForFunding(district);
  await story.toTheDesk();
  const desk = (await mails()).get('bureau-leader ← 请办理') ?? '';
  expect(buttonsOf(desk)).toEqual(['同意 approve', '不同意 reject']);
  expect(desk).not.toContain('2501010120010012345');

  const giveBack = await leaveInFund(district, 70_000_000);
  await story.award(100_000_000);
  const short = (await mails()).get('bureau-leader ← 资金不足，请重新审定') ?? '';
  expect(short).toMatch(/拟支持 1,000,000\.00 元，\d{4} 年度基金可用 700,000\.00 元，未能预留，本次审定未生效。/);
  expect(buttonsOf(short)).toEqual(['同意 approve', '不同意 reject']);
  await giveBack();

  await story.award(100_000_000);
  await story.throughTheNotice();
  const awarded = await mails();
  expect(awarded.get('clerk ← 已立项')).toContain('支持资金 1,000,000.00 元');
  expect(awarded.get('clerk ← 已立项')).toContain('第 2 期拨付（30 %）：300,000.00 元，中期报告验收后拨付');
  expect(buttonsOf(awarded.get('fund-manager ← 请拨付'))).toEqual(['登记已拨付 approve', '财政退回 return']);

  await story.pay('财拨-1');
  const paid = await mails();
  expect(paid.get('clerk ← 已拨付')).toMatch(
    /金额：500,000\.00 元\n\s*拨付通知：BF-\d{4}-0001\n\s*凭证号：财拨-1\n\s*尚未拨付：500,000\.00 元/,
  );
  expect(buttonsOf(paid.get('clerk ← 请提交报告'))).toEqual(['提交报告 approve']);

  await story.report();
  expect(buttonsOf((await mails()).get('bureau-reviewer ← 请验收'))).toEqual(['通过验收 approve', '退回 return']);
  await story.decide('bureau-reviewer', 'return', { opinion: '缺设备采购合同' });
  expect((await mails()).get('clerk ← 报告退回，请补充')).toContain('  | 缺设备采购合同');
  await story.report();
  await story.decide('bureau-reviewer', 'approve');
  await story.pay('财拨-1');
  expect((await mails()).get('fund-manager ← 凭证号重复，请核对')).toContain('凭证号“财拨-1”已登记在另一笔款项上');
  await story.pay('财拨-2');
  await story.report();
  await story.decide('bureau-reviewer', 'approve');
  await story.pay('财拨-3');
  await mails();

  await story.decide('bureau-reviewer', 'approve', { opinion: '招生未达目标', data: { score: 55 } });
  const evaluated = await mails();
  expect(evaluated.get('clerk ← 绩效评价：差')).toMatch(/招生未达目标[\s\S]*评价不合格，须在规定时间内整改/);
  expect(buttonsOf(evaluated.get('clerk ← 请整改'))).toEqual(['提交整改情况 approve']);
  await story.decide('clerk', 'approve', { opinion: '已整改' });
  await story.decide('bureau-reviewer', 'reject', { opinion: '整改不到位' });
  expect(buttonsOf((await mails()).get('bureau-leader ← 请审定收回资金'))).toEqual([
    '决定收回 approve',
    '不予收回 reject',
  ]);
  await story.decide('bureau-leader', 'approve', { opinion: '收回三成', data: { clawedBackFen: 30_000_000 } });
  expect((await mails()).get('clerk ← 收回资金')).toMatch(/收回已拨付资金 300,000\.00 元[\s\S]*收回三成/);
  await story.decide('fund-manager', 'approve', { data: { voucher: '收-1' } });
  expect((await mails()).get('clerk ← 已办结')).toMatch(
    /立项资金：1,000,000\.00 元\n\s*已拨付：1,000,000\.00 元\n\s*已收回：300,000\.00 元/,
  );
});

test('withdrawn while an order is out: who pays is told not to', async () => {
  const story = await applyForFunding(district);
  await story.toTheAward(50_000_000);
  await mails();
  await story.act('withdraw', 'clerk');
  expect((await mails()).get('fund-manager ← 拨付通知作废，请勿支付')).toMatch(
    /拨付通知 BF-\d{4}-\d{4}（250,000\.00 元）作废，请勿支付/,
  );
});
