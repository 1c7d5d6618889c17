/** What was said to a case and waits for its turn: each message is answered when its effects are in the database. */
import { ApplicationFailure, condition, currentUpdateInfo } from '@temporalio/workflow';
import type { Decision, Receipt, Refusal } from '../messages.ts';
import type { Heard } from './heard.ts';

interface Ticket {
  heard: Heard;
  state: 'waiting' | 'taken' | 'written' | 'refused';
  refusal?: Refusal;
}

/** Receipts by update id. */
export type Answered = [updateId: string, Receipt][];

/** Repetitions come within minutes. */
const ANSWERS_KEPT = 50;

export class MessageQueue {
  private tickets: Ticket[] = [];

  /** `answered`: by earlier runs; a repeated message has the same answer in a later one too. */
  constructor(
    private readonly receipt: () => Receipt,
    private readonly answered: Answered = [],
  ) {}

  /** Queues a message and answers when its effects are in the database. */
  async accept(heard: Heard): Promise<Receipt> {
    const before = this.answeredBefore();
    if (before) return before;
    const ticket: Ticket = { heard, state: 'waiting' };
    this.tickets.push(ticket);
    await condition(() => ticket.state === 'written' || ticket.state === 'refused');
    if (ticket.refusal) throw refusalFailure(ticket.refusal);
    const receipt = this.receipt();
    const updateId = currentUpdateInfo()?.id;
    if (updateId) this.answered.push([updateId, receipt]);
    return receipt;
  }

  /** What this very update was answered in an earlier run: within one the server knows. */
  answeredBefore(): Receipt | undefined {
    const updateId = currentUpdateInfo()?.id;
    return this.answered.find(([id]) => id === updateId)?.[1];
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

  /** A message is waiting for its turn. */
  hasHeard(): boolean {
    return this.tickets.some(({ state }) => state === 'waiting');
  }

  /** The next message; undefined when none came within `waitMs` (for ever where it is left out). */
  async next(waitMs?: number): Promise<Ticket | undefined> {
    const heard = () => this.hasHeard();
    if (waitMs === undefined) await condition(heard);
    else if (waitMs > 0) await condition(heard, waitMs);
    return this.tickets.find(({ state }) => state === 'waiting');
  }

  refuse(ticket: Ticket, refusal: Refusal): void {
    ticket.state = 'refused';
    ticket.refusal = refusal;
    this.tickets.splice(this.tickets.indexOf(ticket), 1);
  }

  /** Those being acted on, whose effects the next transition writes. */
  taken(): Ticket[] {
    return this.tickets.filter(({ state }) => state === 'taken');
  }

  /** Whoever sent them is answered. */
  written(taken: Ticket[]): void {
    for (const ticket of taken) ticket.state = 'written';
    this.tickets = this.tickets.filter(({ state }) => state === 'waiting');
  }

  /** After the last transition: whoever still waits is told that the case is closed. */
  refuseTheRest(): void {
    for (const ticket of this.tickets.splice(0)) {
      ticket.state = 'refused';
      ticket.refusal = { code: 'CaseClosed' };
    }
  }

  /** For the next run. */
  lastAnswers(): Answered {
    return this.answered.slice(-ANSWERS_KEPT);
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
