import { describe, expect, test } from 'vitest';
import { parsePolicy, PolicyError } from '../../processes/policy.ts';
import { dazu, policyFile } from './dazu.ts';

// oxlint-disable-next-line typescript/no-explicit-any -- wrong things go everywhere
type Anything = any;

function problemsOf(change: (file: Anything) => void) {
  const file = policyFile();
  change(file);
  try {
    parsePolicy(file);
  } catch (error) {
    if (error instanceof PolicyError) return error.problems;
    throw error;
  }
  return [];
}

const certification = (file: Anything) => file.processes['teacher-certification'];
const P = 'processes.teacher-certification';

describe('the policy of Dazu', () => {
  test('is accepted', () => {
    expect(dazu().version).toBe('dazu-2026.3');
  });

  test('names the eleven departments of the joint meeting', () => {
    expect(dazu().units.map(({ name }) => name.zh)).toEqual([
      '区教委',
      '区委组织部',
      '区科技局',
      '区经济信息委',
      '区财政局',
      '区人力社保局',
      '区住房城乡建委',
      '区税务局',
      '区发展改革委',
      '区农业农村委',
      '区政府外办',
    ]);
  });

  test('sets what 三(三)2 and the rules of the office say', () => {
    const { schoolReview, panel, notice, bureauDecision, certificate, practice, engagement } = certification(dazu());
    expect([schoolReview, panel, notice, bureauDecision].map(({ deadline }) => deadline)).toEqual([
      { workingDays: 5 },
      { workingDays: 15 },
      { workingDays: 5 },
      { workingDays: 10 },
    ]);
    expect(panel).toMatchObject({ seats: 5, pass: { numerator: 2, denominator: 3 } });
    expect(certificate.validity.years).toBeLessThanOrEqual(5);
    expect(certificate.renewalReminders.daysBefore).toEqual([90, 30]);
    expect(practice).toMatchObject({ months: 6, withinYears: 5 });
    expect(engagement.years).toBe(2);
  });
});

describe('another district', () => {
  test('changes names, numbers and trial durations without touching code', () => {
    expect(
      problemsOf((file) => {
        file.version = 'trial-1';
        file.units.push({
          id: 'chengguanju',
          name: { zh: '区城管局', en: 'Urban Management Bureau' },
          clause: '四(二)',
        });
        file.dailyRound.every = 'PT30S';
        certification(file).notice.deadline = { duration: 'PT3S' };
        certification(file).panel.seats = 3;
        certification(file).bureauDecision.holder = { unitId: 'rensheju', role: 'reviewer' };
      }),
    ).toEqual([]);
  });
});

describe('a wrong policy is refused, naming path and rule:', () => {
  test.each<[string, (file: Anything) => void, string, RegExp]>([
    ['an unknown field', (file) => (file.holidays = []), 'holidays', /没有|unknown/],
    [
      'an unknown field deep down',
      (file) => (certification(file).panel.chairs = 1),
      `${P}.panel.chairs`,
      /没有|unknown/,
    ],
    ['a missing part', (file) => delete file.spread, 'spread', /缺少|missing/],
    ['text for a number', (file) => (certification(file).panel.seats = '5'), `${P}.panel.seats`, /数字/],
    ['an even panel', (file) => (certification(file).panel.seats = 4), `${P}.panel.seats`, /单数/],
    ['a panel of one', (file) => (certification(file).panel.seats = 1), `${P}.panel.seats`, /3/],
    ['a minority that passes', (file) => (certification(file).panel.pass.numerator = 1), `${P}.panel.pass`, /过半/],
    ['more than all', (file) => (certification(file).panel.pass.numerator = 4), `${P}.panel.pass`, /过半/],
    [
      'a certificate of six years',
      (file) => (certification(file).certificate.validity.years = 6),
      `${P}.certificate.validity.years`,
      /5/,
    ],
    [
      'reminders the wrong way round',
      (file) => (certification(file).certificate.renewalReminders.daysBefore = [30, 90]),
      `${P}.certificate.renewalReminders.daysBefore`,
      /从大到小/,
    ],
    [
      'two kinds of deadline at once',
      (file) => (file.correction.deadline = { workingDays: 5, days: 5 }),
      'correction.deadline',
      /时限/,
    ],
    [
      'a deadline of no days',
      (file) => (file.correction.deadline = { workingDays: 0 }),
      'correction.deadline.workingDays',
      /不小于 1/,
    ],
    [
      'a deadline of a month',
      (file) => (file.correction.deadline = { duration: 'P1M' }),
      'correction.deadline.duration',
      /ISO 8601/,
    ],
    ['an urge interval that is no duration', (file) => (file.urge.interval = '4 hours'), 'urge.interval', /ISO 8601/],
    ['25 o’clock', (file) => (file.dailyRound.time = '25:00'), 'dailyRound.time', /HH:MM/],
    [
      'stakes that do not exist',
      (file) => (file.mail.linkStakes['teacher-certification'] = 'middle'),
      'mail.linkStakes.teacher-certification',
      /low/,
    ],
    [
      'a holder in an unknown unit',
      (file) => (certification(file).bureauDecision.holder.unitId = 'nobody'),
      `${P}.bureauDecision.holder.unitId`,
      /nobody/,
    ],
    ['a role that does not exist', (file) => (file.administrator.role = 'king'), 'administrator.role', /administrator/],
    [
      'an administrator of the applicant’s own unit',
      (file) => (file.administrator.unitId = 'applicant'),
      'administrator.unitId',
      /管理员/,
    ],
    ['a unit twice', (file) => (file.units[1].id = 'jiaowei'), 'units.1.id', /重复/],
    ['a unit called applicant', (file) => (file.units[10].id = 'applicant'), 'units.10.id', /保留/],
    [
      'a condition twice',
      (file) => (certification(file).criteria[1].id = 'qualification'),
      `${P}.criteria.1.id`,
      /重复/,
    ],
    [
      'more months than years hold',
      (file) => ((certification(file).practice.withinYears = 1), (certification(file).practice.months = 13)),
      `${P}.practice`,
      /月数/,
    ],
    [
      'a rule without its clause',
      (file) => delete certification(file).practice.clause,
      `${P}.practice.clause`,
      /缺少|missing/,
    ],
  ])('%s', (_, change, path, rule) => {
    const problems = problemsOf(change);
    expect(problems.map((problem) => problem.path)).toContain(path);
    expect(problems.find((problem) => problem.path === path)?.rule).toMatch(rule);
  });

  test.each([null, [], 'dazu', 7, undefined])('%j instead of a policy', (input) => {
    expect(() => parsePolicy(input)).toThrow(PolicyError);
  });

  test('__proto__', () => {
    const text = JSON.stringify(policyFile()).replace('{', '{"__proto__":{"version":"x"},');
    expect(() => parsePolicy(JSON.parse(text))).toThrow(/__proto__/);
  });

  test('every problem at once, in the message too', () => {
    const file = policyFile();
    file.version = '';
    certification(file).panel.seats = 4;
    expect(() => parsePolicy(file)).toThrow(/version[\s\S]*panel\.seats/);
  });
});
