import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Addresses of what runs, as `running.json` in DATA_DIR tells other programs. Without passwords. */
export interface Running {
  pid: number;
  page: string;
  api: string;
  mailInbox: string | null;
  smtp: string | null;
  temporal: string;
  postgres: string;
}

export const writeRunning = (folder: string, running: Running): Promise<void> =>
  writeFile(join(folder, 'running.json'), `${JSON.stringify(running, null, 2)}\n`);

export class AlreadyRunning extends Error {
  override readonly name = 'AlreadyRunning';
}

/**
 * Throws `AlreadyRunning` when another `npm start` uses this DATA_DIR: two servers on the same files would destroy them. Tells
 * whether the last one ended without cleaning up.
 */
export function claimFolder(folder: string): 'clean' | 'left behind' {
  const file = join(folder, 'start.pid');
  const pid = Number(read(file));
  if (pid > 0 && pid !== process.pid && isNpmStart(pid)) {
    throw new AlreadyRunning(
      `已在运行(进程 ${pid}),数据在 ${folder};另开一份请设置 DATA_DIR 与 PORT · already running on this DATA_DIR`,
    );
  }
  writeFileSync(file, String(process.pid));
  return pid > 0 ? 'left behind' : 'clean';
}

export function forgetRunning(folder: string): void {
  for (const name of ['running.json', 'start.pid']) rmSync(join(folder, name), { force: true });
}

/** A pid may belong to somebody else by now: where the system tells, look at the command. */
function isNpmStart(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  const command = read(`/proc/${pid}/cmdline`);
  return command === '' ? process.platform !== 'linux' : command.includes('start.mjs');
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
