/** `npm start` as a person meets it: from the command to the summary. The page and the workflows are built before. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import getPort from 'get-port';
import { projectRoot } from '../config.ts';
import { nodeArgs } from '../embedded/service-process.ts';
import { lastLines, startProcess } from '../embedded/own-process.ts';

export interface StartUp {
  /** In an empty DATA_DIR: tables, demo people and demo cases are made. */
  coldSeconds: number;
  warmSeconds: number;
}

export async function measureStartUp(): Promise<StartUp> {
  const folder = await mkdtemp(join(tmpdir(), 'lianban-start-'));
  try {
    const build = startProcess({
      command: process.execPath,
      args: nodeArgs('embedded/build.ts'),
      log: join(folder, 'build.log'),
    });
    if ((await build.ended).code !== 0) throw new Error(lastLines(join(folder, 'build.log')));
    const data = join(folder, 'data');
    const port = String(await getPort());
    return { coldSeconds: await start(data, port), warmSeconds: await start(data, port) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function start(data: string, port: string): Promise<number> {
  const log = `${data}.log`;
  const beforeMs = performance.now();
  const started = startProcess({
    command: process.execPath,
    args: [join(projectRoot, 'embedded', 'start.mjs')],
    env: { ...process.env, DATA_DIR: data, PORT: port },
    log,
  });
  let ended = false;
  void started.ended.then(() => (ended = true));
  try {
    // Written last of all, before the summary.
    while (!(await readFile(join(data, 'running.json')).catch(() => undefined))) {
      if (ended) throw new Error(`npm start ended:\n${lastLines(log)}`);
      await sleep(20);
    }
    return (performance.now() - beforeMs) / 1000;
  } finally {
    await started.stop(60_000);
  }
}
