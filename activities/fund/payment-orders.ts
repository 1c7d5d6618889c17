/** 拨付通知: numbered, handed to finance, then paid, sent back or cancelled. */
import { type FundTransaction, postHeld } from '../../prisma/fund-ledger.ts';
import { shanghaiDate } from '../../processes/working-days.ts';
import { next } from '../cases/case-row.ts';
import { holdingsOf, movesUpTo } from './case-holdings.ts';
import type { FundRequest, Paid, Paying, PaymentRequest } from './requests.ts';

const OUT = ['ordered', 'handed-over'];

export async function orderPayment(tx: FundTransaction, request: PaymentRequest): Promise<{ orderNumber: string }> {
  const { caseId, atMs, stage, attempt, amountFen, payeeId } = request;
  const earlier = await tx.paymentOrder.findUnique({ where: { caseId_stage_attempt: { caseId, stage, attempt } } });
  if (earlier) return { orderNumber: earlier.number };
  const year = shanghaiDate(atMs).slice(0, 4);
  const number = `BF-${year}-${String(await next(tx, `payment-order:${year}`)).padStart(4, '0')}`;
  await tx.paymentOrder.create({
    data: { number, caseId, stage, attempt, amountFen, payeeId, orderedAt: new Date(atMs) },
    select: { number: true },
  });
  return { orderNumber: number };
}

/** The order's amount leaves the case's commitment, with the voucher that proves it. */
export async function markPaid(
  tx: FundTransaction,
  { caseId, atMs, actorId, orderNumber, voucher }: Paying,
): Promise<Paid> {
  const order = await tx.paymentOrder.findUniqueOrThrow({ where: { number: orderNumber, caseId } });
  if (order.state === 'paid') return { kind: 'paid' };
  if (!OUT.includes(order.state)) throw new TypeError(`payment order ${orderNumber} is ${order.state}`);
  const committed = await holdingsOf(tx, caseId, ['committed']);
  const moves = movesUpTo(Number(order.amountFen), 'paid-out', committed);
  if (moves.reduce((sum, { amountFen }) => sum + amountFen, 0) < order.amountFen)
    throw new TypeError(`${orderNumber} is more than what is committed`);
  const postedAt = new Date(atMs);
  const posted = await postHeld(tx, {
    key: `${caseId}:pay:${orderNumber}`,
    kind: 'pay',
    caseId,
    ...(actorId && { actorId }),
    voucher,
    postedAt,
    moves,
  });
  if (posted.kind === 'voucher-used') return { kind: 'voucher-used' };
  await tx.paymentOrder.update({
    where: { number: orderNumber },
    data: { state: 'paid', voucher, closedAt: postedAt, closedById: actorId ?? null },
    select: { number: true },
  });
  return { kind: 'paid' };
}

/** Finance sent it back unpaid, e.g. for a wrong account. */
export async function returnPayment(
  tx: FundTransaction,
  { caseId, atMs, actorId, orderNumber }: FundRequest & { orderNumber: string },
): Promise<void> {
  await tx.paymentOrder.updateMany({
    where: { number: orderNumber, caseId, state: { in: OUT } },
    data: { state: 'returned', closedAt: new Date(atMs), closedById: actorId ?? null },
  });
}

/** Numbers of the orders that were out; running it again answers the same. */
export async function cancelOrders(tx: FundTransaction, { caseId, atMs, actorId }: FundRequest): Promise<string[]> {
  await tx.paymentOrder.updateMany({
    where: { caseId, state: { in: OUT } },
    data: { state: 'cancelled', closedAt: new Date(atMs), closedById: actorId ?? null },
  });
  const cancelled = await tx.paymentOrder.findMany({
    where: { caseId, state: 'cancelled' },
    orderBy: { number: 'asc' },
  });
  return cancelled.map(({ number }) => number);
}
