/** 对账单: a budget year from its first line to its last, as rows and as a spreadsheet. */
import writeExcelFile from 'write-excel-file/node';
import type { Language } from '../problems.ts';
import type { FundYear, StatementRow } from '../contract/fund.ts';
import { readPostings, type LedgerReading } from './postings.ts';
import { nothing, readMoved, totalOf } from './sums.ts';

export async function readStatement(
  reading: LedgerReading,
  year: number,
): Promise<{ year: number; sums: FundYear; rows: StatementRow[] }> {
  const [moved, ids] = await Promise.all([
    readMoved(reading.prisma, year),
    reading.prisma.fundEntry.findMany({
      where: { year },
      distinct: ['postingId'],
      orderBy: { postingId: 'asc' },
      select: { postingId: true },
    }),
  ]);
  const postings = await readPostings(
    reading,
    ids.map(({ postingId }) => postingId),
  );
  let balanceFen = 0;
  const rows = postings.map((posting): StatementRow => {
    const change = { availableFen: 0, ...nothing() };
    for (const { year: of, account, amountFen } of posting.lines) {
      if (of !== year) continue;
      if (account === 'available') change.availableFen += amountFen;
      if (account === 'reserved') change.reservedFen += amountFen;
      if (account === 'committed') change.committedFen += amountFen;
      if (account === 'paid-out') change.paidFen += amountFen;
      if (account === 'clawed-back') change.clawingBackFen += amountFen;
      if (account === 'available' && posting.kind === 'recover') change.clawedBackFen += amountFen;
    }
    balanceFen += change.availableFen;
    return { ...posting, ...change, balanceFen };
  });
  return { year, sums: { year, ...totalOf(moved) }, rows };
}

const words = {
  zh: [
    '日期',
    '摘要',
    '事项编号',
    '学校',
    '付款单位 / 文号',
    '凭证号',
    '拨付通知',
    '可用',
    '预留',
    '承诺',
    '已拨付',
    '应收回',
    '可用余额',
  ],
  en: [
    'Date',
    'What',
    'Case',
    'School',
    'Payer / document',
    'Voucher',
    'Order',
    'Available',
    'Reserved',
    'Committed',
    'Paid',
    'To come back',
    'Balance',
  ],
};

/** Yuan with two decimals; a spreadsheet's numbers hold every fen of a fund exactly. */
export async function statementSheet(reading: LedgerReading, year: number, language: Language): Promise<Buffer> {
  const { rows, sums } = await readStatement(reading, year);
  const total = language === 'zh' ? '合计' : 'Total';
  const data = [
    words[language].map((value) => ({ value, fontWeight: 'bold' as const })),
    ...rows.map((row) => [
      text(row.at.slice(0, 10)),
      text(row.name[language]),
      text(row.case?.number),
      text(row.school?.name[language]),
      text(row.source ? `${row.source.payer} / ${row.source.document}` : undefined),
      text(row.voucher),
      text(row.orderNumber),
      ...[row.availableFen, row.reservedFen, row.committedFen, row.paidFen, row.clawingBackFen, row.balanceFen].map(
        yuan,
      ),
    ]),
    [
      { value: total, fontWeight: 'bold' as const },
      ...Array.from({ length: 6 }, () => text(undefined)),
      ...[
        sums.availableFen,
        sums.reservedFen,
        sums.committedFen,
        sums.paidFen,
        sums.clawingBackFen,
        sums.availableFen,
      ].map(yuan),
    ],
  ];
  const columns = [12, 14, 14, 22, 28, 16, 15, 16, 16, 16, 16, 16, 16].map((width) => ({ width }));
  return writeExcelFile(data, { sheet: String(year), columns, stickyRowsCount: 1 }).toBuffer();
}

/** Text stays text: what starts with = or + is no formula. */
export const text = (value: string | null | undefined) => ({ value: value ?? '', type: String });

export const yuan = (amountFen: number) => ({ value: amountFen / 100, type: Number, format: '#,##0.00' });
