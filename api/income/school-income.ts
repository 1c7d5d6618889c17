/** 学校收入台账: a year's income by source and its use, school by school (四(三), 三(三)4). */
import { percentText, sumFen } from '../../processes/money.ts';
import type { SchoolIncomeStatement } from '../contract/income.ts';
import { unitRef } from '../directory.ts';
import { caseNumbers, type PostReading } from '../engagements/post-rows.ts';
import type { PostSight } from '../engagements/sight.ts';

type School = SchoolIncomeStatement['schools'][number];

export async function schoolIncome(
  { prisma, policy, directory }: PostReading,
  { all, schools }: PostSight,
  { year, unitId }: { year: number; unitId?: string | undefined },
): Promise<SchoolIncomeStatement> {
  const units = await directory.units();
  const every = all ? [...units.values()].filter(({ kind }) => kind === 'school').map(({ id }) => id) : schools;
  const wanted = every.filter((id) => unitId === undefined || id === unitId).toSorted();
  const [entries, open] = await Promise.all([
    prisma.schoolIncomeEntry.findMany({ where: { year, unitId: { in: wanted } }, orderBy: { id: 'asc' } }),
    prisma.case.findMany({
      where: {
        process: 'school-income',
        closedAt: null,
        unitId: { in: wanted },
        facts: { path: ['year'], equals: year },
      },
      select: { id: true, number: true, unitId: true },
    }),
  ]);
  const numbers = await caseNumbers(prisma, [...new Set(entries.map(({ caseId }) => caseId))]);
  const { sources, developmentFund } = policy.processes['school-income'];

  const rows = wanted.map((id): School => {
    const theirs = entries.filter((entry) => entry.unitId === id);
    const amount = (side: string, item: string) =>
      sumFen(
        theirs.filter((entry) => entry.side === side && entry.item === item).map(({ amountFen }) => Number(amountFen)),
      );
    const items = [...new Set(theirs.filter(({ side }) => side === 'source').map(({ item }) => item))];
    const totalFen = sumFen(items.map((item) => amount('source', item)));
    const developmentFundFen = amount('use', 'development-fund');
    const underWay = open.find((row) => row.unitId === id);
    return {
      school: unitRef(units, id),
      year,
      // A source that a correction took back is not shown.
      sources: items
        .map((item) => ({
          source: { id: item, name: sources.find((source) => source.id === item)?.name ?? { zh: item, en: item } },
          amountFen: amount('source', item),
        }))
        .filter(({ amountFen }) => amountFen !== 0),
      ...{ totalFen, developmentFundFen, performancePayFen: amount('use', 'performance-pay') },
      sharePercent: totalFen > 0 ? percentText(developmentFundFen, totalFen, 'down') : null,
      cases: [...new Set(theirs.map(({ caseId }) => caseId))].map((caseId) => ({
        id: caseId,
        number: numbers.get(caseId) ?? '',
      })),
      underWay: underWay ? { id: underWay.id, number: underWay.number } : null,
    };
  });
  return {
    year,
    atLeastPercent: developmentFund.atLeastPercent,
    clause: developmentFund.clause,
    schools: rows,
    total: {
      totalFen: sumFen(rows.map(({ totalFen }) => totalFen)),
      developmentFundFen: sumFen(rows.map(({ developmentFundFen }) => developmentFundFen)),
      performancePayFen: sumFen(rows.map(({ performancePayFen }) => performancePayFen)),
    },
  };
}
