import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Prisma as Sql } from '../../prisma/generated/client.ts';
import { readItemJournals } from '../../prisma/item-journals.ts';
import { lightRuns } from '../../processes/meeting-action-items/journal.ts';
import { calendarFor } from '../../processes/working-days.ts';
import { dazu } from '../processes/dazu.ts';
import { assignItem, inDays, settleItemPeople, type ItemStory } from './action-items.ts';
import { openDistrict, type District } from './district.ts';
import { person, role } from './rules.ts';

let district: District;
beforeAll(async () => {
  district = await openDistrict();
  await settleItemPeople(district);
});
afterAll(() => district?.close());

/** `BadDecisionData percent percent`, `NotYours` …; undefined where nothing was refused. */
const refusedWith = async (act: Promise<unknown>) => {
  const error = await act.then(
    () => null,
    (reason: { cause?: { details?: unknown[] } }) => reason,
  );
  const refusal = error?.cause?.details?.[0] as { code: string; field?: string; rule?: string } | undefined;
  return refusal && (refusal.rule ? `${refusal.code} ${refusal.field} ${refusal.rule}` : refusal.code);
};

const replays = (story: ItemStory, branch: string) => district.replays(story.handle, `meeting-action-items/${branch}`);

test('an item is taken on, carried out, confirmed by its supporting unit and closed out by the secretariat', async () => {
  const story = await assignItem(district);
  expect((await story.row()).number).toMatch(/^RW-\d{4}-\d{4}$/);
  expect(await story.item()).toMatchObject({
    leadUnitId: 'jingxinwei',
    contactId: 'lead-contact',
    state: 'acceptance',
  });
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
  expect(await district.prisma.file.count({ where: { caseId: story.caseId } })).toBe(2);
  await district.pass({ days: 740 });
  expect(await story.handle.result()).toEqual({ kind: 'approved' });
  await replays(story, 'closed-out');
});

test('an extension is approved by the leader of the lead and then by the secretariat, twice at most', async () => {
  const story = await assignItem(district);
  await story.accept();
  const { dueOn } = await story.item();
  const later = (days: number) => inDays(dueOn, days);
  const contact = person('lead-contact');
  for (const day of [dueOn, later(-1)])
    expect(await refusedWith(story.askExtension(day))).toBe('BadDecisionData dueOn later');
  const act = { kind: 'ask-extension' as const, dueOn: later(30) };
  expect(await refusedWith(story.acts('lead-contact', contact, act))).toBe('OpinionRequired');
  expect(await refusedWith(story.byLeader(act, '代办'))).toBe('NotYours');

  await story.askExtension(later(30));
  expect(await refusedWith(story.askExtension(later(60)))).toBe('BadDecisionData dueOn pending');
  await story.decide('lead-leader', 'approve');
  expect(await story.item()).toMatchObject({ dueOn, extensions: 0 });
  await story.decide('secretary', 'approve');
  expect(await story.item()).toMatchObject({ dueOn: later(30), extensions: 1, firstDueOn: dueOn });
  const report = (await story.openTurns()).find(({ purpose }) => purpose === 'progress');
  expect(report?.dueAt?.getTime()).toBeGreaterThan(Date.parse(`${later(30)}T00:00:00+08:00`));

  await story.askExtension(later(60));
  await story.decide('lead-leader', 'reject', { opinion: '理由不充分' });
  expect(await story.item()).toMatchObject({ dueOn: later(30), extensions: 1 });
  await story.askExtension(later(60));
  await story.decide('lead-leader', 'approve');
  await story.decide('office-colleague', 'approve');
  expect(await refusedWith(story.askExtension(later(90)))).toBe('BadDecisionData dueOn at-most');
  expect(await story.journal()).toEqual([
    'opened',
    'accepted',
    'extension-asked',
    'extended',
    'extension-asked',
    'extension-refused',
    'extension-asked',
    'extended',
  ]);
  expect((await story.told()).filter((mail) => mail.includes('extension-decided'))).toHaveLength(3);
  await story.act('terminate', 'administrator', role('jiaowei', 'administrator'));
  expect(await story.item()).toMatchObject({ state: 'ended' });
  expect(await story.handle.result()).toEqual({ kind: 'terminated' });
  await replays(story, 'extended-and-terminated');
});

test('after the due date no extension is asked for, the light is no longer set by hand, and being late stays on record', async () => {
  const story = await assignItem(district, (form) => {
    form.time = { dueOn: inDays(form.time.dueOn, -60), milestones: [] };
    form.units.supporting = [];
  });
  await story.accept();
  await story.bySecretariat({ kind: 'set-light', light: 'orange' }, '重点督办');
  await story.bySecretariat({ kind: 'set-light', light: null });
  await district.pass({ days: 34 });
  const { dueOn } = await story.item();
  expect(await refusedWith(story.askExtension(inDays(dueOn, 60)))).toBe('BadDecisionData dueOn after-due');
  expect(await refusedWith(story.bySecretariat({ kind: 'set-light', light: 'green' }, '没问题'))).toBe(
    'BadDecisionData light overdue',
  );
  await story.report(100, '完成');
  await story.askCloseOut();
  await story.decide('secretary', 'approve');
  const item = await story.item();
  expect(item.finishedOn! > dueOn).toBe(true);
  await replays(story, 'late');
});

