/** The daily round over real cases: who is told, once a day, and what the cases' timelines say of it. */
import { Client } from '@temporalio/client';
import { Worker } from '@temporalio/worker';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createRoundActivities } from '../../activities/rounds/round-activities.ts';
import { shanghaiDate } from '../../processes/shanghai.ts';
import type { dailyRound, RoundInput } from '../../workflows/daily-round.ts';
import { ROUNDS_QUEUE } from '../../workflows/messages.ts';
import { openPostRoom, type PostRoom } from '../mail/post-room.ts';
import { workflowBundle } from '../support/index.ts';
import { keepFirst } from '../workflows/histories.ts';
import { openDistrict, type District } from '../workflows/district.ts';

let district: District;
let room: PostRoom;
let worker: Worker;
let running: Promise<void>;

beforeAll(async () => {
  district = await openDistrict();
  room = await openPostRoom(district);
  worker = await Worker.create({
    connection: district.env.nativeConnection,
    taskQueue: ROUNDS_QUEUE,
    workflowBundle: await workflowBundle(),
    activities: createRoundActivities({
      prisma: district.prisma,
      storage: room.storage,
      mailDomain: 'lianban.test',
      nearWorkingDays: 2,
      renewalDaysBefore: [90, 30],
    }),
  });
  running = worker.run();
});
afterAll(async () => {
  worker?.shutdown();
  await running;
  await room?.close();
  await district?.close();
});

let rounds = 0;
/**
 * Through a client that does not skip: awaiting a round must not let the open cases run into their time-outs. Each round's history
 * replays; under a name, the first recording is kept.
 */
async function round(input: RoundInput = { everyDay: true }, branch?: string) {
  const { workflow } = new Client({ connection: district.env.connection });
  const handle = await workflow.start<typeof dailyRound>('dailyRound', {
    workflowId: `round-${++rounds}`,
    taskQueue: ROUNDS_QUEUE,
    args: [input],
  });
  const outcome = await handle.result();
  await district.replays(handle);
  if (branch) keepFirst(`daily-round/${branch}`, await handle.fetchHistory());
  return outcome;
}

/** Queued by rounds so far, in the order of their keys. */
const queued = async () =>
  (
    await district.prisma.notification.findMany({
      where: { kind: { in: ['daily-digest', 'overdue-escalation'] } },
      orderBy: { key: 'asc' },
    })
  ).map(({ kind, recipientId }) => `${recipientId} ← ${kind}`);

test('an overdue turn is told to its holders and the school’s principal, and the case writes it on its timeline, once', async () => {
  const story = await district.submit();
  await round();
  expect(await queued()).toEqual([]);

  await district.pass({ workingDays: 6 });
  const outcome = await round({ everyDay: true }, 'told');
  expect(outcome).toMatchObject({ kind: 'done', digests: 2, escalations: 1, reminders: 0 });
  const told = ['school-reviewer ← daily-digest', 'school-reviewer-2 ← daily-digest', 'principal ← overdue-escalation'];
  expect(await queued()).toEqual(told);
  const [turn] = await story.openTurns();
  const date = shanghaiDate(await district.env.currentTimeMs());
  expect(turn).toMatchObject({ escalatedOn: date });
  await expect.poll(story.events).toContain('escalated');

  // The same round again: nobody is told twice, nothing is written twice.
  expect(await round()).toMatchObject({ kind: 'done', digests: 0, escalations: 0 });
  expect(await queued()).toEqual(told);
  await district.env.sleep(1000);
  expect((await story.events()).filter((event) => event === 'escalated')).toHaveLength(1);

  const before = room.catcher.mails.length;
  const now = new Date(await district.env.currentTimeMs());
  await room.prisma.notification.updateMany({ where: { kind: 'assignment-opened' }, data: { state: 'sent' } });
  await room.send({ now: () => now });
  const mails = room.catcher.mails.slice(before).toSorted((a, b) => ((a.subject ?? '') < (b.subject ?? '') ? -1 : 1));
  expect(mails.map(({ subject }) => subject)).toEqual([
    '【联办】今日待办｜已超期 1 件',
    '【联办】今日待办｜已超期 1 件',
    '【联办】超期提醒｜大足职教中心有 1 件已超期',
  ]);
  expect(mails[0]!.text).toMatch(
    /已超期（1）\n {2}· 中级双师型教师认定（已超期( \d 个工作日)?）\n {4}SS-\d{4}-\d{4} · 大足职教中心 · school-review/,
  );

  // The next day everybody hears again, the timeline does not.
  await district.env.sleep('1 day');
  expect(await round()).toMatchObject({ digests: 2, escalations: 1 });
  await district.env.sleep(1000);
  expect((await story.events()).filter((event) => event === 'escalated')).toHaveLength(1);

  // Decided in the meantime: what was queued is not sent.
  await story.act('withdraw', 'teacher');
  const tomorrow = new Date(await district.env.currentTimeMs());
  await room.send({ now: () => tomorrow });
  const digests = await district.prisma.notification.findMany({
    where: { key: { startsWith: `digest:${shanghaiDate(tomorrow.getTime())}` } },
  });
  expect(digests.map(({ state, lastError }) => [state, lastError])).toEqual([
    ['skipped', 'nothing due any more'],
    ['skipped', 'nothing due any more'],
  ]);
});

test('no round on a holiday, a round on a make-up Saturday: the office’s calendar decides', async () => {
  const { openRound } = createRoundActivities({
    prisma: district.prisma,
    storage: room.storage,
    mailDomain: 'lianban.test',
    nearWorkingDays: 2,
    renewalDaysBefore: [],
  });
  const at = (text: string) => ({ atMs: Date.parse(`${text}T08:30:00+08:00`) });
  expect(await openRound(at('2026-02-14'))).toEqual({ date: '2026-02-14', working: true });
  expect(await openRound(at('2026-02-16'))).toEqual({ date: '2026-02-16', working: false });
  expect(await openRound(at('2026-11-21'))).toEqual({ date: '2026-11-21', working: false });

  const today = shanghaiDate(await district.env.currentTimeMs());
  const year = Number(today.slice(0, 4));
  const imported = { year, importedById: 'administrator' };
  await district.prisma.calendarYear.create({ data: { ...imported, holidays: [today], makeUpDays: [] } });
  expect(await round({}, 'day-off')).toEqual({ kind: 'day-off', date: today });
  await district.prisma.calendarYear.update({ where: { year }, data: { holidays: [], makeUpDays: [today] } });
  expect(await round({})).toMatchObject({ kind: 'done', date: today });
  await district.prisma.calendarYear.deleteMany();
});
