import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client, Connection } from '@temporalio/client';
import { afterAll, expect, it } from 'vitest';
import { startTemporal } from '../../embedded/temporal.ts';
import type { EmbeddedTemporal } from '../../embedded/temporal.ts';
import { temporalCli } from '../../embedded/temporal-binary.ts';

const directory = await mkdtemp(join(tmpdir(), 'lianban-temporal-'));
const options = { cli: await temporalCli(), directory, namespaces: ['lianban'], persistent: true };
let temporal: EmbeddedTemporal;
afterAll(async () => {
  await temporal.stop();
  await rm(directory, { recursive: true, force: true });
});

it('keeps a running workflow over a stop and a start', async () => {
  temporal = await startTemporal(options);
  await withClient((client) => client.workflow.start('sleeper', { taskQueue: 'nobody', workflowId: 'kept' }));
  await temporal.stop();
  temporal = await startTemporal(options);
  expect((await withClient((client) => client.workflow.getHandle('kept').describe())).status.name).toBe('RUNNING');
});

it('takes over a server that a killed start left running', async () => {
  expect((await startTemporal(options)).address).toBe(temporal.address);
});

it('does not trip over a stale pid file', async () => {
  await temporal.stop();
  await writeFile(join(directory, 'server.json'), JSON.stringify({ pid: process.pid, address: '127.0.0.1:1' }));
  temporal = await startTemporal(options);
  expect(JSON.parse(await readFile(join(directory, 'server.json'), 'utf8'))).toMatchObject({
    address: temporal.address,
  });
});

async function withClient<T>(use: (client: Client) => Promise<T>): Promise<T> {
  const connection = await Connection.connect({ address: temporal.address });
  return use(new Client({ connection, namespace: 'lianban' })).finally(() => connection.close());
}
