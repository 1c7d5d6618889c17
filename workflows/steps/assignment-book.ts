/** Who has which turn in a case: the part of the state that validators look at. */
import type { VisitKey } from '../../activities/cases/transition.ts';
import { visitKey } from '../../processes/case.ts';
import type { AmountLimits, AssignmentState, Holder, Purpose } from '../../processes/case.ts';
import type { DeadlineRule } from '../../processes/working-days.ts';
import type { Decision } from '../messages.ts';

export interface Turn extends VisitKey {
  id: string;
  purpose: Purpose;
  holder: Holder;
  state: AssignmentState;
  /** The turn that waits for this one. */
  parentId?: string;
  /** What the turn is about besides the case, e.g. the objection to investigate; kept when it changes hands. */
  subjectId?: string;
  /** 加签(后): who signs after the holder approved, in order. */
  signers: string[];
  /** The amount an approval has to name, and within what limits. */
  amount?: { field: 'awardedFen' | 'clawedBackFen'; limits: AmountLimits };
  /** What the holder answered whose decision waits for this signature. */
  carried?: Decision['data'];
  /** A deadline of its own, and the instant (ms) it counts from; kept when it changes hands. */
  due?: { rule: DeadlineRule; from: number };
  /** Who closed it, when. */
  decided?: { by: string; atMs: number; verdict?: string };
}

export interface BookSnapshot {
  count: number;
  turns: Turn[];
}

const pendingStates: AssignmentState[] = ['open', 'delegated', 'awaiting-signer'];

export class AssignmentBook {
  private turns = new Map<string, Turn>();
  private count = 0;

  nextNumber(): number {
    return ++this.count;
  }

  open(turn: Omit<Turn, 'state'>): Turn {
    const opened: Turn = { ...turn, state: 'open' };
    this.turns.set(turn.id, opened);
    return opened;
  }

  /** A drawn expert takes the seat that was reserved under this id. */
  seat(id: string, userId: string): void {
    const turn = this.turns.get(id);
    if (turn) turn.holder = { kind: 'person', userId };
  }

  /** Seats the draw could not fill. */
  forget(id: string): void {
    this.turns.delete(id);
  }

  find(id: string): Turn | undefined {
    return this.turns.get(id);
  }

  get(id: string): Turn {
    const turn = this.turns.get(id);
    if (!turn) throw new Error(`no assignment ${id}`);
    return turn;
  }

  close(id: string, state: AssignmentState, decided?: Turn['decided']): Turn {
    const turn = this.get(id);
    turn.state = state;
    if (decided) turn.decided = decided;
    return turn;
  }

  ofVisit(visit: VisitKey): Turn[] {
    return [...this.turns.values()].filter((turn) => visitKey(turn) === visitKey(visit));
  }

  /** For the next run: what is open, and the last of what was closed, so that who comes late learns who was first. */
  snapshot(closedKept: number): BookSnapshot {
    const turns = [...this.turns.values()];
    const closed = turns.filter(({ state }) => !pendingStates.includes(state)).slice(-closedKept);
    return {
      count: this.count,
      turns: turns.filter((turn) => pendingStates.includes(turn.state) || closed.includes(turn)),
    };
  }

  restore({ count, turns }: BookSnapshot): void {
    this.count = count;
    this.turns = new Map(turns.map((turn) => [turn.id, turn]));
  }

  /** Turns not yet closed, of one visit or of all. */
  pending(visit?: VisitKey): Turn[] {
    return [...this.turns.values()].filter(
      (turn) => pendingStates.includes(turn.state) && (visit === undefined || visitKey(turn) === visitKey(visit)),
    );
  }
}
