/** 兼职 that a round reminds of: declarations that are due, and posts that come to their end. */
import type { Prisma } from '../../prisma/client.ts';
import { dateOfDay, dayOfDate, shanghaiDate } from '../../processes/shanghai.ts';

/** The case's rules keep the days; nobody is reminded longer before. */
const FARTHEST_DAYS = 366;

interface Reminder {
  /** What the page is ordered by. */
  id: string;
  caseId: string;
  userId: string;
  /** The threshold it has come under. */
  days: number;
}

/** A page of open declarations by assignment, each with the smallest threshold it has come under; 0 when it has come under none. */
export async function declarationsDue(
  prisma: Prisma,
  { date, atMs, after, size }: { date: string; atMs: number; after: string; size: number },
): Promise<Reminder[]> {
  const rows = await prisma.$queryRaw<
    { id: string; caseId: string; userId: string; dueAt: Date; daysBefore: number[] }[]
  >`
    SELECT a.id, a.case_id AS "caseId", a.person_id AS "userId", a.due_at AS "dueAt",
      (SELECT s->'declaration'->'remindDaysBefore' FROM jsonb_array_elements(c.rules->'stages') s WHERE s->>'slug' = a.stage) AS "daysBefore"
    FROM assignment a JOIN case_file c ON c.id = a.case_id
    WHERE a.state = 'open' AND a.purpose = 'declare' AND a.due_at > ${new Date(atMs)} AND a.id > ${after}
    ORDER BY a.id LIMIT ${size}`;
  return rows.map(({ dueAt, daysBefore, ...row }) => ({
    ...row,
    days: threshold(dayOfDate(shanghaiDate(dueAt.getTime() - 1)) - dayOfDate(date), daysBefore),
  }));
}

/** A page of posts by case that come to their end and that no other post or application continues. */
export async function postsEnding(
  prisma: Prisma,
  { date, after, size }: { date: string; after: string; size: number },
): Promise<(Reminder & { endsOn: string })[]> {
  const until = dateOfDay(dayOfDate(date) + FARTHEST_DAYS);
  const rows = await prisma.$queryRaw<
    { id: string; caseId: string; userId: string; endsOn: string; daysBefore: number[] }[]
  >`
    SELECT e.case_id AS id, e.case_id AS "caseId", e.teacher_id AS "userId", e.ends_on AS "endsOn",
      (SELECT s->'remindDaysBefore' FROM jsonb_array_elements(c.rules->'stages') s WHERE s->>'kind' = 'engagement') AS "daysBefore"
    FROM engagement e JOIN case_file c ON c.id = e.case_id
    WHERE e.state IN ('in-force', 'suspended') AND e.ends_on BETWEEN ${date} AND ${until} AND e.case_id > ${after}
      AND NOT EXISTS (SELECT FROM engagement later WHERE later.renews_id = e.case_id)
      AND NOT EXISTS (SELECT FROM case_file n WHERE n.process = c.process AND n.applicant_id = e.teacher_id AND n.closed_at IS NULL
        AND n.facts->>'renews' = c.number)
    ORDER BY e.case_id LIMIT ${size}`;
  return rows.map(({ daysBefore, ...row }) => ({
    ...row,
    days: threshold(dayOfDate(row.endsOn) - dayOfDate(date), daysBefore),
  }));
}

const threshold = (daysLeft: number, daysBefore: readonly number[] | null): number =>
  (daysBefore ?? []).toSorted((a, b) => a - b).find((days) => daysLeft <= days) ?? 0;
