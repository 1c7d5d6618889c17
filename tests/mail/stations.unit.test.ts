import { expect, test } from 'vitest';
import { sayDate, sayDay, sayDue, sayWeekday } from '../../activities/mail/moments.ts';
import { smtpFailure, waitBeforeRetryMs } from '../../activities/mail/smtp-failure.ts';
import { stations, type RouteFacts, type Visit } from '../../activities/mail/stations.ts';
import { partTimeIncome } from '../../processes/part-time-income/definition.ts';
import { calendarFor } from '../../processes/working-days.ts';
import { dazu } from '../processes/dazu.ts';
import { certificationRules } from '../workflows/rules.ts';

const at = (text: string) => new Date(`${text}+08:00`);
const clock = { nowMs: at('2026-11-24T09:00:00').getTime(), calendar: calendarFor(), near: 2 };

const visit = (stage: string, state: string, change: Partial<Visit> = {}): Visit => ({
  stage,
  state,
  round: 1,
  dueAt: null,
  closedAt: null,
  result: null,
  ...change,
});

const file = (change: Partial<RouteFacts>): RouteFacts => ({
  state: 'in-review',
  stage: 'bureau-decision',
  submittedAt: at('2026-11-03T10:00:00'),
  rules: certificationRules(),
  visits: [
    visit('school-review', 'passed', { closedAt: at('2026-11-06T10:00:00') }),
    visit('expert-panel', 'passed', {
      closedAt: at('2026-11-12T10:00:00'),
      result: { passed: true, inFavour: 4, against: 1 },
    }),
    visit('public-notice', 'passed', { closedAt: at('2026-11-19T00:30:00') }),
    visit('bureau-decision', 'open', { dueAt: at('2026-11-27T00:00:00') }),
  ],
  ...change,
});

const words = (change: Partial<RouteFacts>, change2: Partial<typeof clock> = {}) =>
  stations(file(change), { ...clock, ...change2 }).map(({ name, state, note }) =>
    [state, name, note].filter(Boolean).join(' '),
  );

test('the route says what was, what is and what is to come', () => {
  expect(words({})).toEqual([
    'done 提交 11月3日',
    'done school-review 11月6日 同意',
    'done 专家评议 11月12日 同意 4 票，不同意 1 票',
    'done 公示 11月19日 公示期满',
    'now bureau-decision 剩余 2 个工作日',
    'future 发证 预计 12月3日',
  ]);
  expect(stations(file({}), clock)[4]).toMatchObject({ tone: 'near' });
});

test('overdue, due today, correction and objection show on the current station', () => {
  const current = (change: Partial<RouteFacts>, nowMs = clock.nowMs) => stations(file(change), { ...clock, nowMs })[4];
  expect(current({}, at('2026-11-30T09:00:00').getTime())).toMatchObject({ note: '已超期 2 个工作日', tone: 'late' });
  expect(current({}, at('2026-11-26T20:00:00').getTime())).toMatchObject({ note: '今日到期', tone: 'near' });
  expect(current({ state: 'awaiting-correction' })).toMatchObject({ state: 'now', note: '待补正' });
  expect(words({ state: 'objection', stage: 'public-notice' })[3]).toBe('now 公示 异议核查中');
});

test('a case sent back shows later stages as still to come, whatever an earlier round said', () => {
  expect(words({ stage: 'school-review' }).map((station) => station.split(' ')[0])).toEqual([
    'done',
    'now',
    'future',
    'future',
    'future',
    'future',
  ]);
});

