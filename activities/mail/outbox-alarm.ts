import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';

export interface OutboxAlarm {
  /** Returns when a row was queued, after `ms`, or when the signal aborts, whichever comes first. */
  wait(ms: number, signal: AbortSignal): Promise<void>;
  close(): Promise<void>;
}

/**
 * Hears Postgres' NOTIFY on `outbox`, so that mail leaves at once. Only a convenience: whoever waits looks again after a while anyway, so
 * a connection that cannot be made or is lost does no harm.
 */
export async function outboxAlarm(listenUrl: string | undefined): Promise<OutboxAlarm> {
  let rung = false;
  let ring = () => {};
  const client = listenUrl
    ? await listening(listenUrl, () => {
        rung = true;
        ring();
      })
    : undefined;
  return {
    async wait(ms, signal) {
      // A row queued while the last ones were being sent has rung already.
      if (!rung && !signal.aborted) {
        const woken = new AbortController();
        ring = () => woken.abort();
        await sleep(ms, undefined, { signal: AbortSignal.any([signal, woken.signal]) }).catch(() => {});
        ring = () => {};
      }
      rung = false;
    },
    close: async () => client?.end().catch(() => {}),
  };
}

async function listening(url: string, heard: () => void): Promise<Client | undefined> {
  const client = new Client({
    connectionString: url,
    connectionTimeoutMillis: 5_000,
    application_name: 'lianban-outbox',
  });
  client.on('error', () => {});
  client.on('notification', heard);
  try {
    await client.connect();
    await client.query('LISTEN outbox');
    return client;
  } catch {
    await client.end().catch(() => {});
    return undefined;
  }
}
