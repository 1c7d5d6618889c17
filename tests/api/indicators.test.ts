/** Indicators over HTTP: counted from the records, explained, exported, shown to everybody without a name. */
import { randomUUID } from 'node:crypto';
import readXlsx from 'read-excel-file/node';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openOffice, refused } from './office.ts';
import type { Office } from './office.ts';

const thisYear = Number(new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 4));

let office: Office;
beforeAll(async () => {
  office = await openOffice({ worker: false });
  const { prisma } = office;
  for (const [unitId, year, fullTime, students] of [
    ['dazu-zhijiao', thisYear, 6000, 60_000],
    ['dazu-zhijiao', thisYear - 1, 5000, 50_000],
    ['shuangqiao-zhiye', thisYear, 4000, 39_999],
  ] as const) {
    const key = { unitId, year };
    await prisma.headCount.upsert({
      where: { unitId_year: key },
      create: { ...key, fullTime, students },
      update: { fullTime, students },
    });
  }
});
afterAll(() => office?.stop());

/** So many valid certificates of a school, of different teachers. */
async function certify(unitId: string, count: number, more: Partial<Record<'issuedOn' | 'expiresOn', string>> = {}) {
  const { issuedOn = `${thisYear - 1}-03-01`, expiresOn = `${thisYear + 3}-02-28` } = more;
  await office.prisma.certificate.createMany({
    data: Array.from({ length: count }, () => {
      const id = randomUUID();
      return {
        ...{ number: `T-${id}`, caseId: id, checkCode: id, teacherId: id, teacherName: '某教师', unitId },
        ...{ track: 'secondary', level: 'junior', subject: '机电', issuedOn, expiresOn },
        expiresAt: new Date(`${expiresOn}T16:00:00Z`),
      };
    }),
  });
}

const ratio = async () => {
  const leader = await office.as('bureau-leader');
  return leader.getIndicator({ params: { id: 'dual-qualified-ratio' } });
};

test('59.99 % is below 60 %, one teacher more and it is reached; an expired certificate no longer counts', async () => {
  await certify('dazu-zhijiao', 4000);
  await certify('shuangqiao-zhiye', 1999);
  await certify('shuangqiao-zhiye', 5, { issuedOn: '2015-01-01', expiresOn: '2019-12-31' });
  const before = await ratio();
  expect(before).toMatchObject({
    state: 'below',
    value: { part: 5999, whole: 10_000, text: '59.99%' },
    target: { text: '60.00%', from: 2025 },
    missing: { zh: '还差 1' },
    clause: '二(二)；三(三)2',
    unit: { id: 'jiaowei' },
    recordsInAll: 5999,
  });
  expect(before.explanation.zh).toContain('5,999 ÷ 专任教师 10,000 = 59.99%');
  expect(before.behind).toMatchObject([{ unit: { id: 'shuangqiao-zhiye' }, missing: 401 }]);
  expect(before.byUnit.map(({ unit, value, state, missing }) => [unit.id, value.text, state, missing])).toEqual([
    ['dazu-zhijiao', '66.66%', 'met', 0],
    ['shuangqiao-zhiye', '49.97%', 'below', 401],
  ]);

  await certify('shuangqiao-zhiye', 1);
  expect(await ratio()).toMatchObject({ state: 'met', value: { text: '60.00%' }, missing: null });
  // The page of old and the indicator are one count.
  const { all, targetBp } = await (await office.as('teacher')).getRatio();
  expect(all).toMatchObject({ certified: 6000, fullTime: 10_000, ratioBp: 6000 });
  expect(targetBp).toBe(6000);
});

test('a revoked certificate is out at once, and counts again in the years before', async () => {
  const { prisma } = office;
  const { number } = await prisma.certificate.findFirstOrThrow({ where: { unitId: 'dazu-zhijiao' } });
  await prisma.certificate.update({ where: { number }, data: { state: 'revoked', revokedAt: new Date() } });
  expect((await ratio()).value).toMatchObject({ part: 5999 });
  const leader = await office.as('bureau-leader');
  const lastYear = await leader.getIndicator({
    params: { id: 'dual-qualified-ratio' },
    query: { year: thisYear - 1 },
  });
  expect(lastYear.value).toMatchObject({ part: 4000, whole: 5000 });
  expect(lastYear.notes).toMatchObject([{ zh: expect.stringContaining('双桥职业学校') }]);
});

test('a year without figures says so instead of nought', async () => {
  const leader = await office.as('bureau-leader');
  const { items, year } = await leader.listIndicators({ query: { year: 2012 } });
  expect(year).toBe(2012);
  for (const item of items.filter(({ id }) => id !== 'vocational-schools')) {
    expect(item).toMatchObject({ state: 'no-data', value: null });
    expect(item.reason?.zh).toMatch(/2012 年/);
  }
  const { items: ahead } = await leader.listIndicators({ query: { year: thisYear + 1 } });
  expect(ahead.find(({ id }) => id === 'students')).toMatchObject({ state: 'no-data', value: null });
});

