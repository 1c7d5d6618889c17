/** What `npm start` does: parts, tables, demo people, page, worker, API, demo cases; then it waits until it is asked to stop. */
import { mkdir } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { SettingsError, startSettings } from '../config.ts';
import { PolicyError } from '../processes/policy.ts';
import { bringUp } from './bring-up.ts';
import { Closing } from './closing.ts';
import { makeDemoCases } from './demo-cases.ts';
import { createProgress } from './progress.ts';
import { AlreadyRunning, claimFolder, forgetRunning, writeRunning } from './running-file.ts';
import { summary } from './summary.ts';
import { UnusablePort } from './usable-port.ts';

const closing = new Closing();
const progress = createProgress();

try {
  console.log('联办 Lianban 正在启动 · starting');
  const settings = startSettings();
  await mkdir(settings.DATA_DIR, { recursive: true });
  await closing.start('running.json', async () => {
    // The API of a killed start frees its port within a moment.
    if (claimFolder(settings.DATA_DIR) === 'left behind') await sleep(3_000);
    return { stop: async () => forgetRunning(settings.DATA_DIR) };
  });
  const up = await bringUp(settings, progress, closing);
  const { accounts, connections } = up;
  if (accounts) {
    await progress.step('演示事项 · demo cases', () => makeDemoCases({ baseUrl: up.localUrl, accounts, connections }));
  }
  await writeRunning(settings.DATA_DIR, up.running);
  console.log(summary(up, settings));
  const reason = await up.someServiceEnded;
  if (!closing.begun) console.error(`\n${reason}`);
} catch (error) {
  // What was being started while somebody pressed Ctrl-C fails for no reason worth telling.
  if (!closing.begun) console.error(`\n${explained(error)}`);
}
await closing.closeAll(1);

/** What a person can act on; a stack only for what nobody foresaw. */
function explained(error: unknown): string {
  const foreseen = [SettingsError, PolicyError, UnusablePort, AlreadyRunning].some((kind) => error instanceof kind);
  return error instanceof Error && !foreseen ? (error.stack ?? error.message) : String((error as Error).message);
}
