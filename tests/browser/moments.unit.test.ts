import { expect, it } from 'vitest';
import { dayOf, sayDay, sayDeadline, sayFullDay, saySize } from '../../web/pieces/moments.ts';

it('says a deadline as 24:00 of its last day, in Shanghai, wherever the reader is', () => {
  expect(sayDeadline('2020-11-26T16:00:00Z', 'zh')).toBe('2020年11月26日 24:00');
  expect(sayDeadline('2020-11-26T15:30:00Z', 'zh')).toBe('2020年11月26日 23:30');
  expect(dayOf('2020-12-31T16:00:00Z')).toBe('2021-01-01');
});

it('leaves out the year only when it is this one', () => {
  const thisYear = dayOf(new Date()).slice(0, 4);
  expect(sayDay(`${thisYear}-03-05`, 'zh')).toBe('3月5日');
  expect(sayDay('2019-03-05', 'zh')).toBe('2019年3月5日');
  expect(sayFullDay(`${thisYear}-03-05`, 'zh')).toBe(`${thisYear}年3月5日`);
});

it('says sizes short', () => {
  expect([saySize(1), saySize(20 * 1024 * 1024), saySize(2_621_440)]).toEqual(['1 KB', '20 MB', '2.5 MB']);
});
