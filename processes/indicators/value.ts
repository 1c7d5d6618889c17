/**
 * What an indicator is worth, kept exact: a share is two whole numbers, never their quotient. 5999 of 10000 is below 60 %, 3 of 5 is not;
 * what is shown is rounded down.
 */
import { percentText as exactPercent, shareAtLeast } from '../money.ts';

export interface Share {
  part: number;
  whole: number;
}

/** A count, or fen for money. */
export type Value = ({ kind: 'share' } & Share) | { kind: 'number'; amount: number };

/** Of a share in basis points (6000 = 60.00 %), else in the value's own unit. */
export type TargetValue = number;

/** Whether the share is at least so many basis points. A share of nothing meets no target. */
export const reaches = ({ part, whole }: Share, targetBp: number): boolean =>
  whole > 0 && shareAtLeast(part, whole, targetBp, 10_000);

/** Basis points, rounded down: 5999 of 10000 are 5999, 2 of 3 are 6666. Throws a RangeError on a share of nothing. */
export function basisPoints({ part, whole }: Share): number {
  if (whole <= 0) throw new RangeError('a share of nothing');
  return Number((BigInt(part) * 10_000n) / BigInt(whole));
}

/** How many more of the whole would be needed; 0 when the target is reached. */
export function stillMissing(value: Value, target: TargetValue): number {
  if (value.kind === 'number') return Math.max(0, target - value.amount);
  const needed = (BigInt(target) * BigInt(value.whole) + 9999n) / 10_000n;
  return Math.max(0, Number(needed) - value.part);
}

export const meets = (value: Value, target: TargetValue): boolean =>
  value.kind === 'share' ? reaches(value, target) : value.amount >= target;

/** 5999 → `59.99%` */
export const percentOf = (bp: number): string => `${Math.trunc(bp / 100)}.${String(bp % 100).padStart(2, '0')}%`;

/** `59.99%` of a share, rounded down; a dash for a share of nothing. */
export const percentText = ({ part, whole }: Share): string =>
  whole > 0 ? `${exactPercent(part, whole, 'down')}%` : '—';

/** `60%`, `59.99 %` or `60` as basis points; null when it is no percentage from 0 to 100 with at most two decimals. */
export function readPercent(text: string): number | null {
  const match = /^(\d{1,3})(?:\.(\d{1,2}))?\s*[%％]$/u.exec(text.trim());
  if (!match) return null;
  const bp = Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'));
  return bp <= 10_000 ? bp : null;
}
