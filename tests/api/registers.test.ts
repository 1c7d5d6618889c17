/** Registers over HTTP: preview, import whole or not at all, history that nobody can change, export that can be imported again. */
import { randomUUID } from 'node:crypto';
import readXlsx from 'read-excel-file/node';
import writeXlsx from 'write-excel-file/node';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { RegisterSlug } from '../../processes/registers/registers.ts';
import { openOffice, refused } from './office.ts';
import type { Office } from './office.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice({ worker: false });
});
afterAll(() => office?.stop());

type Cell = string | number | null;
const cellOf = (value: Cell) => (value === null ? null : { value, type: typeof value === 'number' ? Number : String });

async function sheet(rows: Cell[][], name = '人数.xlsx'): Promise<File> {
  const content = await writeXlsx(rows.map((row) => row.map(cellOf))).toBuffer();
  return new File([new Uint8Array(content)], name, {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  });
}

const header = ['学校', '年度', '专任教师数', '在校学生数'];
const counts = { register: 'head-counts' } as const;
const keeper = () => office.as('administrator');
const preview = async (rows: Cell[][], params: { register: RegisterSlug } = counts) =>
  (await keeper()).previewRegister({ params, file: await sheet(rows) });

test('a spreadsheet is previewed, then written, and its history says who, when, why', async () => {
  const rows: Cell[][] = [
    header,
    ['大足职教中心', 2026, 186, 3200],
    ['双桥职业学校', 2026, 94, 1800],
    ['双桥职业学校', 2025, 90, null],
  ];
  const seen = await preview(rows);
  expect(seen).toMatchObject({ bad: [], added: 2, changed: 1, same: 0 });
  expect(seen.changes[0]).toMatchObject({
    number: 2,
    what: '大足职教中心 2026',
    kind: 'changed',
    fields: [
      { title: { zh: '专任教师数' }, before: '4', after: '186' },
      { title: { zh: '在校学生数' }, before: null, after: '3200' },
    ],
    notes: [{ zh: '专任教师数变化过半：4 → 186，请核对' }],
  });
  expect(await office.prisma.headCount.count()).toBe(1);

  const api = await keeper();
  const body = { rows: seen.rows.map(({ cells }) => cells), reason: '2026 年秋季事业统计', basis: seen.basis };
  const idempotencyKey = randomUUID();
  const done = await api.changeRegister({ params: counts, body }, { idempotencyKey });
  expect(done).toMatchObject({ added: 2, changed: 1, same: 0 });
  expect(await api.changeRegister({ params: counts, body }, { idempotencyKey })).toEqual(done);
  expect((await preview(rows)).same).toBe(3);

  const { items } = await api.listRegisterChanges({ params: counts, query: { key: 'dazu-zhijiao:2026' } });
  expect(items.map(({ kind, by, reason }) => [kind, by?.name ?? null, reason])).toEqual([
    ['changed', 'administrator', '2026 年秋季事业统计'],
    ['added', null, null],
  ]);
  expect(items[0]?.fields[0]).toMatchObject({ before: '4', after: '186' });
  const view = await api.getRegister({ params: counts });
  expect(view.rows.find(({ key }) => key === 'dazu-zhijiao:2026')).toMatchObject({
    cells: { fullTime: 186, students: 3200 },
    changedBy: { name: 'administrator' },
  });
});

test('bad cells are pointed at and nothing is written, not even the good rows', async () => {
  const seen = await preview([header, ['大足职教中心', 2024, 170, 3000], ['没有的学校', 2024, 'x', -1]]);
  expect(seen.bad.map(({ cell, found }) => `${cell} ${found}`)).toEqual(['A3 没有的学校', 'C3 x', 'D3 -1']);
  expect(seen.added).toBe(1);
  const api = await keeper();
  const rows = [
    { unitId: 'dazu-zhijiao', year: 2024, fullTime: 170, students: 3000 },
    { unitId: 'nobody', year: 2024, fullTime: 'x', students: -1 },
  ];
  expect(await refused(api.changeRegister({ params: counts, body: { rows, reason: '补录' } }))).toMatchObject({
    status: 422,
    code: 'RulesNotMet',
    errors: [
      { path: 'rows.1.unitId' },
      { path: 'rows.1.fullTime' },
      { path: 'rows.1.students', message: '在校学生数：不能为负数' },
    ],
  });
  expect(await office.prisma.headCount.count({ where: { year: 2024 } })).toBe(0);
});

test('an import is refused when the register moved since its preview', async () => {
  const seen = await preview([header, ['双桥职业学校', 2026, 95, 1800]]);
  const api = await keeper();
  const rows = [{ unitId: 'shuangqiao-zhiye', year: 2026, fullTime: 96, students: 1800 }];
  await api.changeRegister({ params: counts, body: { rows, reason: '更正' } });
  const body = { rows: seen.rows.map(({ cells }) => cells), reason: '导入', basis: seen.basis };
  expect(await refused(api.changeRegister({ params: counts, body }))).toMatchObject({
    status: 409,
    code: 'RegisterChanged',
  });
  expect(await office.prisma.headCount.findFirst({ where: { unitId: 'shuangqiao-zhiye', year: 2026 } })).toMatchObject({
    fullTime: 96,
  });
});

