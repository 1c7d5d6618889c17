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
import { bundlePath } from '../embedded/build.ts';
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
  /** Holds all files; processes are told apart by it. */
  folder: string;
  page: string;
  prisma: Prisma;
  policy: Policy;
  accounts: DemoAccount[];
  temporal: TemporalClient;
  /** For plain SQL, as the owner of the tables. */
  ownerUrl: string;
  stop(): Promise<void>;
}

/** Stops again what it started when a part does not come up. */
export async function startStack(): Promise<Stack> {
  const folder = await mkdtemp(join(tmpdir(), 'lianban-bench-'));
  const closing: (() => Promise<unknown>)[] = [() => rm(folder, { recursive: true, force: true })];
  const stop = async () => {
    for (const close of closing.splice(0).toReversed()) await close();
  };
  try {
    return { ...(await bringUp(folder, closing)), folder, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function bringUp(folder: string, closing: (() => Promise<unknown>)[]): Promise<Omit<Stack, 'folder' | 'stop'>> {
  // As root the server runs as a user of its own, who must get in.
  await chmod(folder, 0o755);
  const postgres = await startPostgres({
    directory: join(folder, 'postgres'),
    password: randomBytes(18).toString('base64url'),
  });
  closing.push(postgres.stop);
  const owner = new Client({ connectionString: postgres.ownerUrl('postgres') });
  await owner.connect();
  await owner.query('CREATE DATABASE lianban');
  await owner.end();
  const ownerUrl = postgres.ownerUrl('lianban');
  await migrate(ownerUrl);
  const prisma = createPrisma(ownerUrl, { asService: true });
  closing.push(() => prisma.$disconnect());
  const policyFile = join(projectRoot, 'policy', 'dazu.json');
  const policy = parsePolicy(JSON.parse(await readFile(policyFile, 'utf8')));
  const accounts = (await seedDemo(prisma, policy, join(folder, 'accounts.json'))) ?? [];

  const server = await startTemporal({
    cli: await temporalCli(),
    directory: join(folder, 'temporal'),
    namespaces: ['default'],
    persistent: true,
  });
  closing.push(server.stop);
  const connection = await Connection.connect({ address: server.address });
  closing.push(() => connection.close());

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
    WORKFLOW_BUNDLE: bundlePath,
    WORKER_QUEUES: 'cases',
  };
  const worker = startService({ name: 'worker', file: 'worker/main.ts', env, log: join(folder, 'worker.log') });
  closing.push(worker.stop);
  const api = startService({ name: 'API', file: 'api/main.ts', env, log: join(folder, 'api.log') });
  closing.push(api.stop);
  const bareArgs = ['--enable-source-maps', ...nodeArgs('bench/bare-worker.ts'), server.address];
  const bare = startProcess({ command: process.execPath, args: bareArgs, log: join(folder, 'bare.log') });
  closing.push(bare.stop);
  await answering(api, `${page}/readyz`);
  return { page, prisma, policy, accounts, ownerUrl, temporal: new TemporalClient({ connection }) };
}
