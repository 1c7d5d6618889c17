import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type JournalEntry, lightRuns, type OpenedItem } from '../../processes/meeting-action-items/journal.ts';
import { type Light, lightOf, type LitItem } from '../../processes/meeting-action-items/lights.ts';
import { reminderOf } from '../../processes/meeting-action-items/reminders.ts';
import { type ScoredItem, unitScores } from '../../processes/meeting-action-items/scores.ts';
import { dateOfDay, dayOfDate } from '../../processes/shanghai.ts';
import { calendarFor } from '../../processes/working-days.ts';
import { dazu } from './dazu.ts';

const calendar = calendarFor();
const policy = dazu().processes['meeting-action-items'];
const rules = policy.lights;

/** From 2026-01-05 to 2026-04-15: a hundred days. */
const item = (change: Partial<LitItem> = {}): LitItem => ({
  startsOn: '2026-01-05',
  dueOn: '2026-04-15',
  percent: 50,
  milestones: [],
  askedOn: null,
  closedOn: null,
  override: null,
  ...change,
});

const late = { dueOn: '2026-02-02', doneOn: null };

test.each<[string, Partial<LitItem>, day: string, Light]>([
  ['closed out, whatever it was', { closedOn: '2026-06-01' }, '2026-06-01', 'blue'],
  ['the day after the due date', { percent: 100 }, '2026-04-16', 'red'],
  ['on the due date itself', { percent: 100 }, '2026-04-15', 'yellow'],
  ['80 days of 100, 29 %: not past 80 %, but behind', { percent: 29 }, '2026-03-26', 'yellow'],
  ['81 days of 100, 29 %', { percent: 29 }, '2026-03-27', 'red'],
  ['81 days of 100, 30 %', { percent: 30 }, '2026-03-27', 'yellow'],
  ['one milestone late', { milestones: [late] }, '2026-02-03', 'green'],
  ['two milestones late', { milestones: [late, late] }, '2026-02-03', 'orange'],
  ['two milestones due today are not late', { milestones: [late, late] }, '2026-02-02', 'green'],
  [
    'one of two late milestones is done',
    { milestones: [late, { ...late, doneOn: '2026-02-03' }] },
    '2026-02-03',
    'green',
  ],
  ['6 working days left', { percent: 100 }, '2026-04-07', 'green'],
  ['5 working days left', { percent: 100 }, '2026-04-08', 'yellow'],
  ['40 days, 20 %: exactly 20 points behind', { percent: 20 }, '2026-02-14', 'green'],
  ['41 days, 20 %: more than 20 points behind', { percent: 20 }, '2026-02-15', 'yellow'],
  ['the first day', { percent: 0 }, '2026-01-05', 'green'],
  ['set by hand', { override: 'orange' }, '2026-01-06', 'orange'],
  ['set to green by hand, but overdue', { override: 'green' }, '2026-04-16', 'red'],
  ['close-out asked for in time, answered late', { askedOn: '2026-04-07', percent: 100 }, '2026-05-20', 'green'],
  ['close-out asked for when late', { askedOn: '2026-04-20', percent: 100 }, '2026-05-20', 'red'],
  // 2026-05-01 to 05-05 are holidays, 05-09 is a make-up Saturday.
  ['due on a holiday: it rolls to 05-06', { dueOn: '2026-05-02', percent: 100 }, '2026-05-06', 'yellow'],
  ['and is overdue after it', { dueOn: '2026-05-02', percent: 100 }, '2026-05-07', 'red'],
  ['due on a make-up Saturday', { dueOn: '2026-05-09', percent: 100 }, '2026-05-09', 'yellow'],
  ['five working days before it count the make-up day', { dueOn: '2026-05-11', percent: 100 }, '2026-05-06', 'yellow'],
  ['due on a plain Sunday', { dueOn: '2026-04-19', percent: 100 }, '2026-04-20', 'yellow'],
  ['overdue on Saturday without a working day in between', { dueOn: '2026-04-17', percent: 100 }, '2026-04-18', 'red'],
])('%s', (_, change, day, light) => {
  expect(lightOf(item(change), day, rules, calendar).light).toBe(light);
});

