/** 兼职登记册 as a spreadsheet. */
import writeExcelFile from 'write-excel-file/node';
import { sumFen } from '../../processes/money.ts';
import type { Engagement } from '../contract/engagements.ts';
import { bold, boldYuan, count, heads, text, yuan } from '../fund/sheet-cells.ts';
import type { Language } from '../problems.ts';

const words = {
  zh: {
    heads: [
      ...['编号', '学校', '教师', '兼职单位', '统一社会信用代码', '类别', '行业', '职务', '起始', '结束', '状态'],
      ...[
        '每周小时',
        '工作时间小时',
        '取酬',
        '约定报酬（年）',
        '约定股权',
        '已申报收入',
        '已申报股权',
        '已缴税',
        '待申报',
      ],
    ],
    ...{ yes: '是', no: '否', total: '合计', sheet: '兼职登记册' },
  },
  en: {
    heads: [
      ...['Number', 'School', 'Teacher', 'Host', 'Credit code', 'Kind', 'Sector', 'Post', 'From', 'To', 'State'],
      ...[
        'Hours a week',
        'In working time',
        'Paid',
        'Agreed a year',
        'Agreed equity',
        'Income',
        'Equity',
        'Tax',
        'To declare',
      ],
    ],
    ...{ yes: 'yes', no: 'no', total: 'Total', sheet: 'Posts' },
  },
};

export async function registerSheet(posts: Engagement[], language: Language): Promise<Buffer> {
  const { heads: columns, yes, no, total, sheet } = words[language];
  const rows = posts.map((post) => [
    ...[post.number, post.school.name[language], post.teacher.name, post.host.name, post.host.code].map(text),
    ...[post.kind.name[language], post.sector.name[language], post.postTitle].map(text),
    ...[post.startsOn, post.endedOn ?? post.endsOn, post.stateName[language]].map(text),
    ...[post.hoursAWeek, post.workTimeHoursAWeek].map((hours) => ({ value: hours, type: Number, format: '0.0' })),
    text(post.paid ? yes : no),
    ...[post.yearlyFen, post.equityFen, ...amounts(post)].map(yuan),
    count(post.waiting.length),
  ]);
  const sums = ([0, 1, 2] as const).map((at) => sumFen(posts.map((post) => amounts(post)[at])));
  const foot = [
    bold(total),
    ...columns.slice(1, 16).map(() => text(undefined)),
    ...sums.map(boldYuan),
    text(undefined),
  ];
  return writeExcelFile([
    {
      sheet,
      data: [heads(columns), ...rows, foot],
      columns: [14, 22, 10, 26, 22, 14, 16, 20, 12, 12, 10, 10, 12, 8, 16, 14, 16, 14, 14, 8].map((width) => ({
        width,
      })),
      stickyRowsCount: 1,
    },
  ]).toBuffer();
}

const amounts = ({ declared: { incomeFen, equityFen, taxFen } }: Engagement): [number, number, number] => [
  incomeFen,
  equityFen,
  taxFen,
];
