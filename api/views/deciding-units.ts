/** Which unit a decision speaks for, also where the turn was claimed or changed hands on the way. */
import type { CaseRules, Holder, Purpose, Stage } from '../../processes/case.ts';
import { stagesOf } from './case-record.ts';

export interface DecidedTurn {
  id: string;
  stage: string;
  round: number;
  purpose: string;
  unitId: string | null;
  parentId: string | null;
  decidedById: string | null;
  closedAt: Date | null;
}

/** Facts of the case's `transferred` events. */
export interface HandedOn {
  assignmentId: string;
  successorId: string;
}

/** Who was asked as a person answers for themself, not for a unit. */
export const isPersonal = (purpose: Purpose): boolean => PERSONAL.includes(purpose);
const PERSONAL: readonly Purpose[] = ['vote', 'score', 'consult', 'sign-after', 'correct'];

/** Id of the unit by assignment id; a turn that speaks for no unit is absent. `turns`: every turn of the case. */
export function decidingUnits(rules: CaseRules, turns: DecidedTurn[], transfers: HandedOn[]): Map<string, string> {
  const before = new Map(transfers.map(({ assignmentId, successorId }) => [successorId, assignmentId]));
  const byId = new Map(turns.map((turn) => [turn.id, turn]));
  const origin = (turn: DecidedTurn): DecidedTurn => {
    const earlier = byId.get(before.get(turn.id) ?? '');
    return earlier ? origin(earlier) : turn;
  };
  return new Map(
    turns.flatMap((turn): [string, string][] => {
      if (isPersonal(turn.purpose as Purpose)) return [];
      const first = origin(turn);
      const stage = stagesOf(rules).find(({ slug }) => slug === turn.stage);
      const unitId = first.unitId ?? unitIn(stage, first, turns);
      return unitId === undefined ? [] : [[turn.id, unitId]];
    }),
  );
}

/** A claimed turn is a person's; whose it was the rules say. */
function unitIn(stage: Stage | undefined, turn: DecidedTurn, turns: DecidedTurn[]): string | undefined {
  if (stage?.kind === 'countersign') {
    if (turn.purpose === 'coordinate') return unitOf(stage.lead);
    // One turn a unit, opened in the stage's order before any other.
    const opened = turns
      .filter(({ stage, round, purpose, parentId }) => {
        return stage === turn.stage && round === turn.round && purpose === turn.purpose && parentId === null;
      })
      .toSorted((a, b) => numberOf(a) - numberOf(b));
    return unitOf(stage.units[opened.indexOf(turn)]?.holder);
  }
  return stage?.kind === 'review' ? unitOf(stage.holder) : undefined;
}

const unitOf = (holder: Holder | undefined): string | undefined =>
  holder?.kind === 'role' ? holder.unitId : undefined;

/** Turns are numbered as the case opened them: `<case>-12`. */
const numberOf = ({ id }: DecidedTurn): number => Number(id.slice(id.lastIndexOf('-') + 1));
