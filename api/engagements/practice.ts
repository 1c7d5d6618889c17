import { practiceOf } from '../../processes/part-time-income/practice.ts';
import { addYears, dateOfDay, dayOfDate } from '../../processes/shanghai.ts';
import { practiceDays } from '../../processes/teacher-certification/practice-days.ts';
import type { PracticeProposal } from '../contract/engagements.ts';
import { caseNumbers, type PostReading } from './post-rows.ts';

/** A teacher's own posts in enterprises as rows of enterprise practice, the first one first; the days of all of them, each day once. */
export async function proposedPractice(
  { prisma, policy, clock }: PostReading,
  teacherId: string,
): Promise<PracticeProposal> {
  const [rows, { today }] = await Promise.all([
    prisma.engagement.findMany({ where: { teacherId }, orderBy: { startsOn: 'asc' } }),
    clock.read(),
  ]);
  const posts = policy.processes['part-time-income'];
  const numbers = await caseNumbers(
    prisma,
    rows.map(({ caseId }) => caseId),
  );
  const items = rows.flatMap(({ caseId: id, endedOn, ...row }) => {
    const offered = practiceOf({ ...row, endsOn: endedOn ?? row.endsOn }, posts, today);
    return offered ? [{ case: { id, number: numbers.get(id) ?? '' }, ...offered }] : [];
  });
  const { withinYears } = policy.processes['teacher-certification'].practice;
  // The day N years ago is not one of the last N years (民法典 201).
  const since = dateOfDay(dayOfDate(addYears(today, -withinYears)) + 1);
  const { clause, hoursADay } = posts.practice;
  return { items, days: practiceDays(items, since, today), clause, hoursADay };
}
