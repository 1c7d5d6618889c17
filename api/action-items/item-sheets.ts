/** 台账, 年度考核表 and 月通报 as spreadsheets. */
import writeExcelFile from 'write-excel-file/node';
import { lightNames } from '../../processes/meeting-action-items/lights.ts';
import { bold, count, heads, text } from '../fund/sheet-cells.ts';
import type { BoardItem } from '../contract/action-items.ts';
import type { BulletinView, UnitScoreView } from '../contract/bulletins.ts';
import type { Language } from '../problems.ts';

const frozen = { stickyRowsCount: 1 };
const widths = (...all: number[]) => all.map((width) => ({ width }));

const words = {
  zh: {
    items: '任务台账',
    item: [
      '编号',
      '灯',
      '原因',
      '任务',
      '牵头单位',
      '配合单位',
      '联络员',
      '会议',
      '条款',
      '开始',
      '完成时限',
      '进度（%）',
      '超期',
      '延期次数',
      '销号日期',
    ],
    scores: '得分',
    score: ['单位', '年度', '任务数', '起始分', '扣分', '得分'],
    lines: '扣分明细',
    line: ['单位', '日期', '任务编号', '任务', '分值', '事由'],
    units: '各单位',
    unit: ['单位', '红', '橙', '黄', '绿', '本月销号', '超期', '本年得分'],
    ...{ yes: '是', no: '否' },
  },
  en: {
    items: 'Action items',
    item: [
      'Number',
      'Light',
      'Why',
      'Task',
      'Lead',
      'Supporting',
      'Contact',
      'Meeting',
      'Clause',
      'Starts',
      'Due',
      'Progress (%)',
      'Late',
      'Extensions',
      'Closed out',
    ],
    scores: 'Scores',
    score: ['Unit', 'Year', 'Items', 'Start', 'Lost', 'Score'],
    lines: 'Derivation',
    line: ['Unit', 'Day', 'Item', 'Task', 'Points', 'Reason'],
    units: 'Units',
    unit: ['Unit', 'Red', 'Orange', 'Yellow', 'Green', 'Closed', 'Late', 'Score of the year'],
    ...{ yes: 'yes', no: 'no' },
  },
};

export const itemsSheet = (items: readonly BoardItem[], language: Language): Promise<Buffer> => {
  const w = words[language];
  const rows = items.map((item) => [
    ...[
      item.number,
      lightNames[item.light][language],
      item.reason[language],
      item.content,
      item.lead.name[language],
    ].map(text),
    ...[
      item.supporting.map(({ name }) => name[language]).join('、'),
      item.contact?.name,
      item.meeting,
      item.clause,
    ].map(text),
    ...[item.startsOn, item.dueOn].map(text),
    count(item.percent),
    text(item.late ? w.yes : w.no),
    count(item.extensions),
    text(item.closedOn),
  ]);
  return writeExcelFile([
    {
      sheet: w.items,
      data: [heads(w.item), ...rows],
      columns: widths(14, 12, 28, 48, 18, 24, 10, 24, 10, 12, 12, 10, 8, 8, 12),
      ...frozen,
    },
  ]).toBuffer();
};

/** 年度考核表: units first, then every line that led to a score. */
export const scoresSheet = (units: readonly UnitScoreView[], language: Language): Promise<Buffer> => {
  const w = words[language];
  const sums = units.map(({ unit, year, items, start, score }) => [
    text(unit.name[language]),
    ...[year, items, start, score - start].map((value) => ({ value, type: Number })),
    { value: score, type: Number, fontWeight: 'bold' as const },
  ]);
  const lines = units.flatMap(({ unit, lines: of }) =>
    of.map(({ on, number, title, points, reason }) => [
      ...[unit.name[language], on, number, title].map(text),
      { value: points, type: Number },
      text(reason[language]),
    ]),
  );
  return writeExcelFile([
    { sheet: w.scores, data: [heads(w.score), ...sums], columns: widths(22, 8, 8, 8, 8, 8), ...frozen },
    { sheet: w.lines, data: [heads(w.line), ...lines], columns: widths(22, 12, 14, 40, 8, 44), ...frozen },
  ]).toBuffer();
};

export const bulletinSheet = (bulletin: BulletinView, language: Language): Promise<Buffer> => {
  const w = words[language];
  const units = bulletin.units.map(({ unit, counts, closed, late, score }) => [
    text(unit.name[language]),
    ...[counts.red, counts.orange, counts.yellow, counts.green, closed, late, score].map(count),
  ]);
  const items = bulletin.items.map((item) => [
    ...[item.number, lightNames[item.light][language], item.reason[language], item.title, item.lead.name[language]].map(
      text,
    ),
    ...[item.supporting.map(({ name }) => name[language]).join('、'), item.meeting, item.dueOn].map(text),
    count(item.percent),
    text(item.late ? w.yes : w.no),
    text(item.closedOn),
  ]);
  const head = w.item;
  const itemHeads = [0, 1, 2, 3, 4, 5, 7, 10, 11, 12, 14].map((index) => bold(head[index] ?? ''));
  return writeExcelFile([
    { sheet: w.units, data: [heads(w.unit), ...units], columns: widths(22, 8, 8, 8, 8, 10, 8, 12), ...frozen },
    {
      sheet: w.items,
      data: [itemHeads, ...items],
      columns: widths(14, 12, 28, 48, 18, 24, 24, 12, 10, 8, 12),
      ...frozen,
    },
  ]).toBuffer();
};
