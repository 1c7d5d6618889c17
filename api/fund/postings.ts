/** The ledger, posting by posting. */
import { z } from 'zod';
import { Prisma as Sql } from '../../prisma/generated/client.ts';
import type { Prisma } from '../../prisma/client.ts';
import type { FundAccount, PostingKind } from '../../prisma/fund-ledger.ts';
import type { Policy } from '../../processes/policy.ts';
import type { FundPosting } from '../contract/fund.ts';
import type { Directory } from '../directory.ts';
import { unitRef } from '../directory.ts';
import { instant } from '../instant.ts';
import { decodeCursor, page } from '../paging.ts';
import { caseRef, fundedCases } from './funded-cases.ts';
import { accountNames, postingNames } from './fund-names.ts';

export interface LedgerReading {
  prisma: Prisma;
  policy: Policy;
  directory: Directory;
}

export interface Which {
  year?: number | undefined;
  kind?: PostingKind | undefined;
  caseId?: string | undefined;
  unitId?: string | undefined;
  industry?: string | undefined;
}

const idCursor = z.tuple([z.string().regex(/^\d{1,18}$/)]);

/** Newest first. */
export async function listPostings(
  reading: LedgerReading,
  { cursor, limit, ...which }: Which & { cursor?: string | undefined; limit: number },
) {
  const before = decodeCursor(cursor, idCursor)?.[0];
  const ids = await reading.prisma.$queryRaw<{ id: bigint }[]>`
    SELECT p.id FROM fund_posting p LEFT JOIN case_file c ON c.id = p.case_id
    WHERE ${conditions(which)} AND (${before ?? null}::bigint IS NULL OR p.id < ${before ?? null}::bigint)
    ORDER BY p.id DESC LIMIT ${limit + 1}`;
  const { items, nextCursor } = page(
    ids,
    limit,
    ({ id }) => [String(id)],
    ({ id }) => id,
  );
  return { items: await readPostings(reading, items), nextCursor };
}

/** The ids of the postings asked for, in the order they were made. */
export async function postingIds(prisma: Prisma, which: Which): Promise<bigint[]> {
  const rows = await prisma.$queryRaw<{ id: bigint }[]>`
    SELECT p.id FROM fund_posting p LEFT JOIN case_file c ON c.id = p.case_id
    WHERE ${conditions(which)} ORDER BY p.id`;
  return rows.map(({ id }) => id);
}

function conditions({ year, kind, caseId, unitId, industry }: Which): Sql.Sql {
  const all = [
    Sql.sql`true`,
    ...(year === undefined
      ? []
      : [Sql.sql`EXISTS (SELECT FROM fund_entry e WHERE e.posting_id = p.id AND e.year = ${year})`]),
    ...(kind === undefined ? [] : [Sql.sql`p.kind = ${kind}`]),
    ...(caseId === undefined ? [] : [Sql.sql`p.case_id = ${caseId}`]),
    ...(unitId === undefined ? [] : [Sql.sql`c.unit_id = ${unitId}`]),
    ...(industry === undefined ? [] : [Sql.sql`c.facts->>'industry' = ${industry}`]),
  ];
  return Sql.join(all, ' AND ');
}

/** Postings in the order of the ids given. */
export async function readPostings(
  { prisma, policy, directory }: LedgerReading,
  ids: readonly bigint[],
): Promise<FundPosting[]> {
  const rows = await prisma.fundPosting.findMany({
    where: { id: { in: [...ids] } },
    include: { entries: true, source: true },
  });
  const [cases, people, units, orders] = await Promise.all([
    fundedCases(
      prisma,
      rows.flatMap(({ caseId }) => caseId ?? []),
    ),
    directory.people(rows.map(({ actorId }) => actorId)),
    directory.units(),
    prisma.paymentOrder.findMany({
      where: { voucher: { in: rows.flatMap(({ kind, voucher }) => (kind === 'pay' && voucher ? voucher : [])) } },
      select: { number: true, voucher: true },
    }),
  ]);
  const byId = new Map(rows.map((row) => [row.id, row]));
  const { sources } = policy.processes['program-funding'].fund;
  return ids.flatMap((id) => {
    const row = byId.get(id);
    if (!row) return [];
    const file = cases.get(row.caseId ?? '');
    return {
      id: String(id),
      kind: row.kind as PostingKind,
      name: postingNames[row.kind as PostingKind],
      at: instant(row.postedAt),
      case: file ? caseRef(file) : null,
      program: file?.programName ?? null,
      school: file ? unitRef(units, file.unitId) : null,
      by: people.orNull(row.actorId),
      voucher: row.voucher,
      orderNumber: orders.find(({ voucher }) => voucher !== null && voucher === row.voucher)?.number ?? null,
      source: row.source && {
        kind: sources.find(({ id: known }) => known === row.source?.kind) ?? {
          id: row.source.kind,
          name: { zh: row.source.kind, en: row.source.kind },
        },
        payer: row.source.payer,
        document: row.source.document,
        receivedOn: row.source.receivedOn,
      },
      lines: row.entries.map(({ year, account, amountFen }) => ({
        ...{ year, account: account as FundAccount },
        name: accountNames[account as FundAccount],
        amountFen: Number(amountFen),
      })),
    };
  });
}
