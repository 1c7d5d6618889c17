import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { carryOut, elsewhere, someActs } from './acts.ts';
import { inOrder, openBooks } from './books.ts';
import { FundModel, total } from './model.ts';

let books: Awaited<ReturnType<typeof openBooks>>;
beforeAll(async () => {
  books = await openBooks();
});
afterAll(() => books.close());

test('whatever is done in whatever order, the ledger answers as heaps of coins would, and holds what they hold', async () => {
  const { prisma } = books;
  // Each run has years and cases of its own: one database serves them all.
  let run = 0;
  const property = fc.asyncProperty(someActs(60), async (acts) => {
    const place = { year: 3_000 + 2 * run, name: `run-${run++}` };
    const model = new FundModel();
    for (const act of acts.map((each) => elsewhere(each, place))) {
      const expected = model.apply(act);
      expect([act, await carryOut(books, act)]).toEqual([act, expected]);
    }
    for (const [of, fen] of model.available) expect([of, await balance('available', of)]).toEqual([of, fen]);
    for (const [caseId, heaps] of model.cases) {
      const accounts = {
        reserved: heaps.reserved,
        committed: heaps.committed,
        'paid-out': heaps.paid,
        'clawed-back': heaps.clawed,
      };
      for (const [account, heap] of Object.entries(accounts)) {
        const { _sum } = await prisma.fundBalance.aggregate({ _sum: { balanceFen: true }, where: { caseId, account } });
        expect([caseId, account, Number(_sum.balanceFen ?? 0n)]).toEqual([caseId, account, total(heap)]);
      }
    }
  });
  await fc.assert(property, { numRuns: 40 });
  await inOrder(prisma);

  async function balance(account: string, year: number): Promise<number> {
    const row = await prisma.fundBalance.findUnique({ where: { year_account_caseId: { year, account, caseId: '' } } });
    return Number(row?.balanceFen ?? 0n);
  }
}, 120_000);