test('a light says why, in both languages', () => {
  const { reason, computed, overridden } = lightOf(item({ override: 'orange' }), '2026-01-06', rules, calendar);
  expect(reason.zh).toBe('人工定为橙灯（计算为绿灯：正常推进）');
  expect({ computed, overridden }).toEqual({ computed: 'green', overridden: true });
  expect(lightOf(item({ percent: 29 }), '2026-03-27', rules, calendar).reason).toEqual({
    zh: '时间已过 81%，进度 29%，低于 30%',
    en: '81% of the time is past, progress 29% is below 30%',
  });
  expect(lightOf(item(), '2026-04-20', rules, calendar).reason.zh).toBe('已超期 3 个工作日');
});

const severity: Light[] = ['green', 'yellow', 'orange', 'red'];
const first = dayOfDate('2025-11-01');
const anyDay = fc.integer({ min: first, max: first + 700 }).map(dateOfDay);
const anyItem = fc
  .record({
    start: fc.integer({ min: first, max: first + 200 }),
    length: fc.integer({ min: 0, max: 400 }),
    percent: fc.integer({ min: 0, max: 100 }),
    milestones: fc.array(fc.record({ dueOn: anyDay, doneOn: fc.constant(null) }), { maxLength: 5 }),
    override: fc.constantFrom(null, null, 'green', 'yellow', 'orange', 'red'),
  })
  .map(({ start, length, override, ...rest }) =>
    item({
      startsOn: dateOfDay(start),
      dueOn: dateOfDay(start + length),
      override,
      ...rest,
    }),
  );

describe('for every item', () => {
  test('nothing that waits gets a better light by waiting', () => {
    fc.assert(
      fc.property(anyItem, fc.nat(600), fc.nat(200), (each, from, more) => {
        const day = dayOfDate(each.startsOn) + from;
        const before = lightOf(each, dateOfDay(day), rules, calendar).light;
        const after = lightOf(each, dateOfDay(day + more), rules, calendar).light;
        expect(severity.indexOf(after)).toBeGreaterThanOrEqual(severity.indexOf(before));
      }),
      { numRuns: 500 },
    );
  });

  test('an overdue one is red, whatever was reported or set by hand', () => {
    fc.assert(
      fc.property(anyItem, anyDay, (each, day) => {
        const { light, overdue } = lightOf(each, day, rules, calendar);
        if (overdue) expect(light).toBe('red');
        expect(light).not.toBe('blue');
      }),
      { numRuns: 500 },
    );
  });

  test('more progress never gives a worse light', () => {
    fc.assert(
      fc.property(anyItem, anyDay, fc.nat(100), (each, day, more) => {
        const better = { ...each, percent: Math.min(100, each.percent + more) };
        const [was, is] = [each, better].map((one) => severity.indexOf(lightOf(one, day, rules, calendar).light));
        expect(is).toBeLessThanOrEqual(was!);
      }),
      { numRuns: 500 },
    );
  });
});

const opened: OpenedItem = {
  startsOn: '2026-01-05',
  firstDueOn: '2026-04-15',
  milestones: [{ number: 1, dueOn: '2026-02-02' }],
};
const entry = (kind: JournalEntry['kind'], on: string, facts: JournalEntry['facts'] = {}): JournalEntry => ({
  kind,
  on,
  facts,
});

/** Slow at first, caught up, slow again, late, closed. */
const year: JournalEntry[] = [
  entry('opened', '2026-01-05'),
  entry('progress', '2026-02-10', { percent: 40 }),
  entry('milestone', '2026-02-10', { milestone: 1 }),
  entry('progress', '2026-03-20', { percent: 80 }),
  entry('close-out-asked', '2026-04-20', {}),
  entry('close-out-returned', '2026-04-22', {}),
  entry('close-out-asked', '2026-04-24', {}),
  entry('closed', '2026-04-27', {}),
];