test('a case that ended shows where, and expects nothing more', () => {
  const closed = { stage: null, state: 'rejected' } as const;
  const visits = [
    visit('school-review', 'passed', { closedAt: at('2026-11-06T10:00:00') }),
    visit('expert-panel', 'rejected', {
      closedAt: at('2026-11-12T10:00:00'),
      result: { passed: false, inFavour: 2, against: 3 },
    }),
  ];
  expect(words({ ...closed, visits }).slice(1)).toEqual([
    'done school-review 11月6日 同意',
    'stopped 专家评议 11月12日 同意 2 票，不同意 3 票',
    'future 公示',
    'future bureau-decision',
    'future 发证',
  ]);
  const withdrawn = [visit('school-review', 'cancelled', { closedAt: at('2026-11-06T10:00:00') })];
  expect(words({ stage: null, state: 'withdrawn', visits: withdrawn })[1]).toBe('stopped school-review 11月6日 已撤回');
});

test('days and deadlines in words, in Shanghai whatever the host', () => {
  expect(sayDay(at('2026-11-24T00:00:00').getTime(), clock.nowMs)).toBe('11月24日');
  expect(sayDay(at('2027-01-05T12:00:00').getTime(), clock.nowMs)).toBe('2027年1月5日');
  // A deadline of midnight belongs to the day that ends.
  expect(sayDue(at('2026-11-27T00:00:00').getTime(), clock.nowMs)).toBe('11月26日 24:00 前');
  expect(sayDue(at('2026-11-26T15:30:00').getTime(), clock.nowMs)).toBe('11月26日 15:30 前');
  expect(sayDate('2026-11-05')).toBe('2026年11月5日');
  expect(sayWeekday('2026-11-24')).toBe('11月24日 星期二');
});

test('a failure is told apart by its codes and keeps no address', () => {
  const refused = {
    code: 'EENVELOPE',
    responseCode: 550,
    command: 'RCPT TO',
    message: '550 <wang@dazu.test> unknown',
    response: '…',
  };
  expect(smtpFailure(refused)).toEqual({ unreachable: false, reason: 'EENVELOPE 550 RCPT' });
  expect(smtpFailure({ code: 'ECONNECTION', command: 'CONN' })).toEqual({
    unreachable: true,
    reason: 'ECONNECTION CONN',
  });
  expect(smtpFailure({ code: 'EAUTH', responseCode: 535, command: 'AUTH PLAIN' })).toEqual({
    unreachable: true,
    reason: 'EAUTH 535 AUTH',
  });
  expect(smtpFailure(new TypeError('wang@dazu.test'))).toEqual({ unreachable: false, reason: 'TypeError' });
});

test('waits double up to four hours; an unreachable server is asked again within ten minutes', () => {
  const minutes = (attempts: number, unreachable = false) => waitBeforeRetryMs(attempts, { unreachable }) / 60_000;
  expect([1, 2, 3, 8, 9, 50].map((attempts) => minutes(attempts))).toEqual([1, 2, 4, 128, 240, 240]);
  expect([1, 2, 5, 6, 50].map((attempts) => minutes(attempts, true))).toEqual([0.5, 1, 8, 10, 10]);
});

test('a post in force shows its last day, and a change that was refused does not move its route', () => {
  const rules = partTimeIncome.rules(dazu(), { unitId: 'dazu-zhijiao' });
  const passed = (stage: string, day: string) =>
    visit(stage, 'passed', { openedAt: at(`${day}T09:00:00`), closedAt: at(`${day}T10:00:00`) });
  const route = words({
    rules,
    state: 'approved',
    stage: 'engagement',
    visits: [
      passed('school-review', '2026-11-04'),
      passed('collective-study', '2026-11-05'),
      passed('school-notice', '2026-11-10'),
      passed('principal-approval', '2026-11-11'),
      passed('registration', '2026-11-12'),
      visit('engagement', 'open', { openedAt: at('2026-11-12T10:00:00'), dueAt: at('2029-10-01T00:00:00') }),
      visit('principal-approval', 'rejected', {
        ...{ round: 2, openedAt: at('2026-11-20T09:00:00'), closedAt: at('2026-11-21T09:00:00') },
      }),
    ],
  });
  expect(route.slice(-3)).toEqual([
    'done 学校审批 11月11日 同意',
    'done 备案 11月12日 同意',
    'now 在期 至 2029年9月30日',
  ]);
});
