/**
 * A running case: who has the turn, what was said to it, and what is still to be written.
 * Steps push changes and call `turn()`; `turn()` writes everything in one transaction, answers the people whose messages
 * caused it, and waits for the next message. So one decision is one Update, one local activity and one workflow task.
 */
import type {
  Change,
  EventKind,
  Facts,
  TransitionResult,
  TurnAgain,
  VisitKey,
} from '../../activities/cases/transition.ts';
import type { Term } from '../../activities/engagements/requests.ts';
import { visitKey } from '../../processes/case.ts';
import type {
  Actor,
  CaseOutcome,
  CaseState,
  Holder,
  Purpose,
  Stage,
  StageKind,
  StageState,
} from '../../processes/case.ts';
import type { DeadlineRule } from '../../processes/working-days.ts';
import type { CaseInput, Decision, ItemMessage, PostMessage, Said } from '../messages.ts';
import { carryOut } from './acts.ts';
import { AssignmentBook, type BookSnapshot, type Turn as Assignment } from './assignment-book.ts';
import type { EngagementRecord } from './engagement-record.ts';
import { MessageQueue, type Answered } from './message-queue.ts';
import type { OwnWays } from './own-ways.ts';
import { recordTransition } from './proxies.ts';
import { refusalOf } from './refusals.ts';
import { spread } from './spread.ts';
import type { ItemRecord } from './action-item.ts';
import { untilDone } from './until-done.ts';

/** What a step learns when it waits. */
export type Turn =
  | { kind: 'decided'; assignment: Assignment; decision: Decision }
  | { kind: 'resubmitted' }
  | { kind: 'objection'; objectionId: string }
  | { kind: 'revocation-proposed'; said: Said }
  | { kind: 'document-ready' }
  | { kind: 'item'; message: ItemMessage }
  | { kind: 'post'; message: PostMessage }
  /** The instant the step sleeps for has come. */
  | { kind: 'due' }
  /** Withdrawn or terminated: everything open is already closed. */
  | { kind: 'ended'; outcome: CaseOutcome };

/** A case between two runs: plain JSON. */
export interface CaseSnapshot {
  phase: Phase;
  sequence: number;
  transitions: number;
  rounds: Record<string, number>;
  visit?: VisitKey;
  dueAtMs: Record<string, number>;
  lastUrgedMs?: number;
  returnedToApplicant: number;
  answered: Answered;
  book: BookSnapshot;
  engagement?: EngagementRecord;
  item?: ItemRecord;
}

/** Who comes late learns for so many turns who was first. */
const CLOSED_TURNS_KEPT = 20;

/** Open: stages run. In force: approved, and what was granted still lives. */
export type Phase = 'open' | 'in-force' | 'closed';

export class CaseFile {
  readonly book = new AssignmentBook();
  readonly messages: MessageQueue;
  phase: Phase = 'open';
  sequence = 0;
  /** The notice objections can be filed against. */
  noticeOpen = false;
  lastUrgedMs?: number;
  /** What the process itself adds to what every case does with a message. */
  own?: OwnWays;
  /** How often the case went back to its applicant. */
  returnedToApplicant = 0;

  /** An action item on its way to a new run. */
  item?: ItemRecord;

  /** The post in force, and its terms as the register answered. */
  engagement?: EngagementRecord;
  registered?: Term;

  private changes: Change[] = [];
  private transitions = 0;
  private rounds: Record<string, number> = {};
  private dueAtMs: Record<string, number> = {};
  private visit?: VisitKey;
  constructor(readonly input: CaseInput) {
    const { resumes } = input;
    const receipt = () => ({ caseId: input.caseId, sequence: this.sequence });
    this.messages = new MessageQueue(receipt, resumes?.answered);
    if (!resumes) return;
    const { book, answered: _, ...rest } = resumes;
    Object.assign(this, rest);
    this.book.restore(book);
  }

  /** Everything the next run has to know. To be taken when all is written and nobody waits. */
  snapshot(): CaseSnapshot {
    const { phase, sequence, transitions, rounds, visit, lastUrgedMs, returnedToApplicant, engagement, item } = this;
    const awaited = new Set([
      ...this.book.pending().map(({ id }) => id),
      ...(visit ? [visitKey(visit)] : []),
      ...(this.own?.awaits?.() ?? []),
    ]);
    const stillDue = ([key]: [string, number]) => awaited.has(key);
    return {
      ...{ phase, sequence, transitions, rounds, lastUrgedMs, returnedToApplicant, engagement, item, visit },
      dueAtMs: Object.fromEntries(Object.entries(this.dueAtMs).filter(stillDue)),
      answered: this.messages.lastAnswers(),
      book: this.book.snapshot(CLOSED_TURNS_KEPT),
    };
  }

  // ── What steps do ───────────────────────────────────────────────────────

  stage<K extends StageKind>(slug: string, kind: K): Extract<Stage, { kind: K }> {
    const stage = this.input.rules.stages.find((each) => each.slug === slug);
    // A plain error: the task fails and waits for a deployment that mends it, the case does not.
    if (stage?.kind !== kind) throw new Error(`the case's rules have no ${kind} "${slug}"`);
    return stage as Extract<Stage, { kind: K }>;
  }

  /**
   * Opens a stay in a stage. `resumes`: the clock of the previous round runs on instead of starting anew. `period`: another one than the
   * stage's own deadline, counted from an earlier instant where it says so.
   */
  enter(stage: Stage, state: CaseState, resumes?: number, period?: { rule: DeadlineRule; from?: number }): VisitKey {
    const round = (this.rounds[stage.slug] ?? 0) + 1;
    this.rounds[stage.slug] = round;
    this.visit = { stage: stage.slug, round };
    this.push({ kind: 'open-visit', ...this.visit, rule: stage.deadline, ...(resumes && { resumes }), ...period });
    this.push({ kind: 'move-case', state, stage: stage.slug });
    this.event('stage-opened', { ...this.visit });
    return this.visit;
  }

