/** By what right somebody takes a turn: as the named person, as holder of the role, or as substitute of such a person (乙 代 甲). */
import type { Actor, Holder, Purpose } from '../processes/case.ts';
import type { Asker, Membership } from './asker.ts';
import { holderOf } from './directory.ts';

export interface TurnRow {
  process: string;
  purpose: string;
  unitId: string | null;
  role: string | null;
  personId: string | null;
  excludedId: string | null;
}

export interface Standing {
  as: Holder;
  /** The principal, for a substitute. */
  onBehalfOf?: string;
}

/** Turns that only the person themself takes. */
const PERSONAL: readonly Purpose[] = ['vote', 'score', 'correct'];

/** Null when the turn is not theirs; the submitter never has one but the correction, not even through a substitute. */
export function standingOn(asker: Asker, turn: TurnRow): Standing | null {
  if (turn.excludedId === asker.id) return null;
  const as = holderOf(turn);
  if (holds(as, asker.id, asker.memberships)) return { as };
  if (PERSONAL.includes(turn.purpose as Purpose)) return null;
  const principal = asker.standIns.find(
    ({ principalId, processes, memberships }) =>
      (processes.length === 0 || processes.includes(turn.process)) &&
      principalId !== turn.excludedId &&
      holds(as, principalId, memberships),
  );
  return principal ? { as, onBehalfOf: principal.principalId } : null;
}

const holds = (holder: Holder, userId: string, memberships: readonly Membership[]): boolean =>
  holder.kind === 'person'
    ? holder.userId === userId
    : memberships.some(({ unitId, role }) => unitId === holder.unitId && role === holder.role);

export const actorOf = (asker: Pick<Asker, 'id'>, { as, onBehalfOf }: Standing, via: Actor['via']): Actor => ({
  userId: asker.id,
  as,
  via,
  ...(onBehalfOf !== undefined && { onBehalfOf }),
});
