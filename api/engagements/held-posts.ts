import type { Prisma } from '../../prisma/client.ts';
import { partTimeIncome } from '../../processes/part-time-income/definition.ts';
import type { PartTimeForm } from '../../processes/part-time-income/form.ts';
import type { HeldPost } from '../../processes/process.ts';

/** A teacher's posts as the limits look at them: those of the register until their last day, and those applied for. Not the case `exceptCaseId`. */
export async function heldPosts(prisma: Prisma, teacherId: string, exceptCaseId: string): Promise<HeldPost[]> {
  const [engagements, applied] = await Promise.all([
    prisma.engagement.findMany({ where: { teacherId, caseId: { not: exceptCaseId } } }),
    prisma.case.findMany({
      where: { process: partTimeIncome.slug, applicantId: teacherId, closedAt: null, id: { not: exceptCaseId } },
      select: { id: true, number: true, form: true },
    }),
  ]);
  const registered = new Set(engagements.map(({ caseId }) => caseId));
  const numbers = await numbersOf(prisma, registered);
  return [
    ...engagements.map((held) => ({
      number: numbers.get(held.caseId) ?? '',
      hostName: held.hostName,
      ...(held.hostCode !== null && { hostCode: held.hostCode }),
      startsOn: held.startsOn,
      endsOn: held.endedOn ?? held.endsOn,
      workTimeMinutesAWeek: held.workTimeMinutesAWeek,
      paid: held.paid,
      registered: true,
    })),
    ...applied.flatMap(({ id, number, form }) => {
      const terms = registered.has(id) ? undefined : partTimeIncome.engagement?.(form as unknown as PartTimeForm);
      return terms ? [{ ...terms, number, registered: false }] : [];
    }),
  ];
}

async function numbersOf(prisma: Prisma, ids: ReadonlySet<string>): Promise<Map<string, string>> {
  const cases = await prisma.case.findMany({ where: { id: { in: [...ids] } }, select: { id: true, number: true } });
  return new Map(cases.map(({ id, number }) => [id, number]));
}

/** Years whose income a school has declared and had approved, other than by the case `exceptCaseId`; the latest case of each. */
export async function incomeYears(
  prisma: Prisma,
  unitId: string,
  exceptCaseId: string,
): Promise<{ number: string; year: number }[]> {
  const cases = await prisma.case.findMany({
    where: { process: 'school-income', unitId, state: 'approved', id: { not: exceptCaseId } },
    orderBy: { submittedAt: 'asc' },
    select: { number: true, facts: true },
  });
  const latest = new Map(cases.map(({ number, facts }) => [Number((facts as { year?: number }).year), number]));
  return [...latest].map(([year, number]) => ({ year, number }));
}
