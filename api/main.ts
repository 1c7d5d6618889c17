/** One API process: settings, connections, listen; SIGTERM drains. */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { Client, Connection } from '@temporalio/client';
import { pino } from 'pino';
import { apiSettings, projectRoot, SettingsError } from '../config.ts';
import { createPrisma } from '../prisma/client.ts';
import { parsePolicy } from '../processes/policy.ts';
import { createStorage } from '../storage.ts';
import { createApp } from './app.ts';

/** Longer than the longest wait for a case's answer (10 s). */
const DRAIN_MS = 20_000;

async function main(): Promise<void> {
  const settings = apiSettings();
  const log = pino({ name: 'api', level: settings.LOG_LEVEL });
  const policy = parsePolicy(JSON.parse(readFileSync(settings.POLICY_FILE, 'utf8')));
  const prisma = createPrisma(settings.DATABASE_URL, { poolSize: 20, asService: true });
  // Lazy: an API that starts before Temporal answers 503 instead of dying.
  const connection = Connection.lazy({ address: settings.TEMPORAL_ADDRESS });
  const app = createApp({
    prisma,
    databaseUrl: settings.DATABASE_URL,
    temporal: new Client({ connection, namespace: settings.TEMPORAL_NAMESPACE }),
    policy,
    storage: createStorage(settings.STORAGE_URL),
    log,
    publicUrl: settings.PUBLIC_URL,
    authSecret: settings.AUTH_SECRET,
    trustProxy: settings.TRUST_PROXY,
    webFolder: join(projectRoot, 'web', 'dist'),
    version: versionOf(join(projectRoot, 'package.json')),
  });

  const server = createServer(app.express);
  server.requestTimeout = 120_000;
  server.listen(settings.PORT, settings.HOST, () => log.info({ port: settings.PORT }, 'listening'));
  server.once('error', (error: NodeJS.ErrnoException) => {
    const reason = error.code === 'EADDRINUSE' ? `PORT ${settings.PORT} is taken` : String(error);
    console.error(`API 未能启动 · the API did not start: ${reason}`);
    process.exit(1);
  });

  let stopping = false;
  const stop = (signal: string) => {
    if (stopping) return;
    stopping = true;
    log.info({ signal }, 'draining');
    setTimeout(() => server.closeAllConnections(), DRAIN_MS).unref();
    server.close(async () => {
      await Promise.allSettled([prisma.$disconnect(), connection.close()]);
      log.info('stopped');
      process.exit(0);
    });
    server.closeIdleConnections();
    void app.stop();
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}

const versionOf = (file: string): string => (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;

main().catch((error: unknown) => {
  console.error(error instanceof SettingsError ? error.message : error);
  process.exit(1);
});
