import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres } from './postgres.ts';

export interface ThrowAwayPostgres {
  /** The superuser on the server's own database `postgres`. */
  ownerUrl: string;
  stop(): Promise<void>;
}

/** An empty server in a temporary folder, fast because it does not survive a crash: for tests and for writing migrations. */
export async function throwAwayPostgres(): Promise<ThrowAwayPostgres> {
  const folder = await mkdtemp(join(tmpdir(), 'lianban-postgres-'));
  await chmod(folder, 0o755);
  const postgres = await startPostgres({
    directory: join(folder, 'data'),
    password: randomBytes(18).toString('base64url'),
    settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '300' },
  });
  process.once('exit', postgres.kill);
  return {
    ownerUrl: postgres.ownerUrl('postgres'),
    async stop() {
      process.off('exit', postgres.kill);
      await postgres.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
