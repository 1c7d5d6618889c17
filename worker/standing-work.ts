import { ScheduleAlreadyRunning, ScheduleOverlapPolicy } from '@temporalio/client';
import type { Client, ScheduleOptions } from '@temporalio/client';
import type { Queue } from '../config.ts';
import { durationMs } from '../processes/duration.ts';
import type { Policy } from '../processes/policy.ts';
import { MAIL_QUEUE, ROUNDS_QUEUE } from '../workflows/messages.ts';

/** What always runs beside the cases: the outbox and the daily round. Every worker may call it; what is there stays. */
export async function ensureStandingWork(client: Client, policy: Policy, queues: readonly Queue[]): Promise<void> {
  if (queues.includes('mail')) await ensureOutbox(client);
  if (queues.includes('rounds')) await ensureDailyRound(client, policy);
}

const ensureOutbox = (client: Client) =>
  client.workflow.start('outbox', {
    workflowId: 'outbox',
    taskQueue: MAIL_QUEUE,
    workflowIdConflictPolicy: 'USE_EXISTING',
  });

/** Made anew from the policy at each start, so that another hour in the policy file counts. */
async function ensureDailyRound(client: Client, policy: Policy): Promise<void> {
  const schedule = dailyRound(policy);
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
