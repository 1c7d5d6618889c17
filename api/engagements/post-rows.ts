/** Posts as lists, exports and their own page show them. */
import type { Prisma } from '../../prisma/client.ts';
import type { Prisma as Sql } from '../../prisma/generated/client.ts';
import { businessStateNames } from '../../processes/names.ts';
import { periodName } from '../../processes/part-time-income/periods.ts';
import { kindNames } from '../../processes/part-time-income/words.ts';
import type { Policy } from '../../processes/policy.ts';
import type { Engagement } from '../contract/engagements.ts';
import { unitRef, type Directory } from '../directory.ts';
import type { OfficeClock } from '../office-clock.ts';
import { nextDeclarations } from './next-declaration.ts';

export interface PostReading {
  prisma: Prisma;
  policy: Policy;
  directory: Directory;
  clock: OfficeClock;
}

export type PostRow = Sql.EngagementGetPayload<Record<string, never>>;
export interface Amounts {
  incomeFen: number;
  equityFen: number;
  taxFen: number;
}
type PeriodState = Engagement['waiting'][number]['state'];

/** `next`: also what is to be declared next, which an export leaves out. */
export async function postViews(reading: PostReading, rows: PostRow[], { next = false } = {}): Promise<Engagement[]> {
  const { prisma, policy, directory } = reading;
  const caseId = { in: rows.map((row) => row.caseId) };
  const [cases, sums, periods, units, people, clock] = await Promise.all([
    caseNumbers(prisma, caseId.in),
    prisma.incomeEntry.groupBy({
      by: ['caseId'],
      where: { caseId },
      _sum: { incomeFen: true, equityFen: true, taxFen: true },
    }),
    prisma.declarationPeriod.findMany({
      where: { caseId, state: { not: 'accepted' } },
      orderBy: { period: 'asc' },
    }),
    directory.units(),
    directory.people(rows.map(({ teacherId }) => teacherId)),
    reading.clock.read(),
  ]);
  const coming = next ? await nextDeclarations(reading, rows, clock) : undefined;
  const entered = new Map(sums.map(({ caseId: id, _sum }) => [id, amountsOf(_sum)]));
  return rows.map((row) => ({
    id: row.caseId,
    number: cases.get(row.caseId) ?? '',
    teacher: people.get(row.teacherId),
    school: unitRef(units, row.unitId),
    host: { name: row.hostName, code: row.hostCode },
    kind: { id: row.postKind, name: kindName(row.postKind) },
    sector: { id: row.sector, name: sectorName(policy, row.sector) },
    postTitle: row.postTitle,
    ...termsOf(row),
    startsOn: row.startsOn,
    endsOn: row.endsOn,
    endedOn: row.endedOn,
    state: row.state as Engagement['state'],
    stateName: businessStateNames[row.state as Engagement['state']],
    declared: entered.get(row.caseId) ?? { incomeFen: 0, equityFen: 0, taxFen: 0 },
    waiting: periods
      .filter((period) => period.caseId === row.caseId)
      .map(({ period, state, dueAt }) => ({
        period,
        name: periodName(period),
        state: state as PeriodState,
        due: clock.due({ dueAt, provisional: false }),
      })),
    nextDeclaration: coming?.get(row.caseId) ?? null,
  }));
}

export const termsOf = (terms: {
  minutesAWeek: number;
  workTimeMinutesAWeek: number;
  paid: boolean;
  yearlyFen: number | bigint;
  equityFen: number | bigint;
}) => ({
  hoursAWeek: terms.minutesAWeek / 60,
  workTimeHoursAWeek: terms.workTimeMinutesAWeek / 60,
  paid: terms.paid,
  yearlyFen: Number(terms.yearlyFen),
  equityFen: Number(terms.equityFen),
});

/** Whole fen far below 2^53: the form and the ledger hold them so. */
export const amountsOf = (sums: {
  incomeFen: bigint | null;
  equityFen: bigint | null;
  taxFen: bigint | null;
}): Amounts => ({
  incomeFen: Number(sums.incomeFen ?? 0n),
  equityFen: Number(sums.equityFen ?? 0n),
  taxFen: Number(sums.taxFen ?? 0n),
});

export async function caseNumbers(prisma: Prisma, ids: readonly string[]): Promise<Map<string, string>> {
  const cases = await prisma.case.findMany({ where: { id: { in: [...ids] } }, select: { id: true, number: true } });
  return new Map(cases.map(({ id, number }) => [id, number]));
}

const kindName = (kind: string) => kindNames[kind as keyof typeof kindNames] ?? { zh: kind, en: kind };

export const sectorName = (policy: Policy, sector: string) =>
  policy.processes['part-time-income'].sectors.find(({ id }) => id === sector)?.name ?? { zh: sector, en: sector };
