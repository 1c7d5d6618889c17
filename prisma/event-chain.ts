/** The hash that chains a case's timeline: pure, used by the transition that writes a row and by the audit that reads it. */
import { createHash } from 'node:crypto';

/** The hashed part of an `event` row. `at` is hashed as the text it is stored as. */
export interface ChainedEvent {
  caseId: string;
  sequence: number;
  kind: string;
  stage: string | null;
  round: number | null;
  actorId: string | null;
  onBehalfOfId: string | null;
  via: string | null;
  remarkId: string | null;
  /** SHA-256 of the opinion's text: the text itself can be erased on request without breaking the chain. */
  remarkHash: string | null;
  facts: unknown;
  at: string;
  prevHash: string;
}

/** SHA-256, hex, over a canonical form: jsonb reorders keys, so they are sorted here. */
export function eventHash(event: ChainedEvent): string {
  const {
    caseId,
    sequence,
    kind,
    stage,
    round,
    actorId,
    onBehalfOfId,
    via,
    remarkId,
    remarkHash,
    facts,
    at,
    prevHash,
  } = event;
  const fields = [
    caseId,
    sequence,
    kind,
    stage,
    round,
    actorId,
    onBehalfOfId,
    via,
    remarkId,
    remarkHash,
    facts,
    at,
    prevHash,
  ];
  return sha256(JSON.stringify(sorted(fields)));
}

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).filter(([, each]) => each !== undefined);
  return Object.fromEntries(entries.toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([key, each]) => [key, sorted(each)]));
}
