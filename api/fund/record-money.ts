/** Money that comes in, and what an ended year leaves: the two acts on the fund that belong to no case. */
import { fundTransaction, postHeld, postToFund } from '../../prisma/fund-ledger.ts';
import { dayOfDate, shanghaiDate, shanghaiDay } from '../../processes/shanghai.ts';
import type { RouteBody } from '../contract/route.ts';
import type { recordSource as sourceRoute } from '../contract/fund.ts';
import type { FundPosting } from '../contract/fund.ts';
import { Problem } from '../problems.ts';
import { readPostings, type LedgerReading } from './postings.ts';

interface By {
  userId: string;
  /** The same act has the same key, whatever crashed in between. */
  key: string;
}

/** Throws BadRequest for a source the policy does not know and for money of tomorrow. */
export async function recordSource(
  reading: LedgerReading,
  body: RouteBody<typeof sourceRoute>,
  { userId, key }: By,
): Promise<FundPosting> {
  const { year, source, payer, document, receivedOn, amountFen } = body;
  const { sources } = reading.policy.processes['program-funding'].fund;
  if (!sources.some(({ id }) => id === source)) {
    const known = sources.map(({ id, name }) => `${id}（${name.zh}）`).join('、');
    throw wrong(
      'source',
      `没有这种资金来源，可选：${known}`,
      `no such source: ${sources.map(({ id }) => id).join(', ')}`,
    );
  }
  if (dayOfDate(receivedOn) > shanghaiDay(Date.now())) {
    throw wrong('receivedOn', '到位日期不能晚于今天', 'cannot be later than today');
  }
  const id = await fundTransaction(reading.prisma, async (tx) => {
    const posted = await postToFund(tx, {
      key: `source:${userId}:${key}`,
      ...{ kind: 'source', actorId: userId, postedAt: new Date() },
      moves: [{ year, from: 'source', to: 'available', amountFen }],
    });
    if (!('id' in posted)) throw new Error(`money received was not posted: ${posted.kind}`);
    if (posted.kind === 'posted') {
      await tx.fundSource.createMany({
        data: {
          ...{ year, kind: source, payer, document, receivedOn, amountFen, recordedById: userId },
          postingId: BigInt(posted.id),
        },
      });
    }
    return posted.id;
  });
  return one(reading, id);
}

/** 年末结余: all that an ended year has available goes to this year or back, as the policy says. Throws NotAllowed when there is nothing. */
export async function closeYear(reading: LedgerReading, year: number, { userId, key }: By): Promise<FundPosting> {
  const thisYear = Number(shanghaiDate(Date.now()).slice(0, 4));
  if (year >= thisYear) throw wrong('year', '只能处理已结束的年度', 'only a year that has ended');
  const carries = reading.policy.processes['program-funding'].fund.yearEnd.available === 'carry-over';
  const id = await fundTransaction(reading.prisma, async (tx) => {
    const postingKey = `year-end:${userId}:${key}`;
    const earlier = await tx.fundPosting.findUnique({ where: { key: postingKey }, select: { id: true } });
    if (earlier) return String(earlier.id);
    const where = { year_account_caseId: { year, account: 'available', caseId: '' } };
    const left = Number((await tx.fundBalance.findUnique({ where }))?.balanceFen ?? 0n);
    if (left === 0)
      throw new Problem('NotAllowed', { detail: { zh: `${year} 年度没有结余。`, en: `${year} has nothing left.` } });
    const posted = await postHeld(tx, {
      ...{ key: postingKey, kind: carries ? 'carry-over' : 'return', actorId: userId, postedAt: new Date() },
      moves: [
        carries
          ? { year, toYear: thisYear, from: 'available', to: 'available', amountFen: left }
          : { year, from: 'available', to: 'source', amountFen: left },
      ],
    });
    if (!('id' in posted)) throw new Error(`the rest of ${year} was not posted: ${posted.kind}`);
    return posted.id;
  });
  return one(reading, id);
}

async function one(reading: LedgerReading, id: string): Promise<FundPosting> {
  const [posting] = await readPostings(reading, [BigInt(id)]);
  if (!posting) throw new Error(`posting ${id} is gone`);
  return posting;
}

const wrong = (path: string, zh: string, en: string) =>
  new Problem('BadRequest', { errors: [{ path, message: { zh, en } }] });
