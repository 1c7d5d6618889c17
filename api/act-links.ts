/** Mailed links: found by the hash of their token, good for one person, one turn, one round, one decision. */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Prisma } from '../prisma/client.ts';
import { Problem } from './problems.ts';

/** Time between the press of the button and the decision it sends. */
const NONCE_MS = 2 * 60_000;

export const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');

export interface ActLink {
  tokenHash: string;
  assignmentId: string;
  userId: string;
  round: number;
  expiresAt: Date;
  usedAt: Date | null;
  nonceHash: string | null;
  nonceExpiresAt: Date | null;
}

/** Throws NotFound: an unknown token tells nothing. */
export async function findLink(prisma: Prisma, token: string): Promise<ActLink> {
  const link = await prisma.actionLink.findUnique({ where: { tokenHash: hashOf(token) } });
  if (!link) throw new Problem('NotFound');
  return link;
}

/** A fresh nonce replaces the one before: only the page that asked last may decide. */
export async function issueNonce(prisma: Prisma, { tokenHash }: ActLink): Promise<{ nonce: string; expiresAt: Date }> {
  const nonce = randomBytes(24).toString('base64url');
  const expiresAt = new Date(Date.now() + NONCE_MS);
  await prisma.actionLink.update({
    where: { tokenHash },
    data: { nonceHash: hashOf(nonce), nonceExpiresAt: expiresAt },
    select: { tokenHash: true },
  });
  return { nonce, expiresAt };
}

/** Takes the nonce away in the same statement that checks it: of two posts with one nonce, one passes. */
export async function useNonce(prisma: Prisma, link: ActLink, nonce: string): Promise<void> {
  const given = Buffer.from(hashOf(nonce));
  const kept = Buffer.from(link.nonceHash ?? '');
  if (given.length !== kept.length || !timingSafeEqual(given, kept)) throw new Problem('NonceInvalid');
  const { count } = await prisma.actionLink.updateMany({
    where: { tokenHash: link.tokenHash, nonceHash: link.nonceHash, nonceExpiresAt: { gt: new Date() } },
    data: { nonceHash: null, nonceExpiresAt: null },
  });
  if (count === 0) throw new Problem('NonceInvalid');
}
