/** 年度兼职收入情况表 as a spreadsheet. */
import writeExcelFile from 'write-excel-file/node';
import type { IncomeStatement } from '../contract/income.ts';
import { bold, boldYuan, count, heads, text, yuan } from '../fund/sheet-cells.ts';
import type { Language } from '../problems.ts';

const words = {
  zh: {
    title: (school: string, year: number) => `${school} ${year} 年度教师兼职收入情况表`,
    heads: [
      '教师',
      '兼职单位',
      '职务',
      '备案编号',
      '申报期数',
      '零申报',
      '更正',
      '兼职收入（元）',
      '股权（元）',
      '已缴税（元）',
    ],
    total: '合计',
    persons: (teachers: number, hosts: number) => `${teachers} 人，${hosts} 个单位`,
    basis: '依据',
  },
  en: {
    title: (school: string, year: number) => `${school}: part-time income of ${year}`,
    heads: [
      'Teacher',
      'Host',
      'Post',
      'Number',
      'Periods',
      'Nil returns',
      'Corrections',
      'Income (yuan)',
      'Equity (yuan)',
      'Tax (yuan)',
    ],
    total: 'Total',
    persons: (teachers: number, hosts: number) => `${teachers} persons, ${hosts} hosts`,
    basis: 'Basis',
  },
};

export async function statementSheet(statement: IncomeStatement, language: Language): Promise<Buffer> {
  const { title, heads: columns, total, persons, basis } = words[language];
  const { school, year, rows, teachers, hosts, total: sums, clause, note } = statement;
  return writeExcelFile([
    {
      sheet: String(year),
      data: [
        [bold(title(school.name[language], year))],
        heads(columns),
        ...rows.map((row) => [
          ...[row.teacher.name, row.host, row.postTitle, row.case.number].map(text),
          ...[row.periods, row.nil, row.corrections].map(count),
          ...[row.incomeFen, row.equityFen, row.taxFen].map(yuan),
        ]),
        [
          bold(total),
          bold(persons(teachers, hosts)),
          ...columns.slice(2, 7).map(() => text(undefined)),
          ...[sums.incomeFen, sums.equityFen, sums.taxFen].map(boldYuan),
        ],
        [text(note[language])],
        [text(`${basis}：${clause}`)],
      ],
      columns: [12, 28, 20, 15, 10, 10, 8, 18, 16, 16].map((width) => ({ width })),
      stickyRowsCount: 2,
    },
  ]).toBuffer();
}
