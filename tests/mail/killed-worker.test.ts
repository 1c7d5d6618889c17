/** The outbox workflow on a real Temporal server, its worker killed with SIGKILL in the worst moment. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Client, Connection } from '@temporalio/client';
import { Worker } from '@temporalio/worker';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { MAIL_QUEUE } from '../../workflows/messages.ts';
import type { outbox } from '../../workflows/outbox.ts';
import { devServer, workflowBundle } from '../support/index.ts';
import { keepFirst } from '../workflows/histories.ts';
import { openPostRoom, type PostRoom, settleCase } from './post-room.ts';
import type { SenderSettings } from './sender-process.ts';

let room: PostRoom;
let connection: Connection;
const children: ChildProcess[] = [];

beforeEach(async () => {
  room = await openPostRoom();
});
afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  await connection?.close();
  await room.close();
});

test(
  'killed after the mail server accepted a mail, the next worker sends at most one duplicate, with the same Message-ID',
  { timeout: 150_000 },
  async () => {
    const [server, { codePath }] = await Promise.all([devServer(), workflowBundle()]);
    connection = await Connection.connect({ address: server.address });
    const client = new Client({ connection, namespace: server.namespace });
    const start = (hang: boolean) =>
      startSender({
        ...server,
        codePath,
        hang,
        databaseUrl: room.database.url,
        smtpUrl: room.catcher.url,
        storageUrl: pathToFileURL(join(import.meta.dirname, 'nothing-stored')).href,
      });
    const first = await room.queue(await settleCase(room.prisma));

    const doomed = start(true);
    await client.workflow.start<typeof outbox>('outbox', { workflowId: 'outbox', taskQueue: MAIL_QUEUE, args: [] });
    await once(doomed.stdout!, 'data');
    doomed.kill('SIGKILL');
    await once(doomed, 'exit');
    expect(room.catcher.mails).toHaveLength(1);
    expect(await room.row(first)).toMatchObject({ state: 'sending' });

    // The lease of the claimed row runs out; meanwhile another mail is queued.
    await room.comeDue();
    const second = await room.queue(await settleCase(room.prisma));
    start(false);
    await room.catcher.waitFor(3, 90_000);
    await expect
      .poll(async () => [(await room.row(first)).state, (await room.row(second)).state])
      .toEqual(['sent', 'sent']);

    const ids = room.catcher.mails.map(({ messageId }) => messageId);
    expect(ids.filter((id) => id === ids[0])).toHaveLength(2);
    expect(new Set(ids).size).toBe(2);
    // Histories say how many, not whom and what.
    const history = await client.workflow.getHandle('outbox').fetchHistory();
    expect(JSON.stringify(history)).not.toContain('example.test');
    await expect(Worker.runReplayHistory({ workflowBundle: { codePath } }, history, 'outbox')).resolves.toBeUndefined();
    keepFirst('outbox/worker-killed', history);
    await client.workflow.getHandle('outbox').terminate();
  },
);

function startSender(settings: SenderSettings): ChildProcess {
  const script = join(import.meta.dirname, 'sender-process.ts');
  const child = spawn(process.execPath, ['--import', 'tsx', script, JSON.stringify(settings)], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  children.push(child);
  return child;
}
