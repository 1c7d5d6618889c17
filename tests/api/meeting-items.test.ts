/** Action items from published minutes: a spreadsheet is read cell by cell, all items are made in one go. */
import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import writeExcelFile from 'write-excel-file/node';
import { call, clerks, meetInOffice, office, published, read, send, today, type Member } from './meeting-story.ts';
import { pdf, refused } from './office.ts';

meetInOffice();

const HEADS = [
  '任务内容 *',
  '衡量标准 *',
  '牵头单位 *',
  '配合单位',
  '完成时限 *',
  '联络员',
  '分管领导',
  '议题',
  '方案条款',
];
type Cell = string | number | boolean | Date | null;
/** A Wednesday of next March, its Saturday and the Monday after: no holiday is near. */
const march = Date.parse(`${Number(today.slice(0, 4)) + 1}-03-08T00:00:00Z`);
const dayAfter = (days: number): string => new Date(march + days * 86_400_000).toISOString().slice(0, 10);
const toWednesday = (10 - new Date(march).getUTCDay()) % 7;
const workday = dayAfter(toWednesday);
const saturday = dayAfter(toWednesday + 3);
const monday = dayAfter(toWednesday + 5);
const nextYear = workday.slice(0, 4);
const line = (change: Record<number, Cell> = {}): Cell[] => {
  const cells: Cell[] = [`任务 ${randomUUID()}`, '完成', '区教委', '区财政局', workday, null, null, null, '四(二)'];
  for (const [index, cell] of Object.entries(change)) cells[Number(index)] = cell;
  return cells;
};
async function sheetOf(lines: Cell[][], name = '任务表.xlsx'): Promise<File> {
  const typed = (value: Cell) =>
    value === null
      ? null
      : value instanceof Date
        ? { value, type: Date, format: 'yyyy-mm-dd' }
        : { value, type: typeof value === 'number' ? Number : typeof value === 'boolean' ? Boolean : String };
  const data = [HEADS.map(typed), ...lines.map((cells) => cells.map(typed))] as never;
  const bytes = await writeExcelFile(data).toBuffer();
  return new File([new Uint8Array(bytes)], name);
}

const preview = async (id: string, lines: Cell[][]) =>
  (await office.as('secretary')).readItemTable({ params: { id }, file: await sheetOf(lines) });

test('a spreadsheet of action items: every bad cell is pointed at by its place, and nothing is made', async () => {
  const id = await published();
  const bad: [string, string, Cell[]][] = [
    ['A2', '任务内容', line({ 0: null })],
    ['A3', '任务内容', line({ 0: '长'.repeat(1001) })],
    ['A4', '是/否', line({ 0: true })],
    ['A5', '控制字符', line({ 0: '任务\u202e反' })],
    ['B6', '衡量标准', line({ 1: '  ' })],
    ['B7', '却是日期', line({ 1: new Date(`${workday}T00:00:00Z`) })],
    ['B8', '衡量标准', line({ 1: '长'.repeat(501) })],
    ['C9', '没有牵头单位', line({ 2: null })],
    ['C10', '没有单位“区旅游局”', line({ 2: '区旅游局' })],
    ['C11', '2 个牵头单位', line({ 2: '区教委、区科技局' })],
    ['C12', '公式出错', line({ 2: '#REF!' })],
    ['D13', '没有单位', line({ 3: '区财政局，区旅游局' })],
    ['D14', '已是牵头单位', line({ 3: '区教委' })],
    ['D15', '配合单位重复', line({ 3: '区财政局；区财政局' })],
    ['E16', '完成时限', line({ 4: null })],
    ['E17', '不是日期', line({ 4: '年底前' })],
    ['E18', '没有年份', line({ 4: '3月10日' })],
    ['E19', `没有“${nextYear}-02-30”这一天`, line({ 4: `${nextYear}-02-30` })],
    ['E20', '已经过去', line({ 4: new Date('2024-03-08T00:00:00Z') })],
    ['E21', '年份有误', line({ 4: '1927-03-10' })],
    ['F22', '没有“张三”', line({ 5: '张三' })],
    ['G23', '没有“李四”', line({ 6: '李四' })],
    ['H24', '没有议题', line({ 7: '别的会议的议题' })],
    ['I25', '方案条款', line({ 8: '条'.repeat(81) })],
  ];
  const { problems, rows } = await preview(
    id,
    bad.map(([, , cells]) => cells),
  );
  expect(problems).toEqual([]);
  expect(
    rows.map(({ line: number, errors }) => [number, errors.map(({ cell, message }) => `${cell} ${message.zh}`)]),
  ).toEqual(
    bad.map(([cell, words], index) => [
      index + 2,
      [expect.stringMatching(new RegExp(`^${cell} .*${words.replaceAll(/[()]/g, '\\$&')}`))],
    ]),
  );
  expect(await office.prisma.actionItem.count({ where: { meetingId: id } })).toBe(0);
});

