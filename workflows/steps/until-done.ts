import { log, sleep } from '@temporalio/workflow';

/**
 * Tries an act again until it is done, with growing pauses: the database is away for long, or the act shows a defect that a deployment
 * will mend. The case waits, it never fails.
 */
export async function untilDone<T>(what: string, act: () => Promise<T>): Promise<T> {
  for (let pauseSeconds = 5; ; pauseSeconds = Math.min(pauseSeconds * 2, 300)) {
    try {
      return await act();
    } catch (error) {
      log.error('not done, will try again', { what, pauseSeconds, error: String(error) });
      await sleep(pauseSeconds * 1000);
    }
  }
}
