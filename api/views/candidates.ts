import type { Prisma } from '../../prisma/client.ts';
import type { Person } from '../contract/shapes.ts';
import type { Directory } from '../directory.ts';
import type { CaseRecord } from './case-record.ts';

/** Experts a convener may name: not of the applicant's school, not on this panel already. */
export async function candidates(
  prisma: Prisma,
  directory: Directory,
  record: Pick<CaseRecord, 'unitId' | 'applicantId' | 'assignments' | 'stage'>,
): Promise<Person[]> {
  const seated = record.assignments.flatMap(({ personId, stage }) =>
    personId !== null && stage === record.stage ? [personId] : [],
  );
  const experts = await prisma.expert.findMany({
    where: {
      active: true,
      unitId: { not: record.unitId },
      userId: { notIn: [record.applicantId, ...seated] },
      user: { disabled: false },
    },
    select: { userId: true },
    take: 100,
  });
  const people = await directory.people(experts.map(({ userId }) => userId));
  return experts.map(({ userId }) => people.get(userId)).toSorted((a, b) => a.name.localeCompare(b.name, 'zh'));
}
