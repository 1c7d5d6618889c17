import { describe, expect, test } from 'vitest';
import type { PaymentStage, Stage } from '../../processes/case.ts';
import { amountRefusal, splitByPercent } from '../../processes/money.ts';
import { parsePolicy } from '../../processes/policy.ts';
import { programFunding } from '../../processes/program-funding/definition.ts';
import type { FundingForm } from '../../processes/program-funding/form.ts';
import { gradeOf } from '../../processes/program-funding/grades.ts';
import { dazu, FILE, policyFile } from './dazu.ts';
import { funding } from './funding.ts';

const SCHOOL = 'dazu-zhijiao';
const rules = (policy = dazu(), form: FundingForm = funding()) =>
  programFunding.rules(policy, { unitId: SCHOOL }, form);
const stage = <K extends Stage['kind']>(slug: string, kind: K, from = rules()) => {
  const found = from.stages.find((each) => each.slug === slug);
  if (found?.kind !== kind) throw new Error(`no ${kind} ${slug}`);
  return found as Extract<Stage, { kind: K }>;
};

describe('the rules that a funding case carries', () => {
  test('are its stages in order, each with name, deadline and clause', () => {
    expect(rules().stages.map(({ kind, slug, name, deadline }) => [kind, slug, name.zh, deadline])).toEqual([
      ['review', 'formal-review', '形式审查', { workingDays: 5 }],
      ['countersign', 'countersign', '部门会签', { workingDays: 10 }],
      ['panel', 'expert-scoring', '专家评审', { workingDays: 15 }],
      ['review', 'bureau-decision', '区教委审定', { workingDays: 10 }],
      ['review', 'joint-meeting', '联席会议审定', { workingDays: 10 }],
      ['notice', 'public-notice', '公示', { workingDays: 7 }],
      ['award', 'award', '立项', { workingDays: 5 }],
      ['payment', 'payment-1', '第 1 期拨付（50 %）', { workingDays: 10 }],
      ['payment', 'payment-2', '第 2 期拨付（30 %）', { workingDays: 10 }],
      ['payment', 'payment-3', '第 3 期拨付（20 %）', { workingDays: 10 }],
      ['evaluation', 'evaluation', '绩效评价', { workingDays: 30 }],
    ]);
    expect(rules().stages.every(({ clause }) => clause.length > 0)).toBe(true);
  });

  test('return a case once at most, five working days, with the clock stopped', () => {
    expect(rules().correction).toEqual({ deadline: { workingDays: 5 }, stopsClock: true, lapses: true, atMost: 1 });
    expect(
      rules()
        .stages.filter((each) => 'mayReturn' in each && each.mayReturn)
        .map(({ slug }) => slug),
    ).toEqual(['formal-review']);
  });

  test('let the eight departments of 三(四)2 sign, the Education Commission leading', () => {
    const countersign = stage('countersign', 'countersign');
    expect(countersign.units.map(({ name }) => name.zh)).toEqual([
      '区教委',
      '区委组织部',
      '区科技局',
      '区经济信息委',
      '区财政局',
      '区人力社保局',
      '区住房城乡建委',
      '区税务局',
    ]);
    expect(countersign).toMatchObject({ lead: { unitId: 'jiaowei' }, quorum: 'all', coordination: { workingDays: 5 } });
  });

  test('score by five experts without the highest and lowest, 60 passing', () => {
    expect(stage('expert-scoring', 'panel')).toMatchObject({
      seats: 5,
      method: { kind: 'score', dropHighest: 1, dropLowest: 1, passMark: 60 },
    });
    expect(stage('expert-scoring', 'panel')).not.toHaveProperty('field');
  });

  test('draw experts of the industry where the policy says so', () => {
    const policy = dazu();
    policy.processes['program-funding'].panel.drawFrom = 'industry';
    expect(stage('expert-scoring', 'panel', rules(policy)).field).toBe('智能');
  });

  test('let the leader of the Education Commission award up to the request and no fen more', () => {
    const bureau = stage('bureau-decision', 'review');
    expect(bureau).toMatchObject({ holder: { unitId: 'jiaowei', role: 'leader' }, mayReturn: false, mayReject: true });
    expect(bureau.award).toMatchObject({ minFen: 1_000_000, maxFen: 120_000_000 });
    expect(amountRefusal(bureau.award!, 120_000_000)).toBeUndefined();
    const above = amountRefusal(bureau.award!, 120_000_001);
    expect(above?.rule).toBe('above-maximum');
    expect(above?.message.zh).toContain('1,200,000.00 元（本区基金办法·核定金额不高于申请金额）');
    expect(stage('joint-meeting', 'review')).toMatchObject({ holder: { unitId: 'jiaowei', role: 'secretariat' } });
    expect(stage('joint-meeting', 'review').award).toBeUndefined();
  });

  test('are there before a form is: an award up to the most that can be requested', () => {
    const before = programFunding.rules(dazu(), { unitId: SCHOOL });
    expect(before.stages.map(({ slug }) => slug)).toEqual(rules().stages.map(({ slug }) => slug));
    expect(stage('bureau-decision', 'review', before).award).toMatchObject({ minFen: 1_000_000, maxFen: 300_000_000 });
  });

  test('leave an award possible when a request is below the least award', () => {
    const form = funding();
    form.budget.requestedFen = 500_000;
    expect(stage('bureau-decision', 'review', rules(dazu(), form)).award).toMatchObject({
      minFen: 500_000,
      maxFen: 500_000,
    });
  });

  test('pay at the award, after the mid-term report and after the final one, all of it', () => {
    const payments = rules().stages.filter((each): each is PaymentStage => each.kind === 'payment');
    expect(
      payments.map(({ percent, release }) => [percent, release.kind === 'award' ? 'award' : release.report.slug]),
    ).toEqual([
      [50, 'award'],
      [30, 'mid-term-report'],
      [20, 'final-report'],
    ]);
    expect(payments.every(({ payer }) => payer.kind === 'role' && payer.role === 'fund-manager')).toBe(true);
    expect(
      splitByPercent(
        120_000_000,
        payments.map(({ percent }) => percent),
      ),
    ).toEqual([60_000_000, 36_000_000, 24_000_000]);
  });

  test('ask the applicant’s own school for its reports, whose acceptance is another’s', () => {
    const { release } = stage('payment-2', 'payment');
    expect(release).toMatchObject({
      kind: 'report',
      report: {
        name: { zh: '中期报告' },
        author: { kind: 'role', unitId: SCHOOL, role: 'clerk' },
        due: { days: 365 },
        acceptance: { holder: { unitId: 'jiaowei', role: 'reviewer' }, deadline: { workingDays: 10 } },
        correction: { workingDays: 10 },
      },
    });
  });

  test('evaluate, rectify and claw back', () => {
    expect(stage('evaluation', 'evaluation')).toMatchObject({
      holder: { unitId: 'jiaowei', role: 'reviewer' },
      rectification: { author: { unitId: SCHOOL, role: 'clerk' }, deadline: { days: 90 } },
      clawback: { holder: { unitId: 'jiaowei', role: 'leader' } },
    });
  });

  test('carry the version, plain JSON, and nothing about people', () => {
    expect(rules().policyVersion).toBe(dazu().version);
    expect(JSON.parse(JSON.stringify(rules()))).toEqual(rules());
    const text = JSON.stringify(rules());
    expect(text).not.toContain(funding().payee.accountNumber);
    expect(text.length).toBeLessThan(12_000);
  });

  test('take a trial’s durations, other percents and other units', () => {
    const file = policyFile();
    const section = file.processes['program-funding'];
    section.notice.deadline = { duration: 'PT3S' };
    section.instalments = [{ ...section.instalments[0], percent: 100 }];
    section.countersign.units = section.countersign.units.slice(0, 2);
    const trial = rules(parsePolicy(file));
    expect(stage('public-notice', 'notice', trial).deadline).toEqual({ duration: 'PT3S' });
    expect(trial.stages.filter(({ kind }) => kind === 'payment').map(({ slug }) => slug)).toEqual(['payment-1']);
    expect(stage('countersign', 'countersign', trial).units).toHaveLength(2);
  });
});

