/** 基金规模 (四(三)): money received up to the budget year, from the ledger. The same sum as on the fund's own page. */
import { readMoved, totalOf } from '../../fund/sums.ts';
import { formatYuan } from '../../../processes/money.ts';
import { type Computation, type Computed, notYet, nothingKnown, yearOf } from './computed.ts';

export const sumFund: Computation = async ({ prisma, policy, today }) => {
  const [moved, sources] = await Promise.all([
    readMoved(prisma),
    prisma.fundSource.findMany({ orderBy: [{ year: 'asc' }, { receivedOn: 'asc' }] }),
  ]);
  const { sources: kinds } = policy.processes['program-funding'].fund;
  const keeper = policy.indicators.items.find(({ source }) => 'computed' in source && source.computed === 'fund-size');
  return (year): Computed => {
    if (year > yearOf(today)) return notYet(year);
    const upTo = sources.filter((source) => source.year <= year);
    if (upTo.length === 0)
      return nothingKnown({ zh: `截至 ${year} 年没有登记到位资金`, en: `No money is on record up to ${year}` });
    const receivedFen = totalOf(moved.filter((row) => row.year <= year)).receivedFen;
    return {
      known: { value: { kind: 'number', amount: receivedFen } },
      byUnit: [],
      notes: [],
      records: () =>
        upTo.map(({ receivedOn, amountFen, kind, document, year: budgetYear }) => {
          const name = kinds.find(({ id }) => id === kind)?.name ?? { zh: kind, en: kind };
          const amount = formatYuan(Number(amountFen));
          return {
            unitId: keeper?.unitId ?? '',
            what: `${receivedOn} ${document}`,
            detail: {
              zh: `${name.zh}，${budgetYear} 年度，${amount} 元`,
              en: `${name.en}, budget year ${budgetYear}, ${amount} yuan`,
            },
            counts: true,
          };
        }),
    };
  };
};