test('a close-out is sent back by a supporting unit, then by the secretariat, then accepted; later the item is reopened', async () => {
  const story = await assignItem(district);
  await story.accept();
  await story.askCloseOut();
  await story.decide('caizhengju-reviewer', 'return', { opinion: '尾款未付' });
  expect(await story.item()).toMatchObject({ state: 'carrying-out', askedOn: null, returned: 0 });
  await story.askCloseOut();
  await story.decide('caizhengju-reviewer', 'approve');
  await story.decide('office-colleague', 'return', { opinion: '缺学生入驻证明' });
  expect(await story.item()).toMatchObject({ state: 'carrying-out', returned: 1 });
  await story.askCloseOut();
  await story.decide('caizhengju-reviewer', 'approve');
  await story.decide('office-colleague', 'approve');
  const closed = await story.row();
  expect(closed.closedAt).not.toBeNull();

  const dueOn = inDays(await story.today(), 40);
  expect(await refusedWith(story.bySecretariat({ kind: 'reopen', dueOn }))).toBe('OpinionRequired');
  expect(await refusedWith(story.bySecretariat({ kind: 'reopen', dueOn: '2020-01-01' }, '返工'))).toBe(
    'BadDecisionData dueOn past',
  );
  await story.bySecretariat({ kind: 'reopen', dueOn }, '设备出现质量问题');
  expect(await story.item()).toMatchObject({ state: 'carrying-out', closedOn: null, dueOn });
  expect((await story.row()).closedAt).toBeNull();
  await story.askCloseOut();
  await story.decide('caizhengju-reviewer', 'approve');
  await story.decide('office-colleague', 'approve');
  const again = (await story.told()).filter((mail) => /returned|disagreed|reopened/.test(mail));
  expect(again).toEqual([
    'lead-contact ← support-disagreed (carrying-out)',
    'lead-contact ← close-out-returned (carrying-out)',
    'lead-contact ← item-reopened (carrying-out)',
  ]);
  await replays(story, 'returned-and-reopened');
});

test('a supporting unit that does not answer in time has agreed', async () => {
  const story = await assignItem(district);
  await story.accept();
  await story.askCloseOut();
  await district.pass({ workingDays: 4 });
  expect(await story.item()).toMatchObject({ state: 'close-out' });
  expect(await story.events()).toContain('support-tacit');
  await story.decide('office-colleague', 'approve');
  await replays(story, 'tacit');
});

describe('whoever', () => {
  test('reported for the lead never closes the item, even as a member of the secretariat', async () => {
    const story = await assignItem(district, (form) => {
      form.units = { lead: [{ unitId: 'jiaowei', name: '区教委' }], supporting: [], contactId: 'office-colleague' };
    });
    await story.decide('office-colleague', 'approve');
    await story.askCloseOut();
    expect(await refusedWith(story.decide('office-colleague', 'approve'))).toBe('LeadCannotClose');
    await story.decide('secretary', 'approve');
    await replays(story, 'lead-is-the-office');
  });

  test('is told to report says how far it is: 0 to 100, forwards or with a reason', async () => {
    const story = await assignItem(district);
    await story.accept();
    for (const percent of [101, -1, 12.5]) {
      expect(await refusedWith(story.report(percent, '进展'))).toBe('BadDecisionData percent percent');
    }
    await story.report(60, '进展');
    expect(await refusedWith(story.report(59, '更正'))).toBe('BadDecisionData reason backwards');
    expect(await refusedWith(story.report(59, '更正', { reason: '我想' }))).toBe('BadDecisionData reason required');
    await story.report(59, '更正', { reason: 'recount' });
    expect(await refusedWith(story.milestone(3))).toBe('NotFound');
    await story.milestone(2);
    expect(await refusedWith(story.milestone(2))).toBe('NotAllowed');
    expect(await refusedWith(story.askCloseOut({ fileIds: [] }))).toBe('BadDecisionData fileIds evidence');
    expect(await refusedWith(story.askCloseOut({ by: 'lead-colleague' }))).toBe('NotYours');
    expect(await refusedWith(story.byLeader({ kind: 'set-light', light: 'green' }, '好'))).toBe('NotYours');
    await story.act('withdraw', 'secretary');
    expect(await story.item()).toMatchObject({ state: 'ended', percent: 59 });
    await replays(story, 'withdrawn');
  });

  test('leaves hands over: before acceptance, at work, and by handing on the report', async () => {
    const story = await assignItem(district);
    await story.byLeader({ kind: 'change-contact', userId: 'lead-colleague' }, '原联络员调离');
    await story.decide('lead-colleague', 'approve');
    await story.report(10, '接手');
    await story.bySecretariat({ kind: 'change-contact', userId: 'lead-contact' }, '调整');
    expect(await story.item()).toMatchObject({ contactId: 'lead-contact' });
    await story.report(20, '继续');
    await story.transfer('lead-contact', 'lead-colleague');
    expect(await story.item()).toMatchObject({ contactId: 'lead-colleague' });
    expect(
      await refusedWith(
        story.acts('lead-contact', person('lead-contact'), { kind: 'ask-extension', dueOn: '2099-01-01' }, '晚'),
      ),
    ).toBe('NotYours');
    await story.askCloseOut();
    await story.byLeader({ kind: 'change-contact', userId: 'lead-contact' }, '销号期间调整');
    await story.decide('caizhengju-reviewer', 'approve');
    await story.decide('office-colleague', 'return', { opinion: '补材料' });
    expect((await story.openTurns()).map(({ purpose, personId }) => [purpose, personId])).toEqual([
      ['progress', 'lead-contact'],
    ]);
    await replays(story, 'contact-changed');
  });
});

