import type { Purpose } from './case.ts';

/** Turns on the applicant's side: theirs to take although the case is their own. */
export const isOwnTurn = (purpose: Purpose): boolean => OWN.includes(purpose);

const OWN: readonly Purpose[] = ['correct', 'report', 'rectify', 'declare', 'set-agenda', 'write-minutes'];
