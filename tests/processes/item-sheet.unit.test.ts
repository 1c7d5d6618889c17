import { expect, test } from 'vitest';
import { readItemSheet } from '../../processes/joint-meeting/item-sheet.ts';
import { readSheetDay } from '../../processes/joint-meeting/sheet-day.ts';

const HEADS = ['任务内容', '衡量标准', '牵头单位', '配合单位', '完成时限', '联络员', '分管领导', '议题', '方案条款'];
const topics = [{ id: 'topic-1', title: '产教融合型企业培育' }];
const good = (change: Record<number, unknown> = {}): unknown[] => {
  const line: unknown[] = [
    '建立培育库',
    '入库 8 家',
    '区经济信息委',
    '区教委、区发展改革委',
    '2026-12-31',
    null,
    null,
    null,
    null,
  ];
  for (const [index, cell] of Object.entries(change)) line[Number(index)] = cell;
  return line;
};
const read = (...lines: unknown[][]) => readItemSheet([HEADS, ...lines], topics);

test('a row as the template has it', () => {
  const sheet = read(good({ 7: '产教融合型企业 培育', 8: '三(四)1', 5: '唐丽' }), [null, '  ', null]);
  expect(sheet.problems).toEqual([]);
  expect(sheet.rows).toMatchObject([
    {
      line: 2,
      problems: [],
      cells: { dueOn: 'E2', leadUnits: 'C2' },
      row: {
        content: '建立培育库',
        leadUnits: ['区经济信息委'],
        supportingUnits: ['区教委', '区发展改革委'],
        dueOn: '2026-12-31',
        contact: '唐丽',
        topic: '产教融合型企业培育',
        topicId: 'topic-1',
        clause: '三(四)1',
      },
    },
  ]);
});

test('heads with marks, spaces, full width, in English and in another order are the same columns', () => {
  const sheet = readItemSheet(
    [
      ['Due on *', '牵头　单位', '任务内容（必填）', 'measure'],
      ['2026/1/5', '区财政局', '任务', '标准'],
    ],
    [],
  );
  expect(sheet.problems).toEqual([]);
  expect(sheet.rows[0]?.row).toMatchObject({ dueOn: '2026-01-05', leadUnits: ['区财政局'], content: '任务' });
});

test.each<[string, unknown[][], string | undefined, string]>([
  ['no such column', [[...HEADS, '备注'], good()], 'J1', '没有“备注”这一列'],
  ['a column twice', [[...HEADS, '任务内容'], good()], 'J1', '两列'],
  [
    'a required column is missing',
    [HEADS.filter((head) => head !== '完成时限'), good()],
    undefined,
    '缺少“完成时限”列',
  ],
  ['a head that is a number', [[...HEADS, 42], good()], 'J1', '没有'],
  ['no rows', [HEADS], undefined, '没有任务'],
  ['an empty sheet', [], undefined, '缺少'],
  [
    'too many rows',
    [HEADS, ...Array.from({ length: 201 }, (_, i) => good({ 0: `任务 ${i}` }))],
    undefined,
    '至多 200 行',
  ],
])('the sheet as a whole: %s', (_, cells, cell, words) => {
  const { rows, problems } = readItemSheet(cells, topics);
  expect(rows).toEqual([]);
  expect(problems.some((problem) => problem.cell === cell && problem.message.zh.includes(words))).toBe(true);
});

test.each<[string, Record<number, unknown>, string, string]>([
  ['a true/false value where text is wanted', { 0: true }, 'A2', '是/否'],
  ['a date where text is wanted', { 1: new Date('2026-12-31T00:00:00Z') }, 'B2', '却是日期'],
  ['a formula that failed', { 2: '#REF!' }, 'C2', '公式出错'],
  ['a formula that failed, among the supporting units', { 3: '#N/A' }, 'D2', '公式出错'],
  ['a due date in words', { 4: '年底前' }, 'E2', '不是日期'],
  ['a due date without a year', { 4: '12月31日' }, 'E2', '没有年份'],
  ['a day that does not exist', { 4: '2026-02-30' }, 'E2', '没有“2026-02-30”这一天'],
  ['a number that is no day', { 4: 3.5 }, 'E2', '不是日期'],
  ['a true/false value for a date', { 4: false }, 'E2', '不是日期'],
  ['a year that cannot be meant', { 4: '1926-12-31' }, 'E2', '年份有误'],
  ['a topic of another meeting', { 7: '别的议题' }, 'H2', '没有议题“别的议题”'],
])('one bad cell: %s', (_, change, cell, words) => {
  const [row] = read(good(change)).rows;
  expect(row?.problems).toEqual([
    expect.objectContaining({ cell, message: expect.objectContaining({ zh: expect.stringContaining(words) }) }),
  ]);
});

test('the same task for the same unit twice: the second is pointed at, and with which line it collides', () => {
  const { rows } = read(good(), good({ 0: '另一任务' }), good({ 0: ' 建立 培育库 ' }));
  expect(rows.map(({ problems }) => problems.length)).toEqual([0, 0, 1]);
  expect(rows[2]?.problems[0]).toMatchObject({ cell: 'A4', message: { zh: '与第 2 行重复' } });
});

test.each([
  [new Date('2026-12-31T00:00:00Z'), '2026-12-31'],
  [46_387, '2026-12-31'],
  [20_261_231, '2026-12-31'],
  ['20261231', '2026-12-31'],
  ['2026.1.5', '2026-01-05'],
  ['２０２６年１２月３１日', '2026-12-31'],
  [null, ''],
  ['  ', ''],
])('a day as %s', (cell, on) => {
  expect(readSheetDay(cell)).toEqual({ ok: true, on });
});
