/** What tests ask for. Each part starts at the first call in a run and is stopped at the run's end; calls may run side by side. */
import { randomBytes } from 'node:crypto';
import { TestWorkflowEnvironment } from '@temporalio/testing';
import { inject } from 'vitest';
import { onDatabase, statements, templateDatabase } from './servers.ts';
import type { Shared } from './servers.ts';

export { mailCatcher } from './mail-catcher.ts';
export type { CaughtMail, MailCatcher } from './mail-catcher.ts';

export interface FreshDatabase {
  /** As the service logs in: no change or deletion of events. */
  url: string;
  /** As the tables' owner. */
  ownerUrl: string;
}

/** A new migrated, empty database: a copy of the template, made in milliseconds. */
export async function freshDatabase(): Promise<FreshDatabase> {
  const { ownerUrl, serviceUrl } = await ask('postgres');
  const name = `test_${randomBytes(6).toString('hex')}`;
  await statements(ownerUrl, `CREATE DATABASE ${name} TEMPLATE ${templateDatabase}`);
  return { url: onDatabase(serviceUrl, name), ownerUrl: onDatabase(ownerUrl, name) };
}

/** The shared Temporal dev server (real time), with a namespace of your own: queues and workflow ids are yours alone. */
export const devServer = (): Promise<Shared['devServer']> => ask('devServer');

/**
 * A time-skipping server of your own (0.2 s): skipping moves the clock of everybody on a server. Call `teardown()` in `afterAll`,
 * and run its workflows one after the other.
 */
export async function timeSkipping(): Promise<TestWorkflowEnvironment> {
  const { path } = await ask('testServer');
  return TestWorkflowEnvironment.createTimeSkipping(
    path === null ? {} : { server: { executable: { type: 'existing-path', path } } },
  );
}

/** The workflows, bundled once a run: `Worker.create({ workflowBundle: await workflowBundle(), … })`. */
export const workflowBundle = (): Promise<Shared['workflowBundle']> => ask('workflowBundle');

/** The page, built once a run however many stories open it. */
export const webPage = (): Promise<Shared['webPage']> => ask('webPage');

async function ask<Part extends keyof Shared>(part: Part): Promise<Shared[Part]> {
  const response = await fetch(`${inject('servers')}/${part}`);
  if (!response.ok) throw new Error(`${part} did not start: ${await response.text()}`);
  return (await response.json()) as Shared[Part];
}
