import { setTimeout as sleep } from 'node:timers/promises';
import { Context } from '@temporalio/activity';
import type { Prisma } from '../../prisma/client.ts';
import type { Storage } from '../../storage.ts';
import type { Office } from '../emails/mail.ts';
import { deliver } from './deliver.ts';
import { outboxAlarm } from './outbox-alarm.ts';
import { claimDueMail } from './outbox-rows.ts';
import type { MailTransport } from './smtp-transport.ts';

export interface MailDependencies {
  prisma: Prisma;
  transport: MailTransport;
  storage: Storage;
  office: Office;
  /** Whom mails come from: an address, or 名称 <address>. */
  sender: string;
  /** Working days left that count as near (policy `dailyRound.nearWorkingDays`). */
  nearWorkingDays: number;
  /** Where NOTIFY is heard; a direct connection, not a pooler. Without it new mail is found within 10 s. */
  listenUrl?: string;
  now?: () => Date;
  /** Aborts when the worker is about to stop: the activity ends after the mails in hand. */
  closing?: AbortSignal;
  /** Rest after the mail server could not be reached, in milliseconds. */
  restMs?: number;
}

/** Numbers only: what was sent to whom stays out of histories. */
export interface SendingTally {
  sent: number;
  skipped: number;
  failed: number;
  /** To be tried again. */
  postponed: number;
}

/** Mails in hand at once: as many as the transport has connections. */
const AT_ONCE = 4;
const LOOK_AGAIN_MS = 10_000;
const HEARTBEAT_MS = 4_000;
const REST_MS = 15_000;

export function createMailActivities(dependencies: MailDependencies) {
  const { prisma, listenUrl, closing, restMs = REST_MS } = dependencies;
  return {
    /**
     * Sends what is due in the outbox, then waits for more until `forMs` milliseconds have passed (0: only what is due now). Safe to run
     * twice and side by side: rows are claimed. A worker that dies between the mail server's answer and the mark causes one more mail
     * with the same Message-ID. Fails (and is retried) only when the database is away.
     */
    async sendPendingMail({ forMs }: { forMs: number }): Promise<SendingTally> {
      const tally: SendingTally = { sent: 0, skipped: 0, failed: 0, postponed: 0 };
      const { cancellationSignal, heartbeat } = Context.current();
      const stop = closing ? AbortSignal.any([cancellationSignal, closing]) : cancellationSignal;
      const endsAtMs = Date.now() + forMs;
      const beat = setInterval(() => heartbeat(tally), HEARTBEAT_MS);
      const alarm = await outboxAlarm(forMs > 0 ? listenUrl : undefined);
      try {
        while (!stop.aborted) {
          const leftMs = endsAtMs - Date.now();
          if (forMs > 0 && leftMs <= 0) break;
          const rows = await claimDueMail(prisma, AT_ONCE);
          if (rows.length === 0) {
            if (forMs === 0) break;
            await alarm.wait(Math.min(LOOK_AGAIN_MS, leftMs), stop);
            continue;
          }
          const deliveries = await Promise.all(rows.map((row) => deliver(dependencies, row)));
          for (const { mark } of deliveries) tally[counted[mark.state]] += 1;
          // Asking a server that is away for each of a thousand rows helps nobody.
          if (deliveries.every(({ unreachable }) => unreachable)) await rest(restMs, stop);
        }
        return tally;
      } finally {
        clearInterval(beat);
        await alarm.close();
      }
    },
  };
}

const counted = { sent: 'sent', skipped: 'skipped', failed: 'failed', pending: 'postponed' } as const;

const rest = (ms: number, signal: AbortSignal) => sleep(ms, undefined, { signal }).catch(() => {});
