/** On each working day: figures of periods that have ended are asked for, and those that are still owed are asked for again. */
import { proxyActivities } from '@temporalio/workflow';
import type { createAskActivities } from '../activities/indicators/ask-activities.ts';
import type { createRoundActivities } from '../activities/rounds/round-activities.ts';

/** A statement or two each. Retried for ever: a period must be asked for, and its keys see to it that nobody is told twice. */
const { openRound, askForFigures, queueFigureMails } = proxyActivities<
  ReturnType<typeof createAskActivities> & ReturnType<typeof createRoundActivities>
>({
  startToCloseTimeout: '1 minute',
  retry: { initialInterval: '1 second', backoffCoefficient: 2, maximumInterval: '1 minute' },
});

export type AsksOutcome =
  | { kind: 'day-off'; date: string }
  | { kind: 'done'; date: string; asked: number; queued: number };

export async function indicatorAsks({ everyDay = false }: { everyDay?: boolean } = {}): Promise<AsksOutcome> {
  const atMs = Date.now();
  const { date, working } = await openRound({ atMs });
  if (!working && !everyDay) return { kind: 'day-off', date };
  const { asked } = await askForFigures({ date, atMs });
  const { queued } = await queueFigureMails({ date, atMs });
  return { kind: 'done', date, asked, queued };
}