test('the runs of an item are its lights day by day', () => {
  expect(
    lightRuns(opened, year, '2026-05-01', rules, calendar).map(({ light, from, to }) => [light, from, to]),
  ).toEqual([
    ['green', '2026-01-05', '2026-01-25'],
    ['yellow', '2026-01-26', '2026-02-09'],
    ['green', '2026-02-10', '2026-03-06'],
    ['yellow', '2026-03-07', '2026-03-19'],
    ['green', '2026-03-20', '2026-04-07'],
    ['yellow', '2026-04-08', '2026-04-15'],
    ['red', '2026-04-16', '2026-04-26'],
    ['blue', '2026-04-27', '2026-05-01'],
  ]);
});

const scored = (change: Partial<ScoredItem> = {}): ScoredItem => ({
  ...opened,
  caseId: 'a',
  number: 'RW-2026-0001',
  title: '实训基地',
  leadUnitId: 'jingxinwei',
  entries: year,
  ...change,
});
const scoresOf = (items: ScoredItem[], of: number, today = '2026-12-31') =>
  unitScores(items, of, today, { scores: policy.scores, lights: rules, calendar });

test('a unit’s year is a hundred less what its items cost it, line by line', () => {
  const [unit] = scoresOf([scored()], 2026);
  expect(unit).toMatchObject({ unitId: 'jingxinwei', start: 100, score: 95, items: 1 });
  expect(unit?.lines.map(({ on, points, reason }) => [on, points, reason.zh])).toEqual([
    ['2026-03-07', -1, '第 2 次黄灯：时间已过 61%，进度 40%，落后超过 20 个百分点'],
    ['2026-04-08', -1, '第 3 次黄灯：剩余 5 个工作日'],
    ['2026-04-16', -2, '转红灯：已超期 1 个工作日'],
    ['2026-04-22', -1, '销号被退回重办'],
  ]);
});

test('a light that was on when the year began is not counted twice; an item closed before is not in the year', () => {
  const slow = scored({
    startsOn: '2025-09-01',
    firstDueOn: '2025-12-20',
    milestones: [],
    entries: [entry('opened', '2025-09-01')],
  });
  expect(scoresOf([slow], 2025)[0]?.score).toBe(98);
  expect(scoresOf([slow], 2026)).toMatchObject([{ score: 100, items: 1, lines: [] }]);
  expect(scoresOf([scored()], 2027, '2027-06-01')).toEqual([]);
  expect(scoresOf([scored()], 2025)).toEqual([]);
});

test('a score stops at zero', () => {
  const many = Array.from({ length: 30 }, (_, i) => scored({ caseId: `${i}`, number: `RW-2026-${i}` }));
  expect(scoresOf(many, 2026)[0]?.score).toBe(0);
});

test.each<[due: string, told: [day: string, left: number, leader: boolean][]]>([
  // May 2026: 05-01…05 are off and Saturday 05-09 works.
  [
    '2026-05-11',
    [
      ['2026-04-28', 7, false],
      ['2026-05-07', 3, false],
      ['2026-05-09', 1, false],
      ['2026-05-11', 0, false],
      ['2026-05-13', -2, true],
      ['2026-05-15', -4, true],
    ],
  ],
  // Due on a holiday: it rolls to 10-08.
  [
    '2026-10-03',
    [
      ['2026-09-21', 7, false],
      ['2026-09-28', 3, false],
      ['2026-09-30', 1, false],
      ['2026-10-08', 0, false],
      ['2026-10-10', -2, true],
      ['2026-10-13', -4, true],
    ],
  ],
])('an item due on %s is told 7, 3 and 1 working days before, on the day, then every second one', (dueOn, told) => {
  const days = Array.from({ length: 31 }, (_, i) => dateOfDay(dayOfDate(dueOn) - 18 + i));
  const heard = days.flatMap((day) => {
    const reminder = reminderOf({ dueOn }, day, policy.reminders, calendar);
    return reminder ? [[day, reminder.workingDaysLeft, reminder.toLeader]] : [];
  });
  expect(heard.slice(0, told.length)).toEqual(told);
});
