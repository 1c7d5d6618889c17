/** The outbox as a queue in Postgres: rows are claimed with a lease, so that two senders never hold the same one. */
import type { Prisma } from '../../prisma/client.ts';

export interface OutboxRow {
  id: string;
  kind: string;
  caseId: string | null;
  stage: string | null;
  round: number | null;
  assignmentId: string | null;
  recipientId: string;
  facts: Record<string, unknown>;
  messageId: string;
  /** This attempt's number, from 1. */
  attempts: number;
  createdAt: Date;
}

/** Longer than one mail may take (60 s): a row whose sender died comes due again after this. */
const LEASE_SECONDS = 120;

/** Takes up to `limit` due rows, the longest waiting first. */
export const claimDueMail = (prisma: Prisma, limit: number): Promise<OutboxRow[]> => prisma.$queryRaw<OutboxRow[]>`
  UPDATE notification SET state = 'sending', attempts = attempts + 1, next_attempt_at = now() + make_interval(secs => ${LEASE_SECONDS})
  WHERE id IN (
    SELECT id FROM notification WHERE state IN ('pending', 'sending') AND next_attempt_at <= now()
    ORDER BY next_attempt_at LIMIT ${limit} FOR UPDATE SKIP LOCKED)
  RETURNING id, kind, case_id AS "caseId", stage, round, assignment_id AS "assignmentId", recipient_id AS "recipientId",
    facts, message_id AS "messageId", attempts, created_at AS "createdAt"`;

export type Mark =
  | { state: 'sent' }
  | { state: 'skipped'; reason: string }
  | { state: 'failed'; reason: string }
  | { state: 'pending'; reason: string; waitMs: number };

/** Writes what became of a claimed row, unless its lease ran out and somebody else holds it by now. */
export async function markMail(prisma: Prisma, { id, attempts }: OutboxRow, mark: Mark): Promise<void> {
  const lastError = 'reason' in mark ? mark.reason.slice(0, 200) : null;
  const waitSeconds = mark.state === 'pending' ? mark.waitMs / 1000 : 0;
  await prisma.$executeRaw`
    UPDATE notification SET state = ${mark.state}, last_error = ${lastError},
      sent_at = CASE WHEN ${mark.state} = 'sent' THEN now() END,
      next_attempt_at = now() + make_interval(secs => ${waitSeconds})
    WHERE id = ${id} AND state = 'sending' AND attempts = ${attempts}`;
}
