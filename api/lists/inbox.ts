/** 待办: open turns by index, overdue first. One branch a role and person, so that Postgres reads a few rows of an index, not a table. */
import type { Prisma } from '../../prisma/client.ts';
import { Prisma as Sql } from '../../prisma/generated/client.ts';
import type { Asker } from '../asker.ts';
import { z } from 'zod';
import { decodeCursor } from '../paging.ts';

/** A way to turns: a role in a unit or a person, for myself or somebody I stand in for. */
interface Way {
  unitId: string | null;
  role: string | null;
  personId: string | null;
  principalId: string | null;
  /** Empty: every process. */
  processes: string[];
}

export interface InboxRow {
  id: string;
  principalId: string | null;
  dueAt: Date | null;
}

export interface InboxFilter {
  process?: string | undefined;
  q?: string | undefined;
}

export const inboxCursor = z.tuple([z.iso.datetime({ offset: true }).nullable(), z.string().max(200)]);

/** My own ways first: what I may take myself is not shown as somebody else's. */
export function ownWays(asker: Asker): Way[] {
  const roles = asker.memberships.map(({ unitId, role }) => ({
    unitId,
    role,
    personId: null,
    principalId: null,
    processes: [],
  }));
  return [...roles, { unitId: null, role: null, personId: asker.id, principalId: null, processes: [] }];
}

export function substituteWays(asker: Asker): Way[] {
  const mine = new Set(asker.memberships.map(({ unitId, role }) => `${unitId}/${role}`));
  const seen = new Set(mine);
  return asker.standIns.flatMap(({ principalId, processes, memberships }) => [
    ...memberships
      .filter(({ unitId, role }) => {
        const key = `${unitId}/${role}`;
        // Two principals of one role with the same scope are one way.
        if (seen.has(key) && (mine.has(key) || processes.length === 0)) return false;
        seen.add(key);
        return true;
      })
      .map(({ unitId, role }) => ({ unitId, role, personId: null, principalId, processes })),
    { unitId: null, role: null, personId: principalId, principalId, processes },
  ]);
}

/** One page of ids, `limit` + 1 rows when there is more. */
export async function readInbox(
  prisma: Prisma,
  asker: Asker,
  ways: Way[],
  { filter, cursor, limit }: { filter: InboxFilter; cursor: string | undefined; limit: number },
): Promise<InboxRow[]> {
  const after = decodeCursor(cursor, inboxCursor);
  if (ways.length === 0) return [];
  const branches = ways.flatMap((way) =>
    rangesAfter(after).map(
      (range) => Sql.sql`(
      SELECT a.id, ${way.principalId}::text AS "principalId", a.due_at AS "dueAt"
      FROM assignment a ${filter.q ? Sql.sql`JOIN case_file c ON c.id = a.case_id` : Sql.empty}
      WHERE ${open(asker, way, filter)} AND ${range}
      ORDER BY a.due_at ASC NULLS LAST, a.id LIMIT ${limit + 1})`,
    ),
  );
  return prisma.$queryRaw<InboxRow[]>`
    SELECT DISTINCT ON ("dueAt", id) * FROM (${Sql.join(branches, ' UNION ALL ')}) AS turns
    ORDER BY "dueAt" ASC NULLS LAST, id, "principalId" NULLS FIRST LIMIT ${limit + 1}`;
}

/** What follows the cursor, as ranges that the index can start at. Turns without a deadline come last. */
function rangesAfter(after: z.output<typeof inboxCursor> | null): Sql.Sql[] {
  if (!after) return [Sql.sql`true`];
  const [dueAt, id] = after;
  if (dueAt === null) return [Sql.sql`a.due_at IS NULL AND a.id > ${id}`];
  return [Sql.sql`(a.due_at, a.id) > (${dueAt}::timestamptz, ${id})`, Sql.sql`a.due_at IS NULL`];
}

export interface InboxCounts {
  open: number;
  overdue: number;
  dueSoon: number;
}

/**
 * Counts by index alone, then takes away the turns on the asker's own cases, which are few: looking at `excluded_id` of every turn would
 * read every row. `soon`: the end of the last day that counts as near.
 */
export async function countInbox(prisma: Prisma, asker: Asker, ways: Way[], soon: Date): Promise<InboxCounts> {
  if (ways.length === 0) return { open: 0, overdue: 0, dueSoon: 0 };
  const all = ways.map((way) => counted(Sql.sql`assignment a`, held(way), 1, soon));
  const own = ways.map((way) => {
    const applicants = way.principalId === null ? [asker.id] : [asker.id, way.principalId];
    const excluded = Sql.sql`c.applicant_id = ANY(${applicants}) AND a.excluded_id = c.applicant_id AND ${held(way)}`;
    return counted(Sql.sql`case_file c JOIN assignment a ON a.case_id = c.id`, excluded, -1, soon);
  });
  const [counts] = await prisma.$queryRaw<InboxCounts[]>`
    SELECT coalesce(sum(open), 0)::int AS open, coalesce(sum(overdue), 0)::int AS overdue, coalesce(sum(soon), 0)::int AS "dueSoon"
    FROM (${Sql.join([...all, ...own], ' UNION ALL ')}) AS counts`;
  return counts ?? { open: 0, overdue: 0, dueSoon: 0 };
}

const counted = (from: Sql.Sql, where: Sql.Sql, sign: 1 | -1, soon: Date): Sql.Sql => Sql.sql`(
  SELECT ${sign}::int * count(*) AS open,
    ${sign}::int * count(*) FILTER (WHERE a.due_at <= now()) AS overdue,
    ${sign}::int * count(*) FILTER (WHERE a.due_at > now() AND a.due_at <= ${soon}) AS soon
  FROM ${from} WHERE ${where})`;

/** Turns of one way, without regard to whose case it is. */
function held({ unitId, role, personId, principalId, processes }: Way): Sql.Sql {
  const conditions = [
    Sql.sql`a.state = 'open'`,
    personId === null ? Sql.sql`a.unit_id = ${unitId} AND a.role = ${role}` : Sql.sql`a.person_id = ${personId}`,
  ];
  if (principalId !== null && personId !== null)
    conditions.push(Sql.sql`a.purpose NOT IN ('vote', 'score', 'correct')`);
  if (processes.length > 0) conditions.push(Sql.sql`a.process = ANY(${processes})`);
  return Sql.join(conditions, ' AND ');
}

function open(asker: Asker, way: Way, { process, q }: InboxFilter): Sql.Sql {
  // The submitter never decides on the own case, nor through a substitute.
  const conditions = [held(way), Sql.sql`a.excluded_id IS DISTINCT FROM ${asker.id}`];
  if (way.principalId !== null) conditions.push(Sql.sql`a.excluded_id IS DISTINCT FROM ${way.principalId}`);
  if (process) conditions.push(Sql.sql`a.process = ${process}`);
  if (q) conditions.push(matches(q));
  return Sql.join(conditions, ' AND ');
}

/** Part of the number or title of `case_file c`. */
export function matches(q: string): Sql.Sql {
  const pattern = `%${q.replaceAll(/[\\%_]/g, (character) => `\\${character}`)}%`;
  return Sql.sql`(c.number ILIKE ${pattern} OR c.title ILIKE ${pattern})`;
}
