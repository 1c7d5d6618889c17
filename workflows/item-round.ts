/** The meeting's standing work: each year's recurring items are given out, each month's bulletin is drafted. */
import { WorkflowExecutionAlreadyStartedError } from '@temporalio/common';
import {
  ParentClosePolicy,
  allHandlersFinished,
  condition,
  log,
  proxyActivities,
  setHandler,
  startChild,
} from '@temporalio/workflow';
import type { createItemRoundActivities } from '../activities/action-items/item-round-activities.ts';
import { CASES_QUEUE, bulletinWorkflowId, caseWorkflowId, publishBulletin } from './messages.ts';
import { refusalFailure } from './steps/message-queue.ts';

/** A few statements each: a minute means the database is in trouble. Retried for ever; their keys keep a second run from doing it twice. */
const { prepareYearlyItems, draftBulletin, sendBulletin } = proxyActivities<
  ReturnType<typeof createItemRoundActivities>
>({
  startToCloseTimeout: '1 minute',
  retry: { initialInterval: '1 second', backoffCoefficient: 2, maximumInterval: '5 minutes' },
});

/** Each morning: recurring items whose time has come begin lives of their own. Returns how many. */
export async function yearlyItems(): Promise<number> {
  const due = await prepareYearlyItems({ atMs: Date.now() });
  for (const input of due)
    await once(() =>
      startChild('meetingActionItems', {
        workflowId: caseWorkflowId(input.caseId),
        taskQueue: CASES_QUEUE,
        args: [input],
        parentClosePolicy: ParentClosePolicy.ABANDON,
      }),
    );
  return due.length;
}

/** 月通报: on its day of the month the bulletin of the month before is drafted, and waits for the secretariat. */
export async function monthlyBulletin(): Promise<string> {
  const { month } = await draftBulletin({ atMs: Date.now() });
  await once(() =>
    startChild(bulletin, {
      workflowId: bulletinWorkflowId(month),
      args: [{ month }],
      parentClosePolicy: ParentClosePolicy.ABANDON,
    }),
  );
  return month;
}

/** One month's bulletin, from its draft until the secretariat has read and published it. */
export async function bulletin({ month }: { month: string }): Promise<{ mails: number }> {
  const said: { by?: string; mails?: number } = {};
  setHandler(
    publishBulletin,
    async ({ actorId }) => {
      said.by = actorId;
      await condition(() => said.mails !== undefined);
      return { mails: said.mails ?? 0 };
    },
    {
      validator: (_said: { actorId: string }) => {
        if (said.by !== undefined) throw refusalFailure({ code: 'NotOpen' });
      },
    },
  );
  await condition(() => said.by !== undefined);
  const mails = await sendBulletin({ month, actorId: said.by ?? '', atMs: Date.now() });
  said.mails = mails;
  await condition(allHandlersFinished);
  return { mails };
}

async function once(start: () => Promise<unknown>): Promise<void> {
  try {
    await start();
  } catch (error) {
    if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
    log.info('begun already', { workflowId: error.workflowId });
  }
}
