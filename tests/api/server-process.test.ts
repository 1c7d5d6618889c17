/** An API process of its own: its settings, a taken port, and SIGTERM that drains. */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import getPort from 'get-port';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createClient } from '../../api/contract/client.ts';
import { openOffice, PASSWORD, submit, turnOf, until } from './office.ts';
import type { Office } from './office.ts';

const root = join(import.meta.dirname, '..', '..');
let office: Office;
let folder: string;
beforeAll(async () => {
  [office, folder] = await Promise.all([openOffice(), mkdtemp(join(tmpdir(), 'lianban-server-'))]);
});
afterAll(async () => {
  await office?.stop();
  await rm(folder, { recursive: true, force: true });
});

interface Started {
  child: ChildProcess;
  url: string;
  output: () => string;
}

function start(port: number, change: Record<string, string> = {}): Started {
  const url = `http://127.0.0.1:${port}`;
  const env = {
    ...process.env,
    DATABASE_URL: office.databaseUrl,
    TEMPORAL_ADDRESS: office.temporalAddress,
    TEMPORAL_NAMESPACE: office.namespace,
    STORAGE_URL: pathToFileURL(folder).href,
    AUTH_SECRET: 'a secret of the tests, long enough to sign',
    PUBLIC_URL: url,
    PORT: String(port),
    ...change,
  };
  const child = spawn(process.execPath, ['--import', 'tsx', 'api/main.ts'], {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  return { child, url, output: () => output };
}

test('SIGTERM ends the live lines, lets the decision under way be answered, and exits cleanly', async () => {
  const { child, url, output } = start(await getPort());
  try {
    await until(
      () =>
        fetch(`${url}/readyz`).then(
          ({ ok }) => ok,
          () => false,
        ),
      30_000,
    );
    const { token } = await createClient({ baseUrl: url }).signIn({
      body: { email: 'school-reviewer@example.test', password: PASSWORD },
    });
    const reviewer = createClient({ baseUrl: url, headers: () => ({ Authorization: `Bearer ${token}` }) });
    const caseId = await submit(await office.as('teacher'));
    const turn = await turnOf(office, caseId);
    const live = await fetch(`${url}/api/v1/live`, { headers: { Authorization: `Bearer ${token}` } });

    // The case's row is held: the decision waits inside its transition until the lock is let go.
    const release = await office.holdCase(caseId);
    const deciding = reviewer.decideAssignment({ params: { id: turn }, body: { verdict: 'approve' } });
    await until(async () => (await office.prisma.assignment.count({ where: { id: turn, state: 'open' } })) === 1);
    await new Promise((resolve) => setTimeout(resolve, 300));
    const exit = once(child, 'exit');
    child.kill('SIGTERM');
    await live.text();
    await expect(fetch(`${url}/healthz`)).rejects.toThrow('fetch failed');
    await release();
    expect(await deciding).toMatchObject({ caseId });
    expect(await exit).toEqual([0, null]);
    expect(output()).toContain('"msg":"draining"');
  } finally {
    child.kill('SIGKILL');
  }
}, 90_000);

test('a taken port and a wrong setting are named, without a stack', async () => {
  const taken = createServer().listen(0, '127.0.0.1');
  await once(taken, 'listening');
  const { port } = taken.address() as { port: number };
  const busy = start(port);
  expect(await once(busy.child, 'exit')).toEqual([1, null]);
  expect(busy.output()).toContain(`PORT ${port}`);
  expect(busy.output()).not.toMatch(/^\s+at /m);
  taken.close();

  const wrong = start(port, { AUTH_SECRET: 'short', DATABASE_URL: '' });
  expect(await once(wrong.child, 'exit')).toEqual([1, null]);
  expect(wrong.output()).toMatch(/DATABASE_URL must be set/);
  expect(wrong.output()).toMatch(/AUTH_SECRET must have at least 32 characters/);
  expect(wrong.output()).not.toMatch(/short|^\s+at /m);
}, 60_000);
