import { ScheduleAlreadyRunning, ScheduleOverlapPolicy } from '@temporalio/client';
import type { Client, ScheduleOptions } from '@temporalio/client';
import type { Queue } from '../config.ts';
import { durationMs } from '../processes/duration.ts';
import type { Policy } from '../processes/policy.ts';
import { MAIL_QUEUE, ROUNDS_QUEUE } from '../workflows/messages.ts';

/** What always runs beside the cases: the outbox, the daily round, yearly items and the monthly bulletin. Every worker may call it; what is there stays. */
export async function ensureStandingWork(client: Client, policy: Policy, queues: readonly Queue[]): Promise<void> {
  if (queues.includes('mail')) await ensureOutbox(client);
  if (!queues.includes('rounds')) return;
  for (const schedule of [dailyRound(policy), yearlyItems(policy), monthlyBulletin(policy), indicatorAsks(policy)])
    await ensure(client, schedule);
}

const ensureOutbox = (client: Client) =>
  client.workflow.start('outbox', {
    workflowId: 'outbox',
    taskQueue: MAIL_QUEUE,
    workflowIdConflictPolicy: 'USE_EXISTING',
  });

/** Made anew from the policy at each start, so that another hour in the policy file counts. */
async function ensure(client: Client, schedule: ScheduleOptions): Promise<void> {
  try {
    await client.schedule.create(schedule);
  } catch (error) {
    if (!(error instanceof ScheduleAlreadyRunning)) throw error;
    const { scheduleId, memo: _, searchAttributes: __, ...rest } = schedule;
    await client.schedule.getHandle(scheduleId).update((there) => ({ ...rest, state: there.state }));
  }
}

function dailyRound({ dailyRound: { time, every } }: Policy): ScheduleOptions {
  const [hour = 8, minute = 30] = time.split(':').map(Number);
  return {
    scheduleId: 'daily-round',
    // The round itself asks the calendar whether today is a working day.
    spec: every
      ? { intervals: [{ every: durationMs(every) ?? 0 }] }
      : { calendars: [{ hour, minute }], timezone: 'Asia/Shanghai' },
    action: {
      type: 'startWorkflow',
      workflowType: 'dailyRound',
      taskQueue: ROUNDS_QUEUE,
      args: [{ everyDay: every !== undefined }],
    },
    // A service that was down at half past eight still tells people when it is back that day.
    policies: { overlap: ScheduleOverlapPolicy.SKIP, catchupWindow: every ? '1 minute' : '10 hours' },
  };
}

/** Figures of periods that have ended, asked for in the hour of the daily round. */
function indicatorAsks(policy: Policy): ScheduleOptions {
  const { action, ...round } = dailyRound(policy);
  return { ...round, scheduleId: 'indicator-asks', action: { ...action, workflowType: 'indicatorAsks' } };
}

/** Each year's recurring items, looked for before the round tells people of them. */
function yearlyItems({ dailyRound: { time, every } }: Policy): ScheduleOptions {
  const [hour = 8, minute = 30] = time.split(':').map(Number);
  return {
    scheduleId: 'yearly-items',
    spec: every
      ? { intervals: [{ every: durationMs(every) ?? 0 }] }
      : { calendars: [{ hour: Math.max(0, hour - 1), minute }], timezone: 'Asia/Shanghai' },
    action: { type: 'startWorkflow', workflowType: 'yearlyItems', taskQueue: ROUNDS_QUEUE },
    policies: { overlap: ScheduleOverlapPolicy.SKIP, catchupWindow: '10 hours' },
  };
}

/** 月通报 of the month before. A service that was down on the day drafts it when it is back. */
function monthlyBulletin({ processes }: Policy): ScheduleOptions {
  const { day, time } = processes['meeting-action-items'].bulletin;
  const [hour = 9, minute = 0] = time.split(':').map(Number);
  return {
    scheduleId: 'monthly-bulletin',
    spec: { calendars: [{ dayOfMonth: day, hour, minute }], timezone: 'Asia/Shanghai' },
    action: { type: 'startWorkflow', workflowType: 'monthlyBulletin', taskQueue: ROUNDS_QUEUE },
    policies: { overlap: ScheduleOverlapPolicy.SKIP, catchupWindow: '10 days' },
  };
}
