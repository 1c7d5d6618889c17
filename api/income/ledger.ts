/** 兼职收入台账: the entries somebody may see, newest first. */
import { periodName } from '../../processes/part-time-income/periods.ts';
import type { IncomeEntry, listIncome } from '../contract/income.ts';
import type { RouteQuery } from '../contract/route.ts';
import { unitRef } from '../directory.ts';
import { amountsOf, caseNumbers, type PostReading } from '../engagements/post-rows.ts';
import { type PostSight, seen } from '../engagements/sight.ts';
import { instant } from '../instant.ts';
import { decodeCursor, page } from '../paging.ts';
import { entryCursor } from './entry-cursor.ts';

export const entryKinds = {
  declared: { zh: '申报', en: 'Declared' },
  correction: { zh: '更正', en: 'Correction' },
};

export async function listEntries(
  { prisma, directory }: PostReading,
  sight: PostSight,
  { cursor, limit, year, unitId, teacherId, caseId }: RouteQuery<typeof listIncome>,
) {
  const after = decodeCursor(cursor, entryCursor);
  const rows = await prisma.incomeEntry.findMany({
    where: {
      AND: [
        seen(sight),
        {
          ...(year !== undefined && { year }),
          ...(unitId !== undefined && { unitId }),
          ...(teacherId !== undefined && { teacherId }),
          ...(caseId !== undefined && { caseId }),
          ...(after && { id: { lt: BigInt(after[0]) } }),
        },
      ],
    },
    orderBy: { id: 'desc' },
    take: limit + 1,
  });
  const ids = rows.map((row) => row.caseId);
  const [numbers, hosts, units, people] = await Promise.all([
    caseNumbers(prisma, ids),
    prisma.engagement.findMany({ where: { caseId: { in: ids } }, select: { caseId: true, hostName: true } }),
    directory.units(),
    directory.people(rows.map((row) => row.teacherId)),
  ]);
  return page(
    rows,
    limit,
    ({ id }) => [String(id)],
    (row): IncomeEntry => ({
      id: String(row.id),
      kind: row.kind as IncomeEntry['kind'],
      kindName: entryKinds[row.kind as IncomeEntry['kind']],
      year: row.year,
      period: row.period,
      periodName: periodName(row.period),
      case: { id: row.caseId, number: numbers.get(row.caseId) ?? '' },
      teacher: people.get(row.teacherId),
      school: unitRef(units, row.unitId),
      host: hosts.find((host) => host.caseId === row.caseId)?.hostName ?? '',
      ...amountsOf(row),
      postedAt: instant(row.postedAt),
    }),
  );
}
