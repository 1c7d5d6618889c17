/** Overdue turns and the unit that answers for each: its leaders are told (escalation). */
import type { Prisma } from '../../prisma/client.ts';
import { Prisma as Sql } from '../../prisma/generated/client.ts';
import type { DueTurn } from './turns-due.ts';

/** Ids of leaders and principals of units with overdue turns, after `after`, in order: a page. */
export async function leadersWithOverdueTurns(
  prisma: Prisma,
  { nowMs, after, size }: { nowMs: number; after: string; size: number },
): Promise<string[]> {
  const rows = await prisma.$queryRaw<{ user_id: string }[]>`
    WITH ${overdue(nowMs)}
    SELECT DISTINCT m.user_id FROM overdue o JOIN membership m ON m.unit_id = o.unit_id ${leads} JOIN "user" u ON u.id = m.user_id
    WHERE NOT u.disabled AND m.user_id > ${after} ORDER BY m.user_id LIMIT ${size}`;
  return rows.map(({ user_id }) => user_id);
}

export interface OverdueTurn extends DueTurn {
  /** Name of the unit that answers for it. */
  answerable: string;
  /** Of all of this leader's. */
  total: number;
}

/** What a leader is told: the overdue turns of the units they lead, the latest first; at most 200, with the count of all. */
export const overdueTurnsOf = (
  prisma: Prisma,
  { nowMs, userId }: { nowMs: number; userId: string },
) => prisma.$queryRaw<OverdueTurn[]>`
  WITH ${overdue(nowMs)}
  SELECT c.id AS "caseId", c.number, c.title, n.name AS unit, o.stage, c.rules, o.due_at AS "dueAt", a.name AS answerable,
    count(*) OVER ()::int AS total
  FROM overdue o JOIN case_file c ON c.id = o.case_id JOIN unit n ON n.id = c.unit_id JOIN unit a ON a.id = o.unit_id
  WHERE EXISTS (SELECT FROM membership m WHERE m.user_id = ${userId} AND m.unit_id = o.unit_id ${leads})
  ORDER BY o.due_at, o.id LIMIT 200`;

/** Overdue turns whose case has not been told yet, a page of whole cases: up to `size` of them. */
export const casesToEscalate = (prisma: Prisma, { nowMs, size }: { nowMs: number; size: number }) =>
  prisma.$queryRaw<{ caseId: string; assignmentIds: string[] }[]>`
    SELECT case_id AS "caseId", array_agg(id ORDER BY id) AS "assignmentIds" FROM assignment
    WHERE ${isOverdue(nowMs)} AND escalated_on IS NULL
    GROUP BY case_id ORDER BY case_id LIMIT ${size}`;

const leads = Sql.sql`AND m.role IN ('leader', 'principal')`;

/** A correction is the applicant's own time: no leader answers for it. */
const isOverdue = (nowMs: number) => Sql.sql`state = 'open' AND due_at <= ${new Date(nowMs)} AND purpose <> 'correct'`;

/**
 * `overdue (id, case_id, stage, due_at, unit_id)`, without the reports of action items: their leaders hear of them by items-due.ts. A turn held by a person (an expert, a delegate, somebody who claimed it) is
 * answered for by the unit whose role it comes from, as the case's rules name it.
 */
const overdue = (nowMs: number) => Sql.sql`
  overdue AS (
    SELECT o.id, o.case_id, o.stage, o.due_at, coalesce(o.unit_id, p.unit_id, r.unit_id) AS unit_id
    FROM (SELECT * FROM assignment WHERE ${isOverdue(nowMs)} AND purpose <> 'progress') o
    JOIN case_file c ON c.id = o.case_id
    LEFT JOIN assignment p ON p.id = o.parent_id
    LEFT JOIN LATERAL (
      SELECT coalesce(s->'holder'->>'unitId', s->'convener'->>'unitId', s->'investigator'->>'unitId', s->'lead'->>'unitId',
        s->'escalation'->>'unitId') AS unit_id
      FROM (
        SELECT jsonb_array_elements(c.rules->'stages') AS s
        UNION ALL SELECT e->'revocation' FROM jsonb_array_elements(c.rules->'stages') e WHERE e ? 'revocation'
      ) stages
      WHERE s->>'slug' = o.stage LIMIT 1
    ) r ON true
  )`;
