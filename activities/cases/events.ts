/** Timeline rows: numbered, chained by hash, with the opinions they make final. */
import { eventHash, sha256 } from '../../prisma/event-chain.ts';
import type { Change } from './transition.ts';
import { caseRow, type Writing } from './writing.ts';

export function collectEvent(writing: Writing, change: Extract<Change, { kind: 'event' }>): void {
  const { event, stage, round, actor, remarkId, facts } = change;
  writing.events.push({
    caseId: writing.request.caseId,
    sequence: 0,
    kind: event,
    stage: stage ?? null,
    round: round ?? null,
    actorId: actor?.userId ?? null,
    onBehalfOfId: actor?.onBehalfOf ?? null,
    via: actor?.via ?? null,
    remarkId: remarkId ?? null,
    remarkHash: null,
    facts: facts ?? {},
    at: '',
    prevHash: '',
    hash: '',
  });
}

/** Last of all: the case row may only have been opened in this transition. */
export async function completeEvents(writing: Writing): Promise<void> {
  const row = caseRow(writing);
  const remarkHashes = await finalizeRemarks(writing);
  for (const [index, event] of writing.events.entries()) {
    event.sequence = row.sequence + 1;
    event.at = microsecondTime(writing.at, index);
    event.prevHash = row.lastHash;
    event.remarkHash = (event.remarkId && remarkHashes.get(event.remarkId)) || null;
    event.hash = eventHash(event);
    row.sequence = event.sequence;
    row.lastHash = event.hash;
  }
}

/** Opinions named by a written message become part of the record. */
async function finalizeRemarks({ tx, request, events }: Writing): Promise<Map<string, string>> {
  const named = request.changes.flatMap((change) => ('remarkId' in change && change.remarkId ? [change.remarkId] : []));
  const ids = [...new Set([...named, ...events.flatMap(({ remarkId }) => remarkId ?? [])])];
  if (ids.length === 0) return new Map();
  const remarks = await tx.remark.updateManyAndReturn({ where: { id: { in: ids } }, data: { final: true }, select: { id: true, body: true } });
  return new Map(remarks.map(({ id, body }) => [id, sha256(body)]));
}

/** The transition's time, taken once, with the row's place in it as microseconds: text that never changes by a round trip. */
const microsecondTime = (at: Date, index: number): string =>
  at.toISOString().replace(/Z$/, `${String(index).padStart(3, '0')}Z`);
