import { describe, expect, test } from 'vitest';
import type { Known, Row } from '../../processes/registers/column.ts';
import { planChanges } from '../../processes/registers/plan-changes.ts';
import { readRows, readSheet } from '../../processes/registers/read-rows.ts';
import { type RegisterSlug, registers } from '../../processes/registers/registers.ts';
import { dazu, TODAY } from './dazu.ts';

const known: Known = {
  today: TODAY,
  units: [
    { id: 'dazu-zhijiao', name: '大足职教中心', kind: 'school' },
    { id: 'shuangqiao-zhiye', name: '双桥职业学校', kind: 'school' },
    { id: 'longshui-wujin', name: '龙水五金智造有限公司', kind: 'enterprise' },
    { id: 'jiaowei', name: '区教委', kind: 'department' },
  ],
  industries: dazu().processes['program-funding'].industries,
};

const headers: Record<RegisterSlug, string[]> = {
  'head-counts': ['学校', '年度', '专任教师数', '在校学生数'],
  programs: ['学校', '专业代码', '专业名称', '办学层次', '对接产业', '首次招生年份', '停招年份'],
  institutions: ['代号', '名称', '英文名称', '类别', '办学层次', '统一社会信用代码', '开办年份', '停办年份'],
};

const good: Record<RegisterSlug, unknown[]> = {
  'head-counts': ['大足职教中心', 2026, 186, 3200],
  programs: ['大足职教中心', '660303', '工业机器人技术应用', '中职', '智能', 2021, null],
  institutions: ['dazu-zhijiao', '大足职教中心', 'Dazu Vocational Centre', '学校', '中职', null, 1984, null],
};

const bads = (slug: RegisterSlug, ...rows: unknown[][]) =>
  readSheet(registers[slug], [headers[slug], ...rows], known).bad.map(({ cell, message }) => `${cell} ${message.zh}`);

/** The good row with one cell otherwise. */
const withCell = (slug: RegisterSlug, title: string, typed: unknown): unknown[] =>
  good[slug].with(headers[slug].indexOf(title), typed);

const table: [RegisterSlug, string, unknown, string][] = [
  ['head-counts', '学校', null, 'A2 请填写'],
  ['head-counts', '学校', '   ', 'A2 请填写'],
  ['head-counts', '学校', '铜梁职教中心', 'A2 没有「铜梁职教中心」，须为：大足职教中心、双桥职业学校'],
  ['head-counts', '学校', '龙水五金智造有限公司', 'A2 没有「龙水五金智造有限公司」，须为：大足职教中心、双桥职业学校'],
  ['head-counts', '年度', 2027, 'B2 该年度尚未开始'],
  ['head-counts', '年度', 1999, 'B2 不小于 2000'],
  ['head-counts', '年度', new Date('2026-01-01'), 'B2 是日期格式，请改为“常规”或“文本”格式'],
  ['head-counts', '专任教师数', -3, 'C2 不能为负数'],
  ['head-counts', '专任教师数', 186.5, 'C2 须为整数，现为 186.5'],
  ['head-counts', '专任教师数', '约 180', 'C2 须为整数，现为「约 180」'],
  ['head-counts', '专任教师数', '1,86', 'C2 须为整数，现为「1,86」'],
  ['head-counts', '专任教师数', '1e3', 'C2 须为整数，现为「1e3」'],
  ['head-counts', '专任教师数', true, 'C2 是“是/否”值，须为文字或数字'],
  ['head-counts', '专任教师数', '#REF!', 'C2 公式出错：#REF!'],
  ['head-counts', '专任教师数', null, 'C2 请填写'],
  ['head-counts', '在校学生数', 1_000_001, 'D2 不大于 1000000'],
  ['programs', '专业代码', '66030', 'B2 须为 6 位数字'],
  ['programs', '专业代码', '66030三', 'B2 须为 6 位数字'],
  ['programs', '专业代码', '460303', 'B2 中职的专业代码以 6 或 7 开头'],
  ['programs', '专业名称', '机器人\n应用', 'C2 含有换行或不可见字符'],
  ['programs', '专业名称', '智'.repeat(61), 'C2 至多 60 个字'],
  ['programs', '办学层次', '技校', 'D2 没有「技校」，须为：中职、高职专科、职业本科'],
  ['programs', '对接产业', '房地产', 'E2 没有「房地产」，须为：五金、汽摩、智能、静脉、锶盐、文创'],
  ['programs', '首次招生年份', 2029, 'F2 晚于后年'],
  ['programs', '停招年份', 2019, 'G2 早于首次招生年份'],
  ['institutions', '代号', '大足职教', 'A2 只用小写字母、数字和连字符，以字母开头'],
  ['institutions', '代号', 'applicant', 'A2 只用小写字母、数字和连字符，以字母开头'],
  ['institutions', '类别', '医院', 'D2 没有「医院」，须为：学校、企业'],
  ['institutions', '办学层次', null, 'E2 学校须填办学层次'],
  ['institutions', '统一社会信用代码', '12500111450392018B', 'F2 校验码不符（GB 32100）'],
  ['institutions', '停办年份', 1980, 'H2 早于开办年份'],
];

