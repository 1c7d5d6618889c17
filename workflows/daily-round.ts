/**
 * The daily round: on each working day everybody hears once what is due, near and overdue, leaders hear what is late, holders hear that
 * a certificate ends. It reads Postgres in pages, so that a deadline of ten thousand cases wakes none of them (design.md §3).
 */
import { continueAsNew, getExternalWorkflowHandle, log, patched, proxyActivities, sleep } from '@temporalio/workflow';
import type { createRoundActivities, Page, PageDone } from '../activities/rounds/round-activities.ts';
import { caseWorkflowId, escalated } from './messages.ts';

type RoundActivities = ReturnType<typeof createRoundActivities>;

/**
 * A page is one statement or two: a minute means the database is in trouble. Retried for ever: the round of the day must be made, and
 * its keys see to it that nobody is told twice.
 */
const pages = proxyActivities<RoundActivities>({
  startToCloseTimeout: '1 minute',
  retry: { initialInterval: '1 second', backoffCoefficient: 2, maximumInterval: '1 minute' },
});
const { openRound, queueDigests, queueEscalations, queueRenewalReminders, overdueCases, markEscalated } = pages;

/** Removes files one by one: minutes when storage is slow, so it heartbeats. Ten attempts: tomorrow's round sweeps too. */
const { sweep } = proxyActivities<RoundActivities>({
  startToCloseTimeout: '30 minutes',
  heartbeatTimeout: '15 seconds',
  retry: { maximumAttempts: 10 },
});

export interface RoundInput {
  /** Trials: run on days off too. */
  everyDay?: boolean;
  /** The instant the round speaks of, kept when it goes on in a new run. */
  telling?: { atMs: number; date: string; cases: number };
}

export type RoundOutcome =
  | { kind: 'day-off'; date: string }
  | { kind: 'done'; date: string; digests: number; escalations: number; reminders: number }
  /** The part that went on in a new run, because many cases had to be told. */
  | { kind: 'told'; date: string; cases: number };

const PAGE = 200;
/** Cases told in a second at most: their workflow tasks share a queue with people's decisions. */
const CASES_A_SECOND = 10;
const SECONDS_A_RUN = 100;

export async function dailyRound({ everyDay = false, telling }: RoundInput = {}): Promise<RoundOutcome> {
  if (telling) {
    const cases = telling.cases + (await tellCases(telling, everyDay));
    return { kind: 'told', date: telling.date, cases };
  }
  const atMs = Date.now();
  const { date, working } = await openRound({ atMs });
  if (!working && !everyDay) return { kind: 'day-off', date };

  const digests = await allPages((page) => queueDigests({ ...page, date, atMs }));
  const escalations = await allPages((page) => queueEscalations({ ...page, date, atMs }));
  let reminders = await allPages((page) => queueRenewalReminders({ ...page, date }));
  if (patched('part-time-posts')) {
    reminders += await allPages((page) => pages.queueDeclarationReminders({ ...page, date, atMs }));
    reminders += await allPages((page) => pages.queuePostReminders({ ...page, date }));
  }
  await sweep({ atMs }).catch((error: unknown) =>
    log.warn('the sweep is left for the next round', { error: String(error) }),
  );
  await tellCases({ atMs, date, cases: 0 }, everyDay);
  return { kind: 'done', date, digests, escalations, reminders };
}

async function allPages(queue: (page: Page) => Promise<PageDone>): Promise<number> {
  let queued = 0;
  for (let after: string | null = ''; after !== null;) {
    const done: PageDone = await queue({ after, size: PAGE });
    queued += done.queued;
    after = done.next;
  }
  return queued;
}

/** Each overdue case writes on its own timeline that its leaders were told. A workflow's signal is delivered once, whatever crashes. */
async function tellCases(
  { atMs, date, cases }: NonNullable<RoundInput['telling']>,
  everyDay: boolean,
): Promise<number> {
  let told = 0;
  for (let second = 0; second < SECONDS_A_RUN; second++) {
    const overdue = await overdueCases({ atMs, size: CASES_A_SECOND });
    if (overdue.length === 0) return told;
    await Promise.all(overdue.map(({ caseId, assignmentIds }) => tell(caseId, assignmentIds, date)));
    await markEscalated({ assignmentIds: overdue.flatMap((each) => each.assignmentIds), date });
    told += overdue.length;
    await sleep('1 second');
  }
  return continueAsNew<typeof dailyRound>({ everyDay, telling: { atMs, date, cases: cases + told } });
}

async function tell(caseId: string, assignmentIds: string[], date: string): Promise<void> {
  try {
    await getExternalWorkflowHandle(caseWorkflowId(caseId)).signal(escalated, { assignmentIds, date });
  } catch (error) {
    // Closed in the meantime: there is no timeline left to write to.
    log.info('an overdue case is no longer running', { caseId, error: String(error) });
  }
}
