/**
 * A child process that we start, watch and stop. It leads its own process group: Ctrl-C in a terminal reaches only us, and we stop
 * the parts in the right order.
 */
import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';

export interface OwnProcess {
  pid: number;
  /** Set once it has ended, by itself or stopped. */
  ended: Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
  /** SIGTERM, then SIGKILL after `graceMs`. */
  stop(graceMs?: number): Promise<void>;
  kill(): void;
}

export interface OwnProcessOptions {
  command: string;
  args: string[];
  /** Takes stdout and stderr; `inherit` shows them. */
  log: string | 'inherit';
  env?: NodeJS.ProcessEnv;
  /** A channel by which it hears of our end, see end-with-parent.mjs. */
  channel?: boolean;
}

export function startProcess({
  command,
  args,
  log,
  env = process.env,
  channel = false,
}: OwnProcessOptions): OwnProcess {
  const out = log === 'inherit' ? 'inherit' : openSync(log, 'a', 0o600);
  const child = spawn(command, args, {
    detached: true,
    stdio: ['ignore', out, out, ...(channel ? ['ipc' as const] : [])],
    env,
  });
  if (typeof out === 'number') closeSync(out);

  const ended = new Promise<{ code: number | null; signal: NodeJS.Signals | null }>((resolve, reject) => {
    child.once('exit', (code, signal) => resolve({ code, signal }));
    child.once('error', reject);
  });
  ended.catch(() => undefined);

  return {
    pid: child.pid ?? 0,
    ended,
    async stop(graceMs = 30_000) {
      child.kill('SIGTERM');
      const impatience = setTimeout(() => child.kill('SIGKILL'), graceMs);
      await ended.finally(() => clearTimeout(impatience));
    },
    kill: () => void child.kill('SIGKILL'),
  };
}

/** The last lines of a log, for an error message. */
export function lastLines(log: string, count = 8): string {
  try {
    return readFileSync(log, 'utf8').trimEnd().split('\n').slice(-count).join('\n');
  } catch {
    return '';
  }
}