test.each(table)('%s: %s %j is pointed at', (slug, title, typed, expected) => {
  expect(bads(slug, withCell(slug, title, typed))).toEqual([expected]);
});

test.each(Object.keys(good) as RegisterSlug[])('a good row of %s reads without a word', (slug) => {
  expect(bads(slug, good[slug])).toEqual([]);
});

describe('a sheet', () => {
  const sheet = (grid: unknown[][]) => readSheet(registers['head-counts'], grid, known);

  test('may have a title above its header, its columns in any order, empty rows and full-width digits', () => {
    const { rows, bad } = sheet([
      ['大足区职业学校人数统计表', null, null, null],
      ['在校学生数', '年度', '学校 *', '专任教师数'],
      [null, null, null, null],
      ['３，２００', '2026年', '大足职教中心', '186人'],
      ['', 2025, 'shuangqiao-zhiye', 94],
    ]);
    expect(bad).toEqual([]);
    expect(rows).toEqual([
      { number: 4, row: { unitId: 'dazu-zhijiao', year: 2026, fullTime: 186, students: 3200 } },
      { number: 5, row: { unitId: 'shuangqiao-zhiye', year: 2025, fullTime: 94, students: null } },
    ]);
  });

  test.each([
    [
      'without a header',
      [
        ['甲', '乙'],
        [1, 2],
      ],
      '前 10 行中没有找到表头',
    ],
    [
      'without a required column',
      [
        ['学校', '年度'],
        ['大足职教中心', 2026],
      ],
      '缺少「专任教师数」列',
    ],
    ['with an unknown column', [[...headers['head-counts'], '备注'], good['head-counts']], '没有这一列，请删除或改名'],
    ['with a column twice', [[...headers['head-counts'], '年度'], good['head-counts']], '列重复'],
    ['with nothing below', [headers['head-counts']], '表头下没有数据'],
    ['empty', [], '前 10 行中没有找到表头'],
    [
      'too long',
      [headers['head-counts'], ...Array.from({ length: 5001 }, () => good['head-counts'])],
      '超过 5000 行，请分批导入',
    ],
  ])('%s is refused', (_, grid, expected) => {
    const { bad } = sheet(grid);
    expect(bad[0]?.message.zh).toContain(expected);
  });

  test('names both rows that are the same', () => {
    expect(bads('head-counts', good['head-counts'], good['head-counts'])).toEqual(['A3 与第 2 行重复']);
  });
});

test('rows sent without a sheet are read by their keys, and an unknown key is refused', () => {
  const typed = [{ number: 1, typed: { unitId: 'dazu-zhijiao', year: 2026, fullTime: 186, students: null, extra: 1 } }];
  expect(readRows(registers['head-counts'], typed, known).bad).toMatchObject([
    { row: 1, column: 'extra', message: { en: 'unknown column' } },
  ]);
});

describe('a plan of changes', () => {
  const register = registers['head-counts'];
  const row = (year: number, fullTime: number, students: number | null = null): Row => ({
    ...{ unitId: 'dazu-zhijiao', year, fullTime, students },
  });
  const current = new Map([row(2025, 180, 3000), row(2026, 186, 3200)].map((each) => [register.identity(each), each]));

  test('tells added, changed and the same apart, field by field', () => {
    const planned = planChanges(register, current, [row(2024, 170), row(2025, 180, 3000), row(2026, 190, 3200)]);
    expect(planned.map(({ kind }) => kind)).toEqual(['added', 'same', 'changed']);
    expect(planned[2]?.fields).toEqual([{ column: 'fullTime', before: 186, after: 190 }]);
  });

  test('points at a count more than half away from the one before', () => {
    expect(planChanges(register, current, [row(2026, 18, 3200)])[0]?.notes).toMatchObject([
      { zh: '专任教师数变化过半：186 → 18，请核对' },
    ]);
    expect(planChanges(register, current, [row(2026, 120, 3300)])[0]?.notes).toEqual([]);
  });
});
