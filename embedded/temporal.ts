import { readFileSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Connection } from '@temporalio/client';
import getPort from 'get-port';
import { lastLines, startProcess } from './own-process.ts';

export interface EmbeddedTemporal {
  /** host:port of the frontend. */
  address: string;
  stop(): Promise<void>;
  kill(): void;
}

export interface EmbeddedTemporalOptions {
  /** Path of the `temporal` command. */
  cli: string;
  /** Holds the server's file, log and pid. */
  directory: string;
  /** Made at start where missing. */
  namespaces: string[];
  /** Keep cases in a file; else they end with the server. */
  persistent: boolean;
}

/** Temporal's dev server: one process, its state in one SQLite file. A server left behind by a killed start is taken over. */
export async function startTemporal(options: EmbeddedTemporalOptions): Promise<EmbeddedTemporal> {
  await mkdir(options.directory, { recursive: true });
  return (await leftBehind(options)) ?? (await start(options));
}

async function start({ cli, directory, namespaces, persistent }: EmbeddedTemporalOptions): Promise<EmbeddedTemporal> {
  const port = await getPort({ host: '127.0.0.1' });
  const address = `127.0.0.1:${port}`;
  const log = join(directory, 'server.log');
  const server = startProcess({
    command: cli,
    args: [
      ...['server', 'start-dev', '--headless', '--ip', '127.0.0.1', '--port', `${port}`, '--log-level', 'error'],
      ...namespaces.flatMap((namespace) => ['--namespace', namespace]),
      ...(persistent ? ['--db-filename', join(directory, 'temporal.db')] : []),
      // A write-ahead log nearly doubles the throughput and still syncs every commit to the disk.
      ...['--sqlite-pragma', 'journal_mode=wal', '--sqlite-pragma', 'synchronous=full'],
    ],
    log,
  });
  const early = server.ended.then(({ code }) => {
    throw new Error(`the Temporal server ended at once (code ${code}):\n${lastLines(log)}`);
  });
  await Promise.race([ready(address, namespaces, 60_000), early]);
  early.catch(() => undefined);
  await writeFile(pidFile(directory), JSON.stringify({ pid: server.pid, address }));
  return {
    address,
    kill: server.kill,
    async stop() {
      await server.stop(10_000);
      await rm(pidFile(directory), { force: true });
    },
  };
}

/** A live server on this directory: its pid is alive and its address answers for the namespaces. Two on one file would quarrel. */
async function leftBehind({ directory, namespaces }: EmbeddedTemporalOptions): Promise<EmbeddedTemporal | undefined> {
  const left = readPid(directory);
  if (!left || !alive(left.pid) || !(await ready(left.address, namespaces, 3_000).catch(() => false))) return undefined;
  return {
    address: left.address,
    kill: () => void signal(left.pid, 'SIGKILL'),
    async stop() {
      signal(left.pid, 'SIGTERM');
      for (let waitedMs = 0; alive(left.pid); waitedMs += 50) {
        if (waitedMs === 10_000) signal(left.pid, 'SIGKILL');
        await sleep(50);
      }
      await rm(pidFile(directory), { force: true });
    },
  };
}

async function ready(address: string, namespaces: string[], withinMs: number): Promise<true> {
  const deadlineMs = Date.now() + withinMs;
  for (;;) {
    try {
      const connection = await Connection.connect({ address, connectTimeout: '2s' });
      try {
        for (const namespace of namespaces) await connection.workflowService.describeNamespace({ namespace });
        return true;
      } finally {
        await connection.close();
      }
    } catch (error) {
      if (Date.now() > deadlineMs) throw error;
      await sleep(100);
    }
  }
}

const pidFile = (directory: string) => join(directory, 'server.json');

function readPid(directory: string): { pid: number; address: string } | undefined {
  try {
    return JSON.parse(readFileSync(pidFile(directory), 'utf8')) as { pid: number; address: string };
  } catch {
    return undefined;
  }
}

const alive = (pid: number) => signal(pid, 0);

function signal(pid: number, name: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(pid, name);
  } catch {
    return false;
  }
}
