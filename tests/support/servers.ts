/**
 * What all test files of a run share: one PostgreSQL with a migrated template database, one Temporal dev server, one workflow bundle.
 * Test files run in other processes; they ask over HTTP, and a part starts when it is first asked for.
 */
import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Client } from 'pg';
import type { TestProject } from 'vitest/node';
import { startTemporal } from '../../embedded/temporal.ts';
import { temporalCli, temporalTestServer } from '../../embedded/temporal-binary.ts';
import { throwAwayPostgres } from '../../embedded/throw-away-postgres.ts';
import { migrate } from '../../prisma/migrate.ts';
import { serviceLogin } from '../../prisma/service-login.ts';
import { writeWorkflowBundle } from '../../worker/workflow-bundle.ts';

declare module 'vitest' {
  interface ProvidedContext {
    servers: string;
  }
}

/** The product's workflows and the trial processes of the kernel's tests. */
const trialsPath = join(import.meta.dirname, '..', 'workflows', 'trials.ts');

export const templateDatabase = 'lianban_template';

export interface Shared {
  postgres: { ownerUrl: string; serviceUrl: string };
  /** A namespace that nobody else in the run was given. */
  devServer: { address: string; namespace: string };
  testServer: { path: string | null };
  workflowBundle: { codePath: string };
  /** web/dist, built unless it is up to date. */
  webPage: { built: true };
}

export default async function startServers(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'lianban-tests-'));
  const closing: (() => Promise<void>)[] = [];
  const once: Partial<Record<keyof Shared, Promise<unknown>>> = {};

  const parts: { [Part in keyof Shared]: () => Promise<Shared[Part]> } = {
    async postgres() {
      const { ownerUrl, stop } = await throwAwayPostgres();
      closing.push(stop);
      return { ownerUrl, serviceUrl: await migratedTemplate(ownerUrl) };
    },
    async devServer() {
      const namespaces = Array.from({ length: 50 }, (_, i) => `tests-${i + 1}`);
      const directory = join(folder, 'temporal');
      const { address, stop, kill } = await startTemporal({
        cli: await temporalCli(),
        directory,
        namespaces,
        persistent: false,
      });
      process.once('exit', kill);
      closing.push(stop);
      return { address, namespace: '' };
    },
    testServer: async () => ({ path: (await temporalTestServer()) ?? null }),
    async webPage() {
      await promisify(execFile)(process.execPath, ['--import', 'tsx', 'embedded/build.ts']);
      return { built: true };
    },
    workflowBundle: async () => ({ codePath: await writeWorkflowBundle(join(folder, 'workflows.js'), trialsPath) }),
  };

  let namespacesGiven = 0;
  const server = createServer((request, response) => {
    const part = (request.url ?? '').slice(1) as keyof Shared;
    const started = (once[part] ??= parts[part]());
    started.then(
      (found) => {
        const own = part === 'devServer' ? { namespace: `tests-${++namespacesGiven}` } : {};
        response.end(JSON.stringify({ ...(found as object), ...own }));
      },
      (error: Error) => response.writeHead(500).end(`${error.stack}`),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  project.provide('servers', `http://127.0.0.1:${(server.address() as AddressInfo).port}`);

  return async () => {
    server.close();
    await Promise.all(closing.map((close) => close()));
    await rm(folder, { recursive: true, force: true });
  };
}

/** Migrates the template and gives the service its own login; returns that login's URL on the template. */
async function migratedTemplate(ownerUrl: string): Promise<string> {
  const password = randomBytes(18).toString('base64url');
  await statements(ownerUrl, `CREATE DATABASE ${templateDatabase}`);
  await migrate(onDatabase(ownerUrl, templateDatabase));
  return serviceLogin(onDatabase(ownerUrl, templateDatabase), { name: 'lianban', password });
}

export function onDatabase(url: string, database: string): string {
  const other = new URL(url);
  other.pathname = `/${database}`;
  return other.href;
}

export async function statements(url: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(sql).finally(() => client.end());
}
