import type { Prisma } from '../../prisma/client.ts';
import { fundTransaction, type FundTransaction, postHeld } from '../../prisma/fund-ledger.ts';
import { holdingsOf, movedBefore, movesTo, movesUpTo, totalOf } from './case-holdings.ts';
import { ledgerFault } from './ledger-fault.ts';
import { cancelOrders, markPaid, orderPayment, returnPayment } from './payment-orders.ts';
import type {
  ClawedBack,
  FundRequest,
  Paid,
  Paying,
  PaymentRequest,
  Recovered,
  Released,
  Reservation,
  Reserved,
} from './requests.ts';
import { reserveFunds } from './reserve-funds.ts';

/**
 * What a case does with the fund's money: each act is one database transaction, once however often it is run. Money that is not there is
 * an answer (`short`), not an error; the balances themselves are held by the database.
 */
export function createFundActivities({ prisma }: { prisma: Prisma }) {
  const once = async <R extends FundRequest, T>(
    request: R,
    act: (tx: FundTransaction, request: R) => Promise<T>,
  ): Promise<T> => {
    try {
      return await fundTransaction(prisma, async (tx) => {
        // Two attempts at one act, and any two acts on one case, one after the other: each sees what the other wrote.
        await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${request.caseId}, 0))`;
        return act(tx, request);
      });
    } catch (error) {
      throw ledgerFault(error);
    }
  };
  return {
    /** 预留, at the award decision. */
    reserveFunds: (request: Reservation): Promise<Reserved> => once(request, reserveFunds),
    /** 承诺, after the notice: everything reserved. */
    commitFunds: (request: FundRequest): Promise<{ committedFen: number }> => once(request, commitFunds),
    /** 拨付通知: the order that finance pays by. */
    orderPayment: (request: PaymentRequest): Promise<{ orderNumber: string }> => once(request, orderPayment),
    /** 已拨付, with the voucher's number. */
    markPaid: (request: Paying): Promise<Paid> => once(request, markPaid),
    /** Finance sent the order back unpaid. */
    returnPayment: (request: FundRequest & { orderNumber: string }): Promise<void> => once(request, returnPayment),
    /** 释放: what is reserved and committed and not paid returns to the fund; orders that are out are cancelled. */
    releaseFunds: (request: FundRequest): Promise<Released> => once(request, releaseFunds),
    /** 收回: so much of what was paid is to come back. */
    clawBackFunds: (request: FundRequest & { amountFen: number }): Promise<ClawedBack> => once(request, clawBackFunds),
    /** The money clawed back is here again, with the voucher's number: the fund may award it anew. */
    recoverFunds: (request: FundRequest & { voucher: string }): Promise<Recovered> => once(request, recoverFunds),
  };
}

async function commitFunds(
  tx: FundTransaction,
  { caseId, atMs, actorId }: FundRequest,
): Promise<{ committedFen: number }> {
  const key = `${caseId}:commit`;
  const before = await movedBefore(tx, key);
  if (before !== undefined) return { committedFen: before };
  const reserved = await holdingsOf(tx, caseId, ['reserved']);
  await postHeld(tx, {
    key,
    kind: 'commit',
    caseId,
    ...(actorId && { actorId }),
    postedAt: new Date(atMs),
    moves: movesTo('committed', reserved),
  });
  return { committedFen: totalOf(reserved) };
}

async function releaseFunds(tx: FundTransaction, request: FundRequest): Promise<Released> {
  const { caseId, atMs, actorId } = request;
  const key = `${caseId}:release`;
  const cancelledOrders = await cancelOrders(tx, request);
  const paidFen = totalOf(await holdingsOf(tx, caseId, ['paid-out']));
  const before = await movedBefore(tx, key);
  if (before !== undefined) return { releasedFen: before, paidFen, cancelledOrders };
  const left = await holdingsOf(tx, caseId, ['reserved', 'committed']);
  if (left.length > 0) {
    await postHeld(tx, {
      key,
      kind: 'release',
      caseId,
      ...(actorId && { actorId }),
      postedAt: new Date(atMs),
      moves: movesTo('available', left),
    });
  }
  return { releasedFen: totalOf(left), paidFen, cancelledOrders };
}

async function clawBackFunds(tx: FundTransaction, request: FundRequest & { amountFen: number }): Promise<ClawedBack> {
  const { caseId, atMs, actorId, amountFen } = request;
  const key = `${caseId}:claw-back`;
  if ((await movedBefore(tx, key)) !== undefined) return { kind: 'clawed-back' };
  const paid = await holdingsOf(tx, caseId, ['paid-out']);
  if (totalOf(paid) < amountFen) return { kind: 'short', paidFen: totalOf(paid) };
  const moves = movesUpTo(amountFen, 'clawed-back', paid);
  await postHeld(tx, { key, kind: 'claw-back', caseId, ...(actorId && { actorId }), postedAt: new Date(atMs), moves });
  return { kind: 'clawed-back' };
}

async function recoverFunds(tx: FundTransaction, request: FundRequest & { voucher: string }): Promise<Recovered> {
  const { caseId, atMs, actorId, voucher } = request;
  const key = `${caseId}:recover`;
  const before = await movedBefore(tx, key);
  if (before !== undefined) return { kind: 'recovered', amountFen: before };
  const owed = await holdingsOf(tx, caseId, ['clawed-back']);
  const moves = movesTo('available', owed);
  const posted = await postHeld(tx, {
    key,
    kind: 'recover',
    caseId,
    ...(actorId && { actorId }),
    voucher,
    postedAt: new Date(atMs),
    moves,
  });
  return posted.kind === 'voucher-used' ? { kind: 'voucher-used' } : { kind: 'recovered', amountFen: totalOf(owed) };
}
