import { execFile } from 'node:child_process';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { Client } from 'pg';
import { projectRoot } from '../config.ts';
import type { StartSettings } from '../config.ts';
import { createPrisma } from '../prisma/client.ts';
import { migrate } from '../prisma/migrate.ts';
import { seedDemo } from '../prisma/seed.ts';
import type { DemoAccount } from '../prisma/seed.ts';
import { serviceLogin } from '../prisma/service-login.ts';
import { parsePolicy } from '../processes/policy.ts';
import type { Policy } from '../processes/policy.ts';
import { bundlePath, isBuilt } from './build.ts';
import type { Closing } from './closing.ts';
import type { DemoConnections } from './demo-funding.ts';
import { startMailCatcher } from './mail-catcher.ts';
import { startPostgres } from './postgres.ts';
import type { Progress } from './progress.ts';
import type { Running } from './running-file.ts';
import { keptSecrets } from './secrets.ts';
import type { Secrets } from './secrets.ts';
import { answering, nodeArgs, startService } from './service-process.ts';
import { startTemporal } from './temporal.ts';
import { temporalCli } from './temporal-binary.ts';
import { usablePort } from './usable-port.ts';

export interface Up {
  running: Running;
  /** Root of the API as this machine reaches it; PUBLIC_URL may lead through a proxy that does not know us yet. */
  localUrl: string;
  /** Null where the database has people of its own. */
  accounts: DemoAccount[] | null;
  /** What the demo's cases are made with. */
  connections: DemoConnections;
  /** Tells why, when the API or the worker ends. */
  someServiceEnded: Promise<string>;
}

interface Work {
  settings: StartSettings;
  secrets: Secrets;
  policy: Policy;
  progress: Progress;
  closing: Closing;
}

/** Brings everything up; what a setting names is used, what none names is started here. */
export async function bringUp(settings: StartSettings, progress: Progress, closing: Closing): Promise<Up> {
  const { DATA_DIR, HOST, PORT } = settings;
  await usablePort(HOST, PORT);
  const work: Work = {
    settings,
    progress,
    closing,
    policy: parsePolicy(JSON.parse(await readFile(settings.POLICY_FILE, 'utf8'))),
    secrets: await keptSecrets(join(DATA_DIR, 'secrets.json')),
  };
  await mkdir(join(DATA_DIR, 'logs'), { recursive: true });

  const [database, temporalAddress, mail] = await Promise.all([
    databaseOf(work),
    temporalOf(work),
    mailOf(work),
    built(work),
  ]);
  const page = settings.PUBLIC_URL ?? `http://localhost:${PORT}`;
  const env = {
    DATABASE_URL: database.url,
    TEMPORAL_ADDRESS: temporalAddress,
    TEMPORAL_NAMESPACE: settings.TEMPORAL_NAMESPACE,
    SMTP_URL: mail.smtpUrl,
    MAIL_FROM: settings.MAIL_FROM,
    STORAGE_URL: settings.STORAGE_URL ?? pathToFileURL(join(DATA_DIR, 'files')).href,
    PUBLIC_URL: page,
    POLICY_FILE: settings.POLICY_FILE,
    AUTH_SECRET: settings.AUTH_SECRET ?? work.secrets.auth,
    HOST,
    PORT: String(PORT),
    LOG_LEVEL: settings.LOG_LEVEL,
    WORKFLOW_BUNDLE: bundlePath,
  };
  const localUrl = `http://${HOST === '0.0.0.0' || HOST === '::' ? '127.0.0.1' : HOST}:${PORT}`;
  const { someServiceEnded } = await progress.step('工作进程与接口 · worker and API', () =>
    services(work, env, `${localUrl}/readyz`),
  );
  return {
    localUrl,
    accounts: database.accounts,
    connections: {
      ...{ databaseUrl: database.url, temporalAddress, namespace: settings.TEMPORAL_NAMESPACE },
      policy: work.policy,
    },
    someServiceEnded,
    running: {
      pid: process.pid,
      page,
      api: `${page}/api/v1`,
      mailInbox: mail.inboxUrl,
      smtp: withoutPassword(mail.smtpUrl),
      temporal: temporalAddress,
      postgres: withoutPassword(database.url),
    },
  };
}

