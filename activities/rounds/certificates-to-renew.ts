import type { Prisma } from '../../prisma/client.ts';
import { dateOfDay, dayOfDate } from '../../processes/shanghai.ts';

interface ToRenew {
  number: string;
  caseId: string;
  teacherId: string;
  /** The threshold it has come under. */
  days: number;
}

/**
 * Valid certificates within the largest of `daysBefore` of their last day, each with the smallest threshold it has come under, so that
 * one issued late is not reminded twice at once. A page by number. A certificate renewed already (one of the track that ends later) is left out.
 */
export async function certificatesToRenew(
  prisma: Prisma,
  { date, daysBefore, after, size }: { date: string; daysBefore: readonly number[]; after: string; size: number },
): Promise<ToRenew[]> {
  const today = dayOfDate(date);
  const thresholds = daysBefore.toSorted((a, b) => a - b);
  const until = dateOfDay(today + (thresholds.at(-1) ?? 0));
  const rows = await prisma.$queryRaw<{ number: string; case_id: string; teacher_id: string; expires_on: string }[]>`
    SELECT number, case_id, teacher_id, expires_on FROM certificate c
    WHERE state = 'valid' AND expires_on BETWEEN ${date} AND ${until} AND number > ${after}
      AND NOT EXISTS (SELECT FROM certificate later WHERE later.teacher_id = c.teacher_id AND later.track = c.track
        AND later.state = 'valid' AND later.expires_on > c.expires_on)
    ORDER BY number LIMIT ${size}`;
  return rows.map(({ number, case_id, teacher_id, expires_on }) => ({
    number,
    caseId: case_id,
    teacherId: teacher_id,
    days: thresholds.find((days) => dayOfDate(expires_on) - today <= days) ?? 0,
  }));
}
