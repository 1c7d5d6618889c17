import { expect, test } from 'vitest';
import type { FundView, SchoolFunding } from '../../api/contract/fund.ts';
import { changedAddress, readAddress, statementPath } from '../../web/desk/fund/fund-address.ts';
import { movementOf } from '../../web/desk/fund/movement.ts';
import { fileName } from '../../web/desk/fund/save-file.ts';
import { duesFirst, ownTurns } from '../../web/desk/fund/school-dues.ts';
import { barsOf, sizeOf, slicesOf, tenThousands } from '../../web/desk/fund/slices.ts';

const sums = (
  more: Partial<Record<'reservedFen' | 'committedFen' | 'paidFen' | 'clawingBackFen' | 'clawedBackFen', number>>,
) => ({
  ...{ reservedFen: 0, committedFen: 0, paidFen: 0, clawingBackFen: 0, clawedBackFen: 0 },
  ...more,
});
const bilingual = (zh: string) => ({ zh, en: zh });
const received = { receivedFen: 100, carriedInFen: 0, carriedOutFen: 0, returnedFen: 0 };

const fund: FundView = {
  minimum: { amountFen: 1, clause: '四(三)', receivedFen: 100, met: true },
  yearEnd: 'carry-over',
  sources: [],
  years: [
    { year: 2025, ...received, availableFen: 10, ...sums({ paidFen: 90 }) },
    { year: 2026, ...received, availableFen: 40, ...sums({ reservedFen: 60 }) },
  ],
  total: { ...received, availableFen: 50, ...sums({ paidFen: 90, reservedFen: 60 }) },
  bySchool: [
    { school: { id: 'a', name: bilingual('甲校') }, programs: 1, ...sums({ reservedFen: 60 }) },
    { school: { id: 'b', name: bilingual('乙校') }, programs: 2, ...sums({ paidFen: 90, clawedBackFen: 5 }) },
  ],
  byIndustry: [
    { industry: { id: 'wujin', name: bilingual('五金') }, programs: 3, ...sums({ paidFen: 90, reservedFen: 60 }) },
  ],
  programs: [
    {
      case: { id: 'c1', number: 'ZX-2026-0001', title: '…' },
      ...{ state: 'approved', businessState: 'paying', school: { id: 'b', name: bilingual('乙校') } },
      ...{ industry: { id: 'wujin', name: bilingual('五金') }, program: { code: '660108', name: '模具制造技术' } },
      ...sums({ paidFen: 90 }),
    },
  ],
};

test('years stand in their order, schools by their money, and each leads to its own statement', () => {
  expect(slicesOf(fund, 'year').map(({ key, availableFen }) => [key, availableFen])).toEqual([
    ['2025', 10],
    ['2026', 40],
  ]);
  expect(slicesOf(fund, 'school').map(({ key, part }) => [key, part])).toEqual([
    ['b', { unitId: 'b' }],
    ['a', { unitId: 'a' }],
  ]);
  expect(slicesOf(fund, 'industry')[0]?.part).toEqual({ industry: 'wujin' });
  expect(slicesOf(fund, 'program')[0]).toMatchObject({
    part: { caseId: 'c1' },
    name: { zh: '模具制造技术' },
    note: { zh: '乙校' },
  });
});

test('of some programs alone nothing is available: that money is nobody’s', () => {
  expect(slicesOf(fund, 'year', false).map(({ availableFen }) => availableFen)).toEqual([undefined, undefined]);
});

test('what came back is counted once, as available again', () => {
  const [first] = slicesOf(fund, 'school');
  expect(first && sizeOf(first)).toBe(90);
});

test('many schools make twelve bars, and the twelve together are the whole', () => {
  const bySchool = Array.from({ length: 30 }, (_, index) => ({
    ...{ school: { id: `s${index}`, name: bilingual(`${index}`) }, programs: 1 },
    ...sums({ paidFen: index + 1, committedFen: 1 }),
  }));
  const slices = slicesOf({ ...fund, bySchool }, 'school');
  const bars = barsOf(slices);
  expect(bars).toMatchObject({ gathered: 19, layers: ['committedFen', 'paidFen'] });
  expect(bars.slices).toHaveLength(12);
  expect(bars.slices.at(-1)?.name.zh).toBe('其余 19 项');
  const whole = (all: typeof slices) => all.reduce((sum, slice) => sum + sizeOf(slice), 0);
  expect(whole(bars.slices)).toBe(whole(slices));
  expect(barsOf(slices.slice(0, 12))).toMatchObject({ gathered: 0 });
});

