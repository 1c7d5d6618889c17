/** Open turns of a meeting that are the asker's to take. */
import type { Purpose } from '../../processes/case.ts';
import type { Asker } from '../asker.ts';
import { Problem } from '../problems.ts';
import { standingOn } from '../standing.ts';
import type { MeetingRecord } from './sight.ts';

type Turn = MeetingRecord['file']['assignments'][number];

export const myTurns = (asker: Asker, { file }: MeetingRecord): Turn[] =>
  file.assignments.filter((turn) => turn.state === 'open' && standingOn(asker, turn) !== null);

/** Throws NotOpen where nobody has such a turn, NotYours where somebody else has it. */
export function mustHaveTurn(asker: Asker, meeting: MeetingRecord, purpose: Purpose, unitId?: string): Turn {
  const wanted = (turn: Turn) => turn.purpose === purpose && (unitId === undefined || unitOf(turn) === unitId);
  const mine = myTurns(asker, meeting).find(wanted);
  if (mine) return mine;
  const somebody = meeting.file.assignments.some((turn) => turn.state === 'open' && wanted(turn));
  throw new Problem(somebody ? 'NotYours' : 'NotOpen');
}

/** For which unit the turn is taken: kept when it changes hands. */
export const unitOf = ({ subjectId, unitId }: Turn): string | null => subjectId ?? unitId;
