/** What a case refused, as a Problem with as much as the asker may know. */
import type { Prisma } from '../prisma/client.ts';
import type { Verdict } from '../processes/case.ts';
import type { Refusal } from '../workflows/messages.ts';
import { Refused } from './case-messages.ts';
import type { Directory } from './directory.ts';
import { instant } from './instant.ts';
import { alreadyDecided, problemOfRefusal } from './problems.ts';
import type { Decided } from './problems.ts';

interface Reading {
  prisma: Prisma;
  directory: Directory;
}

/** `assignmentId`: the turn the message was about; the asker has already been let through the door of its case. */
export async function orRefusal<T>(reading: Reading, assignmentId: string | null, act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    throw await problemFor(reading, error.refusal, assignmentId);
  }
}

async function problemFor(reading: Reading, refusal: Refusal, assignmentId: string | null) {
  if (refusal.code === 'AlreadyDecided') {
    return problemOfRefusal(refusal, await decidedBy(reading, refusal));
  }
  // A case that has ended answers no more; the record still knows who decided this turn.
  if (refusal.code === 'CaseClosed' && assignmentId !== null) {
    const decided = await readDecided(reading, assignmentId);
    if (decided) return alreadyDecided(decided);
  }
  return problemOfRefusal(refusal);
}

async function decidedBy(
  { directory }: Reading,
  { by, atMs, verdict }: Extract<Refusal, { code: 'AlreadyDecided' }>,
): Promise<Decided> {
  const people = await directory.people([by]);
  return { by: people.name(by), at: instant(new Date(atMs)), verdict: verdict as Verdict | undefined };
}

/** Who closed a turn by deciding it; null for an open turn, or one that was cancelled, skipped or handed on. */
export async function readDecided({ prisma, directory }: Reading, assignmentId: string): Promise<Decided | null> {
  const row = await prisma.assignment.findUnique({ where: { id: assignmentId } });
  if (!row?.closedAt || row.decidedById === null || row.state === 'transferred') return null;
  const people = await directory.people([row.decidedById]);
  // Sealed: that it was cast is no secret, what it says is.
  const verdict = row.sealed ? undefined : (row.answer as { verdict?: Verdict } | null)?.verdict;
  return { by: people.name(row.decidedById), at: instant(row.closedAt), verdict };
}
