import { describe, expect, test } from 'vitest';
import { parsePolicy, PolicyError } from '../../processes/policy.ts';
import { dazu, policyFile } from './dazu.ts';

// oxlint-disable-next-line typescript/no-explicit-any -- wrong things go everywhere
type Anything = any;

const P = 'processes.program-funding';
const problemsOf = (change: (section: Anything, file: Anything) => void) => {
  const file = policyFile();
  change(file.processes['program-funding'], file);
  try {
    parsePolicy(file);
  } catch (error) {
    if (error instanceof PolicyError) return error.problems;
    throw error;
  }
  return [];
};

describe('the funding policy of Dazu', () => {
  const funding = dazu().processes['program-funding'];

  test('has the numbers of the plan, money in fen', () => {
    expect(funding.fund.minimum).toMatchObject({ amountFen: 1_000_000_000, clause: '四(三)' });
    expect(funding.industries.map(({ name }) => name.zh)).toEqual(['五金', '汽摩', '智能', '静脉', '锶盐', '文创']);
    expect(funding.countersign.units.map(({ unitId }) => unitId)).toEqual([
      'jiaowei',
      'zuzhibu',
      'kejiju',
      'jingxinwei',
      'caizhengju',
      'rensheju',
      'zhujianwei',
      'shuiwuju',
    ]);
    expect(funding.panel).toMatchObject({ seats: 5, dropHighest: 1, dropLowest: 1, passMark: 60 });
    expect(funding.notice.deadline).toEqual({ workingDays: 7 });
    expect(funding.correction).toMatchObject({ deadline: { workingDays: 5 }, atMost: 1, stopsClock: true });
    expect(funding.instalments.map(({ percent }) => percent)).toEqual([50, 30, 20]);
    expect(funding.evaluation.grades.map(({ fromScore }) => fromScore)).toEqual([90, 80, 60, 0]);
    expect(funding.equipment.atMostPercent).toBe(50);
    expect(funding.request).toMatchObject({ minFen: 5_000_000, maxFen: 300_000_000 });
    expect(funding.bannedSchools.schools).toEqual([]);
    expect(funding.fund.yearEnd.available).toBe('carry-over');
  });

  test('asks for sign-in before money is decided from a mail', () => {
    expect(dazu().mail.linkStakes['program-funding']).toBe('high');
  });

  test('gives a clause with every rule', () => {
    const missing: string[] = [];
    const walk = (node: unknown, path: string) => {
      if (typeof node !== 'object' || node === null) return;
      const row = node as Record<string, unknown>;
      if (('deadline' in row || 'minFen' in row || 'amountFen' in row || 'percent' in row) && !row.clause)
        missing.push(path);
      for (const [key, value] of Object.entries(row)) walk(value, `${path}.${key}`);
    };
    walk(funding, P);
    expect(missing).toEqual([]);
  });
});

describe('another district', () => {
  test('changes units, industries, shares, periods and limits without touching code', () => {
    expect(
      problemsOf((section) => {
        section.industries = [{ id: 'chaye', name: { zh: '茶叶', en: 'Tea' }, clause: '某方案' }];
        section.countersign.units = section.countersign.units.slice(0, 3);
        section.countersign.quorum = { atLeast: 2 };
        section.panel = {
          ...section.panel,
          seats: 7,
          dropHighest: 2,
          dropLowest: 2,
          passMark: 70,
          drawFrom: 'industry',
        };
        section.instalments = [
          { ...section.instalments[0], percent: 70 },
          { ...section.instalments[2], percent: 30, deadline: { duration: 'PT5S' } },
        ];
        section.request.maximum = '5,000,000.00元';
        section.bannedSchools.schools = [
          {
            school: 'some-school',
            name: { zh: '某校', en: 'A school' },
            reason: { zh: '挪用', en: 'misuse' },
            clause: '决定',
          },
        ];
      }),
    ).toEqual([]);
  });

  test('writes money as people do', () => {
    const file = policyFile();
    file.processes['program-funding'].request.maximum = '３，０００，０００元';
    expect(parsePolicy(file).processes['program-funding'].request.maxFen).toBe(300_000_000);
  });
});

