import { execFile } from 'node:child_process';
import { readFile, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** How to run a program that refuses to be root. */
export interface Unprivileged {
  /** Owner for the program's files; undefined where we are not root ourselves. */
  owner?: { uid: number; gid: number };
  run(command: string, args: string[]): Promise<{ stdout: string; stderr: string }>;
}

/**
 * As root: the owner of `directory`, the user `postgres` or else `nobody`; as anybody else: ourselves. `paths` are files that the
 * program has to reach. Under a closed folder such as /root it is given the right to pass by (`setpriv`).
 */
export async function unprivileged(directory: string, paths: string[]): Promise<Unprivileged> {
  const options = { cwd: process.platform === 'win32' ? dirname(directory) : '/' };
  if (process.getuid?.() !== 0) return { run: (command, args) => run(command, args, options) };

  const owner = (await ownerOf(directory)) ?? (await systemUser());
  const closed = await closedFolder([directory, ...paths], owner);
  if (closed === undefined) return { owner, run: (command, args) => run(command, args, { ...options, ...owner }) };

  const caps = '+dac_read_search';
  const identity = [`--reuid=${owner.uid}`, `--regid=${owner.gid}`, '--clear-groups'];
  // Without the secure bit access(2) would forget the right to pass by: PostgreSQL asks it for its own programs.
  identity.push('--securebits=+no_setuid_fixup');
  const setpriv = [...identity, `--inh-caps=${caps}`, `--ambient-caps=${caps}`, '--'];
  await run('setpriv', [...setpriv, 'true'], options).catch((cause: Error) => {
    throw new Error(
      `PostgreSQL cannot run as root, and another user cannot enter ${closed}: ` +
        `move the project or DATA_DIR elsewhere, run as an ordinary user, or set DATABASE_URL`,
      { cause },
    );
  });
  return { owner, run: (command, args) => run('setpriv', [...setpriv, command, ...args], options) };
}

async function ownerOf(directory: string) {
  const there = await stat(directory).catch(() => undefined);
  return there && there.uid !== 0 ? { uid: there.uid, gid: there.gid } : undefined;
}

async function systemUser() {
  const users = (await readFile('/etc/passwd', 'utf8')).split('\n').map((line) => line.split(':'));
  const user = users.find(([name]) => name === 'postgres') ?? users.find(([name]) => name === 'nobody');
  if (!user) throw new Error('PostgreSQL cannot run as root and there is no user "postgres" or "nobody" to run it as');
  return { uid: Number(user[2]), gid: Number(user[3]) };
}

/** The first folder above `paths` that `owner` may not pass. */
async function closedFolder(paths: string[], owner: { uid: number; gid: number }): Promise<string | undefined> {
  for (const path of paths) {
    for (let folder = dirname(path); folder !== dirname(folder); folder = dirname(folder)) {
      const there = await stat(folder).catch(() => undefined);
      if (!there) continue;
      const bit = there.uid === owner.uid ? 0o100 : there.gid === owner.gid ? 0o010 : 0o001;
      if ((there.mode & bit) === 0) return folder;
    }
  }
  return undefined;
}