test('rows are never lost, and their history cannot be written by hand', async () => {
  const { prisma } = office;
  await expect(prisma.headCount.deleteMany()).rejects.toThrow('permission denied');
  await expect(prisma.unit.deleteMany({ where: { id: 'wujin-qiye' } })).rejects.toThrow('permission denied');
  await expect(prisma.registerChange.updateMany({ data: { reason: 'x' } })).rejects.toThrow('permission denied');
  await expect(prisma.registerChange.deleteMany()).rejects.toThrow('permission denied');
  const change = { register: 'programs', key: 'k', unitId: 'u', after: {} };
  await expect(prisma.registerChange.create({ data: change })).rejects.toThrow('permission denied');
});

test('an institution is added, renamed and closed; a program is mapped to its industry; the export is imported again', async () => {
  const api = await keeper();
  const school = {
    ...{ unitId: 'haitang', name: '海棠职业学院', nameEn: 'Haitang College', kind: 'school', level: 'higher' },
    ...{ creditCode: null, openedYear: 2015, closedYear: null },
  };
  await api.changeRegister({ params: { register: 'institutions' }, body: { rows: [school], reason: '新设' } });
  const rows = [{ ...school, name: '海棠职业技术学院' }];
  await api.changeRegister({ params: { register: 'institutions' }, body: { rows, reason: '更名' } });
  const programs = [
    {
      unitId: 'haitang',
      code: '460303',
      name: '智能制造',
      level: 'higher',
      industry: '智能',
      firstYear: 2020,
      lastYear: null,
    },
  ];
  await api.changeRegister({ params: { register: 'programs' }, body: { rows: programs, reason: '备案' } });
  expect(await office.prisma.program.findFirst({ where: { unitId: 'haitang' } })).toMatchObject({
    industry: 'zhineng',
  });
  const { items } = await api.listRegisterChanges({ params: { register: 'institutions' }, query: { key: 'haitang' } });
  expect(items[0]).toMatchObject({
    fields: [{ title: { zh: '名称' }, before: '海棠职业学院', after: '海棠职业技术学院' }],
  });

  for (const register of ['institutions', 'programs', 'head-counts'] as const) {
    const answer = await office.raw(`/api/v1/registers/${register}/export`, { as: 'administrator' });
    const content = Buffer.from(await answer.arrayBuffer());
    expect((await readXlsx(content))[0]!.data.length).toBeGreaterThan(1);
    const file = new File([new Uint8Array(content)], '导出.xlsx');
    // Units of the stories have no level on record: that is what the register would ask for.
    const { bad, changed, added } = await api.previewRegister({ params: { register }, file });
    expect([changed, added]).toEqual([0, 0]);
    expect(bad.filter(({ message }) => message.zh !== '学校须填办学层次')).toEqual([]);
  }
});

test('a credit code belongs to one institution', async () => {
  const api = await keeper();
  const row = (unitId: string) => ({
    ...{ unitId, name: unitId, nameEn: unitId, kind: 'enterprise', level: null },
    ...{ creditCode: '91350100M000100Y43', openedYear: null, closedYear: null },
  });
  const params = { register: 'institutions' } as const;
  await api.changeRegister({ params, body: { rows: [row('qiye-a')], reason: '登记' } });
  expect(await refused(api.changeRegister({ params, body: { rows: [row('qiye-b')], reason: '登记' } }))).toMatchObject({
    errors: [{ path: 'rows.0.creditCode', message: '统一社会信用代码：已属于qiye-a' }],
  });
});

test('who may: keepers write, schools and offices read, others neither', async () => {
  const rows = [{ unitId: 'dazu-zhijiao', year: 2026, fullTime: 1, students: 1 }];
  const body = { rows, reason: '试' };
  expect(await refused((await office.as('clerk')).changeRegister({ params: counts, body }))).toMatchObject({
    status: 403,
  });
  expect(await refused((await office.as('school-reviewer')).changeRegister({ params: counts, body }))).toMatchObject({
    status: 403,
  });
  expect((await (await office.as('clerk')).getRegister({ params: counts })).mayChange).toBe(false);
  expect((await (await office.as('bureau-reviewer')).getRegister({ params: counts })).mayChange).toBe(true);
  expect(await refused((await office.as('teacher')).getRegister({ params: counts }))).toMatchObject({ status: 403 });
  expect(await refused(office.anybody.getRegister({ params: counts }))).toMatchObject({ status: 401 });
  expect((await office.raw('/api/v1/registers/nothing', { as: 'administrator' })).status).toBe(400);
});

test.each([
  ['a PDF by another name', new File(['%PDF-1.4\n%%EOF\n'], '人数.xlsx'), 'FileTypeMismatch'],
  ['a text', new File(['学校,年度\n'], '人数.xlsx'), 'FileTypeNotAllowed'],
  ['a PDF', new File(['%PDF-1.4\n%%EOF\n'], '人数.pdf'), 'FileTypeNotAllowed'],
])('%s is no spreadsheet', async (_, file, code) => {
  expect(await refused((await keeper()).previewRegister({ params: counts, file }))).toMatchObject({ code });
});
