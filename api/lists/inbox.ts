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
  const branches = ways.map(
    (way) => Sql.sql`(
      SELECT a.id, ${way.principalId}::text AS "principalId", a.due_at AS "dueAt"
      FROM assignment a ${filter.q ? Sql.sql`JOIN case_file c ON c.id = a.case_id` : Sql.empty}
      WHERE ${open(asker, way, filter)} AND ${afterCursor(after)}
      ORDER BY a.due_at ASC NULLS LAST, a.id LIMIT ${limit + 1})`,
  );
  return prisma.$queryRaw<InboxRow[]>`
    SELECT DISTINCT ON ("dueAt", id) * FROM (${Sql.join(branches, ' UNION ALL ')}) AS turns
    ORDER BY "dueAt" ASC NULLS LAST, id, "principalId" NULLS FIRST LIMIT ${limit + 1}`;
}

export interface InboxCounts {
  open: number;
  overdue: number;
  dueSoon: number;
}

/** `soon`: the end of the last day that counts as near. */
export async function countInbox(prisma: Prisma, asker: Asker, ways: Way[], soon: Date): Promise<InboxCounts> {
  if (ways.length === 0) return { open: 0, overdue: 0, dueSoon: 0 };
  const branches = ways.map((way) => Sql.sql`(SELECT a.id, a.due_at FROM assignment a WHERE ${open(asker, way, {})})`);
  const [counts] = await prisma.$queryRaw<InboxCounts[]>`
    SELECT count(*)::int AS open,
      (count(*) FILTER (WHERE due_at <= now()))::int AS overdue,
      (count(*) FILTER (WHERE due_at > now() AND due_at <= ${soon}))::int AS "dueSoon"
    FROM (${Sql.join(branches, ways.length > 1 ? ' UNION ' : ' UNION ALL ')}) AS turns`;
  return counts ?? { open: 0, overdue: 0, dueSoon: 0 };
}

function open(asker: Asker, way: Way, { process, q }: InboxFilter): Sql.Sql {
  const conditions = [
    Sql.sql`a.state = 'open'`,
    way.personId === null
      ? Sql.sql`a.unit_id = ${way.unitId} AND a.role = ${way.role}`
      : Sql.sql`a.person_id = ${way.personId}`,
    // The submitter never decides on the own case, nor through a substitute.
    Sql.sql`a.excluded_id IS DISTINCT FROM ${asker.id}`,
  ];
  if (way.principalId !== null) {
    conditions.push(
      Sql.sql`a.excluded_id IS DISTINCT FROM ${way.principalId}`,
      Sql.sql`a.purpose NOT IN ('vote', 'score', 'correct')`,
    );
  }
  if (way.processes.length > 0) conditions.push(Sql.sql`a.process = ANY(${way.processes})`);
  if (process) conditions.push(Sql.sql`a.process = ${process}`);
  if (q) conditions.push(matches(q));
  return Sql.join(conditions, ' AND ');
}

/** Part of the number or title of `case_file c`. */
export function matches(q: string): Sql.Sql {
  const pattern = `%${q.replaceAll(/[\\%_]/g, (character) => `\\${character}`)}%`;
  return Sql.sql`(c.number ILIKE ${pattern} OR c.title ILIKE ${pattern})`;
}

function afterCursor(after: z.output<typeof inboxCursor> | null): Sql.Sql {
  if (!after) return Sql.sql`true`;
  const [dueAt, id] = after;
  if (dueAt === null) return Sql.sql`(a.due_at IS NULL AND a.id > ${id})`;
  return Sql.sql`(a.due_at > ${dueAt}::timestamptz OR (a.due_at = ${dueAt}::timestamptz AND a.id > ${id}) OR a.due_at IS NULL)`;
}