test('students, schools, programs and the fund are counted from their records', async () => {
  const { prisma } = office;
  await prisma.program.createMany({
    data: [
      ['dazu-zhijiao', '660303', '工业机器人', 'zhineng', 2020, null],
      ['dazu-zhijiao', '700206', '汽车运用与维修', 'qimo', 2018, null],
      ['dazu-zhijiao', '730701', '电子商务', null, 2018, null],
      ['shuangqiao-zhiye', '660102', '机械加工', 'wujin', 2015, 2020],
      ['shuangqiao-zhiye', '750105', '工艺美术', 'wenchuang', 2019, null],
    ].map(([unitId, code, name, industry, firstYear, lastYear]) => ({
      ...{ unitId: String(unitId), code: String(code), name: String(name), level: 'secondary' },
      ...{ industry: industry as string | null, firstYear: Number(firstYear), lastYear: lastYear as number | null },
    })),
  });
  const leader = await office.as('bureau-leader');
  const { items } = await leader.listIndicators();
  const one = (id: string) => items.find((item) => item.id === id);
  expect(one('students')).toMatchObject({
    state: 'below',
    value: { part: 99_999, text: '99,999' },
    missing: { zh: '还差 1 人' },
  });
  expect(one('vocational-schools')).toMatchObject({ value: { part: 2 }, missing: { zh: '还差 8 所' } });
  expect(one('program-industry-match')).toMatchObject({ state: 'below', value: { part: 3, whole: 4, text: '75.00%' } });
  expect(one('fund-size')).toMatchObject({ state: 'no-data' });
  const students = await leader.getIndicator({ params: { id: 'students' }, query: { year: thisYear - 1 } });
  expect(students).toMatchObject({
    state: 'no-data',
    reason: { zh: expect.stringContaining('1 所学校没有登记学生数：双桥职业学校') },
  });
  const match = await leader.getIndicator({ params: { id: 'program-industry-match' } });
  expect(match.records.filter(({ counts }) => !counts)).toMatchObject([
    { what: '电子商务（730701）', unit: { id: 'dazu-zhijiao' }, detail: { zh: '未对接重点产业' } },
  ]);
  const in2020 = await leader.getIndicator({ params: { id: 'program-industry-match' }, query: { year: 2020 } });
  expect(in2020.value).toMatchObject({ part: 4, whole: 5 });
});

test('a school sees the district and its own rows, not the certificates of another', async () => {
  const school = await (await office.as('other-reviewer')).getIndicator({ params: { id: 'dual-qualified-ratio' } });
  expect(school.byUnit).toHaveLength(2);
  expect(new Set(school.records.map(({ unit }) => unit.id))).toEqual(new Set(['shuangqiao-zhiye']));
});

test('who may read: offices and schools, no teacher, nobody unsigned', async () => {
  expect(await refused((await office.as('teacher')).listIndicators())).toMatchObject({ status: 403 });
  expect(await refused(office.anybody.listIndicators())).toMatchObject({ status: 401 });
  const clerk = await office.as('clerk');
  expect(await refused(clerk.getIndicator({ params: { id: 'nothing' } }))).toMatchObject({ status: 404 });
  expect((await office.raw('/api/v1/indicators?year=1999', { as: 'clerk' })).status).toBe(400);
});

test('everybody sees the figures of the district, no person and no school', async () => {
  const seen = await office.anybody.listPublicIndicators();
  expect(seen.items.map(({ id }) => id)).toContain('dual-qualified-ratio');
  const text = JSON.stringify(seen.items);
  for (const name of ['某教师', '双桥职业学校', '大足职教中心', 'T-']) expect(text).not.toContain(name);
  const { policy } = office;
  policy.indicators.items.find(({ id }) => id === 'students')!.public = false;
  expect((await office.anybody.listPublicIndicators()).items.map(({ id }) => id)).not.toContain('students');
});

test('the spreadsheet says what the page says', async () => {
  const answer = await office.raw('/api/v1/indicators-export', { as: 'bureau-leader' });
  expect(answer.headers.get('content-type')).toContain('spreadsheetml');
  const sheets = await readXlsx(Buffer.from(await answer.arrayBuffer()));
  expect(sheets.map(({ sheet }) => sheet)).toEqual(['指标', '分单位', '历年']);
  const rows = sheets[0]!.data;
  const ratioRow = rows.find(([name]) => name === '双师型教师占比')!;
  expect(ratioRow.slice(5, 10)).toEqual(['60.00%', '59.99%', 5999, 10_000, '未达标']);
});
