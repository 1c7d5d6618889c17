/** The embedded parts as `npm start` runs them, with the API and one worker for cases as processes of their own, and a bare worker beside. */
import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Connection, Client as TemporalClient } from '@temporalio/client';
import getPort from 'get-port';
import { Client } from 'pg';
import { projectRoot } from '../config.ts';
import { startPostgres } from '../embedded/postgres.ts';
import { startProcess } from '../embedded/own-process.ts';
import { answering, nodeArgs, startService } from '../embedded/service-process.ts';
import { startTemporal } from '../embedded/temporal.ts';
import { temporalCli } from '../embedded/temporal-binary.ts';
import { createPrisma, type Prisma } from '../prisma/client.ts';
import { migrate } from '../prisma/migrate.ts';
import { seedDemo, type DemoAccount } from '../prisma/seed.ts';
import { parsePolicy, type Policy } from '../processes/policy.ts';

export interface Stack {
  page: string;
  prisma: Prisma;
  policy: Policy;
  accounts: DemoAccount[];
  temporal: TemporalClient;
  /** For plain SQL, as the owner of the tables. */
  ownerUrl: string;
  stop(): Promise<void>;
}

export async function startStack(): Promise<Stack> {
  const folder = await mkdtemp(join(tmpdir(), 'lianban-bench-'));
  // As root the server runs as a user of its own, who must get in.
  await chmod(folder, 0o755);
  const postgres = await startPostgres({ directory: join(folder, 'postgres'), password: randomBytes(18).toString('base64url') });
  const owner = new Client({ connectionString: postgres.ownerUrl('postgres') });
  await owner.connect();
  await owner.query('CREATE DATABASE lianban');
  await owner.end();
  const ownerUrl = postgres.ownerUrl('lianban');
  await migrate(ownerUrl);
  const prisma = createPrisma(ownerUrl, { asService: true });
  const policyFile = join(projectRoot, 'policy', 'dazu.json');
  const policy = parsePolicy(JSON.parse(await readFile(policyFile, 'utf8')));
  const accounts = (await seedDemo(prisma, policy, join(folder, 'accounts.json'))) ?? [];
  const server = await startTemporal({ cli: await temporalCli(), directory: join(folder, 'temporal'), namespaces: ['default'], persistent: true });
  const port = String(await getPort());
  const page = `http://127.0.0.1:${port}`;
  const env = {
    DATABASE_URL: ownerUrl,
    TEMPORAL_ADDRESS: server.address,
    SMTP_URL: 'smtp://127.0.0.1:9',
    STORAGE_URL: pathToFileURL(join(folder, 'files')).href,
    PUBLIC_URL: page,
    POLICY_FILE: policyFile,
    AUTH_SECRET: randomBytes(32).toString('base64url'),
    PORT: port,
    LOG_LEVEL: 'warn',
    WORKER_QUEUES: 'cases',
  };
  const worker = startService({ name: 'worker', file: 'worker/main.ts', env, log: join(folder, 'worker.log') });
  const api = startService({ name: 'API', file: 'api/main.ts', env, log: join(folder, 'api.log') });
  const bare = startProcess({ command: process.execPath, args: [...nodeArgs('bench/bare-worker.ts'), server.address], log: join(folder, 'bare.log') });
  await answering(api, `${page}/readyz`);
  const connection = await Connection.connect({ address: server.address });
  return {
    page, prisma, policy, accounts, ownerUrl,
    temporal: new TemporalClient({ connection }),
    async stop() {
      await Promise.all([api.stop(), worker.stop(), bare.stop()]);
      await Promise.all([connection.close(), prisma.$disconnect()]);
      await Promise.all([server.stop(), postgres.stop()]);
      await rm(folder, { recursive: true, force: true });
    },
  };
}
