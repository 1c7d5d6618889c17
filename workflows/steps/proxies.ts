/** The one place where workflows reach activities; each timeout and retry says why (style.md R6). */
import { proxyActivities, proxyLocalActivities } from '@temporalio/workflow';
import type { createCaseActivities } from '../../activities/cases/case-activities.ts';
import type { createEngagementActivities } from '../../activities/engagements/engagement-activities.ts';
import type { createFundActivities } from '../../activities/fund/fund-activities.ts';
import type { createDocumentActivities } from '../../activities/documents/document-activities.ts';
import { MAIL_QUEUE } from '../messages.ts';

type CaseActivities = ReturnType<typeof createCaseActivities>;
type EngagementActivities = ReturnType<typeof createEngagementActivities>;
type FundActivities = ReturnType<typeof createFundActivities>;
type DocumentActivities = ReturnType<typeof createDocumentActivities>;

/**
 * A transition is one short database transaction, run as a local activity so that a decision costs one workflow task.
 * 5 s: longer means the database is in trouble. After 3 s of retries the wait moves to a server-side timer instead of holding
 * the workflow task; after 10 min `CaseFile.write` starts afresh.
 */
export const { recordTransition } = proxyLocalActivities<CaseActivities>({
  startToCloseTimeout: '5s',
  scheduleToCloseTimeout: '10 minutes',
  localRetryThreshold: '3s',
  retry: { initialInterval: '50ms', backoffCoefficient: 2, maximumInterval: '5s' },
});

/**
 * A posting is one short transaction too, and a person's decision waits for it: local, with the same times. Two that meet are settled inside
 * the activity; what comes out as a fault is the database being away.
 */
export const {
  reserveFunds,
  commitFunds,
  orderPayment,
  markPaid,
  returnPayment,
  releaseFunds,
  clawBackFunds,
  recoverFunds,
} = proxyLocalActivities<FundActivities>({
  startToCloseTimeout: '10s',
  scheduleToCloseTimeout: '10 minutes',
  localRetryThreshold: '3s',
  retry: { initialInterval: '50ms', backoffCoefficient: 2, maximumInterval: '5s' },
});

/** One statement, which waits for another registration of the same teacher at most; the countersigning unit waits for the answer. */
export const { registerEngagement } = proxyLocalActivities<EngagementActivities>({
  startToCloseTimeout: '10s',
  scheduleToCloseTimeout: '10 minutes',
  localRetryThreshold: '3s',
  retry: { initialInterval: '50ms', backoffCoefficient: 2, maximumInterval: '5s' },
});

/** A document takes under a second; storage that is down may take days to come back, and nobody waits for the answer. */
export const { renderCertificate, renderMinutes } = proxyActivities<DocumentActivities>({
  taskQueue: MAIL_QUEUE,
  startToCloseTimeout: '2 minutes',
  retry: { initialInterval: '1s', backoffCoefficient: 2, maximumInterval: '10 minutes' },
});
