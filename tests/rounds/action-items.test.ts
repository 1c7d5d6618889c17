/** The meeting's tasks over a year of working days, make-up days and holidays: who hears of what, when; yearly items; the bulletin. */
import { randomUUID } from 'node:crypto';
import { Client } from '@temporalio/client';
import { Worker } from '@temporalio/worker';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { createItemRoundActivities } from '../../activities/action-items/item-round-activities.ts';
import { createRoundActivities } from '../../activities/rounds/round-activities.ts';
import { dateOfDay, dayOfDate, dayStartMs, shanghaiDate } from '../../processes/shanghai.ts';
import { createStorage } from '../../storage.ts';
import { bulletinWorkflowId, caseWorkflowId, publishBulletin, ROUNDS_QUEUE } from '../../workflows/messages.ts';
import { dazu } from '../processes/dazu.ts';
import { workflowBundle } from '../support/index.ts';
import { openPostRoom, type PostRoom } from '../mail/post-room.ts';
import { assignItem, inDays, itemForm, settleItemPeople } from '../workflows/action-items.ts';
import { openDistrict, type District } from '../workflows/district.ts';

let district: District;
let room: PostRoom;
let rounds: ReturnType<typeof createRoundActivities>;
let worker: Worker;
let running: Promise<void>;
beforeAll(async () => {
  district = await openDistrict();
  await settleItemPeople(district);
  room = await openPostRoom(district);
  const { prisma, env } = district;
  const storage = createStorage('file:///tmp/no-files');
  const common = { prisma, storage, mailDomain: 'lianban.test' };
  rounds = createRoundActivities({ ...common, nearWorkingDays: 2, renewalDaysBefore: [90, 30] });
  worker = await Worker.create({
    connection: env.nativeConnection,
    taskQueue: ROUNDS_QUEUE,
    workflowBundle: await workflowBundle(),
    activities: { ...createItemRoundActivities({ prisma, policy: dazu(), mailDomain: 'lianban.test' }), ...rounds },
  });
  running = worker.run();
  // The schedule of 2027 as an administrator imports it: May Day moves the Saturday before to a working day.
  await prisma.calendarYear.create({
    data: {
      year: 2027,
      holidays: ['2027-05-01', '2027-05-02', '2027-05-03', '2027-05-04', '2027-05-05'],
      makeUpDays: ['2027-04-25', '2027-05-08'],
      importedById: 'administrator',
    },
  });
});
afterAll(async () => {
  worker?.shutdown();
  await running;
  await room?.close();
  await district?.close();
});

/** A client that does not skip: awaiting must not let the open cases run into their time-outs. */
const plain = () => new Client({ connection: district.env.connection });

/** Everybody who has a digest of the day, with what it says of action items. */
async function digestsOf(date: string) {
  const atMs = dayStartMs(dayOfDate(date)) + 8.5 * 3_600_000;
  await rounds.queueDigests({ date, atMs, after: '', size: 200 });
  const before = room.catcher.mails.length;
  await room.send({ now: () => new Date(atMs) });
  return room.catcher.mails
    .slice(before)
    .filter(({ subject }) => subject?.includes('会议任务'))
    .map(({ envelopeTo, text }) => {
      const left = /(剩余 \d+ 个工作日|今日到期|已超期 \d+ 个工作日|联络员已离岗)/.exec(
        text?.split('联席会议任务')[1] ?? '',
      );
      return `${date} ${envelopeTo[0]?.split('@')[0]} ${left?.[1]}`;
    })
    .toSorted();
}

test('an item due after May Day is told on its working days, and its leader every second one once it is late', async () => {
  const story = await assignItem(district, (form) => {
    form.time = { dueOn: '2027-05-09', milestones: [] };
  });
  await story.accept();
  // Mails of the acceptance are not what this is about.
  await room.send();
  const heard: string[] = [];
  for (let day = dayOfDate('2027-04-20'); day <= dayOfDate('2027-05-20'); day++)
    heard.push(...(await digestsOf(dateOfDay(day))));
  // 05-09 is a Sunday: due on Monday 05-10. Saturday 05-08 works, and so does Sunday 04-25.
  expect(heard).toEqual([
    '2027-04-27 lead-contact 剩余 7 个工作日',
    '2027-05-06 lead-contact 剩余 3 个工作日',
    '2027-05-08 lead-contact 剩余 1 个工作日',
    '2027-05-10 lead-contact 今日到期',
    '2027-05-12 lead-contact 已超期 2 个工作日',
    '2027-05-12 lead-leader 已超期 2 个工作日',
    '2027-05-14 lead-contact 已超期 4 个工作日',
    '2027-05-14 lead-leader 已超期 4 个工作日',
    '2027-05-18 lead-contact 已超期 6 个工作日',
    '2027-05-18 lead-leader 已超期 6 个工作日',
    '2027-05-20 lead-contact 已超期 8 个工作日',
    '2027-05-20 lead-leader 已超期 8 个工作日',
  ]);
  // The same round twice tells nobody twice, and a leader hears that a contact has gone.
  expect(await digestsOf('2027-05-20')).toEqual([]);
  await district.prisma.user.update({ where: { id: 'lead-contact' }, data: { disabled: true } });
  expect(await digestsOf('2027-05-21')).toEqual(['2027-05-21 lead-leader 联络员已离岗']);
  await district.prisma.user.update({ where: { id: 'lead-contact' }, data: { disabled: false } });
  await story.act('withdraw', 'secretary');
  expect(await digestsOf('2027-05-24')).toEqual([]);
});

