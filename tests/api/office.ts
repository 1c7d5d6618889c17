/** A whole office for API tests: real Postgres, real Temporal with a worker, the API listening, and people who can sign in. */
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Client, Connection } from '@temporalio/client';
import { NativeConnection, Worker } from '@temporalio/worker';
import { hashPassword } from 'better-auth/crypto';
import getPort from 'get-port';
import { Client as PgClient } from 'pg';
import { pino } from 'pino';
import { createCaseActivities } from '../../activities/cases/case-activities.ts';
import { createEngagementActivities } from '../../activities/engagements/engagement-activities.ts';
import { createFundActivities } from '../../activities/fund/fund-activities.ts';
import { createDocumentActivities } from '../../activities/documents/document-activities.ts';
import { createApp } from '../../api/app.ts';
import { createClient, ProblemError } from '../../api/contract/client.ts';
import type { Client as Api } from '../../api/contract/client.ts';
import { createPrisma, type Prisma } from '../../prisma/client.ts';
import type { Policy } from '../../processes/policy.ts';
import { exampleCertification } from '../../processes/teacher-certification/example.ts';
import { createStorage } from '../../storage.ts';
import { CASES_QUEUE, MAIL_QUEUE } from '../../workflows/messages.ts';
import { dazu } from '../processes/dazu.ts';
import { devServer, freshDatabase, workflowBundle } from '../support/index.ts';
import { settlePeople } from '../workflows/people.ts';
import { layCable } from './cable.ts';

export const PASSWORD = 'Dazu-2026-sign';

/** Besides the people of the workflow stories. */
const others = [
  ['teacher-2', 'dazu-zhijiao', 'teacher'],
  ['teacher-3', 'dazu-zhijiao', 'teacher'],
  ['teacher-4', 'dazu-zhijiao', 'teacher'],
  ['teacher-5', 'dazu-zhijiao', 'teacher'],
  ['other-teacher', 'shuangqiao-zhiye', 'teacher'],
  ['other-reviewer', 'shuangqiao-zhiye', 'reviewer'],
  ['finance-reviewer', 'rensheju', 'reviewer'],
  ['auditor', 'rensheju', 'auditor'],
] as const;

export type Office = Awaited<ReturnType<typeof openOffice>>;

interface OfficeOptions {
  /** Changes the policy before the API starts. */
  policy?: (policy: Policy) => void;
  /** Without a worker nobody answers updates. */
  worker?: boolean;
  /** The API reaches Postgres and Temporal through cables that a test can cut. */
  cables?: boolean;
}