  leave(visit: VisitKey, state: StageState, result?: Facts): void {
    this.push({ kind: 'close-visit', ...visit, state, ...(result && { result }) });
    if (this.visit && visitKey(this.visit) === visitKey(visit)) this.visit = undefined;
  }

  assign(
    visit: VisitKey,
    to: {
      purpose: Purpose;
      holder: Holder;
      due?: DeadlineRule;
      /** The due date counts from this earlier instant (ms). */
      from?: number;
      parentId?: string;
      subjectId?: string;
      sealed?: boolean;
      signers?: string[];
      amount?: Assignment['amount'];
      carried?: Assignment['carried'];
    },
    /** Why the turn opens once more, told instead of the plain mail. */
    again?: { notification: TurnAgain; facts: Facts },
  ): Assignment {
    const { due, from, signers, amount, carried, ...rest } = to;
    const assignment = this.book.open({
      ...{ id: this.nextAssignmentId(), ...visit, ...rest, signers: signers ?? [] },
      ...(amount && { amount }),
      ...(carried && { carried }),
      ...(due && { due: { rule: due, from: from ?? Date.now() } }),
    });
    this.push({
      kind: 'open-assignment',
      id: assignment.id,
      ...visit,
      ...rest,
      due: due ?? 'visit',
      ...(from !== undefined && { from }),
      ...(this.input.rules.applicantMayDecide && { applicantMayDecide: true }),
    });
    // The applicant learns of a correction by a mail of its own.
    if (to.purpose !== 'correct') {
      this.push({
        ...{ kind: 'notify', notification: 'assignment-opened', ...again },
        ...{ to: { holdersOf: assignment.id }, about: assignment.id, ...visit },
      });
    }
    return assignment;
  }

  /** When a visit (`stage#round`) or an assignment with a deadline of its own is due. */
  dueOf(key: string): number | undefined {
    return this.dueAtMs[key];
  }

  nextAssignmentId(): string {
    return `${this.input.caseId}-${this.book.nextNumber()}`;
  }

  /** Closes what is still open of a visit, e.g. the other units' turns after the quorum is reached. */
  dismiss(visit: VisitKey | undefined, state: 'skipped' | 'cancelled'): void {
    for (const assignment of this.book.pending(visit)) {
      this.book.close(assignment.id, state);
      this.push({ kind: 'close-assignment', id: assignment.id, state });
    }
  }

  event(
    event: EventKind,
    more: { stage?: string; round?: number; actor?: Actor; remarkId?: string; facts?: Facts } = {},
  ): void {
    this.push({ kind: 'event', event, ...more });
  }

  push(change: Change): void {
    this.changes.push(change);
  }

  /** Withdrawal and termination end a case from any stage: everything open is closed here, so that no step has to. */
  endEarly(outcome: CaseOutcome & { kind: 'withdrawn' | 'terminated' | 'lapsed' }, said?: Said): Turn {
    this.dismiss(undefined, 'cancelled');
    this.closeOpenVisit();
    this.event(outcome.kind, said ? { actor: said.actor, remarkId: said.remarkId } : {});
    this.push({ kind: 'move-case', state: outcome.kind, stage: null, closes: true });
    this.push({ kind: 'notify', notification: `case-${outcome.kind}`, to: { applicant: true } });
    this.phase = 'closed';
    return { kind: 'ended', outcome };
  }

  closeOpenVisit(): void {
    if (this.visit) {
      if (this.noticeOpen) this.push({ kind: 'set-notice', ...this.visit, state: 'cancelled' });
      this.leave(this.visit, 'cancelled');
    }
    this.noticeOpen = false;
  }

  /** Writes what was pushed, answers whoever waits for it, then waits for the next message a step has to know of. */
  async turn(sleepsFor?: string | number): Promise<Turn> {
    for (;;) {
      const written = await this.write();
      if (written?.refusal)
        return { kind: 'ended', outcome: { kind: 'not-opened', reason: 'open-application-exists' } };
      await this.own?.rests?.();
      const ticket = await this.messages.next(this.waitMs(sleepsFor));
      if (ticket === undefined) return { kind: 'due' };
      const refusal = refusalOf(this, ticket.heard);
      if (refusal) {
        this.messages.refuse(ticket, refusal);
        continue;
      }
      ticket.state = 'taken';
      const turn = carryOut(this, ticket.heard);
      if (turn) return turn;
    }
  }

  /** One transaction for everything pushed since the last one. It must succeed in the end: nothing is decided twice or lost meanwhile. */
  async write(): Promise<TransitionResult | undefined> {
    const taken = this.messages.taken();
    let result: TransitionResult | undefined;
    if (this.changes.length > 0) {
      const { caseId, process, applicantId, unitId } = this.input;
      const request = {
        caseId,
        process,
        applicantId,
        unitId,
        number: ++this.transitions,
        atMs: Date.now(),
        changes: this.changes.splice(0),
      };
      result = await untilDone(`transition ${request.number}`, () => recordTransition(request));
      this.sequence = result.sequence;
      Object.assign(this.dueAtMs, result.dueAtMs);
      for (const { id, userId } of result.drawn) this.book.seat(id, userId);
    }
    this.messages.written(taken);
    return result;
  }

  /** How long the case sleeps at most; undefined: until something is said. */
  private waitMs(sleepsFor?: string | number): number | undefined {
    const dueAtMs = typeof sleepsFor === 'string' ? this.dueAtMs[sleepsFor] : sleepsFor;
    return dueAtMs === undefined ? undefined : spread(dueAtMs - Date.now(), this.input);
  }
}
