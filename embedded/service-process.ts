import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { projectRoot } from '../config.ts';
import { lastLines, startProcess } from './own-process.ts';
import type { OwnProcess } from './own-process.ts';

export interface ServiceProcess extends OwnProcess {
  /** Why it ended, told when it did so by itself or not. */
  reason: Promise<string>;
}

/** Arguments with which this Node runs a TypeScript file of the project. */
export const nodeArgs = (file: string): string[] => ['--import', import.meta.resolve('tsx'), join(projectRoot, file)];

export interface ServiceOptions {
  name: string;
  /** From the project's root. */
  file: string;
  env: Record<string, string>;
  log: string;
}

/** A process of the service itself (the API, a worker), with its output in a log file. */
export function startService({ name, file, env, log }: ServiceOptions): ServiceProcess {
  const started = startProcess({
    command: process.execPath,
    args: ['--enable-source-maps', '--import', import.meta.resolve('./end-with-parent.mjs'), ...nodeArgs(file)],
    channel: true,
    env: { NODE_ENV: 'production', ...process.env, ...env },
    log,
  });
  const reason = started.ended.then(
    ({ code, signal }) =>
      `${name} 已退出(${signal ?? `code ${code}`}),日志 ${log} · ended, see its log:\n${lastLines(log)}`,
    (error: Error) => `${name}: ${error.message}`,
  );
  return { ...started, reason };
}

/** Waits until `url` answers 200. Throws with the reason when the process ends meanwhile, or after a minute. */
export async function answering(service: ServiceProcess, url: string): Promise<void> {
  let ended: string | undefined;
  void service.reason.then((reason) => (ended = reason));
  for (const deadlineMs = Date.now() + 60_000; ; await sleep(100)) {
    if (ended !== undefined) throw new Error(ended);
    const response = await fetch(url, { signal: AbortSignal.timeout(2_000) }).catch(() => undefined);
    if (response?.ok) return;
    if (Date.now() > deadlineMs) throw new Error(`${url}: ${response ? await response.text() : 'no answer'}`);
  }
}
