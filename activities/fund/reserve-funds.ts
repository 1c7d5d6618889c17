import { type FundTransaction, type Move, postToFund } from '../../prisma/fund-ledger.ts';
import { shanghaiDate } from '../../processes/working-days.ts';
import { holdingsOf, type Holding } from './case-holdings.ts';
import type { Reservation, Reserved } from './requests.ts';

/**
 * Sets what is reserved for a case to the amount, out of the year of the decision: more than before only as far as the year has it, the
 * rest of less goes back. The award of an earlier decision that was sent back is replaced in the same posting.
 */
export async function reserveFunds(tx: FundTransaction, request: Reservation): Promise<Reserved> {
  const { caseId, atMs, actorId, attempt, amountFen } = request;
  const year = Number(shanghaiDate(atMs).slice(0, 4));
  const key = `${caseId}:reserve:${attempt}`;
  if (await tx.fundPosting.findUnique({ where: { key }, select: { id: true } })) return { kind: 'reserved', year };
  const moves = changeTo(amountFen, year, await holdingsOf(tx, caseId, ['reserved']));
  if (moves.length === 0) return { kind: 'reserved', year };
  const posted = await postToFund(tx, {
    key,
    kind: 'reserve',
    caseId,
    ...(actorId && { actorId }),
    postedAt: new Date(atMs),
    moves,
  });
  if (posted.kind !== 'short') return { kind: 'reserved', year };
  return { kind: 'short', year, availableFen: posted.leftFen, notCarriedOverFen: await leftOfEarlierYears(tx, year) };
}

function changeTo(amountFen: number, year: number, reserved: Holding[]): Move[] {
  const others = reserved.filter((holding) => holding.year !== year);
  const held = reserved.find((holding) => holding.year === year)?.amountFen ?? 0;
  const back: Move[] = others.map((holding) => ({
    year: holding.year,
    from: 'reserved',
    to: 'available',
    amountFen: holding.amountFen,
  }));
  if (amountFen > held) return [...back, { year, from: 'available', to: 'reserved', amountFen: amountFen - held }];
  if (amountFen < held) return [...back, { year, from: 'reserved', to: 'available', amountFen: held - amountFen }];
  return back;
}

async function leftOfEarlierYears(tx: FundTransaction, year: number): Promise<number> {
  const { _sum } = await tx.fundBalance.aggregate({
    _sum: { balanceFen: true },
    where: { account: 'available', year: { lt: year } },
  });
  return Number(_sum.balanceFen ?? 0n);
}
