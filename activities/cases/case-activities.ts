import { ApplicationFailure } from '@temporalio/common';
import type { Prisma } from '../../prisma/client.ts';
import { calendarFor, type Calendar } from '../../processes/working-days.ts';
import { applyChange } from './apply-change.ts';
import { completeEvents } from './events.ts';
import type { TransitionRequest, TransitionResult } from './transition.ts';
import type { Transaction, Writing } from './writing.ts';

export interface CaseDependencies {
  prisma: Prisma;
  /** Right-hand side of Message-IDs, e.g. the host of the public address. */
  mailDomain: string;
}

/** Activities that write cases: one transaction a transition (design.md §3). */
export function createCaseActivities({ prisma, mailDomain }: CaseDependencies) {
  const calendar = calendarReader();
  return {
    /**
     * Writes everything one message changed, once: a second run finds the first one's answer and changes nothing.
     * Fails retryably when the database is away, non-retryably when the request itself cannot be written.
     */
    async recordTransition(request: TransitionRequest): Promise<TransitionResult> {
      try {
        return await prisma.$transaction((tx) => write({ tx, request, calendar, mailDomain }), { maxWait: 2000, timeout: 4500 });
      } catch (error) {
        throw cannotHeal(error) ? ApplicationFailure.nonRetryable(String(error), 'UnwritableTransition') : error;
      }
    },
  };
}

type Opened = Pick<Writing, 'tx' | 'request'> & { calendar: ReturnType<typeof calendarReader>; mailDomain: string };

async function write({ tx, request, calendar, mailDomain }: Opened): Promise<TransitionResult> {
  const { caseId, number, atMs, changes } = request;
  const earlier = await tx.transition.findUnique({ where: { caseId_number: { caseId, number } } });
  if (earlier) return earlier.result as unknown as TransitionResult;
  const writing: Writing = {
    tx,
    request,
    at: new Date(atMs),
    row: await tx.case.findUnique({ where: { id: caseId } }),
    calendar: () => calendar(tx, changes.some(({ kind }) => kind === 'recompute-deadlines')),
    events: [],
    assignments: [],
    notifications: [],
    result: { sequence: 0, dueAtMs: {}, drawn: [] },
  };
  for (const change of changes) {
    await applyChange(writing, change, mailDomain);
    if (writing.result.refusal) break;
  }
  if (!writing.result.refusal) await save(writing);
  // Two attempts at once: the second insert fails on the key, rolls back, and its retry reads the first one's answer.
  await tx.transition.create({ data: { caseId, number, result: { ...writing.result } } });
  return writing.result;
}

async function save(writing: Writing): Promise<void> {
  const { tx, row, events, assignments, notifications, result, request } = writing;
  if (!row) throw new Error(`case ${request.caseId} is not open`);
  if (assignments.length > 0) await tx.assignment.createMany({ data: assignments });
  await completeEvents(writing);
  if (events.length > 0) await tx.event.createMany({ data: events });
  if (notifications.length > 0) await tx.notification.createMany({ data: notifications, skipDuplicates: true });
  const { sequence, lastHash, state, businessState, stage, closedAt, openKey } = row;
  await tx.case.update({
    where: { id: row.id },
    data: { sequence, lastHash, state, businessState, stage, closedAt, openKey, updatedAt: writing.at },
    select: { id: true },
  });
  result.sequence = sequence;
}

/** Imported years change once in a year; a few seconds' age is harmless except when they have just been imported. */
function calendarReader() {
  let known: { calendar: Calendar; readAtMs: number } | undefined;
  return async (tx: Transaction, fresh: boolean): Promise<Calendar> => {
    if (!fresh && known && Date.now() - known.readAtMs < 10_000) return known.calendar;
    const calendar = calendarFor(await tx.calendarYear.findMany());
    known = { calendar, readAtMs: Date.now() };
    return calendar;
  };
}

/** Database errors that no repetition mends: a constraint, a missing row, a value that does not fit. */
function cannotHeal(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error.name === 'PrismaClientValidationError' || error instanceof TypeError || error instanceof RangeError) return true;
  const code = 'code' in error ? String(error.code) : '';
  // P2002 may be the other attempt at this very transition; P2034 is a serialization failure.
  return /^P20(00|03|04|05|06|07|11|12|13|19|20|22|25|33)$/.test(code);
}
