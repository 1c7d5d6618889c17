import { createHash, randomBytes } from 'node:crypto';
import type { Prisma } from '../../prisma/client.ts';
import { DAY_MS } from '../../processes/shanghai.ts';

/** A link outlives its deadline by two weeks: an overdue turn still has to be taken. It ends at once when the turn moves on. */
const GRACE_DAYS = 14;

interface LinkFor {
  assignment: { id: string; round: number; dueAt: Date | null };
  userId: string;
  publicUrl: string;
  nowMs: number;
}

/**
 * A new personal link to a turn. The token has 256 random bits and exists in the mail alone: the row keeps its SHA-256 (hex, of the
 * token's text), bound to person, assignment and round.
 */
export async function personalLink(prisma: Prisma, { assignment, userId, publicUrl, nowMs }: LinkFor): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  const expiresAt = new Date(Math.max(assignment.dueAt?.getTime() ?? 0, nowMs) + GRACE_DAYS * DAY_MS);
  await prisma.actionLink.create({
    data: { tokenHash: tokenHash(token), assignmentId: assignment.id, userId, round: assignment.round, expiresAt },
    select: { tokenHash: true },
  });
  return `${publicUrl}/act/${token}`;
}

export const tokenHash = (token: string): string => createHash('sha256').update(token).digest('hex');
