/** 办学收入用于发展基金的比例 (三(四)4): income moved to the schools' development funds, of their income, from the school-income ledger. */
import { type Computation, type Computed, notYet, nothingKnown, yearOf } from './computed.ts';
import { formatYuan } from '../../../processes/money.ts';

/** The ledger's name of the use that this is about. */
const DEVELOPMENT_FUND = 'development-fund';

const useNames: Partial<Record<string, string>> = { [DEVELOPMENT_FUND]: '学校发展基金' };

export const shareDevelopment: Computation = async ({ prisma, policy, today }) => {
  const sums = await prisma.schoolIncomeEntry.groupBy({
    by: ['unitId', 'year', 'side', 'item'],
    _sum: { amountFen: true },
    orderBy: [{ unitId: 'asc' }, { side: 'asc' }, { item: 'asc' }],
  });
  const { sources } = policy.processes['school-income'];
  const nameOf = ({ side, item }: { side: string; item: string }) =>
    sources.find(({ id }) => side === 'source' && id === item)?.name.zh ?? useNames[item] ?? item;
  return (year): Computed => {
    if (year > yearOf(today)) return notYet(year);
    const rows = sums
      .filter((row) => row.year === year)
      .map((row) => ({ ...row, fen: Number(row._sum.amountFen ?? 0n) }));
    const isPart = ({ side, item }: { side: string; item: string }) => side === 'use' && item === DEVELOPMENT_FUND;
    const byUnit = [...new Set(rows.map(({ unitId }) => unitId))].map((unitId) => {
      const own = rows.filter((row) => row.unitId === unitId);
      const sum = (of: typeof own) => of.reduce((total, { fen }) => total + fen, 0);
      return { unitId, part: sum(own.filter(isPart)), whole: sum(own.filter(({ side }) => side === 'source')) };
    });
    if (byUnit.length === 0)
      return nothingKnown({
        zh: `${year} 年没有学校的收入申报入账`,
        en: `No school's income of ${year} is on the ledger`,
      });
    const total = (pick: 'part' | 'whole') => byUnit.reduce((sum, each) => sum + each[pick], 0);
    return {
      known: { value: { kind: 'share', part: total('part'), whole: total('whole') } },
      byUnit,
      notes: [],
      records: () =>
        rows.map((row) => ({
          unitId: row.unitId,
          what: nameOf(row),
          detail: {
            zh: `${row.side === 'source' ? '收入' : '使用'} ${formatYuan(row.fen)} 元`,
            en: `${row.side === 'source' ? 'income' : 'use'} of ${formatYuan(row.fen)} yuan`,
          },
          counts: isPart(row),
        })),
    };
  };
};
