/** Figures are asked for when their period has ended, and asked for again until they are in. */
import { randomUUID } from 'node:crypto';
import { Worker } from '@temporalio/worker';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { createAskActivities } from '../../activities/indicators/ask-activities.ts';
import { createPrisma, type Prisma } from '../../prisma/client.ts';
import { toldNow } from '../../processes/indicators/asks.ts';
import { calendarFor, deadline } from '../../processes/working-days.ts';
import { ROUNDS_QUEUE } from '../../workflows/messages.ts';
import type { AsksOutcome } from '../../workflows/indicator-asks.ts';
import { dazu } from '../processes/dazu.ts';
import { freshDatabase, timeSkipping, workflowBundle } from '../support/index.ts';
import { settlePeople } from '../workflows/people.ts';
import { keepFirst } from '../workflows/histories.ts';

const policy = dazu();
const calendar = calendarFor();
const at = (day: string) => new Date(`${day}T08:30:00+08:00`).getTime();

let prisma: Prisma;
const open: Prisma[] = [];
beforeEach(async () => {
  prisma = createPrisma((await freshDatabase()).url);
  open.push(prisma);
  await settlePeople(prisma);
  await prisma.membership.createMany({
    data: [{ userId: 'expert-5', unitId: 'rensheju', role: 'leader' }],
  });
});
afterAll(() => Promise.all(open.map((each) => each.$disconnect())));

const round = async (date: string) => {
  const activities = createAskActivities({ prisma, policy, mailDomain: 'lianban.test' });
  const { asked } = await activities.askForFigures({ date, atMs: at(date) });
  const { queued } = await activities.queueFigureMails({ date, atMs: at(date) });
  return { asked, queued };
};
const told = async () =>
  (await prisma.notification.findMany({ where: { kind: 'figures-asked' }, orderBy: { key: 'asc' } })).map(
    ({ key, facts }) => `${key} ${(facts as { indicators: string[] }).indicators.join(' ')}`,
  );

test('each ended period is asked for once, of the clerks of the unit in charge; a second run tells nobody again', async () => {
  expect(await round('2026-10-09')).toMatchObject({ asked: 8 });
  const asks = await prisma.indicatorAsk.findMany({ orderBy: { indicator: 'asc' } });
  expect(asks.find(({ indicator }) => indicator === 'training')).toMatchObject({
    period: '2026-Q3',
    unitId: 'rensheju',
    // 15 working days from 10-09; Saturday 10-10 is worked.
    dueAt: new Date('2026-10-29T16:00:00Z'),
  });
  expect(asks.find(({ indicator }) => indicator === 'progression-ratio')).toMatchObject({ period: '2025' });
  const first = await told();
  expect(first).toContain('figures-asked:2026-10-09:rensheju-clerk training');
  expect(first.join()).not.toContain('expert-5');
  expect(await round('2026-10-09')).toEqual({ asked: 0, queued: 0 });
  expect(await told()).toEqual(first);
});

test('reminded before the end, then the leader hears too, until the figure is accepted', async () => {
  await round('2026-10-09');
  await prisma.notification.deleteMany();
  for (const day of ['2026-10-20', '2026-10-22', '2026-10-28', '2026-10-29', '2026-10-30', '2026-11-02', '2026-11-06'])
    await round(day);
  expect((await told()).filter((row) => row.endsWith(' training'))).toEqual([
    'figures-asked:2026-10-22:rensheju-clerk training',
    'figures-asked:2026-10-28:rensheju-clerk training',
    'figures-asked:2026-10-30:expert-5 training',
    'figures-asked:2026-10-30:rensheju-clerk training',
    'figures-asked:2026-11-06:expert-5 training',
    'figures-asked:2026-11-06:rensheju-clerk training',
  ]);
  const id = randomUUID();
  await prisma.case.create({
    data: {
      ...{
        id,
        number: 'ZB-2026-0001',
        process: 'indicator-report',
        title: '培训',
        state: 'approved',
        applicantId: 'rensheju-clerk',
      },
      ...{
        unitId: 'rensheju',
        form: {},
        rules: {},
        policyVersion: '1',
        facts: { indicator: 'training', period: '2026-Q3' },
      },
      submittedAt: new Date(),
    },
  });
  await round('2026-11-13');
  expect((await told()).filter((row) => row.includes('2026-11-13') && row.includes('training'))).toEqual([]);
});

describe('the workflow', () => {
  test('rests on days off and leaves a history that replays', async () => {
    const [env, bundle] = await Promise.all([timeSkipping(), workflowBundle()]);
    const asked: string[] = [];
    const activities = {
      openRound: async ({ atMs }: { atMs: number }) => ({
        date: new Date(atMs).toISOString().slice(0, 10),
        working: asked.length === 0,
      }),
      askForFigures: async ({ date }: { date: string }) => ({ asked: asked.push(date) }),
      queueFigureMails: async () => ({ queued: 2 }),
    };
    const worker = await Worker.create({
      ...{ connection: env.nativeConnection, taskQueue: ROUNDS_QUEUE, workflowBundle: bundle, activities },
    });
    await worker.runUntil(async () => {
      const start = (workflowId: string) =>
        env.client.workflow.start('indicatorAsks', { workflowId, taskQueue: ROUNDS_QUEUE, args: [{}] });
      const first = await start('asks-1');
      expect(await first.result()).toMatchObject({ kind: 'done', asked: 1, queued: 2 } satisfies Partial<AsksOutcome>);
      const history = await first.fetchHistory();
      await expect(Worker.runReplayHistory({ workflowBundle: bundle }, history, 'asks-1')).resolves.toBeUndefined();
      keepFirst('indicator-asks/done', history);
      expect(await (await start('asks-2')).result()).toMatchObject({ kind: 'day-off' });
    });
    await env.teardown();
  });
});

test('told at once, before the end and every so many days after it', () => {
  const { ask } = policy.processes['indicator-report'];
  const askedAtMs = at('2026-10-09');
  const { dueAtMs } = deadline(askedAtMs, ask.deadline, calendar);
  const on = (day: string) => toldNow({ askedAtMs, dueAtMs }, at(day), ask, calendar);
  expect(['2026-10-09', '2026-10-12', '2026-10-22', '2026-10-28', '2026-10-29'].map(on)).toEqual([
    ...['asked', null, 'reminder', 'reminder', null],
  ]);
  // Saturday and Sunday are no days to tell; the round does not even run then.
  expect(['2026-10-30', '2026-11-02', '2026-11-05', '2026-11-06', '2026-11-13'].map(on)).toEqual([
    ...['overdue', null, null, 'overdue', 'overdue'],
  ]);
});
