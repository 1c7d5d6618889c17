import { afterAll, beforeAll, expect, test } from 'vitest';
import { assignItem, inDays, settleItemPeople, type ItemStory } from './action-items.ts';
import { openDistrict, type District } from './district.ts';
import { person, role } from './rules.ts';

let district: District;
beforeAll(async () => {
  district = await openDistrict();
  await settleItemPeople(district);
});
afterAll(() => district?.close());

const refusedWith = async (act: Promise<unknown>) => {
  const error = await act.then(
    () => null,
    (reason: { cause?: { type?: string; details?: unknown[] } }) => reason,
  );
  const refusal = error?.cause?.details?.[0] as { code: string; field?: string; rule?: string } | undefined;
  return refusal && (refusal.rule ? `${refusal.code} ${refusal.field} ${refusal.rule}` : refusal.code);
};

test('an item is taken on, carried out, confirmed by its supporting unit and closed out by the secretariat', async () => {
  const story = await assignItem(district);
  expect((await story.row()).number).toMatch(/^RW-\d{4}-\d{4}$/);
  expect(await story.item()).toMatchObject({ leadUnitId: 'jingxinwei', contactId: 'lead-contact', state: 'acceptance' });
  await story.accept();
  expect(await story.row()).toMatchObject({ state: 'in-review', businessState: 'carrying-out', stage: 'carrying-out' });
  await story.report(40, '设备招标完成');
  await story.milestone(1);
  await story.report(100, '全部验收合格', { fileIds: [await story.upload('lead-contact')] });
  await story.milestone(2);
  await story.askCloseOut();
  expect(await story.item()).toMatchObject({ state: 'confirming', percent: 100 });
  await story.decide('caizhengju-reviewer', 'approve', { opinion: '资金已结清' });
  expect(await story.item()).toMatchObject({ state: 'close-out' });
  // Who made the item may close it: the one who may not is the lead.
  await story.decide('secretary', 'approve', { opinion: '同意销号' });

  expect(await story.item()).toMatchObject({ state: 'closed', closedOn: await story.today(), askedOn: null });
  expect(await story.row()).toMatchObject({ state: 'approved', businessState: 'closed-out', stage: null });
  expect(await story.journal()).toEqual([
    'opened',
    'accepted',
    'progress',
    'milestone',
    'progress',
    'milestone',
    'close-out-asked',
    'confirmed',
    'closed',
  ]);
  expect(await story.told()).toEqual([
    'lead-contact ← assignment-opened (acceptance)',
    'caizhengju-reviewer ← item-supporting (acceptance)',
    'lead-contact ← assignment-opened (carrying-out)',
    'lead-contact ← progress-recorded (carrying-out)',
    'lead-contact ← progress-recorded (carrying-out)',
    'caizhengju-reviewer ← assignment-opened (close-out)',
    'office-colleague ← assignment-opened (close-out)',
    'secretary ← assignment-opened (close-out)',
    'caizhengju-reviewer ← item-closed-out',
    'lead-contact ← item-closed-out',
    'lead-leader ← item-closed-out',
  ]);
  const held = await district.prisma.file.count({ where: { caseId: story.caseId } });
  expect(held).toBe(2);
  await district.pass({ days: 740 });
  expect(await story.handle.result()).toEqual({ kind: 'approved' });
  await district.replays(story.handle, 'meeting-action-items/closed-out');
});