describe('a wrong funding policy is refused, naming path and rule:', () => {
  test.each<[string, (section: Anything, file: Anything) => void, string, RegExp]>([
    ['a missing section', (_, file) => delete file.processes['program-funding'], P, /缺少|missing/],
    ['money as a number', (section) => (section.request.maximum = 3_000_000), `${P}.request.maximum`, /文字/],
    ['money in 万', (section) => (section.request.maximum = '300万元'), `${P}.request.maximum`, /不用万/],
    ['money below a fen', (section) => (section.fund.minimum.amount = '1.005'), `${P}.fund.minimum.amount`, /两位小数/],
    ['limits the wrong way round', (section) => (section.request.minimum = '4,000,000.00'), `${P}.request`, /下限/],
    ['no industry', (section) => (section.industries = []), `${P}.industries`, /至少 1/],
    ['an industry twice', (section) => (section.industries[1].id = 'wujin'), `${P}.industries`, /重复/],
    [
      'an industry in Chinese letters',
      (section) => (section.industries[0].id = '五金'),
      `${P}.industries.0.id`,
      /代号/,
    ],
    [
      'a unit nobody knows',
      (section) => (section.countersign.units[3].unitId = 'nobody'),
      `${P}.countersign.units.3.unitId`,
      /nobody/,
    ],
    [
      'a unit that signs twice',
      (section) => (section.countersign.units[1].unitId = 'jiaowei'),
      `${P}.countersign.units`,
      /重复/,
    ],
    [
      'the applicant as signer',
      (section) => (section.countersign.units[1].unitId = 'applicant'),
      `${P}.countersign.units`,
      /申请单位/,
    ],
    [
      'a lead that does not sign',
      (section) => (section.countersign.lead.unitId = 'waiban'),
      `${P}.countersign.lead`,
      /牵头/,
    ],
    [
      'more agreement than units',
      (section) => (section.countersign.quorum = { atLeast: 9 }),
      `${P}.countersign.quorum`,
      /超过/,
    ],
    ['a quorum of most', (section) => (section.countersign.quorum = 'most'), `${P}.countersign.quorum`, /atLeast/],
    [
      'a panel whose scores are all dropped',
      (section) => Object.assign(section.panel, { seats: 3, dropHighest: 2 }),
      `${P}.panel.seats`,
      /没有剩下/,
    ],
    ['a pass mark above 100', (section) => (section.panel.passMark = 101), `${P}.panel.passMark`, /100/],
    ['99 percent', (section) => (section.instalments[2].percent = 19), `${P}.instalments`, /100/],
    ['an instalment of nothing', (section) => (section.instalments[2].percent = 0), `${P}.instalments.2.percent`, /1/],
    [
      'two instalments for one report',
      (section) => (section.instalments[2].release.id = 'mid-term-report'),
      `${P}.instalments`,
      /两期/,
    ],
    [
      'a release by nothing',
      (section) => (section.instalments[0].release = 'later'),
      `${P}.instalments.0.release`,
      /award/,
    ],
    [
      'grades that do not descend',
      (section) => (section.evaluation.grades[1].fromScore = 95),
      `${P}.evaluation.grades`,
      /从高到低/,
    ],
    [
      'two grades from one score',
      (section) => (section.evaluation.grades[1].fromScore = 90),
      `${P}.evaluation.grades`,
      /从高到低/,
    ],
    [
      'a lowest grade that starts above 0',
      (section) => (section.evaluation.grades[3].fromScore = 10),
      `${P}.evaluation.grades`,
      /0 分/,
    ],
    [
      'grades in another order',
      (section) => section.evaluation.grades.reverse(),
      `${P}.evaluation.grades`,
      /excellent/,
    ],
    [
      '101 percent equipment',
      (section) => (section.equipment.atMostPercent = 101),
      `${P}.equipment.atMostPercent`,
      /100/,
    ],
    ['half a percent', (section) => (section.equipment.atMostPercent = 49.5), `${P}.equipment.atMostPercent`, /整数/],
    ['never a correction', (section) => (section.correction.atMost = 0), `${P}.correction.atMost`, /1/],
    [
      'a ban until a day that does not exist',
      (section) =>
        (section.bannedSchools.schools = [
          {
            school: 'x-school',
            name: { zh: '某', en: 'A' },
            until: '2027-02-30',
            reason: { zh: '某', en: 'x' },
            clause: '某',
          },
        ]),
      `${P}.bannedSchools.schools.0.until`,
      /.+/,
    ],
    [
      'stakes left out',
      (_, file) => delete file.mail.linkStakes['program-funding'],
      'mail.linkStakes.program-funding',
      /缺少|missing/,
    ],
    [
      'a rule without its clause',
      (section) => delete section.equipment.clause,
      `${P}.equipment.clause`,
      /缺少|missing/,
    ],
  ])('%s', (_, change, path, rule) => {
    const problems = problemsOf(change);
    expect(problems.map((problem) => problem.path)).toContain(path);
    expect(problems.find((problem) => problem.path === path)?.rule).toMatch(rule);
  });
});
