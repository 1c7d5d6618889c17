/** One mail, from its row to the mail server. */
import { log } from '@temporalio/activity';
import { DAY_MS } from '../../processes/shanghai.ts';
import { calendarFor } from '../../processes/working-days.ts';
import type { MailDependencies } from './mail-activities.ts';
import { letterFor } from './letters/letter-for.ts';
import { type Mark, markMail, type OutboxRow } from './outbox-rows.ts';
import { smtpFailure, waitBeforeRetryMs } from './smtp-failure.ts';

/** An undeliverable mail is tried for this long, then given up and shown as failed. */
const TRIED_FOR_MS = 5 * DAY_MS;
/** A server that trickles its answers is given up on; less than the lease of a row. */
const ONE_MAIL_MS = 60_000;

/** What became of it; `unreachable` tells that the server, not the mail, is at fault. */
export async function deliver(
  dependencies: MailDependencies,
  row: OutboxRow,
): Promise<{ mark: Mark; unreachable: boolean }> {
  const { mark, unreachable = false } = await attempt(dependencies, row);
  await markMail(dependencies.prisma, row, mark);
  return { mark, unreachable };
}

async function attempt(dependencies: MailDependencies, row: OutboxRow): Promise<{ mark: Mark; unreachable?: boolean }> {
  try {
    return { mark: await send(dependencies, row) };
  } catch (error) {
    const failure = smtpFailure(error);
    const { reason, unreachable } = failure;
    // Ids and codes only: neither addresses nor words of the mail may reach a log.
    log.warn('a mail was not sent', { notificationId: row.id, kind: row.kind, attempt: row.attempts, reason });
    const ageMs = nowOf(dependencies) - row.createdAt.getTime();
    if (ageMs > TRIED_FOR_MS) return { mark: { state: 'failed', reason }, unreachable };
    return { mark: { state: 'pending', reason, waitMs: waitBeforeRetryMs(row.attempts, failure) }, unreachable };
  }
}

async function send(dependencies: MailDependencies, row: OutboxRow): Promise<Mark> {
  const { prisma, transport, sender, storage, office, nearWorkingDays } = dependencies;
  const user = await prisma.user.findUnique({
    where: { id: row.recipientId },
    select: { id: true, name: true, email: true, disabled: true },
  });
  if (!user || user.disabled) return { state: 'skipped', reason: 'recipient gone' };
  const calendar = calendarFor(await prisma.calendarYear.findMany());
  const desk = { prisma, storage, office, calendar, nowMs: nowOf(dependencies), near: nearWorkingDays };
  const letter = await letterFor({ desk, row, recipient: user });
  if (letter.kind === 'skip') return { state: 'skipped', reason: letter.reason };

  await transport.sendMail({
    from: sender,
    to: { name: user.name, address: user.email },
    messageId: row.messageId,
    ...letter.mail,
    ...(letter.attachments && { attachments: letter.attachments }),
    headers: {
      // No out-of-office answers, and a list that mail programs can file by.
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
      Precedence: 'bulk',
      'List-Id': `<lianban.${/@([^\s<>@]+)>?$/.exec(sender)?.[1] ?? 'localhost'}>`,
    },
    signal: AbortSignal.timeout(ONE_MAIL_MS),
  });
  return { state: 'sent' };
}

const nowOf = ({ now }: MailDependencies) => (now?.() ?? new Date()).getTime();
