import { expect, it } from 'vitest';
import { daysIn } from '../../web/desk/office/days-in.ts';

it('reads days and spans as people paste them, each once and in order', () => {
  expect(daysIn('2027-01-01', 2027)).toEqual(['2027-01-01']);
  expect(daysIn('1月1日至3日\n2月5日至2月7日', 2027)).toEqual([
    '2027-01-01',
    '2027-01-02',
    '2027-01-03',
    '2027-02-05',
    '2027-02-06',
    '2027-02-07',
  ]);
  expect(daysIn('02-14 02-28，02-14', 2027)).toEqual(['2027-02-14', '2027-02-28']);
  expect(daysIn('2026年12月31日～2027年1月2日', 2027)).toEqual(['2026-12-31', '2027-01-01', '2027-01-02']);
});

it('keeps a day that does not exist, for the check to name it', () => {
  expect(daysIn('02-30', 2027)).toEqual(['2027-02-30']);
});

it('finds nothing in words without days', () => {
  expect(daysIn('放假安排另行通知', 2027)).toEqual([]);
});
