/** Timeline rows: numbered, chained by hash, with the opinions they make final. */
import { eventHash, sha256 } from '../../prisma/event-chain.ts';
import type { Change } from './transition.ts';
import { caseHead, type Writing } from './writing.ts';

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

/** Last of all: the case may only have been opened in this transition. */
export function completeEvents(writing: Writing): void {
  const head = caseHead(writing);
  for (const [index, event] of writing.events.entries()) {
    const body = event.remarkId === null ? undefined : writing.remarks[event.remarkId];
    event.sequence = head.sequence + 1;
    event.at = microsecondTime(writing.at, index);
    event.prevHash = head.lastHash;
    event.remarkHash = body === undefined ? null : sha256(body);
    event.hash = eventHash(event);
    head.sequence = event.sequence;
    head.lastHash = event.hash;
  }
}

/** The transition's time, taken once, with the row's place in it as microseconds: text that never changes by a round trip. */
const microsecondTime = (at: Date, index: number): string =>
  at.toISOString().replace(/Z$/, `${String(index).padStart(3, '0')}Z`);