test('a yearly item is given out once a year, and lives like any other', async () => {
  const { prisma, env } = district;
  const today = shanghaiDate(await env.currentTimeMs());
  const due = inDays(today, 40);
  const form = itemForm((each) => {
    each.task.content = '举办职业教育活动月';
    each.units.supporting = [];
  }, today);
  const { id } = await prisma.itemSeries.create({
    data: {
      template: { row: {}, form: { ...form } },
      ...{ dueMonth: Number(due.slice(5, 7)), dueDay: Number(due.slice(8)), leadDays: 60 },
      ...{ createdById: 'secretary', unitId: 'jiaowei' },
    },
  });
  const run = () =>
    plain().workflow.execute('yearlyItems', {
      taskQueue: ROUNDS_QUEUE,
      workflowId: `yearly-${randomUUID()}`,
      args: [],
    });
  expect(await run()).toBe(1);
  // A life of its own: it opens in its own time.
  const made = await vi.waitFor(
    () => prisma.case.findFirstOrThrow({ where: { process: 'meeting-action-items', title: { contains: '活动月' } } }),
    { timeout: 10_000 },
  );
  const read = () => prisma.actionItem.findMany({ where: { seriesId: id } });
  expect(await read()).toMatchObject([
    { caseId: made.id, dueOn: due, seriesYear: Number(due.slice(0, 4)), state: 'acceptance' },
  ]);
  expect(await run()).toBe(0);
  const handle = env.client.workflow.getHandle(caseWorkflowId(made.id));
  expect((await handle.describe()).status.name).toBe('RUNNING');
  await env.sleep(365 * 86_400_000);
  expect(await run()).toBe(1);
  await vi.waitFor(async () => expect(await read()).toHaveLength(2), { timeout: 10_000 });
});

test('the bulletin of a month is drafted, read by the secretariat, and mailed with its document', async () => {
  const { prisma, env } = district;
  const story = await assignItem(district, (form) => {
    form.units.supporting = [{ unitId: 'caizhengju', name: '区财政局' }];
  });
  await story.accept();
  await story.report(30, '推进');
  await env.sleep(32 * 86_400_000);
  const month = await plain().workflow.execute('monthlyBulletin', {
    taskQueue: ROUNDS_QUEUE,
    workflowId: `monthly-${randomUUID()}`,
    args: [],
  });
  const draft = await prisma.bulletin.findUniqueOrThrow({ where: { month: String(month) } });
  expect(draft).toMatchObject({ state: 'draft' });
  const snapshot = draft.snapshot as unknown as { month: string; items: { caseId: string; percent: number }[] };
  expect(snapshot.items.find(({ caseId }) => caseId === story.caseId)).toMatchObject({ percent: 30 });
  const at = new Date(await env.currentTimeMs());
  await room.send({ now: () => at });
  const asked = room.catcher.mails.filter(({ subject }) => subject?.includes('请审核通报'));
  expect(asked.map(({ envelopeTo }) => envelopeTo[0]?.split('@')[0]).toSorted()).toEqual([
    'office-colleague',
    'secretary',
  ]);

  await prisma.bulletin.update({ where: { month: String(month) }, data: { preface: '本月总体平稳。' } });
  const handle = env.client.workflow.getHandle(bulletinWorkflowId(String(month)));
  const { mails } = await handle.executeUpdate(publishBulletin, { args: [{ actorId: 'secretary' }] });
  expect(mails).toBeGreaterThan(3);
  expect(await prisma.bulletin.findUniqueOrThrow({ where: { month: String(month) } })).toMatchObject({
    state: 'published',
    publishedById: 'secretary',
  });
  await room.send({ now: () => at });
  const sent = room.catcher.mails.filter(({ subject }) => subject?.includes('月通报'));
  const finance = sent.find(({ envelopeTo }) => envelopeTo[0]?.startsWith('caizhengju-reviewer'));
  expect(finance?.text).toContain('本月总体平稳。');
  expect(finance?.attachments.map(({ filename, contentType }) => [filename, contentType])).toEqual([
    [expect.stringMatching(/任务推进情况通报\.pdf$/), 'application/pdf'],
  ]);
  expect(sent.map(({ envelopeTo }) => envelopeTo[0]?.split('@')[0])).not.toContain('teacher');

  // Both run twice change nothing and tell nobody again.
  const acts = createItemRoundActivities({ prisma, policy: dazu(), mailDomain: 'lianban.test' });
  const count = () => prisma.notification.count({ where: { kind: { startsWith: 'bulletin-' } } });
  const told = await count();
  await acts.draftBulletin({ atMs: at.getTime() });
  expect(await acts.sendBulletin({ month: String(month), actorId: 'office-colleague', atMs: at.getTime() })).toBe(0);
  expect(await count()).toBe(told);
  expect((await prisma.bulletin.findUniqueOrThrow({ where: { month: String(month) } })).publishedById).toBe(
    'secretary',
  );
});
