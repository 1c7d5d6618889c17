/** 对账单: a budget year from its first line to its last. */
import type { FundYear, StatementRow } from '../contract/fund.ts';
import { postingIds, readPostings, type LedgerReading, type Which } from './postings.ts';
import { nothing, readMoved, totalOf } from './sums.ts';

export interface Statement {
  year: number;
  /** Of the whole year. */
  sums: FundYear;
  rows: StatementRow[];
}

/** All lines of the year, or those asked for: the balance after each is the year's own either way. */
export async function readStatement(
  reading: LedgerReading,
  { year, ...which }: Which & { year: number },
): Promise<Statement> {
  const [moved, ids] = await Promise.all([readMoved(reading.prisma, year), postingIds(reading.prisma, { year })]);
  const some = Object.values(which).some((value) => value !== undefined);
  const wanted = some ? new Set((await postingIds(reading.prisma, { year, ...which })).map(String)) : undefined;
  const postings = await readPostings(reading, ids);
  let balanceFen = 0;
  const rows = postings.map((posting): StatementRow => {
    const change = { availableFen: 0, ...nothing() };
    for (const { year: of, account, amountFen } of posting.lines) {
      if (of !== year) continue;
      if (account === 'available') change.availableFen += amountFen;
      if (account === 'reserved') change.reservedFen += amountFen;
      if (account === 'committed') change.committedFen += amountFen;
      if (account === 'paid-out') change.paidFen += amountFen;
      if (account === 'clawed-back') change.clawingBackFen += amountFen;
      if (account === 'available' && posting.kind === 'recover') change.clawedBackFen += amountFen;
    }
    balanceFen += change.availableFen;
    return { ...posting, ...change, balanceFen };
  });
  return {
    year,
    sums: { year, ...totalOf(moved) },
    rows: wanted ? rows.filter(({ id }) => wanted.has(id)) : rows,
  };
}
