/** The service as separate processes: an API and workers of their own, on a database and a Temporal server that others run. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import getPort from 'get-port';
import { signInAs } from '../../embedded/demo-acts.ts';
import { answering, startService } from '../../embedded/service-process.ts';
import type { ServiceProcess } from '../../embedded/service-process.ts';
import { createPrisma } from '../../prisma/client.ts';
import { seedDemo } from '../../prisma/seed.ts';
import { parsePolicy } from '../../processes/policy.ts';
import { devServer, freshDatabase, mailCatcher, workflowBundle } from '../support/index.ts';

export type District = Awaited<ReturnType<typeof openDistrict>>;

export async function openDistrict() {
  const folder = await mkdtemp(join(tmpdir(), 'lianban-apart-'));
  const [database, temporal, mails, { codePath }] = await Promise.all([
    freshDatabase(),
    devServer(),
    mailCatcher(),
    workflowBundle(),
  ]);
  const port = await getPort();
  const policyFile = join(folder, 'policy.json');
  await writeFile(policyFile, await trialPolicy());

  const prisma = createPrisma(database.url);
  const policy = parsePolicy(JSON.parse(await readFile(policyFile, 'utf8')));
  const accounts = await seedDemo(prisma, policy, join(folder, 'demo-accounts.json'));
  if (!accounts) throw new Error('a fresh database takes the demo');

  const baseUrl = `http://127.0.0.1:${port}`;
  const env = {
    DATABASE_URL: database.url,
    TEMPORAL_ADDRESS: temporal.address,
    TEMPORAL_NAMESPACE: temporal.namespace,
    SMTP_URL: mails.url,
    STORAGE_URL: pathToFileURL(join(folder, 'files')).href,
    PUBLIC_URL: baseUrl,
    POLICY_FILE: policyFile,
    AUTH_SECRET: 'only-for-tests-and-nothing-else-0123456789',
    PORT: String(port),
    HOST: '127.0.0.1',
    WORKFLOW_BUNDLE: codePath,
  };
  const started: ServiceProcess[] = [];
  const start = (name: string, file: string, more: Record<string, string> = {}) => {
    const process = startService({ name, file, env: { ...env, ...more }, log: join(folder, `${name}.log`) });
    started.push(process);
    return process;
  };

  return {
    baseUrl,
    temporal,
    mails,
    prisma,
    accounts,
    as: signInAs(baseUrl, accounts),
    async startApi(name = 'api') {
      const api = start(name, 'api/main.ts');
      await answering(api, `${baseUrl}/readyz`);
      return api;
    },
    /** Waits until it polls its queues. */
    async startWorker(name: string, queues: string) {
      const healthPort = await getPort();
      const worker = start(name, 'worker/main.ts', { WORKER_QUEUES: queues, WORKER_HEALTH_PORT: String(healthPort) });
      await answering(worker, `http://127.0.0.1:${healthPort}/healthz`);
      return worker;
    },
    async close() {
      await Promise.all(started.map((process) => process.stop(10_000)));
      await prisma.$disconnect();
      await mails.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Dazu's policy with public notices of three seconds. */
async function trialPolicy(): Promise<string> {
  const policy = JSON.parse(await readFile('policy/dazu.json', 'utf8'));
  policy.version = 'trial-1';
  for (const process of ['teacher-certification', 'program-funding', 'part-time-income'])
    policy.processes[process].notice.deadline = { duration: 'PT3S' };
  return JSON.stringify(policy);
}
