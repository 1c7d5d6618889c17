/** Is a case's timeline whole? Used by the auditor's page and by `npm run audit`. */
import type { Prisma } from './client.ts';
import { eventHash, sha256 } from './event-chain.ts';

export interface ChainReport {
  caseId: string;
  number: string;
  events: number;
  whole: boolean;
  /** First row that does not fit. */
  broken: { sequence: number; why: ChainBreak } | null;
}

export type ChainBreak =
  | 'missing' // the row that should stand here does not
  | 'edited' // its hash is not that of its content
  | 'not-chained' // it does not continue the row before it
  | 'opinion-edited' // the opinion it names has another text than when it was written
  | 'end-missing'; // rows after the last one were deleted

/** Recomputes every hash of a case's timeline; null when there is no such case. An erased opinion (PIPL) is no break: its hash stays. */
export async function checkChain(prisma: Prisma, caseId: string): Promise<ChainReport | null> {
  const found = await prisma.case.findUnique({
    where: { id: caseId },
    include: { events: { orderBy: { sequence: 'asc' } } },
  });
  if (!found) return null;
  const { number, events, sequence, lastHash } = found;
  const remarkIds = events.flatMap(({ remarkId }) => remarkId ?? []);
  const remarks = await prisma.remark.findMany({ where: { id: { in: remarkIds } }, select: { id: true, body: true } });
  const bodies = new Map(remarks.map(({ id, body }) => [id, body]));

  const report = (broken: ChainReport['broken']): ChainReport => ({
    caseId,
    number,
    events: events.length,
    whole: broken === null,
    broken,
  });
  let prevHash = '';
  for (const [index, event] of events.entries()) {
    if (event.sequence !== index + 1) return report({ sequence: index + 1, why: 'missing' });
    if (event.prevHash !== prevHash) return report({ sequence: event.sequence, why: 'not-chained' });
    if (event.hash !== eventHash(event)) return report({ sequence: event.sequence, why: 'edited' });
    const body = event.remarkId === null ? undefined : bodies.get(event.remarkId);
    if (body !== undefined && sha256(body) !== event.remarkHash)
      return report({ sequence: event.sequence, why: 'opinion-edited' });
    prevHash = event.hash;
  }
  if (events.length !== sequence || prevHash !== lastHash)
    return report({ sequence: events.length + 1, why: 'end-missing' });
  return report(null);
}