describe('grades', () => {
  const { grades } = stage('evaluation', 'evaluation');
  test.each([
    [100, '优'],
    [90, '优'],
    [89.9, '良'],
    [80, '良'],
    [79.9, '中'],
    [60, '中'],
    [59.9, '差'],
    [0, '差'],
  ])('%d is %s', (score, name) => {
    expect(gradeOf(score, grades).name.zh).toBe(name);
  });

  test.each([-0.1, 100.1, 89.95, Number.NaN, Number.POSITIVE_INFINITY])('%d is no score', (score) => {
    expect(() => gradeOf(score, grades)).toThrow(RangeError);
  });

  test('every tenth of a point has its grade', () => {
    for (let tenths = 0; tenths <= 1000; tenths += 1) {
      const expected = tenths >= 900 ? 'excellent' : tenths >= 800 ? 'good' : tenths >= 600 ? 'pass' : 'fail';
      expect(gradeOf(tenths / 10, grades).grade).toBe(expected);
    }
  });
});

describe('what leaves the form', () => {
  const form = funding();
  const { accountNumber, bank } = form.payee;

  test('routing facts are amount, program, industry and level', () => {
    expect(programFunding.facts(form)).toEqual({
      requestedFen: 120_000_000,
      programCode: '660303',
      industry: 'zhineng',
      level: 'secondary',
    });
  });

  test('key facts are five, the amount as yuan', () => {
    expect(programFunding.keyFacts(form).map(({ label, value }) => `${label.zh}：${value}`)).toEqual([
      '学校：重庆市大足职业教育中心',
      '专业：工业机器人技术应用（660303，中职）',
      '申请资金：1,200,000.00 元（5 项，设备占 48.34 %）',
      '双师型教师：8/12 人（66.66 %）',
      '招生计划：2027 年 80 人，2028 年 100 人，2029 年 120 人',
    ]);
    expect(programFunding.keyFacts(form)[2]?.valueEn).toBe('1,200,000.00 yuan (5 lines, 48.34 % equipment)');
  });

  test('key facts stand on forms that rules will refuse', () => {
    const bare = funding();
    bare.budget.lines = [];
    bare.training.enrolment = [];
    bare.teachers = { fullTime: 0, dualQualified: 0, fromEnterprises: 0 };
    const values = programFunding.keyFacts(bare).map(({ value }) => value);
    expect(values).toEqual(expect.arrayContaining(['0/0 人', '无', '1,200,000.00 元（0 项，设备占 0.00 %）']));
  });

  test('the notice says who, which program and how much, awarded where it is decided, and no account', () => {
    expect(programFunding.publicFacts(form).map(({ label }) => label.zh)).toEqual([
      '学校',
      '专业',
      '首次招生',
      '申请资金',
    ]);
    const facts = programFunding.publicFacts(form, { awardedFen: 100_000_000 });
    expect(facts.at(-1)).toEqual({
      label: { zh: '拟支持资金', en: 'To be awarded' },
      value: '1,000,000.00 元',
      valueEn: '1,000,000.00 yuan',
    });
    const text = JSON.stringify(facts);
    for (const hidden of [accountNumber, accountNumber.slice(-4), bank, FILE, form.demand.partners[0]!.enterprise])
      expect(text).not.toContain(hidden);
  });

  test('the masked form hides the account, and leaves the form itself alone', () => {
    const masked = programFunding.masked(form);
    expect(masked.payee.accountNumber).toBe('***************2345');
    expect({ ...masked, payee: form.payee }).toEqual(form);
    expect(form.payee.accountNumber).toBe(accountNumber);
  });

  test('the title says school, program and amount', () => {
    expect(programFunding.title(form)).toBe('重庆市大足职业教育中心：工业机器人技术应用专业新设资金 1,200,000.00 元');
  });

  test('each file is named once, wherever it is attached', () => {
    expect(programFunding.fileIds(form)).toEqual([FILE]);
    const other = '0b2f0c1e-51a5-4a1e-8f7e-0a8f3c1d2e3f';
    form.evidence.otherFunds = [other, FILE];
    expect(programFunding.fileIds(form)).toEqual([FILE, other]);
  });

  test('experts of partner enterprises do not sit on the panel', () => {
    expect(programFunding.relatedUnits?.(form)).toEqual(['龙水五金智造有限公司', '重庆双桥汽车零部件有限公司']);
  });

  test('one school has one open case a program', () => {
    expect(programFunding.openKey?.(form, { unitId: SCHOOL })).toBe('dazu-zhijiao:660303');
    expect(programFunding.oneOpenCase).toBe(false);
  });
});