export async function openOffice({
  policy: change = () => {},
  worker: works = true,
  cables = false,
}: OfficeOptions = {}) {
  const [database, temporalServer, folder, port] = await Promise.all([
    freshDatabase(),
    devServer(),
    mkdtemp(join(tmpdir(), 'lianban-api-')),
    getPort(),
  ]);
  const prisma = createPrisma(database.url);
  const owner = createPrisma(database.ownerUrl);
  await settle(prisma);
  const policy = dazu();
  change(policy);

  const cable = cables ? await layCables(database.url, temporalServer.address) : null;
  const databaseUrl = cable?.databaseUrl ?? database.url;
  const apiPrisma = cable ? createPrisma(databaseUrl) : prisma;

  const publicUrl = `http://127.0.0.1:${port}`;
  const storage = createStorage(pathToFileURL(join(folder, 'files')).href);
  const connection = await Connection.connect({ address: cable?.temporalAddress ?? temporalServer.address });
  const temporal = new Client({ connection, namespace: temporalServer.namespace });
  const logged: string[] = [];
  const app = createApp({
    prisma: apiPrisma,
    databaseUrl,
    temporal,
    policy,
    storage,
    log: pino({ level: 'info' }, { write: (line: string) => void logged.push(line) }),
    publicUrl,
    authSecret: 'a secret of the tests, long enough to sign',
    trustProxy: 0,
    webFolder: join(folder, 'no-page'),
    version: '0.0.0',
  });
  const server = createServer(app.express);
  await new Promise<void>((resolve) => void server.listen(port, '127.0.0.1', resolve));

  const native = works ? await NativeConnection.connect({ address: temporalServer.address }) : null;
  const workers = native ? await startWorkers(native) : [];

  async function startWorkers(shared: NativeConnection) {
    const common = { connection: shared, namespace: temporalServer.namespace, workflowBundle: await workflowBundle() };
    return Promise.all([
      Worker.create({
        ...common,
        taskQueue: CASES_QUEUE,
        activities: {
          ...createCaseActivities({ prisma, mailDomain: 'lianban.test' }),
          ...createFundActivities({ prisma }),
          ...createEngagementActivities({ prisma }),
        },
      }),
      Worker.create({
        ...common,
        taskQueue: MAIL_QUEUE,
        activities: createDocumentActivities({ prisma, storage, publicUrl, district: policy.district }),
      }),
    ]);
  }
  const running = Promise.all(workers.map((worker) => worker.run()));

  const tokens = new Map<string, Promise<string>>();
  const signIn = (login: string): Promise<string> => {
    const known = tokens.get(login);
    if (known) return known;
    const signing = createClient({ baseUrl: publicUrl })
      .signIn({ body: { email: `${login}@example.test`, password: PASSWORD } })
      .then(({ token }) => token);
    tokens.set(login, signing);
    return signing;
  };

  return {
    prisma,
    owner,
    storage,
    temporal,
    policy,
    url: publicUrl,
    databaseUrl: database.url,
    temporalAddress: temporalServer.address,
    namespace: temporalServer.namespace,
    logged,
    cable,
    /** Locks the case's row, so that its next transition waits; answers with the way to let go. */
    async holdCase(caseId: string): Promise<() => Promise<void>> {
      const client = new PgClient({ connectionString: database.url });
      await client.connect();
      await client.query('BEGIN');
      await client.query('SELECT 1 FROM case_file WHERE id = $1 FOR UPDATE', [caseId]);
      return async () => {
        await client.query('COMMIT');
        await client.end();
      };
    },
    anybody: createClient({ baseUrl: publicUrl }),
    token: signIn,
    /** The API as somebody sees it, signed in with a bearer token. */
    async as(login: string): Promise<Api> {
      const token = await signIn(login);
      return createClient({
        baseUrl: publicUrl,
        headers: () => ({ Authorization: `Bearer ${token}`, 'Accept-Language': 'zh-CN' }),
      });
    },
    /** A raw request, for what the client would never send. */
    async raw(path: string, init: RequestInit & { as?: string } = {}): Promise<Response> {
      const { as, ...rest } = init;
      const authorization: Record<string, string> = as ? { Authorization: `Bearer ${await signIn(as)}` } : {};
      return fetch(`${publicUrl}${path}`, {
        ...rest,
        headers: { ...authorization, ...(rest.headers as Record<string, string>) },
      });
    },
    async stop() {
      await app.stop();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      for (const worker of workers) worker.shutdown();
      await running;
      await Promise.all([native?.close(), connection.close()]);
      await Promise.all([prisma.$disconnect(), owner.$disconnect(), apiPrisma.$disconnect()]);
      await cable?.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function layCables(databaseUrl: string, temporalAddress: string) {
  const url = new URL(databaseUrl);
  const [host = '', port = ''] = temporalAddress.split(':');
  const [database, temporal] = await Promise.all([
    layCable(url.hostname, Number(url.port)),
    layCable(host, Number(port)),
  ]);
  url.hostname = '127.0.0.1';
  url.port = String(database.port);
  const stop = async () => void (await Promise.all([database.stop(), temporal.stop()]));
  return { database, temporal, databaseUrl: url.href, temporalAddress: `127.0.0.1:${temporal.port}`, stop };
}

async function settle(prisma: Prisma): Promise<void> {
  await settlePeople(prisma);
  await prisma.user.createMany({
    data: others.map(([id]) => ({ id, name: id, email: `${id}@example.test`, updatedAt: new Date() })),
  });
  await prisma.membership.createMany({ data: others.map(([userId, unitId, role]) => ({ userId, unitId, role })) });
  const password = await hashPassword(PASSWORD);
  const users = await prisma.user.findMany({ select: { id: true } });
  await prisma.account.createMany({
    data: users.map(({ id }) => ({
      id: `account-${id}`,
      accountId: id,
      providerId: 'credential',
      userId: id,
      password,
      updatedAt: new Date(),
    })),
  });
  await prisma.headCount.create({ data: { unitId: 'dazu-zhijiao', year: 2026, fullTime: 4 } });
}

/** A one-page PDF, as far as a sniffer looks. */
export const pdf = (name = '证明材料.pdf'): File =>
  new File([`%PDF-1.4\n% ${randomUUID()}\n%%EOF\n`], name, { type: 'application/pdf' });

/** Uploads the evidence and fills in a form that keeps every rule. */
export async function filledForm(api: Api): Promise<Record<string, unknown>> {
  const { id } = await api.uploadFile({ file: pdf() });
  return { ...exampleCertification(() => id) };
}

export async function submit(api: Api): Promise<string> {
  const { id } = await api.submitCase(
    { body: { process: 'teacher-certification', form: await filledForm(api) } },
    { idempotencyKey: randomUUID() },
  );
  return id;
}

/** The open turn of somebody on a case. */
export async function turnOf(office: Office, caseId: string, purpose = 'decide'): Promise<string> {
  const { id } = await office.prisma.assignment.findFirstOrThrow({
    where: { caseId, purpose, state: 'open' },
    orderBy: { openedAt: 'desc' },
  });
  return id;
}

/** What was refused: `409 AlreadyDecided`. */
export async function refused(
  call: Promise<unknown>,
): Promise<ProblemError['problem'] & { retryAfter: number | null }> {
  try {
    await call;
  } catch (error) {
    if (error instanceof ProblemError) return { ...error.problem, retryAfter: error.retryAfter };
    throw error;
  }
  throw new Error('was not refused');
}

export async function until<T>(read: () => Promise<T | undefined | null | false>, withinMs = 15_000): Promise<T> {
  const deadlineMs = Date.now() + withinMs;
  for (;;) {
    const found = await read();
    if (found) return found;
    if (Date.now() > deadlineMs) throw new Error(`nothing came within ${withinMs} ms`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
