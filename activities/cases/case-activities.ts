import { ApplicationFailure } from '@temporalio/common';
import { statement } from '../../prisma/client.ts';
import type { Prisma } from '../../prisma/client.ts';
import { Prisma as Sql } from '../../prisma/generated/client.ts';
import { calendarFor, type Calendar } from '../../processes/working-days.ts';
import { applyChange, onlyCollects } from './apply-change.ts';
import { save } from './save.ts';
import type { TransitionRequest, TransitionResult } from './transition.ts';
import type { CaseHead, Transaction, Writing } from './writing.ts';

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
        // A transition that only collects is written by one statement, which needs no transaction around it.
        if (request.changes.every(onlyCollects)) return await write({ tx: prisma, request, calendar, mailDomain });
        return await prisma.$transaction((tx) => write({ tx, request, calendar, mailDomain }), {
          maxWait: 2000,
          timeout: 4500,
        });
      } catch (error) {
        throw cannotHeal(error) ? ApplicationFailure.nonRetryable(String(error), 'UnwritableTransition') : error;
      }
    },
  };
}

type Opened = Pick<Writing, 'tx' | 'request'> & { calendar: ReturnType<typeof calendarReader>; mailDomain: string };

async function write({ tx, request, calendar, mailDomain }: Opened): Promise<TransitionResult> {
  const { caseId, number, atMs, changes } = request;
  const { earlier, head, remarks } = await readBefore(tx, request);
  if (earlier) return earlier;
  const writing: Writing = {
    ...{ tx, request, head, remarks },
    at: new Date(atMs),
    calendar: () =>
      calendar(
        tx,
        changes.some(({ kind }) => kind === 'recompute-deadlines'),
      ),
    ...{ events: [], opened: [], turned: new Map(), visitsOpened: [], visitsClosed: [] },
    ...{ unsealed: [], notices: [], mails: [] },
    result: { sequence: 0, dueAtMs: {}, drawn: [] },
  };
  for (const change of changes) {
    await applyChange(writing, change);
    if (writing.result.refusal) {
      await tx.transition.create({ data: { caseId, number, result: { ...writing.result } } });
      return writing.result;
    }
  }
  await save(writing, mailDomain);
  return writing.result;
}

interface Before {
  /** What this very transition answered when it ran before. */
  earlier: TransitionResult | null;
  head: CaseHead | null;
  remarks: Record<string, string>;
}

/** All that a transition has to know before, in one round trip. */
async function readBefore(tx: Transaction, { caseId, number, changes }: TransitionRequest): Promise<Before> {
  const remarkIds = [
    ...new Set(changes.flatMap((change) => ('remarkId' in change && change.remarkId ? [change.remarkId] : []))),
  ];
  const [before] = await statement<Omit<Before, 'head'> & CaseHead & { id: string | null }>(
    tx,
    Sql.sql`
    SELECT t.result AS earlier, c.id, c.sequence, c.last_hash AS "lastHash", c.state, c.business_state AS "businessState", c.stage,
      c.closed_at AS "closedAt", c.open_key AS "openKey",
      (SELECT coalesce(jsonb_object_agg(r.id, r.body), '{}') FROM remark r WHERE r.id = ANY (${remarkIds})) AS remarks
    FROM (VALUES (${caseId}::text, ${number}::int)) AS asked (case_id, number)
    LEFT JOIN case_file c ON c.id = asked.case_id
    LEFT JOIN transition t ON t.case_id = asked.case_id AND t.number = asked.number`,
  );
  if (!before) throw new Error('no row from a statement that always has one');
  const { earlier, remarks, id, ...head } = before;
  return { earlier, remarks, head: id === null ? null : head };
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

/** Database errors that no repetition mends: a constraint, a missing row, a value that does not fit. By Prisma's code or SQLSTATE. */
function cannotHeal(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error.name === 'PrismaClientValidationError' || error instanceof TypeError || error instanceof RangeError)
    return true;
  const code = 'code' in error ? String(error.code) : '';
  // P2002 and 23505 may be the other attempt at this very transition; P2034 is a serialization failure.
  return /^(P20(00|03|04|05|06|07|11|12|13|19|20|22|25|33)|22...|23(?!505)...)$/.test(code);
}
