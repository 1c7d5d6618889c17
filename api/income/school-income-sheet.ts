/** 学校收入情况表 as a spreadsheet: a row a school, a column a source. */
import writeExcelFile from 'write-excel-file/node';
import { sumFen } from '../../processes/money.ts';
import type { SchoolIncomeStatement } from '../contract/income.ts';
import { bold, boldYuan, heads, text, yuan } from '../fund/sheet-cells.ts';
import type { Language } from '../problems.ts';

const words = {
  zh: {
    ...{
      school: '学校',
      total: '收入合计',
      fund: '学校发展基金',
      share: '占比（%）',
      pay: '超额绩效',
      cases: '事项编号',
    },
    ...{ sum: '合计', none: '未申报' },
  },
  en: {
    ...{ school: 'School', total: 'Income', fund: 'Development fund', share: 'Share (%)', pay: 'Performance pay' },
    ...{ cases: 'Cases', sum: 'Total', none: 'not declared' },
  },
};

export async function schoolIncomeSheet(statement: SchoolIncomeStatement, language: Language): Promise<Buffer> {
  const { school, total, fund, share, pay, cases, sum, none } = words[language];
  const { schools, year, total: sums } = statement;
  const sources = new Map(schools.flatMap((row) => row.sources.map(({ source }) => [source.id, source.name] as const)));
  const amountOf = (row: (typeof schools)[number], id: string) =>
    row.sources.find(({ source }) => source.id === id)?.amountFen ?? 0;
  const ids = [...sources.keys()];
  return writeExcelFile([
    {
      sheet: String(year),
      data: [
        heads([school, ...ids.map((id) => sources.get(id)?.[language] ?? id), total, fund, share, pay, cases]),
        ...schools.map((row) => [
          text(row.school.name[language]),
          ...ids.map((id) => yuan(amountOf(row, id))),
          ...[row.totalFen, row.developmentFundFen].map(yuan),
          text(row.sharePercent ?? none),
          yuan(row.performancePayFen),
          text(row.cases.map(({ number }) => number).join(' ')),
        ]),
        [
          bold(sum),
          ...ids.map((id) => boldYuan(sumFen(schools.map((row) => amountOf(row, id))))),
          ...[sums.totalFen, sums.developmentFundFen].map(boldYuan),
          text(undefined),
          boldYuan(sums.performancePayFen),
          text(undefined),
        ],
      ],
      columns: [28, ...ids.map(() => 18), 18, 18, 10, 18, 30].map((width) => ({ width })),
      stickyRowsCount: 1,
    },
  ]).toBuffer();
}
