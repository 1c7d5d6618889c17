/** `Idempotency-Key`: the same key and request give the same answer, another request under the same key is refused. */
import { createHash, randomUUID } from 'node:crypto';
import type { Prisma } from '../prisma/client.ts';
import { Problem } from './problems.ts';

const KEY = /^[\x21-\x7e]{1,200}$/;

export interface Answer {
  status: number;
  body: unknown;
}

interface Keyed {
  prisma: Prisma;
  /** Whose key: a user id, or what a public route belongs to. */
  owner: string;
  key: string;
  /** Method, address and body: what must be the same. */
  request: unknown;
}

/**
 * Runs `act` once a key. `caseId` stays the same when a crashed or timed-out attempt is repeated, so that a submission starts one case.
 * A refusal frees the key: the next attempt may be different. A fault keeps it.
 */
export async function once(
  { prisma, owner, key, request }: Keyed,
  act: (caseId: string) => Promise<Answer>,
): Promise<Answer> {
  if (!KEY.test(key))
    throw new Problem('BadRequest', {
      errors: [{ path: 'Idempotency-Key', message: { zh: '须为 1–200 个可见字符', en: '1–200 visible characters' } }],
    });
  const requestHash = createHash('sha256').update(JSON.stringify(request)).digest('hex');
  const row = { userId: owner, key };
  await prisma.idempotencyKey.createMany({ data: { ...row, requestHash, caseId: randomUUID() }, skipDuplicates: true });
  const kept = await prisma.idempotencyKey.findUniqueOrThrow({ where: { userId_key: row } });
  if (kept.requestHash !== requestHash) throw new Problem('KeyReused');
  if (kept.status !== null) return { status: kept.status, body: kept.body };
  if (kept.caseId === null) throw new Error('idempotency key without a case id');
  try {
    const answer = await act(kept.caseId);
    await prisma.idempotencyKey.update({
      where: { userId_key: row },
      data: { status: answer.status, body: answer.body as object },
    });
    return answer;
  } catch (error) {
    if (error instanceof Problem && error.status < 500)
      await prisma.idempotencyKey.deleteMany({ where: { ...row, status: null } });
    throw error;
  }
}
