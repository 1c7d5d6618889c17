/** 年度兼职收入情况表: persons, hosts and amounts of a school's year, to be signed and filed. */
import { formatYuan } from '../processes/money.ts';
import { table, textIn } from './grid.ts';
import { SOFT } from './ink.ts';
import { createSheet } from './sheet.ts';

export interface PrintedStatement {
  year: number;
  school: string;
  office: string;
  plan: string;
  clause: string;
  note: string;
  rows: {
    teacher: string;
    host: string;
    number: string;
    /** 2（零申报 1） */
    periods: string;
    incomeFen: number;
    equityFen: number;
    taxFen: number;
  }[];
  teachers: number;
  hosts: number;
  total: { incomeFen: number; equityFen: number; taxFen: number };
  printedAt: Date;
  /** 2026-11-24 19:42 */
  printedText: string;
}

const columns = {
  teacher: { title: '教师' },
  host: { title: '兼职单位' },
  number: { title: '备案编号' },
  periods: { title: '申报期数' },
  incomeFen: { title: '兼职收入（元）', widget: 'money' as const },
  equityFen: { title: '股权（元）', widget: 'money' as const },
  taxFen: { title: '已缴税（元）', widget: 'money' as const },
};

/** A4 pages as PDF. */
export async function incomeStatementPdf(statement: PrintedStatement): Promise<Buffer> {
  const { year, school, office, plan, clause, note, rows, teachers, hosts, total, printedAt, printedText } = statement;
  const title = `${year} 年度教师兼职收入情况表`;
  const sheet = createSheet({
    ...{ title: `${school} ${title}`, author: office, subject: school, printedAt },
    foot: `${school}　打印时间 ${printedText}`,
  });
  sheet.flow([
    ...sheet.text(title, sheet.width, { size: 18, font: 'serif-bold', align: 'center' }),
    ...sheet.text(`依据《${plan}》${clause}`, sheet.width, { size: 8, color: SOFT, align: 'center' }),
  ]);
  sheet.gap(10);
  sheet.flow(sheet.text(`学校：${school}　　人员 ${teachers} 人　　兼职单位 ${hosts} 个`, sheet.width));
  sheet.gap(4);
  if (rows.length > 0) {
    const sum = { teacher: '合计', host: '', number: '', periods: '', ...total };
    table(sheet, { items: { properties: columns } }, [...rows, sum]);
  } else {
    sheet.row([{ width: sheet.width, lines: textIn(sheet, '本年度没有已核对的兼职收入申报', sheet.width) }]);
  }
  sheet.row([
    {
      width: sheet.width,
      lines: textIn(
        sheet,
        `兼职收入 ${formatYuan(total.incomeFen)} 元，股权 ${formatYuan(total.equityFen)} 元，已缴个人所得税 ${formatYuan(total.taxFen)} 元。${note}`,
        sheet.width,
      ),
    },
  ]);
  const half = sheet.width / 2;
  const blank = { height: 34, draw: () => {} };
  sheet.row([
    {
      width: half,
      lines: [...textIn(sheet, '财务人员（签字）：', half), blank, ...textIn(sheet, '年　　月　　日', half)],
    },
    {
      width: half,
      lines: [...textIn(sheet, '校长（签字）、学校（盖章）：', half), blank, ...textIn(sheet, '年　　月　　日', half)],
    },
  ]);
  return sheet.finish();
}
