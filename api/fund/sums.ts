/** Sums of the ledger: by year for the fund, by case for what was awarded. */
import type { Prisma } from '../../prisma/client.ts';
import type { FundSums, FundYear } from '../contract/fund.ts';

export type FundTotals = Omit<FundYear, 'year'>;

export const nothing = (): FundSums => ({
  reservedFen: 0,
  committedFen: 0,
  paidFen: 0,
  clawingBackFen: 0,
  clawedBackFen: 0,
});

export const noTotals = (): FundTotals => ({
  ...{ receivedFen: 0, carriedInFen: 0, carriedOutFen: 0, returnedFen: 0, availableFen: 0 },
  ...nothing(),
});

interface Moved {
  year: number;
  caseId: string;
  account: string;
  kind: string;
  gainedFen: bigint;
  lostFen: bigint;
}

/** One grouped reading of the entries. Everything else here is adding up. */
export async function readMoved(prisma: Prisma, year?: number): Promise<Moved[]> {
  return prisma.$queryRaw<Moved[]>`
    SELECT e.year, e.account, coalesce(p.case_id, '') AS "caseId", p.kind,
      coalesce(sum(e.amount_fen) FILTER (WHERE e.amount_fen > 0), 0)::bigint AS "gainedFen",
      coalesce(-sum(e.amount_fen) FILTER (WHERE e.amount_fen < 0), 0)::bigint AS "lostFen"
    FROM fund_entry e JOIN fund_posting p ON p.id = e.posting_id
    WHERE ${year ?? null}::int IS NULL OR e.year = ${year ?? null}::int
    GROUP BY 1, 2, 3, 4`;
}

export function addTo(sums: FundTotals, { account, kind, gainedFen, lostFen }: Moved): void {
  const [gained, lost] = [Number(gainedFen), Number(lostFen)];
  switch (account) {
    case 'source':
      sums.receivedFen += lost;
      sums.returnedFen += gained;
      break;
    case 'available':
      sums.availableFen += gained - lost;
      if (kind === 'carry-over') {
        sums.carriedInFen += gained;
        sums.carriedOutFen += lost;
      }
      if (kind === 'recover') sums.clawedBackFen += gained;
      break;
    case 'reserved':
      sums.reservedFen += gained - lost;
      break;
    case 'committed':
      sums.committedFen += gained - lost;
      break;
    case 'paid-out':
      sums.paidFen += gained - lost;
      break;
    case 'clawed-back':
      sums.clawingBackFen += gained - lost;
      break;
  }
}

export function totalsBy<Key extends string | number>(
  moved: Moved[],
  keyOf: (row: Moved) => Key,
): Map<Key, FundTotals> {
  const totals = new Map<Key, FundTotals>();
  for (const row of moved) {
    const sums = totals.get(keyOf(row)) ?? noTotals();
    totals.set(keyOf(row), sums);
    addTo(sums, row);
  }
  return totals;
}

export const totalOf = (moved: Moved[]): FundTotals => totalsBy(moved, () => 'all').get('all') ?? noTotals();

/** The part of the sums that a case has; the fund's own accounts are left out. */
export const caseSumsOf = ({
  reservedFen,
  committedFen,
  paidFen,
  clawingBackFen,
  clawedBackFen,
}: FundSums): FundSums => ({
  reservedFen,
  committedFen,
  paidFen,
  clawingBackFen,
  clawedBackFen,
});

export function addUp(all: readonly FundSums[]): FundSums {
  const sums = nothing();
  for (const each of all) for (const key of Object.keys(sums) as (keyof FundSums)[]) sums[key] += each[key];
  return sums;
}