async function databaseOf(work: Work) {
  const { settings, progress, policy } = work;
  const { url, ownerUrl } = settings.DATABASE_URL
    ? { url: settings.DATABASE_URL, ownerUrl: settings.DATABASE_OWNER_URL ?? settings.DATABASE_URL }
    : await progress.step('数据库 · PostgreSQL', () => embeddedDatabase(work));
  await progress.step('数据表 · migrations', () => migrate(ownerUrl));
  const serviceUrl = settings.DATABASE_URL ? url : await loginFor(ownerUrl, work.secrets);
  const accounts = await progress.step('演示单位与人员 · demo units and people', async () => {
    const prisma = createPrisma(serviceUrl, { asService: true });
    const accountsFile = join(settings.DATA_DIR, 'demo-accounts.json');
    return seedDemo(prisma, policy, accountsFile).finally(() => prisma.$disconnect());
  });
  return { url: serviceUrl, accounts };
}

async function embeddedDatabase({ settings, secrets, closing }: Work) {
  const postgres = await closing.start('PostgreSQL', () =>
    startPostgres({ directory: join(settings.DATA_DIR, 'postgres'), password: secrets.postgresOwner }),
  );
  const client = new Client({ connectionString: postgres.ownerUrl('postgres') });
  await client.connect();
  const { rowCount } = await client.query("SELECT FROM pg_database WHERE datname = 'lianban'");
  if (rowCount === 0) await client.query('CREATE DATABASE lianban');
  await client.end();
  const ownerUrl = postgres.ownerUrl('lianban');
  return { url: ownerUrl, ownerUrl };
}

const loginFor = (ownerUrl: string, { postgresService }: Secrets) =>
  serviceLogin(ownerUrl, { name: 'lianban', password: postgresService });

async function temporalOf({ settings, progress, closing }: Work): Promise<string> {
  if (settings.TEMPORAL_ADDRESS) return settings.TEMPORAL_ADDRESS;
  const directory = join(settings.DATA_DIR, 'temporal');
  const namespaces = [settings.TEMPORAL_NAMESPACE];
  return progress.step('流程引擎 · Temporal', async () => {
    const cli = await temporalCli(progress.say);
    return (await closing.start('Temporal', () => startTemporal({ cli, directory, namespaces, persistent: true })))
      .address;
  });
}

async function mailOf({ settings, closing }: Work): Promise<{ smtpUrl: string; inboxUrl: string | null }> {
  if (settings.SMTP_URL) return { smtpUrl: settings.SMTP_URL, inboxUrl: null };
  // The same address at every start where possible: people keep it open.
  const inboxPort = settings.PORT + 25;
  return closing.start('mail inbox', () => startMailCatcher({ folder: join(settings.DATA_DIR, 'mails'), inboxPort }));
}

/** In a process of its own: the compilers' memory is not kept for the life of the service. */
async function built({ progress }: Work): Promise<void> {
  if (await isBuilt()) return;
  await progress.step('网页与流程代码 · building the page and the workflows', () =>
    promisify(execFile)(process.execPath, nodeArgs('embedded/build.ts'), { cwd: projectRoot }),
  );
}

async function services(
  { settings, closing }: Work,
  env: Record<string, string>,
  readyUrl: string,
): Promise<Pick<Up, 'someServiceEnded'>> {
  const log = (name: string) => join(settings.DATA_DIR, 'logs', `${name}.log`);
  const worker = await closing.start('worker', async () =>
    startService({ name: 'worker', file: 'worker/main.ts', env, log: log('worker') }),
  );
  const api = await closing.start('API', async () =>
    startService({ name: 'API', file: 'api/main.ts', env, log: log('api') }),
  );
  const someServiceEnded = Promise.race([worker.reason, api.reason]);
  const early = worker.reason.then((reason) => Promise.reject(new Error(reason)));
  await Promise.race([answering(api, readyUrl), early]);
  early.catch(() => undefined);
  return { someServiceEnded };
}

function withoutPassword(url: string): string {
  const shown = new URL(url);
  shown.password = '';
  return shown.href;
}
