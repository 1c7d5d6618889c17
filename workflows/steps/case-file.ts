/**
 * A running case: who has the turn, what was said to it, and what is still to be written.
 * Steps push changes and call `turn()`; `turn()` writes everything in one transaction, answers the people whose messages
 * caused it, and waits for the next message. So one decision is one Update, one local activity and one workflow task.
 */
import { ApplicationFailure, condition, currentUpdateInfo } from '@temporalio/workflow';
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
import type { CaseInput, Decision, ItemMessage, PostMessage, Receipt, Refusal, Said } from '../messages.ts';
import { carryOut } from './acts.ts';
import { AssignmentBook, type BookSnapshot, type Turn as Assignment } from './assignment-book.ts';
import type { EngagementRecord } from './engagement-record.ts';
import type { OwnWays } from './own-ways.ts';
import { recordTransition } from './proxies.ts';
import { refusalOf } from './refusals.ts';
import { spread } from './spread.ts';
import type { ItemRecord } from './action-item.ts';
import { untilDone } from './until-done.ts';
import type { Heard } from './heard.ts';

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

interface Ticket {
  heard: Heard;
  state: 'waiting' | 'taken' | 'written' | 'refused';
  refusal?: Refusal;
}

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
  answered: [string, Receipt][];
  book: BookSnapshot;
  engagement?: EngagementRecord;
  item?: ItemRecord;
}

/** Repetitions come within minutes, late colleagues within days. */
const ANSWERS_KEPT = 50;
const CLOSED_TURNS_KEPT = 20;

/** Open: stages run. In force: approved, and what was granted still lives. */
export type Phase = 'open' | 'in-force' | 'closed';

export class CaseFile {
  readonly book = new AssignmentBook();
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

  /** Called whenever everything is written, before the case waits: a long life may go on in a new run there. */
  rests?: () => Promise<void>;

  private changes: Change[] = [];
  private tickets: Ticket[] = [];
  private transitions = 0;
  private rounds: Record<string, number> = {};
  private dueAtMs: Record<string, number> = {};
  private visit?: VisitKey;
  /** Receipts by update id: a repeated message has the same answer in a later run too. */
  private answered: [string, Receipt][] = [];

  constructor(readonly input: CaseInput) {
    const { resumes } = input;
    if (!resumes) return;
    const { book, ...rest } = resumes;
    Object.assign(this, rest);
    this.book.restore(book);
  }

  // ── What messages do ────────────────────────────────────────────────────

  /** Queues a message and answers when its effects are in the database. */
  async accept(heard: Heard): Promise<Receipt> {
    const before = this.answeredBefore();
    if (before) return before;
    const ticket: Ticket = { heard, state: 'waiting' };
    this.tickets.push(ticket);
    await condition(() => ticket.state === 'written' || ticket.state === 'refused');
    if (ticket.refusal) throw refusalFailure(ticket.refusal);
    const receipt = { caseId: this.input.caseId, sequence: this.sequence };
    const updateId = currentUpdateInfo()?.id;
    if (updateId) this.answered.push([updateId, receipt]);
    return receipt;
  }

  /** What this very update was answered in an earlier run: within one the server knows. */
  answeredBefore(): Receipt | undefined {
    const updateId = currentUpdateInfo()?.id;
    return this.answered.find(([id]) => id === updateId)?.[1];
  }

  /** A message is waiting for its turn. */
  hasHeard(): boolean {
    return this.tickets.some(({ state }) => state === 'waiting');
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
      answered: this.answered.slice(-ANSWERS_KEPT),
      book: this.book.snapshot(CLOSED_TURNS_KEPT),
    };
  }

  /** A message nobody waits for. */
  post(heard: Heard): void {
    this.tickets.push({ heard, state: 'waiting' });
  }

  /** Somebody's decision on this assignment is accepted but not yet written: two in the same instant, the first wins. */
  decisionUnderWay(assignmentId: string): Decision | undefined {
    for (const { heard, state } of this.tickets) {
      if (state === 'waiting' && heard.kind === 'decide' && heard.message.assignmentId === assignmentId)
        return heard.message;
    }
    return undefined;
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
      await this.rests?.();
      const ticket = await this.nextTicket(sleepsFor);
      if (ticket === undefined) return { kind: 'due' };
      const refusal = refusalOf(this, ticket.heard);
      if (refusal) {
        ticket.state = 'refused';
        ticket.refusal = refusal;
        this.tickets.shift();
        continue;
      }
      ticket.state = 'taken';
      const turn = carryOut(this, ticket.heard);
      if (turn) return turn;
    }
  }

  /** After the last transition: whoever still waits is told that the case is closed. */
  refuseTheRest(): void {
    for (const ticket of this.tickets.splice(0)) {
      ticket.state = 'refused';
      ticket.refusal = { code: 'CaseClosed' };
    }
  }

  /** One transaction for everything pushed since the last one. It must succeed in the end: nothing is decided twice or lost meanwhile. */
  async write(): Promise<TransitionResult | undefined> {
    const taken = this.tickets.filter(({ state }) => state === 'taken');
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
    for (const ticket of taken) ticket.state = 'written';
    this.tickets = this.tickets.filter(({ state }) => state === 'waiting');
    return result;
  }

  private async nextTicket(sleepsFor?: string | number): Promise<Ticket | undefined> {
    const heard = () => this.tickets.some(({ state }) => state === 'waiting');
    const dueAtMs = typeof sleepsFor === 'string' ? this.dueAtMs[sleepsFor] : sleepsFor;
    if (dueAtMs === undefined) {
      await condition(heard);
    } else {
      const waitMs = spread(dueAtMs - Date.now(), this.input);
      if (waitMs > 0) await condition(heard, waitMs);
    }
    return this.tickets.find(({ state }) => state === 'waiting');
  }
}

/** A refusal as the caller sees it: type = its code, details = itself (style.md R4). */
export function refusalFailure(refusal: Refusal): ApplicationFailure {
  return ApplicationFailure.create({
    type: refusal.code,
    message: refusal.code,
    nonRetryable: true,
    details: [refusal],
  });
}
