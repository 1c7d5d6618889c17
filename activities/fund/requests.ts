/** What a case asks of the fund, and what it is answered. Types only: the workflow sandbox reads them. Amounts are whole fen. */

/** Common to every request: whose money, when (workflow time), and who decided it. */
export interface FundRequest {
  caseId: string;
  atMs: number;
  actorId?: string;
}

export interface Reservation extends FundRequest {
  /** Which decision of the case this is (1, 2, …): a decision that was sent back and made anew changes the reservation. */
  attempt: number;
  amountFen: number;
}

export type Reserved =
  | { kind: 'reserved'; year: number }
  /** Nothing was reserved: the year has only this left; earlier years' money is there but not carried over (结转). */
  | { kind: 'short'; year: number; availableFen: number; notCarriedOverFen: number };

export interface PaymentRequest extends FundRequest {
  stage: string;
  /** 1, or more where finance sent an order back. */
  attempt: number;
  amountFen: number;
  /** The unit that is paid. */
  payeeId: string;
}

export interface Paying extends FundRequest {
  orderNumber: string;
  voucher: string;
}

export type Paid = { kind: 'paid' } | { kind: 'voucher-used' };

export interface Released {
  releasedFen: number;
  /** What was paid before and is not the fund's any more. */
  paidFen: number;
  /** Payment orders that were out and are not to be paid. */
  cancelledOrders: string[];
}

export type ClawedBack = { kind: 'clawed-back' } | { kind: 'short'; paidFen: number };

export type Recovered = { kind: 'recovered'; amountFen: number } | { kind: 'voucher-used' };
