import { describe, expect, test } from 'vitest';
import type { EngagementStage, ReviewStage } from '../../processes/case.ts';
import { formJsonSchema } from '../../processes/form-json-schema.ts';
import { partTimeIncome } from '../../processes/part-time-income/definition.ts';
import { dazu, FILE } from './dazu.ts';
import { partTime } from './part-time.ts';

const SCHOOL = 'dazu-zhijiao';
const rules = (change: (form: ReturnType<typeof partTime>) => void = () => {}, policy = dazu()) => {
  const form = partTime();
  change(form);
  return partTimeIncome.rules(policy, { unitId: SCHOOL }, form);
};
const role = (unitId: string, name: string) => ({ kind: 'role', unitId, role: name });

describe('the rules that a case of a post carries', () => {
  test('are its stages in order, each with name, deadline and clause', () => {
    expect(rules().stages.map(({ kind, slug, name, deadline }) => [kind, slug, name.zh, deadline])).toEqual([
      ['review', 'school-review', '学校审核', { workingDays: 5 }],
      ['review', 'collective-study', '集体研究', { workingDays: 5 }],
      ['notice', 'school-notice', '校内公示', { workingDays: 3 }],
      ['review', 'principal-approval', '学校审批', { workingDays: 5 }],
      ['countersign', 'registration', '备案', { workingDays: 10 }],
      ['engagement', 'engagement', '在期', { workingDays: 5 }],
    ]);
    expect(rules().stages.every(({ clause }) => clause.length > 0)).toBe(true);
  });

  test("go to the principal of the teacher's school, and for a leader to the Education Commission", () => {
    const approval = (leader: boolean) =>
      rules(({ teacher }) => (teacher.leader = leader)).stages.find(
        ({ slug }) => slug === 'principal-approval',
      ) as ReviewStage;
    expect(approval(false)).toMatchObject({ name: { zh: '学校审批' }, holder: role(SCHOOL, 'principal') });
    expect(approval(true)).toMatchObject({ name: { zh: '区教委审批' }, holder: role('jiaowei', 'leader') });
  });

  test('ask the collective study for its meeting, and nobody else', () => {
    const asked = rules().stages.filter((stage) => stage.kind === 'review' && stage.meeting);
    expect(asked.map(({ slug }) => slug)).toEqual(['collective-study']);
  });

  test('let education and human resources register, education leading', () => {
    expect(rules().stages.find(({ slug }) => slug === 'registration')).toMatchObject({
      units: [
        { holder: role('jiaowei', 'reviewer'), name: { zh: '区教委' } },
        { holder: role('rensheju', 'reviewer'), name: { zh: '区人力社保局' } },
      ],
      lead: role('jiaowei', 'reviewer'),
      quorum: 'all',
    });
  });

  test('hold limits, rhythm and days of the post in force', () => {
    const stage = rules().stages.at(-1) as EngagementStage;
    expect(stage).toMatchObject({
      limits: { paidPosts: { atMost: 3 }, workTime: { minutesAWeekAtMost: 480 }, oncePerHost: {} },
      declaration: {
        every: 'year',
        due: { days: 31 },
        remindDaysBefore: [30, 7],
        suspension: { workingDays: 10 },
        checker: role(SCHOOL, 'finance'),
      },
      remindDaysBefore: [30, 7],
      escalation: role(SCHOOL, 'principal'),
      supervisors: [role(SCHOOL, 'principal'), role('jiaowei', 'reviewer')],
      changesFrom: ['school-review', 'principal-approval', 'registration'],
      renewal: { openDaysBefore: 90 },
    });
  });

  test('are the policy of the day they were made', () => {
    const policy = dazu();
    policy.processes['part-time-income'].engagement.declaration.every = 'quarter';
    policy.processes['part-time-income'].limits.workTime.hoursAWeekAtMost = 7.5;
    expect(rules(undefined, policy).stages.at(-1)).toMatchObject({
      limits: { workTime: { minutesAWeekAtMost: 450 } },
      declaration: { every: 'quarter' },
    });
  });

  test('can be shown before a form is filled in', () => {
    expect(partTimeIncome.rules(dazu(), { unitId: SCHOOL }).stages).toHaveLength(6);
  });
});

describe('what is told of a post', () => {
  test('terms for the register: minutes, days, fen, and the posts named besides', () => {
    const form = partTime();
    form.otherPosts.held = [{ host: '企业', from: '2027-01-01', to: '2027-06-30', workingTimeHours: 1.5, paid: true }];
    expect(partTimeIncome.engagement?.(form)).toEqual({
      hostName: '龙水五金智造有限公司',
      hostCode: '91500225MA5U8K3T2P',
      sector: 'wujin',
      postKind: 'enterprise',
      postTitle: '模具设计技术顾问',
      startsOn: '2027-01-01',
      endsOn: '2028-12-31',
      minutesAWeek: 360,
      workTimeMinutesAWeek: 240,
      paid: true,
      yearlyFen: 3_600_000,
      equityFen: 0,
      others: [
        { hostName: '企业', startsOn: '2027-01-01', endsOn: '2027-06-30', workTimeMinutesAWeek: 90, paid: true },
      ],
    });
  });

  test('routing facts without a name', () => {
    expect(partTimeIncome.facts(partTime())).toEqual({
      kind: 'enterprise',
      sector: 'wujin',
      leader: false,
      startsOn: '2027-01-01',
      endsOn: '2028-12-31',
      minutesAWeek: 360,
      workTimeMinutesAWeek: 240,
      paid: true,
    });
    const renewing = partTime();
    renewing.renewal.of = 'JZ-2024-0007';
    expect(partTimeIncome.facts(renewing)).toMatchObject({ renews: 'JZ-2024-0007' });
  });

  test('the public notice says where and when, and no amount', () => {
    const facts = partTimeIncome.publicFacts(partTime());
    expect(facts.map(({ label, value }) => [label.zh, value])).toEqual([
      ['申请人', '陈思远'],
      ['兼职单位', '龙水五金智造有限公司（企业兼职）'],
      ['职务', '模具设计技术顾问'],
      ['期限', '2027-01-01 至 2028-12-31'],
      ['时间', '每周 6 小时，其中工作时间 4 小时'],
      ['是否取酬', '取酬'],
    ]);
    expect(JSON.stringify(facts)).not.toContain('36,000');
    expect(partTimeIncome.keyFacts(partTime()).at(-1)?.value).toBe('每年 36,000.00 元');
  });

  test('its files once each', () => {
    expect(partTimeIncome.fileIds(partTime())).toEqual([FILE]);
  });
});

test('the form is drawn with the sectors of the policy', () => {
  const schema = JSON.stringify(formJsonSchema(partTimeIncome, dazu()));
  expect(schema).toContain('五金制造');
  expect(schema).toContain('中小学学科类校外培训');
});
