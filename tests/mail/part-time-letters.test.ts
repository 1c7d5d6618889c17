/** Who reads what while a part-time post lasts: real cases, real rounds, real mails. */
import { Worker } from '@temporalio/worker';
import { Client } from '@temporalio/client';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createRoundActivities } from '../../activities/rounds/round-activities.ts';
import type { dailyRound } from '../../workflows/daily-round.ts';
import { ROUNDS_QUEUE } from '../../workflows/messages.ts';
import { workflowBundle } from '../support/index.ts';
import { openDistrict, type District } from '../workflows/district.ts';
import { applyForPost, newYear, plusDays, type PostStory, untilDay } from '../workflows/part-time.ts';
import { openPostRoom, type PostRoom } from './post-room.ts';

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
      ...{ prisma: district.prisma, storage: room.storage, mailDomain: 'lianban.test' },
      ...{ nearWorkingDays: 2, renewalDaysBefore: [90, 30] },
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
/** Through a client that does not skip time. */
async function round() {
  const { workflow } = new Client({ connection: district.env.connection });
  const handle = await workflow.start<typeof dailyRound>('dailyRound', {
    ...{ workflowId: `posts-round-${++rounds}`, taskQueue: ROUNDS_QUEUE },
    args: [{ everyDay: true }],
  });
  const outcome = await handle.result();
  await district.replays(handle);
  return outcome;
}

/** The mails that leave now, by `who ← subject's verb`, with their text. */
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

const reminders = ({ caseId }: PostStory) =>
  district.prisma.notification.findMany({
    where: { caseId, kind: { in: ['declaration-due', 'engagement-ending'] } },
    orderBy: { createdAt: 'asc' },
  });

test('registered, reminded 30 and 7 days before, missed, told to the principal, suspended, resumed, ending, ended', async () => {
  const startsOn = await newYear(district);
  const year = Number(startsOn.slice(0, 4));
  const story = await applyForPost(district, { startsOn, endsOn: `${year + 1}-03-31` });
  await story.toRegistration();
  await mails();
  await story.decide('bureau-reviewer', 'approve');
  await story.decide('rensheju-reviewer', 'approve');
  const registered = (await mails()).get('teacher ← 已备案') ?? '';
  expect(registered).toContain(`在期 ${year}年1月1日 至 ${year + 1}年3月31日`);
  expect(registered).toContain('请每年申报一次兼职收入');

  await untilDay(district, `${year + 1}-01-01`, 10);
  const opened = await mails();
  expect(opened.get('teacher ← 请申报兼职收入')).toContain(`/posts/${story.caseId}/declare/${year}`);
  for (let twice = 0; twice < 2; twice++) await round();
  expect((await mails()).get('teacher ← 收入申报还有 30 天截止') ?? '').toContain(`请于`);
  const turn = await story.turnOf('teacher');
  const dueMs = turn.dueAt?.getTime() ?? 0;
  const daysBefore = async (days: number) => {
    await district.env.sleep(dueMs - days * 86_400_000 - 12 * 3_600_000 - (await district.env.currentTimeMs()));
    await round();
  };
  await daysBefore(10);
  expect(await reminders(story)).toHaveLength(1);
  await daysBefore(7);
  await daysBefore(6);
  expect((await reminders(story)).map(({ facts }) => facts)).toEqual([{ days: 30 }, { days: 7 }]);
  const week = await mails();
  expect([...week.keys()].filter((key) => key.includes('截止'))).toEqual(['teacher ← 收入申报还有 6 天截止']);

  await district.env.sleep(dueMs + 6 * 3_600_000 - (await district.env.currentTimeMs()));
  await round();
  const overdue = await mails();
  expect([...overdue.keys()].some((key) => key.startsWith('principal ←'))).toBe(true);
  expect(await story.events()).toContain('escalated');
  const { suspendsAt } = await district.prisma.declarationPeriod.findFirstOrThrow({ where: { caseId: story.caseId } });
  await district.env.sleep(suspendsAt.getTime() + 3 * 3_600_000 - (await district.env.currentTimeMs()));
  const suspended = await mails();
  expect(suspended.get('teacher ← 兼职暂停')).toContain(`您逾期未申报 ${year} 年兼职收入`);
  expect(suspended.get('principal ← 兼职暂停')).toContain('请督促');
  await story.declare(String(year), 1_000_000);
  expect([...(await mails()).keys()].toSorted()).toEqual(['finance ← 请核对收入申报', 'teacher ← 兼职恢复']);
  await story.check('return', '缺完税证明');
  const returned = (await mails()).get('teacher ← 收入申报退回，请更正') ?? '';
  expect(returned).toContain('缺完税证明');
  await story.declareAndCheck(String(year), 1_100_000);
  await mails();

  await untilDay(district, `${year + 1}-03-01`, 10);
  for (let twice = 0; twice < 2; twice++) await round();
  const ending = await mails();
  expect(ending.get('teacher ← 兼职还有 30 天到期')).toContain(`申请续期：https://lianban.test/posts/${story.caseId}`);
  // A renewal is on its way: the post is not reminded of any more.
  const renewal = await applyForPost(district, {
    startsOn: `${year + 1}-04-01`,
    endsOn: `${year + 1}-12-31`,
    host: story.form.host.name,
    renews: (await story.row()).number,
  });
  await untilDay(district, `${year + 1}-03-25`, 10);
  await round();
  expect((await reminders(story)).filter(({ kind }) => kind === 'engagement-ending')).toHaveLength(1);
  await renewal.act('withdraw', 'teacher');
  await mails();
  await untilDay(district, `${year + 1}-04-01`, 10);
  const ended = await mails();
  expect(ended.get('teacher ← 兼职已到期')).toContain(`最后一日为 ${year + 1}年3月31日`);
  await story.declareAndCheck(String(year + 1));
  expect(await story.handle.result()).toEqual({ kind: 'approved' });
});

test('a change shows its new terms to whoever decides on it, and its end tells which terms are in force', async () => {
  const startsOn = await newYear(district);
  const story = await applyForPost(district, { startsOn, endsOn: plusDays(startsOn, 300), workHours: 2 });
  await story.register();
  await mails();
  const form = { ...story.form, post: { ...story.form.post, workingTimeHours: 4 } };
  const { id } = await district.prisma.submission.create({
    data: {
      ...{ caseId: story.caseId, process: 'part-time-income', applicantId: 'teacher', unitId: 'dazu-zhijiao' },
      ...{ title: '变更', form, fileIds: [] },
    },
  });
  await story.say({ kind: 'propose-change', submissionId: id, from: 'principal-approval' }, 'teacher');
  const desk = (await mails()).get('principal ← 请办理') ?? '';
  expect(desk).toContain('其中工作时间 4 小时');
  await story.decide('principal', 'reject', { opinion: '课时已满' });
  const refused = (await mails()).get('teacher ← 变更未通过') ?? '';
  expect(refused).toContain('课时已满');
  expect(refused).toContain('其中工作时间 2 小时');
  await story.say({ kind: 'end' }, 'principal', { as: { kind: 'role', unitId: 'dazu-zhijiao', role: 'principal' } });
  expect((await mails()).get('teacher ← 兼职已终止')).toContain('理由');
});
