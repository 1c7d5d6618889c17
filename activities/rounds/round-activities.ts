import type { Prisma } from '../../prisma/client.ts';
import { shanghaiDate } from '../../processes/shanghai.ts';
import { calendarFor, isWorkingDay } from '../../processes/working-days.ts';
import type { Storage } from '../../storage.ts';
import { messageIdFor } from '../cases/notifications.ts';
import { certificatesToRenew } from './certificates-to-renew.ts';
import { casesToEscalate, leadersWithOverdueTurns } from './overdue-turns.ts';
import { itemsToldOn } from './items-due.ts';
import { declarationsDue, postsEnding } from './posts-due.ts';
import { sweepLeftovers } from './sweep-leftovers.ts';
import { nearUntil, peopleWithTurnsDue } from './turns-due.ts';

export interface RoundDependencies {
  prisma: Prisma;
  storage: Storage;
  /** Right-hand side of Message-IDs, as for cases. */
  mailDomain: string;
  /** Working days left that count as near (policy `dailyRound.nearWorkingDays`). */
  nearWorkingDays: number;
  /** Days before a certificate ends at which its holder is reminded (policy, e.g. 90 and 30). */
  renewalDaysBefore: readonly number[];
}

/** A page in the order of a key: what comes after `after`, at most `size`. */
export interface Page {
  after: string;
  size: number;
}

export interface PageDone {
  /** Mails queued now; those of an earlier attempt are not counted again. */
  queued: number;
  /** Where the next page starts; null after the last. */
  next: string | null;
}

/** The round's steps. `atMs` is the instant the whole round speaks of; `date` its day in Shanghai. Each is safe to run twice. */
export function createRoundActivities({
  prisma,
  storage,
  mailDomain,
  nearWorkingDays,
  renewalDaysBefore,
}: RoundDependencies) {
  const calendar = async () => calendarFor(await prisma.calendarYear.findMany());

  /** One mail a key, whatever is retried. */
  async function queue(
    rows: {
      key: string;
      kind: string;
      recipientId: string;
      caseId?: string;
      assignmentId?: string;
      facts: Record<string, string | number>;
    }[],
  ) {
    const { count } = await prisma.notification.createMany({
      data: rows.map((row) => ({ ...row, messageId: messageIdFor(row.key, mailDomain) })),
      skipDuplicates: true,
    });
    return count;
  }

  return {
    async openRound({ atMs }: { atMs: number }): Promise<{ date: string; working: boolean }> {
      const date = shanghaiDate(atMs);
      return { date, working: isWorkingDay(date, await calendar()) };
    },

    /** One digest a person and day for those with a turn due, near or overdue. What it says is read when it is sent. */
    async queueDigests({ date, atMs, after, size }: Page & { date: string; atMs: number }): Promise<PageDone> {
      const until = nearUntil(atMs, nearWorkingDays, await calendar());
      const people = await peopleWithTurnsDue(prisma, { until, nowMs: atMs, after, size });
      // Whoever has both turns and items has one digest: its key is the same.
      const told = after === '' ? await itemsToldOn(prisma, { date, calendar: await calendar() }) : [];
      const queued = await queue(
        [...new Set([...people, ...told.map(({ userId }) => userId)])].map((recipientId) => ({
          key: `digest:${date}:${recipientId}`,
          kind: 'daily-digest',
          recipientId,
          facts: { date },
        })),
      );
      return { queued, next: nextOf(people, size) };
    },

    /** One mail a leader and day about everything overdue in their units. */
    async queueEscalations({ date, atMs, after, size }: Page & { date: string; atMs: number }): Promise<PageDone> {
      const leaders = await leadersWithOverdueTurns(prisma, { nowMs: atMs, after, size });
      const queued = await queue(
        leaders.map((recipientId) => ({
          key: `escalation:${date}:${recipientId}`,
          kind: 'overdue-escalation',
          recipientId,
          facts: { date },
        })),
      );
      return { queued, next: nextOf(leaders, size) };
    },

    /** A reminder a certificate and threshold. A round missed on the very day reminds on the next. */
    async queueRenewalReminders({ date, after, size }: Page & { date: string }): Promise<PageDone> {
      const certificates = await certificatesToRenew(prisma, { date, daysBefore: renewalDaysBefore, after, size });
      const queued = await queue(
        certificates.map(({ number, caseId, teacherId, days }) => ({
          key: `certificate-expiring:${number}:${days}`,
          kind: 'certificate-expiring',
          recipientId: teacherId,
          caseId,
          facts: { days },
        })),
      );
      return {
        queued,
        next: nextOf(
          certificates.map(({ number }) => number),
          size,
        ),
      };
    },

    /** A reminder an income declaration and threshold, e.g. 30 and 7 days before it is due. */
    async queueDeclarationReminders({
      date,
      atMs,
      after,
      size,
    }: Page & { date: string; atMs: number }): Promise<PageDone> {
      const due = await declarationsDue(prisma, { date, atMs, after, size });
      const queued = await queue(
        due
          .filter(({ days }) => days > 0)
          .map(({ id, caseId, userId, days }) => ({
            ...{ key: `declaration-due:${id}:${days}`, kind: 'declaration-due', recipientId: userId },
            ...{ caseId, assignmentId: id, facts: { days } },
          })),
      );
      return { queued, next: nextOf(idsOf(due), size) };
    },

    /** A reminder a post and threshold before its last day, unless something continues it. */
    async queuePostReminders({ date, after, size }: Page & { date: string }): Promise<PageDone> {
      const ending = await postsEnding(prisma, { date, after, size });
      const queued = await queue(
        ending
          .filter(({ days }) => days > 0)
          .map(({ caseId, userId, endsOn, days }) => ({
            ...{ key: `engagement-ending:${caseId}:${endsOn}:${days}`, kind: 'engagement-ending', recipientId: userId },
            ...{ caseId, facts: { days } },
          })),
      );
      return { queued, next: nextOf(idsOf(ending), size) };
    },

    /** Running cases with overdue turns that are not on their timeline yet: a page, ids only. */
    overdueCases: ({ atMs, size }: { atMs: number; size: number }) => casesToEscalate(prisma, { nowMs: atMs, size }),

    async markEscalated({ assignmentIds, date }: { assignmentIds: string[]; date: string }): Promise<void> {
      await prisma.assignment.updateMany({
        where: { id: { in: assignmentIds }, escalatedOn: null },
        data: { escalatedOn: date },
      });
    },

    /** Removes what nobody needs any more; numbers only. */
    sweep: ({ atMs }: { atMs: number }) => sweepLeftovers({ prisma, storage, atMs }),
  };
}

const idsOf = (rows: readonly { id: string }[]) => rows.map(({ id }) => id);

const nextOf = (keys: string[], size: number): string | null => (keys.length < size ? null : (keys.at(-1) ?? null));
