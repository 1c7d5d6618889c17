import type { FundAccount, FundTransaction, Move } from '../../prisma/fund-ledger.ts';

export interface Holding {
  year: number;
  account: FundAccount;
  amountFen: number;
}

/** What the fund holds in the name of a case, account by account, zeros left out. */
export async function holdingsOf(tx: FundTransaction, caseId: string, accounts: FundAccount[]): Promise<Holding[]> {
  const rows = await tx.fundBalance.findMany({
    where: { caseId, account: { in: accounts }, balanceFen: { gt: 0 } },
    orderBy: [{ year: 'asc' }, { account: 'asc' }],
  });
  return rows.map(({ year, account, balanceFen }) => ({
    year,
    account: account as FundAccount,
    amountFen: Number(balanceFen),
  }));
}

export const totalOf = (holdings: Holding[]): number => holdings.reduce((total, { amountFen }) => total + amountFen, 0);

/** Everything of these holdings goes to one account, each year's money staying in its year. */
export const movesTo = (to: FundAccount, holdings: Holding[]): Move[] =>
  holdings.map(({ year, account, amountFen }) => ({ year, from: account, to, amountFen }));

/**
 * Takes an amount from holdings, the oldest year's money first. Fewer moves than asked for when there is not enough: the ledger then says
 * what is missing.
 */
export function movesUpTo(amountFen: number, to: FundAccount, holdings: Holding[]): Move[] {
  const moves: Move[] = [];
  let left = amountFen;
  for (const { year, account, amountFen: held } of holdings) {
    const part = Math.min(left, held);
    if (part > 0) moves.push({ year, from: account, to, amountFen: part });
    left -= part;
  }
  return moves;
}

/** What a posting that is there already moved out of an account; undefined when the key is new. */
export async function movedBefore(tx: FundTransaction, key: string): Promise<number | undefined> {
  const posting = await tx.fundPosting.findUnique({ where: { key }, select: { entries: true } });
  if (!posting) return undefined;
  return posting.entries.reduce((total, { amountFen }) => total + (amountFen < 0n ? -Number(amountFen) : 0), 0);
}
