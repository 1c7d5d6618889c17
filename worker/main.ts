/** A worker process: `WORKER_QUEUES` says which task queues it serves. SIGTERM lets it finish what it has in hand. */
import { Client } from '@temporalio/client';
import { NativeConnection } from '@temporalio/worker';
import { workerSettings } from '../config.ts';
import { createPrisma } from '../prisma/client.ts';
import { createStorage } from '../storage.ts';
import { smtpTransport } from '../activities/mail/smtp-transport.ts';
import { serveHealth } from './health.ts';
import { log, logAt } from './log.ts';
import { readPolicy } from './read-policy.ts';
import { ensureStandingWork } from './standing-work.ts';
import { createWorkers } from './workers.ts';

const settings = workerSettings();
logAt(settings.LOG_LEVEL);
const policy = await readPolicy(settings.POLICY_FILE);
const closing = new AbortController();
// The SDK's own listeners drain the workers; this one ends the activity that waits for mail.
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => closing.abort());

const prisma = createPrisma(settings.DATABASE_URL, { asService: true });
const transport = smtpTransport(settings.SMTP_URL);
const connection = await NativeConnection.connect({ address: settings.TEMPORAL_ADDRESS });
const client = new Client({ connection, namespace: settings.TEMPORAL_NAMESPACE });
const storage = createStorage(settings.STORAGE_URL);

const workers = await createWorkers({
  settings,
  policy,
  prisma,
  transport,
  storage,
  connection,
  closing: closing.signal,
});
const health = settings.WORKER_HEALTH_PORT ? await serveHealth(settings.WORKER_HEALTH_PORT, workers) : undefined;
const running = Promise.all(workers.map((worker) => worker.run()));
await Promise.race([running, ensureStandingWork(client, policy, settings.WORKER_QUEUES)]);
log.info({ queues: settings.WORKER_QUEUES }, 'worker ready');

try {
  await running;
} finally {
  health?.close();
  transport.close();
  await Promise.all([connection.close(), prisma.$disconnect()]);
  log.info('worker stopped');
}
