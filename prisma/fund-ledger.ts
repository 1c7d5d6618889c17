/**
 * The fund's ledger, as the program may write it: through the database function `post_to_fund` alone, which holds the balances, refuses
 * what would overdraw them and knows each key once. Amounts are whole fen.
 */
import type { Prisma as PrismaTypes } from './generated/client.ts';
import type { Prisma } from './client.ts';

export type FundAccount = 'source' | 'available' | 'reserved' | 'committed' | 'paid-out' | 'clawed-back';

export type PostingKind =
  | 'source'
  | 'carry-over'
  | 'return'
  | 'reserve'
  | 'commit'
  | 'release'
  | 'pay'
  | 'claw-back'
  | 'recover';

/** Money that goes from one account to another; `source` and `available` belong to the fund, the others to the posting's case. */
export interface Move {
  /** The budget year whose money it is. */
  year: number;
  /** 结转 only: the later year it goes to. */
  toYear?: number;
  from: FundAccount;
  to: FundAccount;
  amountFen: number;
}

export interface Posting {
  /** The same act has the same key however often it is tried. */
  key: string;
  kind: PostingKind;
  caseId?: string;
  actorId?: string;
  /** 凭证号, of `pay` and `recover`: used once. */
  voucher?: string;
  postedAt: Date;
  moves: Move[];
}

export type Posted =
  | { kind: 'posted' | 'repeated'; id: string }
  /** Nothing was written: the account holds only `leftFen`. */
  | { kind: 'short'; year: number; account: FundAccount; leftFen: number }
  | { kind: 'voucher-used' };

export type FundTransaction = PrismaTypes.TransactionClient;

/** Writes a posting, or finds the one this key already has. Throws on a move the posting's kind does not know. */
export async function postToFund(tx: FundTransaction, posting: Posting): Promise<Posted> {
  const { key, kind, caseId = null, actorId = null, voucher = null, postedAt, moves } = posting;
  const rows = await tx.$queryRaw<{ answer: Posted }[]>`
    SELECT post_to_fund(${key}, ${kind}, ${caseId}, ${actorId}, ${voucher}, ${postedAt}, ${JSON.stringify(moves)}::jsonb) AS answer`;
  const answer = rows[0]?.answer;
  if (!answer) throw new Error(`the ledger did not answer to ${key}`);
  return 'id' in answer ? { ...answer, id: String(answer.id) } : answer;
}

/** What was read of a case's holdings before posting had changed when the posting came: read again. */
export class HoldingsMoved extends Error {
  override readonly name = 'HoldingsMoved';
}

/** Writes a posting whose money was seen to be there a moment ago. */
export async function postHeld(
  tx: FundTransaction,
  posting: Posting,
): Promise<Extract<Posted, { id: string }> | { kind: 'voucher-used' }> {
  const posted = await postToFund(tx, posting);
  if (posted.kind === 'short')
    throw new HoldingsMoved(`${posting.key}: ${posted.account} has only ${posted.leftFen} fen`);
  return posted;
}

const ATTEMPTS = 6;

/**
 * Runs `work` in a transaction, again where two met: a deadlock or failed serialization, or the same key or voucher in the same moment,
 * whose second attempt reads what the first one wrote. Throws when it met somebody every time, or for any other reason.
 */
export async function fundTransaction<T>(prisma: Prisma, work: (tx: FundTransaction) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await prisma.$transaction(work, { maxWait: 2_000, timeout: 4_500 });
    } catch (error) {
      if (attempt === ATTEMPTS || !isCollision(error)) throw error;
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 20 * 2 ** attempt));
    }
  }
}

/** Two met: unique_violation, serialization_failure, deadlock_detected. */
const COLLISIONS = ['23505', '40001', '40P01'];

const isCollision = (error: unknown): boolean =>
  error instanceof HoldingsMoved || COLLISIONS.includes(sqlState(error) ?? '');

/** PostgreSQL's code of an error that came through Prisma; undefined when the database did not answer at all. */
export function sqlState(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('meta' in error)) return undefined;
  const meta = error.meta as { driverAdapterError?: { cause?: { originalCode?: string } } } | undefined;
  return meta?.driverAdapterError?.cause?.originalCode;
}
