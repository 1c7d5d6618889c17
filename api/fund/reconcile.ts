/** 核对: what an auditor would add up by hand. Read in one snapshot, so that nothing moves meanwhile. */
import type { Prisma } from '../../prisma/client.ts';
import type { Prisma as Types } from '../../prisma/generated/client.ts';
import { formatYuan } from '../../processes/money.ts';
import type { ReconciliationCheck } from '../contract/fund.ts';
import { casesAgainstLedger } from './reconcile-cases.ts';
import { check } from './reconciliation-check.ts';

type Snapshot = Types.TransactionClient;

const MOST = 100;

export async function reconcile(prisma: Prisma): Promise<{ ok: boolean; checks: ReconciliationCheck[] }> {
  const checks = await prisma.$transaction(
    async (tx) => [
      await sumIsZero(tx),
      await balancesFollowEntries(tx),
      await sourcesAgainstLedger(tx),
      await paymentsAgainstLedger(tx),
      await casesAgainstLedger(tx),
    ],
    { isolationLevel: 'RepeatableRead', timeout: 30_000 },
  );
  return { ok: checks.every(({ ok }) => ok), checks };
}

async function sumIsZero(tx: Snapshot): Promise<ReconciliationCheck> {
  const [total] = await tx.$queryRaw<{ postings: number; entries: number; sum: bigint }[]>`
    SELECT count(DISTINCT posting_id)::int AS postings, count(*)::int AS entries, coalesce(sum(amount_fen), 0)::bigint AS sum FROM fund_entry`;
  const unequal = await tx.$queryRaw<{ id: bigint; key: string; sum: bigint | null }[]>`
    SELECT p.id, p.key, sum(e.amount_fen)::bigint AS sum FROM fund_posting p LEFT JOIN fund_entry e ON e.posting_id = p.id
    GROUP BY p.id HAVING sum(e.amount_fen) IS DISTINCT FROM 0 LIMIT ${MOST}`;
  const { postings = 0, entries = 0, sum = 0n } = total ?? {};
  return check(
    'sum-is-zero',
    { zh: '借贷平衡：合计为零', en: 'Double entry: the sum is zero' },
    {
      zh: `${postings} 笔、${entries} 条分录，合计 ${formatYuan(Number(sum))} 元`,
      en: `${postings} postings, ${entries} entries, ${formatYuan(Number(sum))} yuan in all`,
    },
    unequal.map((row) => ({ what: `${row.id} ${row.key}`, expectedFen: 0, foundFen: Number(row.sum ?? 0n) })),
  );
}

async function balancesFollowEntries(tx: Snapshot): Promise<ReconciliationCheck> {
  const rows = await tx.$queryRaw<{ year: number; account: string; caseId: string; balance: bigint; sum: bigint }[]>`
    SELECT year, account, case_id AS "caseId", coalesce(b.balance_fen, 0)::bigint AS balance, coalesce(e.amount_fen, 0)::bigint AS sum
    FROM fund_balance b FULL JOIN (
      SELECT year, account, case_id, sum(amount_fen) AS amount_fen FROM fund_entry GROUP BY 1, 2, 3) e USING (year, account, case_id)`;
  const wrong = rows.filter(({ account, balance, sum }) => balance !== sum || (account !== 'source' && balance < 0n));
  return check(
    'balances-follow-entries',
    { zh: '余额与分录一致，且无透支', en: 'Balances follow the entries, none is overdrawn' },
    { zh: `${rows.length} 个账户`, en: `${rows.length} accounts` },
    wrong.map(({ year, account, caseId, balance, sum }) => ({
      what: [year, account, caseId].filter(Boolean).join(' '),
      ...{ expectedFen: Number(sum), foundFen: Number(balance) },
    })),
  );
}

async function sourcesAgainstLedger(tx: Snapshot): Promise<ReconciliationCheck> {
  const rows = await tx.$queryRaw<{ id: bigint; listed: bigint | null; posted: bigint }[]>`
    SELECT p.id, s.amount_fen AS listed, sum(e.amount_fen)::bigint AS posted
    FROM fund_posting p JOIN fund_entry e ON e.posting_id = p.id AND e.account = 'available'
    LEFT JOIN fund_source s ON s.posting_id = p.id WHERE p.kind = 'source' GROUP BY p.id, s.amount_fen`;
  const total = rows.reduce((sum, { posted }) => sum + Number(posted), 0);
  return check(
    'sources-are-listed',
    { zh: '到位资金逐笔有来源', en: 'All money received has its source' },
    {
      zh: `${rows.length} 笔到位，共 ${formatYuan(total)} 元`,
      en: `${rows.length} receipts of ${formatYuan(total)} yuan`,
    },
    rows
      .filter(({ listed, posted }) => listed !== posted)
      .map(({ id, listed, posted }) => ({
        what: `${id}`,
        expectedFen: Number(listed ?? 0n),
        foundFen: Number(posted),
      })),
  );
}

async function paymentsAgainstLedger(tx: Snapshot): Promise<ReconciliationCheck> {
  const rows = await tx.$queryRaw<{ what: string; ordered: bigint | null; posted: bigint | null }[]>`
    SELECT coalesce(o.number, l.key) AS what, o.amount_fen AS ordered, l.amount_fen::bigint AS posted
    FROM (SELECT number, voucher, case_id, amount_fen FROM payment_order WHERE state = 'paid') o
    FULL JOIN (
      SELECT p.key, p.voucher, p.case_id, sum(e.amount_fen) AS amount_fen
      FROM fund_posting p JOIN fund_entry e ON e.posting_id = p.id AND e.account = 'paid-out'
      WHERE p.kind = 'pay' GROUP BY p.id) l ON l.voucher = o.voucher AND l.case_id = o.case_id`;
  const total = rows.reduce((sum, { posted }) => sum + Number(posted ?? 0n), 0);
  return check(
    'payments-have-orders',
    { zh: '拨付逐笔有通知和凭证', en: 'Each payment has its order and voucher' },
    {
      zh: `${rows.length} 笔拨付，共 ${formatYuan(total)} 元`,
      en: `${rows.length} payments of ${formatYuan(total)} yuan`,
    },
    rows
      .filter(({ ordered, posted }) => ordered !== posted)
      .map(({ what, ordered, posted }) => ({
        what,
        expectedFen: Number(ordered ?? 0n),
        foundFen: Number(posted ?? 0n),
      })),
  );
}
