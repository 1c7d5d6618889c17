/** Whose turns are due: read for the round (who is to be told) and again for the mail (what is to be said). */
import type { Prisma } from '../../prisma/client.ts';
import { Prisma as Sql } from '../../prisma/generated/client.ts';
import { dayStartMs, shanghaiDate, shanghaiDay } from '../../processes/shanghai.ts';
import { type Calendar, deadline } from '../../processes/working-days.ts';

export interface DueTurn {
  caseId: string;
  number: string;
  title: string;
  /** Name of the case's unit. */
  unit: string;
  stage: string;
  rules: unknown;
  dueAt: Date;
}

/** The instant until which a turn counts as near: the end of the last of `near` working days from now. */
export function nearUntil(nowMs: number, near: number, calendar: Calendar): Date {
  if (near === 0) return new Date(dayStartMs(shanghaiDay(nowMs) + 1));
  return new Date(deadline(nowMs, { workingDays: near }, calendar).dueAtMs);
}

/** Ids of people with an open turn due by `until`, after `after`, in order: a page. */
export async function peopleWithTurnsDue(
  prisma: Prisma,
  { until, nowMs, after, size }: { until: Date; nowMs: number; after: string; size: number },
): Promise<string[]> {
  const rows = await prisma.$queryRaw<{ user_id: string }[]>`
    WITH ${entitled(until, nowMs)}
    SELECT DISTINCT e.user_id FROM entitled e JOIN "user" u ON u.id = e.user_id
    WHERE NOT u.disabled AND e.user_id > ${after} ORDER BY e.user_id LIMIT ${size}`;
  return rows.map(({ user_id }) => user_id);
}

/** One person's open turns due by `until`, the latest first; at most 500. */
export const turnsDueOf = (prisma: Prisma, { until, nowMs, userId }: { until: Date; nowMs: number; userId: string }) =>
  prisma.$queryRaw<DueTurn[]>`
    WITH ${entitled(until, nowMs)}
    SELECT DISTINCT c.id AS "caseId", c.number, c.title, n.name AS unit, t.stage, c.rules, t.due_at AS "dueAt", t.id
    FROM entitled e JOIN turn t ON t.id = e.id JOIN case_file c ON c.id = t.case_id JOIN unit n ON n.id = c.unit_id
    WHERE e.user_id = ${userId} ORDER BY t.due_at, t.id LIMIT 500`;

/**
 * `entitled (id, user_id)`: who may take which open turn due by `until` (holders of its role, its person, and their substitutes of
 * today, without the submitter), on top of `turn`.
 */
function entitled(until: Date, nowMs: number) {
  const today = shanghaiDate(nowMs);
  return Sql.sql`
    turn AS (
      SELECT id, case_id, process, stage, unit_id, role, person_id, excluded_id, due_at FROM assignment
      -- The reports of action items have days of their own (items-due.ts).
      WHERE state = 'open' AND due_at <= ${until} AND purpose <> 'progress'
    ),
    holder AS (
      SELECT t.id, m.user_id FROM turn t JOIN membership m ON m.unit_id = t.unit_id AND m.role = t.role
      UNION SELECT id, person_id FROM turn WHERE person_id IS NOT NULL
    ),
    standing AS (
      SELECT id, user_id FROM holder
      UNION
      SELECT h.id, s.substitute_id FROM holder h JOIN turn t ON t.id = h.id
      JOIN substitute s ON s.principal_id = h.user_id AND s.starts_on <= ${today} AND s.ends_on >= ${today}
        AND (cardinality(s.processes) = 0 OR t.process = ANY (s.processes))
    ),
    entitled AS (
      SELECT s.id, s.user_id FROM standing s JOIN turn t ON t.id = s.id
      WHERE t.excluded_id IS NULL OR t.excluded_id <> s.user_id
    )`;
}
