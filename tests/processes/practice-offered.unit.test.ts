import { expect, test } from 'vitest';
import { practiceOf, type PracticePost } from '../../processes/part-time-income/practice.ts';
import { practiceDays } from '../../processes/teacher-certification/practice-days.ts';
import { dazu } from './dazu.ts';

const policy = dazu().processes['part-time-income'];
const post = (more: Partial<PracticePost> = {}): PracticePost => ({
  ...{ hostName: '龙水五金智造有限公司', postTitle: '技术顾问', postKind: 'enterprise', sector: 'wujin' },
  ...{ startsOn: '2026-01-01', endsOn: '2026-12-31', minutesAWeek: 480 },
  ...more,
});

test('a day a week is a day a week, up to yesterday', () => {
  // 2026-01-01 to 2026-11-23: 327 days are 46 weeks and 5 days.
  expect(practiceOf(post(), policy, '2026-11-24')).toEqual({
    ...{ enterprise: '龙水五金智造有限公司', post: '技术顾问' },
    ...{ from: '2026-01-01', to: '2026-11-23', days: 46 },
  });
});

test.each([
  ['six hours a week, over a whole year', post({ minutesAWeek: 360 }), '2027-06-01', 39],
  ['one that ended early', post({ endsOn: '2026-01-14' }), '2026-11-24', 2],
  ['its first week is not over', post(), '2026-01-07', undefined],
  ['its first week is over', post(), '2026-01-08', 1],
  ['one that begins today', post({ startsOn: '2026-11-24' }), '2026-11-24', undefined],
  ['another kind of post', post({ postKind: 'academic' }), '2026-11-24', undefined],
  ['a sector that is no practice', post({ sector: 'gongyi' }), '2026-11-24', undefined],
  ['a sector that the policy does not know', post({ sector: 'gone' }), '2026-11-24', undefined],
])('%s', (_, held, today, days) => expect(practiceOf(held, policy, today)?.days).toBe(days));

test('never more days than the row has, so that the certification form takes it', () => {
  const offered = practiceOf(post({ minutesAWeek: 40 * 60 }), policy, '2026-11-24')!;
  expect(offered.days).toBe(Math.floor((327 * 5) / 7));
});

test('overlaps count once', () => {
  const all = [post({ minutesAWeek: 7 * 480 }), post({ minutesAWeek: 7 * 480 })].map((each) =>
    practiceOf(each, policy, '2026-11-24')!,
  );
  expect(practiceDays(all, '2021-11-25', '2026-11-24')).toBe(327);
});
