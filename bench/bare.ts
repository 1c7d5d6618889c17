/** The yardstick: an update of the same shape with nothing behind it — accepted, one local activity that does nothing, completed. */
import { allHandlersFinished, condition, defineUpdate, proxyLocalActivities, setHandler } from '@temporalio/workflow';
import type { bareActivities } from './bare-activities.ts';

export const bareUpdate = defineUpdate<
  { sequence: number },
  [{ verdict: string; round: number; assignmentId: string }]
>('decide');

const { nothing } = proxyLocalActivities<typeof bareActivities>({ startToCloseTimeout: '5s' });

export async function bareCase(updates: number): Promise<void> {
  let taken = 0;
  let written = 0;
  setHandler(
    bareUpdate,
    async () => {
      const mine = ++taken;
      await condition(() => written >= mine);
      return { sequence: mine };
    },
    {
      validator: ({ verdict }) => {
        if (verdict === '') throw new Error('no verdict');
      },
    },
  );
  while (written < updates) {
    await condition(() => taken > written);
    const upTo = taken;
    await nothing();
    written = upTo;
  }
  await condition(allHandlersFinished);
}
