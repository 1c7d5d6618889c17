/** Who listens for changes, and who is told of which: one database connection a process, ids only. */
import type { Response } from 'express';
import type { Logger } from 'pino';
import { Client } from 'pg';
import type { Prisma } from '../prisma/client.ts';
import { maySee, readAudience } from './access.ts';
import type { Audience } from './access.ts';
import type { Asker } from './asker.ts';
import type { LiveMessage } from './contract/live.ts';
import type { Metrics } from './metrics.ts';
import type { Offices } from './offices.ts';

const HEARTBEAT_MS = 25_000;
/** Changes of one moment are told together. */
const GATHER_MS = 60;
const MAX_RETRY_MS = 15_000;

interface Subscriber {
  asker: Asker;
  response: Response;
}

interface LiveOptions {
  databaseUrl: string;
  prisma: Prisma;
  offices: Offices;
  metrics: Metrics;
  log: Logger;
}

export interface LiveHub {
  /** `again` reads who it is anew at each heartbeat; null (signed out, idle too long, disabled) ends the connection. */
  subscribe(asker: Asker, response: Response, again: () => Promise<Asker | null>): void;
  /** Ends every connection, so that the server can close. */
  stop(): Promise<void>;
}

export function createLiveHub({ databaseUrl, prisma, offices, metrics, log }: LiveOptions): LiveHub {
  const subscribers = new Set<Subscriber>();
  let changed = new Set<string>();
  let gathering: NodeJS.Timeout | undefined;
  let stopped = false;
  let listening: Client | undefined;
  let retryMs = 500;

  async function listen(): Promise<void> {
    const client = new Client({ connectionString: databaseUrl, application_name: 'lianban live', keepAlive: true });
    client.on('error', () => undefined);
    client.once('end', () => {
      if (stopped) return;
      setTimeout(() => void listen(), retryMs).unref();
      retryMs = Math.min(retryMs * 2, MAX_RETRY_MS);
    });
    client.on('notification', ({ payload }) => payload && gather(payload));
    try {
      await client.connect();
      await client.query('LISTEN case_changed');
      listening = client;
      retryMs = 500;
      // What happened while nobody listened is unknown: everybody reads again.
      for (const { response } of subscribers) tell(response, { event: 'inbox' });
    } catch (error) {
      log.warn({ err: String(error) }, 'live updates wait for the database');
      await client.end().catch(() => undefined);
    }
  }

  function gather(caseId: string): void {
    changed.add(caseId);
    gathering ??= setTimeout(() => {
      const caseIds = changed;
      changed = new Set();
      gathering = undefined;
      if (subscribers.size > 0)
        void Promise.all([...caseIds].map(announce)).catch((error) =>
          log.warn({ err: String(error) }, 'live update not told'),
        );
    }, GATHER_MS);
  }

  async function announce(caseId: string): Promise<void> {
    const audience = await readAudience(prisma, caseId);
    if (!audience) return;
    for (const { asker, response } of subscribers) {
      if (maySee(asker, audience, offices).reads) tell(response, { event: 'case', caseId });
      // Says nothing of the case: also to whom a turn has just been taken from.
      if (concerns(asker, audience)) tell(response, { event: 'inbox' });
    }
  }

  void listen();
  return {
    subscribe(asker, response, again) {
      const subscriber = { asker, response };
      subscribers.add(subscriber);
      metrics.live.set(subscribers.size);
      tell(response, { event: 'ready' });
      const beat = setInterval(() => {
        again().then(
          (still) => {
            if (!still) return void response.end();
            subscriber.asker = still;
            response.write(': still here\n\n');
          },
          // The database is away for a moment: keep the line.
          () => response.write(': still here\n\n'),
        );
      }, HEARTBEAT_MS);
      response.once('close', () => {
        clearInterval(beat);
        subscribers.delete(subscriber);
        metrics.live.set(subscribers.size);
      });
    },
    async stop() {
      stopped = true;
      clearTimeout(gathering);
      for (const { response } of subscribers) response.end();
      await listening?.end().catch(() => undefined);
    },
  };
}

function tell(response: Response, { event, ...data }: LiveMessage): void {
  response.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
}

/** The case is, or was, among this person's own lists. */
const concerns = (asker: Asker, audience: Audience): boolean =>
  asker.id === audience.applicantId ||
  audience.people.has(asker.id) ||
  audience.copied.has(asker.id) ||
  asker.memberships.some(({ unitId, role }) => audience.roles.has(`${unitId}/${role}`)) ||
  asker.standIns.some(
    ({ principalId, memberships }) =>
      audience.people.has(principalId) ||
      memberships.some(({ unitId, role }) => audience.roles.has(`${unitId}/${role}`)),
  );
