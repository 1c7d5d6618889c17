/** `/healthz` (the process answers), `/readyz` (what it needs answers), `/metrics`. */
import type { Client } from '@temporalio/client';
import type { Express, Request } from 'express';
import type { Prisma } from '../prisma/client.ts';
import type { Metrics } from './metrics.ts';

const PATIENCE_MS = 2_000;

interface Needs {
  prisma: Prisma;
  temporal: Client;
  metrics: Metrics;
}

export function mountOperations(app: Express, { prisma, temporal, metrics }: Needs): void {
  app.get('/healthz', (_request, response) => {
    response.json({ status: 'ok' });
  });

  app.get('/readyz', async (_request, response) => {
    const [database, workflows] = await Promise.all([
      answers(prisma.$queryRaw`SELECT 1`),
      answers(
        temporal.connection.withDeadline(Date.now() + PATIENCE_MS, () => temporal.workflowService.getSystemInfo({})),
      ),
    ]);
    const ready = database && workflows;
    response.status(ready ? 200 : 503);
    if (!ready) response.set('Retry-After', '5');
    response.json({ status: ready ? 'ok' : 'unavailable', database, workflows });
  });

  app.get('/metrics', async (request, response) => {
    // For the machine's own scraper: what comes through the reverse proxy is not it.
    if (isForwarded(request)) {
      response.status(404).end();
      return;
    }
    response.type(metrics.registry.contentType).send(await metrics.registry.metrics());
  });
}

const isForwarded = (request: Request): boolean =>
  request.headers['x-forwarded-for'] !== undefined || request.headers.forwarded !== undefined;

async function answers(question: Promise<unknown>): Promise<boolean> {
  const tooLate = new Promise<boolean>((resolve) => setTimeout(resolve, PATIENCE_MS, false).unref());
  return Promise.race([question.then(() => true).catch(() => false), tooLate]);
}
