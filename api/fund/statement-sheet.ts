/** 对账单 as a spreadsheet: the year's lines, and beside them the sums by school, industry and program. */
import writeExcelFile from 'write-excel-file/node';
import type { Bilingual } from '../../processes/case.ts';
import { sumFen } from '../../processes/money.ts';
import type { FundSums, FundView } from '../contract/fund.ts';
import type { Language } from '../problems.ts';
import { readFund } from './fund-view.ts';
import type { LedgerReading, Which } from './postings.ts';
import { bold, boldYuan, count, heads, text, yuan } from './sheet-cells.ts';
import { readStatement, type Statement } from './statement.ts';
import { addUp } from './sums.ts';

const words = {
  zh: {
    line: ['日期', '摘要', '事项编号', '学校', '付款单位 / 文号', '凭证号', '拨付通知'],
    change: ['可用', '预留', '承诺', '已拨付', '应收回', '可用余额'],
    sums: ['预留', '承诺', '已拨付', '应收回', '已收回'],
    total: '合计',
    ...{ schools: '按学校', industries: '按产业', programs: '按专业' },
    ...{ school: '学校', industry: '产业', program: '专业', code: '专业代码', case: '事项编号', count: '项目数' },
  },
  en: {
    line: ['Date', 'What', 'Case', 'School', 'Payer / document', 'Voucher', 'Order'],
    change: ['Available', 'Reserved', 'Committed', 'Paid', 'To be returned', 'Balance'],
    sums: ['Reserved', 'Committed', 'Paid', 'To be returned', 'Returned'],
    total: 'Total',
    ...{ schools: 'By school', industries: 'By industry', programs: 'By program' },
    ...{ school: 'School', industry: 'Industry', program: 'Program', code: 'Code', case: 'Case', count: 'Programs' },
  },
};

export async function statementSheet(
  reading: LedgerReading,
  which: Which & { year: number },
  language: Language,
): Promise<Buffer> {
  const [statement, fund] = await Promise.all([readStatement(reading, which), readFund(reading, partOf(which))]);
  const { schools, industries, programs } = words[language];
  const frozen = { stickyRowsCount: 1 };
  const sheet = {
    ...{ sheet: String(which.year), data: lines(statement, language) },
    ...{ columns: widths(12, 14, 14, 22, 28, 16, 15, 6), ...frozen },
  };
  // Sums of some kinds of lines, or of one case, would look like the fund's own.
  if (which.kind !== undefined || which.caseId !== undefined) return writeExcelFile([sheet]).toBuffer();
  return writeExcelFile([
    sheet,
    { sheet: schools, data: schoolRows(fund, language), columns: widths(24, 10, 5), ...frozen },
    { sheet: industries, data: industryRows(fund, language), columns: widths(24, 10, 5), ...frozen },
    { sheet: programs, data: programRows(fund, language), columns: widths(14, 24, 12, 22, 16, 5), ...frozen },
  ]).toBuffer();
}

const partOf = ({ year, unitId, industry }: Which & { year: number }) => ({ year, unitId, industry });

/** The last number is how many columns of money follow. */
const widths = (...all: number[]) =>
  [...all.slice(0, -1), ...Array.from({ length: all.at(-1) ?? 0 }, () => 16)].map((width) => ({ width }));

function lines({ rows }: Statement, language: Language) {
  const { line, change, total } = words[language];
  const moneyOf = (row: Changes) => [
    row.availableFen,
    row.reservedFen,
    row.committedFen,
    row.paidFen,
    row.clawingBackFen,
  ];
  const { clawedBackFen: _, ...sums } = addUp(rows);
  const availableFen = sumFen(rows.map((row) => row.availableFen));
  return [
    heads([...line, ...change]),
    ...rows.map((row) => [
      ...[row.at.slice(0, 10), row.name[language], row.case?.number, row.school?.name[language]].map(text),
      text(row.source ? `${row.source.payer} / ${row.source.document}` : undefined),
      ...[row.voucher, row.orderNumber].map(text),
      ...moneyOf(row).map(yuan),
      yuan(row.balanceFen),
    ]),
    [
      bold(total),
      ...line.slice(1).map(() => text(undefined)),
      ...moneyOf({ availableFen, ...sums }).map(boldYuan),
      // What is left is the last line's balance; of some lines there is no sum of it.
      text(undefined),
    ],
  ];
}

type Changes = Pick<
  Statement['rows'][number],
  'availableFen' | 'reservedFen' | 'committedFen' | 'paidFen' | 'clawingBackFen'
>;

function schoolRows({ bySchool, programs }: FundView, language: Language) {
  const { school, count: many, sums } = words[language];
  return summed(
    [school, many, ...sums],
    bySchool.map((row) => [text(row.school.name[language]), count(row.programs), ...amounts(row)]),
    programs,
    language,
  );
}

function industryRows({ byIndustry, programs }: FundView, language: Language) {
  const { industry, count: many, sums } = words[language];
  return summed(
    [industry, many, ...sums],
    byIndustry.map((row) => [text(row.industry.name[language]), count(row.programs), ...amounts(row)]),
    programs,
    language,
  );
}

function programRows({ programs }: FundView, language: Language) {
  const { case: number, program, code, school, industry, sums } = words[language];
  const say = (pair: Bilingual) => pair[language];
  return summed(
    [number, program, code, school, industry, ...sums],
    programs.map((row) => [
      ...[row.case.number, row.program.name, row.program.code, say(row.school.name), say(row.industry.name)].map(text),
      ...amounts(row),
    ]),
    programs,
    language,
  );
}

function summed<Cell>(columns: string[], rows: Cell[][], programs: FundSums[], language: Language) {
  const names = columns.length - words[language].sums.length;
  const { reservedFen, committedFen, paidFen, clawingBackFen, clawedBackFen } = addUp(programs);
  return [
    heads(columns),
    ...rows,
    [
      bold(words[language].total),
      ...columns.slice(1, names).map(() => text(undefined)),
      ...[reservedFen, committedFen, paidFen, clawingBackFen, clawedBackFen].map(boldYuan),
    ],
  ];
}

const amounts = ({ reservedFen, committedFen, paidFen, clawingBackFen, clawedBackFen }: FundSums) =>
  [reservedFen, committedFen, paidFen, clawingBackFen, clawedBackFen].map(yuan);