test('the lead sends an item back that is not for it; the secretariat corrects its words, not its lead', async () => {
  const story = await assignItem(district);
  await story.decide('lead-contact', 'return', { opinion: '请明确验收标准' });
  expect(await story.row()).toMatchObject({ state: 'returned' });
  await story.resubmit();
  await story.accept();
  expect(await story.journal()).toEqual(['opened', 'accepted']);
  await replays(story, 'sent-back');
});

test('an item of many reports goes on in new runs and forgets nothing', async () => {
  const story = await assignItem(district, undefined, { longestHistory: 60 });
  await story.accept();
  await story.milestone(1);
  await story.askExtension(inDays((await story.item()).dueOn, 20));
  await story.decide('lead-leader', 'approve');
  for (let percent = 1; percent <= 20; percent++) await story.report(percent, `第 ${percent} 次`);
  await story.decide('secretary', 'approve');
  const runs = await district.env.client.workflow.getHandle(story.handle.workflowId).describe();
  expect(runs.historyLength).toBeLessThan(120);
  expect(await refusedWith(story.report(3, '倒退'))).toBe('BadDecisionData reason backwards');
  expect(await refusedWith(story.milestone(1))).toBe('NotAllowed');
  await story.askCloseOut();
  await story.decide('caizhengju-reviewer', 'approve');
  expect(await refusedWith(story.decide('secretary', 'approve', { assignmentId: 'no such turn' }))).toBe('NotFound');
  await story.decide('secretary', 'approve');
  expect((await story.journal()).filter((kind) => kind === 'progress')).toHaveLength(20);
  expect(await story.item()).toMatchObject({ state: 'closed', extensions: 1 });
  await replays(story, 'continued-as-new');
});

test('a year of an item: on time, behind, caught up, due on a make-up Saturday, late, closed out; its lights of every day stay on the record', async () => {
  let dueOn = '';
  const story = await assignItem(district, ({ time }) => {
    dueOn = inDays(time.dueOn, 275);
    while (new Date(`${dueOn}T00:00:00Z`).getUTCDay() !== 6) dueOn = inDays(dueOn, 1);
    Object.assign(time, { dueOn, milestones: [] });
  });
  await story.accept();
  for (const percent of [8, 16, 24, 32, 40]) {
    await district.pass({ days: 30 });
    await story.report(percent, '按月报送');
  }
  await district.pass({ days: 90 }); // nobody reports
  await story.report(70, '赶上进度');
  for (const percent of [80, 95]) {
    await district.pass({ days: 30 });
    await story.report(percent, '按月报送');
  }
  while ((await story.today()) <= inDays(dueOn, 2)) await district.pass({ days: 7 });
  await story.report(100, '全部验收合格');
  await story.askCloseOut();
  await story.decide('caizhengju-reviewer', 'approve', { opinion: '资金已结清' });
  await story.decide('secretary', 'approve', { opinion: '同意销号' });
  const closedOn = await story.today();

  const [item] = await readItemJournals(district.prisma, Sql.sql`i.case_id = ${story.caseId}`);
  const rules = dazu().processes['meeting-action-items'].lights;
  const makeUp = calendarFor([{ year: Number(dueOn.slice(0, 4)), holidays: [], makeUpDays: [dueOn] }]);
  const runs = lightRuns(item!, item!.entries, closedOn, rules, makeUp);
  expect(runs.map(({ light }) => light)).toEqual(['green', 'yellow', 'green', 'yellow', 'red', 'blue']);
  // Monday to the Saturday that is worked are the last five working days; without it they would begin three days earlier.
  expect(runs[3]).toMatchObject({ from: inDays(dueOn, -5), to: dueOn });
  expect(runs[4]).toMatchObject({ from: inDays(dueOn, 1), to: inDays(closedOn, -1) });
  await district.pass({ days: 740 });
  expect(await story.handle.result()).toEqual({ kind: 'approved' });
});
