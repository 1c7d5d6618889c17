/** The outbox's sender: one workflow that never ends, whose only business is that somebody is always sending. */
import { continueAsNew, proxyActivities, workflowInfo } from '@temporalio/workflow';
import type { createMailActivities } from '../activities/mail/mail-activities.ts';

type MailActivities = ReturnType<typeof createMailActivities>;

/**
 * Sends and listens for 5 minutes a call. 15 s heartbeat: a worker that was killed is replaced that soon. 15 min: a call that drags on
 * in a slow mail server still ends. Retried for ever, a minute apart at most: the database may be away, mail must not be forgotten.
 */
const { sendPendingMail } = proxyActivities<MailActivities>({
  startToCloseTimeout: '15 minutes',
  heartbeatTimeout: '15 seconds',
  retry: { initialInterval: '1 second', backoffCoefficient: 2, maximumInterval: '1 minute' },
});

const FOR_MS = 5 * 60_000;
/** Some 150 calls, half a day: a history that any worker reads in no time. */
const LONGEST_HISTORY = 1_000;

export async function outbox(): Promise<never> {
  while (workflowInfo().historyLength < LONGEST_HISTORY && !workflowInfo().continueAsNewSuggested) {
    await sendPendingMail({ forMs: FOR_MS });
  }
  return continueAsNew<typeof outbox>();
}
