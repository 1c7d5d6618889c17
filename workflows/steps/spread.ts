import type { CaseInput } from '../messages.ts';

/**
 * Delays a case's own timer by a share of the cap that depends only on its id, so that midnight never wakes ten thousand cases
 * at once: at most `rules.spreadMs` (an hour), and never more than a twentieth of the wait.
 */
export function spread(waitMs: number, { caseId, rules }: Pick<CaseInput, 'caseId' | 'rules'>): number {
  if (waitMs <= 0) return 0;
  return Math.ceil(waitMs + share(caseId) * Math.min(rules.spreadMs, waitMs / 20));
}

/** FNV-1a of the id, as a number in [0, 1). */
function share(caseId: string): number {
  let hash = 0x811c9dc5;
  for (const character of caseId) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return (hash >>> 0) / 0x1_0000_0000;
}
