/** A fund of its own for tests, and what must hold of any fund at any time. */
import { expect } from 'vitest';
import { createFundActivities } from '../../activities/fund/fund-activities.ts';
import { createPrisma, type Prisma } from '../../prisma/client.ts';
import { fundTransaction, type FundAccount, postToFund } from '../../prisma/fund-ledger.ts';
import { freshDatabase } from '../support/index.ts';

/** Noon in Shanghai of a day of the budget year 2026. */
export const today = Date.parse('2026-11-24T12:00:00+08:00');

export async function openBooks() {
  const { url, ownerUrl } = await freshDatabase();
  const prisma = createPrisma(url);
  const owner = createPrisma(ownerUrl, { poolSize: 2 });
  return {
    url,
    prisma,
    owner,
    fund: createFundActivities({ prisma }),
    give: (amountFen: number, year = 2026, key = `source:${year}:${Math.random()}`) =>
      give(prisma, amountFen, year, key),
    held: (account: FundAccount) => held(prisma, account),
    close: () => Promise.all([prisma.$disconnect(), owner.$disconnect()]),
  };
}

/** Money comes in. */
export const give = (prisma: Prisma, amountFen: number, year: number, key: string) =>
  fundTransaction(prisma, (tx) =>
    postToFund(tx, {
      key,
      kind: 'source',
      postedAt: new Date(today),
      moves: [{ year, from: 'source', to: 'available', amountFen }],
    }),
  );

export async function held(prisma: Prisma, account: FundAccount): Promise<number> {
  const { _sum } = await prisma.fundBalance.aggregate({ _sum: { balanceFen: true }, where: { account } });
  return Number(_sum.balanceFen ?? 0n);
}

/** Sums to zero as a whole and posting by posting, nothing below zero, balances equal to their entries. */
export async function inOrder(prisma: Prisma): Promise<void> {
  const [total] = await prisma.$queryRaw<
    { sum: bigint | null }[]
  >`SELECT sum(amount_fen)::bigint AS sum FROM fund_entry`;
  expect(total?.sum ?? 0n).toBe(0n);
  const unequal =
    await prisma.$queryRaw`SELECT posting_id FROM fund_entry GROUP BY posting_id HAVING sum(amount_fen) <> 0`;
  expect(unequal).toEqual([]);
  const bare =
    await prisma.$queryRaw`SELECT p.id FROM fund_posting p LEFT JOIN fund_entry e ON e.posting_id = p.id WHERE e.posting_id IS NULL`;
  expect(bare).toEqual([]);
  const overdrawn = await prisma.fundBalance.findMany({ where: { balanceFen: { lt: 0 }, account: { not: 'source' } } });
  expect(overdrawn).toEqual([]);
  const drifted = await prisma.$queryRaw`
    SELECT year, account, case_id FROM fund_balance b FULL JOIN (
      SELECT year, account, case_id, sum(amount_fen) AS amount_fen FROM fund_entry GROUP BY 1, 2, 3) e USING (year, account, case_id)
    WHERE b.balance_fen IS DISTINCT FROM e.amount_fen`;
  expect(drifted).toEqual([]);
}
