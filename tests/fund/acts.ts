/** Random acts on a fund: how they are drawn, and how they are done. */
import fc from 'fast-check';
import type { createFundActivities } from '../../activities/fund/fund-activities.ts';
import type { Prisma } from '../../prisma/client.ts';
import { fundTransaction, postToFund } from '../../prisma/fund-ledger.ts';

export type Act =
  | { act: 'give'; key: string; year: number; amountFen: number }
  | { act: 'carry-over'; key: string; year: number; amountFen: number }
  | { act: 'reserve'; caseId: string; attempt: number; year: number; amountFen: number }
  | { act: 'commit' | 'release'; caseId: string }
  | { act: 'pay'; caseId: string; attempt: number; amountFen: number; voucher: string }
  | { act: 'return-order'; caseId: string; attempt: number; amountFen: number }
  | { act: 'claw-back'; caseId: string; amountFen: number }
  | { act: 'recover'; caseId: string; voucher: string };

/** What an act came to, in the words of its answer: `reserved`, `short 30`, `refused`… */
export type Answer = string;

const caseId = fc.integer({ min: 1, max: 4 }).map(String);
const attempts = fc.integer({ min: 1, max: 3 });
const amountFen = fc.integer({ min: 1, max: 1_000 });
const years = fc.constantFrom(0, 1);
const key = fc.uuid();
const voucher = fc.integer({ min: 1, max: 16 }).map(String);

/** Acts on a few cases in two budget years, so that they meet each other; most amounts fit, some do not. */
const acts: fc.Arbitrary<Act> = fc.oneof(
  { weight: 2, arbitrary: fc.record({ act: fc.constant('give' as const), key, year: years, amountFen }) },
  {
    weight: 1,
    arbitrary: fc.record({ act: fc.constant('carry-over' as const), key, year: fc.constant(0), amountFen }),
  },
  {
    weight: 5,
    arbitrary: fc.record({ act: fc.constant('reserve' as const), caseId, attempt: attempts, year: years, amountFen }),
  },
  { weight: 3, arbitrary: fc.record({ act: fc.constant('commit' as const), caseId }) },
  {
    weight: 4,
    arbitrary: fc.record({ act: fc.constant('pay' as const), caseId, attempt: attempts, amountFen, voucher }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ act: fc.constant('return-order' as const), caseId, attempt: attempts, amountFen }),
  },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('release' as const), caseId }) },
  { weight: 2, arbitrary: fc.record({ act: fc.constant('claw-back' as const), caseId, amountFen }) },
  { weight: 2, arbitrary: fc.record({ act: fc.constant('recover' as const), caseId, voucher }) },
);

export const someActs = (most: number): fc.Arbitrary<Act[]> =>
  fc.array(acts, { minLength: 5, maxLength: most, size: 'max' });

/** The same acts on other cases, years, keys and vouchers: one database serves many runs. */
export function elsewhere(act: Act, { year, name }: { year: number; name: string }): Act {
  const moved = { ...act };
  for (const field of ['caseId', 'key', 'voucher'] as const) {
    if (field in moved) Object.assign(moved, { [field]: `${name}-${(moved as Record<string, unknown>)[field]}` });
  }
  if ('year' in moved) moved.year += year;
  return moved;
}

interface Doing {
  prisma: Prisma;
  fund: ReturnType<typeof createFundActivities>;
}

/** Does an act. A refused one answers `refused`; any other error is thrown. */
export async function carryOut(doing: Doing, act: Act): Promise<Answer> {
  try {
    return await attempt(doing, act);
  } catch (error) {
    if (error instanceof Error && 'type' in error && error.type === 'LedgerRefused') return 'refused';
    throw error;
  }
}

async function attempt({ prisma, fund }: Doing, act: Act): Promise<Answer> {
  const post = (kind: 'source' | 'carry-over', key: string, move: Parameters<typeof postToFund>[1]['moves'][number]) =>
    fundTransaction(prisma, (tx) => postToFund(tx, { key, kind, postedAt: new Date(), moves: [move] }));
  switch (act.act) {
    case 'give': {
      await post('source', act.key, { year: act.year, from: 'source', to: 'available', amountFen: act.amountFen });
      return 'given';
    }
    case 'carry-over': {
      const { year, amountFen } = act;
      const posted = await post('carry-over', act.key, {
        year,
        toYear: year + 1,
        from: 'available',
        to: 'available',
        amountFen,
      });
      return posted.kind === 'short' ? `short ${posted.leftFen}` : 'carried over';
    }
    case 'reserve': {
      const reserved = await fund.reserveFunds({
        ...of(act.caseId, act.year),
        attempt: act.attempt,
        amountFen: act.amountFen,
      });
      return reserved.kind === 'short' ? `short ${reserved.availableFen}` : 'reserved';
    }
    case 'commit':
      return `committed ${(await fund.commitFunds(of(act.caseId))).committedFen}`;
    case 'release':
      return `released ${(await fund.releaseFunds(of(act.caseId))).releasedFen}`;
    case 'pay': {
      const { orderNumber } = await fund.orderPayment({ ...of(act.caseId), ...orderOf(act) });
      return (await fund.markPaid({ ...of(act.caseId), orderNumber, voucher: act.voucher })).kind;
    }
    case 'return-order': {
      const { orderNumber } = await fund.orderPayment({ ...of(act.caseId), ...orderOf(act) });
      await fund.returnPayment({ ...of(act.caseId), orderNumber });
      return 'returned';
    }
    case 'claw-back': {
      const clawed = await fund.clawBackFunds({ ...of(act.caseId), amountFen: act.amountFen });
      return clawed.kind === 'short' ? `short ${clawed.paidFen}` : clawed.kind;
    }
    case 'recover': {
      const recovered = await fund.recoverFunds({ ...of(act.caseId), voucher: act.voucher });
      return recovered.kind === 'voucher-used' ? recovered.kind : `recovered ${recovered.amountFen}`;
    }
  }
}

const of = (caseId: string, year = 2026) => ({ caseId, atMs: Date.UTC(year, 5, 1) });
const orderOf = ({ attempt, amountFen }: { attempt: number; amountFen: number }) => ({
  stage: 'payment-1',
  attempt,
  amountFen,
  payeeId: 'school',
});