test('an axis counts in 万元', () => {
  expect([0, 120_000_000, 1_500_000, -50_000_000].map((fen) => tenThousands(fen))).toEqual(['0', '120', '1.5', '-50']);
});

test('filters live in the address; what it cannot say counts as not said', () => {
  const address = new URLSearchParams('year=2026&unitId=dazu-zhijiao&kind=pay&by=school&open=7');
  expect(readAddress(address)).toEqual({
    ...{ year: 2026, unitId: 'dazu-zhijiao', kind: 'pay', by: 'school', open: '7' },
    ...{ industry: undefined, caseId: undefined },
  });
  expect(readAddress(new URLSearchParams('year=26&kind=theft&by=colour&unitId= '))).toMatchObject({
    ...{ year: undefined, kind: undefined, by: 'year', unitId: undefined },
  });
  expect(changedAddress(address, { kind: undefined, year: 2025, open: '' }).toString()).toBe(
    'year=2025&unitId=dazu-zhijiao&by=school',
  );
  expect(statementPath({ year: 2026, caseId: 'c 1', unitId: undefined })).toBe('/fund/statement?year=2026&caseId=c+1');
  expect(statementPath({})).toBe('/fund/statement');
});

const line = (year: number, account: 'available' | 'reserved' | 'source', zh: string, amountFen: number) => ({
  ...{ year, account, name: bilingual(zh), amountFen },
});

test('a posting in one line: where from, where to, how much of this year', () => {
  const reserve = { lines: [line(2026, 'available', '可用', -70), line(2026, 'reserved', '预留', 70)] };
  expect(movementOf(reserve, 2026)).toEqual({ from: [bilingual('可用')], to: [bilingual('预留')], amountFen: 70 });

  // Money of two years for one program: each year's statement shows its own part.
  const both = { lines: [...reserve.lines, line(2025, 'available', '可用', -30), line(2025, 'reserved', '预留', 30)] };
  expect(movementOf(both, 2025)).toMatchObject({ amountFen: 30 });

  const carried = { lines: [line(2025, 'available', '可用', -10), line(2026, 'available', '可用', 10)] };
  expect(movementOf(carried, 2025)).toMatchObject({
    from: [{ zh: '可用' }],
    to: [{ zh: '2026 年可用' }],
    amountFen: 10,
  });
  expect(movementOf(carried, 2026)).toMatchObject({
    from: [{ zh: '2025 年可用' }],
    to: [{ zh: '可用' }],
    amountFen: 10,
  });
});

test('a download has the name its header gives, in Chinese where it can', () => {
  expect(fileName('attachment; filename="?-2026.xlsx"; filename*=UTF-8\'\'%E5%AF%B9%E8%B4%A6%E5%8D%95-2026.xlsx')).toBe(
    '对账单-2026.xlsx',
  );
  expect(fileName('attachment; filename="report.xlsx"')).toBe('report.xlsx');
  expect(fileName("attachment; filename*=UTF-8''%E5%A")).toBe('file');
  expect(fileName(null)).toBe('file');
});

const program = (id: string, waiting: SchoolFunding['waiting']): SchoolFunding => ({
  ...{
    case: { id, number: id, title: id },
    state: 'approved',
    businessState: 'paying',
    program: { code: '', name: id },
  },
  ...{ awardedFen: 0, ...sums({}), waiting },
});
const turn = (ours: boolean, at: string): SchoolFunding['waiting'][number] => ({
  ...{ assignmentId: at, what: bilingual('提交报告'), ours },
  due: { at, text: bilingual(''), level: 'normal' } as never,
});

test('a school sees first what it must do first; what others do does not press', () => {
  const items = [
    program('nothing', []),
    program('later', [turn(true, '2027-05-01T00:00:00+08:00')]),
    program('theirs', [turn(false, '2026-01-01T00:00:00+08:00')]),
    program('first', [turn(true, '2027-01-01T00:00:00+08:00'), turn(true, '2028-01-01T00:00:00+08:00')]),
  ];
  expect(duesFirst(items).map(({ case: { id } }) => id)).toEqual(['first', 'later', 'nothing', 'theirs']);
  expect(ownTurns(items)).toBe(3);
});