test('dates as cells hold them, a holiday that rolls, then all items in one go, once', async () => {
  const id = await published();
  const { rows } = await preview(id, [
    line({ 4: new Date(`${workday}T00:00:00Z`) }),
    line({ 4: workday.replace(/^(....)-(..)-(..)$/, '$1年$2月$3日'), 3: null }),
    line({ 4: Number(saturday.replaceAll('-', '')), 5: 'stand-in' }),
  ]);
  expect(rows.map(({ errors }) => errors)).toEqual([[], [], []]);
  expect(rows.map(({ row }) => row.dueOn)).toEqual([workday, workday, saturday]);
  expect(rows[2]?.notes).toMatchObject([{ cell: 'E4', message: { zh: expect.stringContaining(`顺延至 ${monday}`) } }]);
  const secretary = await office.as('secretary');
  const create = (key: string) =>
    secretary.createMeetingItems(
      { params: { id }, body: { items: rows.map(({ row }) => row) } },
      { idempotencyKey: key },
    );
  const key = randomUUID();
  const { items } = await create(key);
  expect(items.map(({ number }) => number)).toEqual(items.map(() => expect.stringMatching(/^RW-\d{4}-\d{4}$/)));
  expect((await create(key)).items).toEqual(items);
  const { minutesNumber } = await read('secretary', id);
  const made = await office.prisma.actionItem.findMany({ where: { meetingId: id } });
  expect(made).toHaveLength(3);
  expect(made.every(({ meeting }) => meeting === `职业教育工作联席会议（${minutesNumber}）`)).toBe(true);

  // What is not done by the next meeting is on its agenda.
  const next = await call();
  for (const unit of Object.keys(clerks) as Member[]) await send(unit, next);
  const { agenda } = await read('secretary', next);
  const carried = agenda.filter(({ kind }) => kind === 'item').map(({ about }) => about?.id);
  expect(items.every(({ id: item }) => carried.includes(item))).toBe(true);
});

test('one wrong row and nothing is made; before publication, and for anybody else, neither', async () => {
  const id = await published();
  const secretary = await office.as('secretary');
  const good = { content: '任务', measure: '完成', leadUnits: ['jiaowei'], dueOn: workday };
  const create = (meeting: string, items: object[], login = 'secretary') =>
    office.as(login).then((api) => api.createMeetingItems({ params: { id: meeting }, body: { items: items } }));
  expect(await refused(create(id, [good, { ...good, content: '另一任务', leadUnits: [] }]))).toMatchObject({
    code: 'RulesNotMet',
    errors: [expect.objectContaining({ path: 'items.1.leadUnits' })],
  });
  expect(await office.prisma.actionItem.count({ where: { meetingId: id } })).toBe(0);
  expect(await refused(create(id, [good], 'bureau-reviewer'))).toMatchObject({ status: 403 });
  const early = await call();
  expect(await refused(create(early, [good]))).toMatchObject({ code: 'NotOpen' });
  const file = await sheetOf([line()]);
  expect(await refused(secretary.readItemTable({ params: { id: early }, file }))).toMatchObject({ code: 'NotOpen' });
  expect(await refused(secretary.readItemTable({ params: { id }, file: pdf() }))).toMatchObject({
    code: 'FileTypeNotAllowed',
  });
});

test('the template reads as a table without rows, under the heads that the preview knows', async () => {
  const id = await published();
  const answer = await office.raw(`/api/v1/meetings/${id}/action-items/template`, { as: 'secretary' });
  const file = new File([await answer.arrayBuffer()], '模板.xlsx');
  const secretary = await office.as('secretary');
  const { problems } = await secretary.readItemTable({ params: { id }, file });
  expect(problems).toMatchObject([{ message: { zh: '表中没有任务' } }]);
});
