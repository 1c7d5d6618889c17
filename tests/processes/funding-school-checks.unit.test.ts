import { describe, expect, test } from 'vitest';
import type { FundingForm } from '../../processes/program-funding/form.ts';
import { levelsOf, oneOf } from './dazu.ts';
import { budgetOf, fundingFindings as findingsOf, line, withPolicy } from './funding.ts';

type Change = (form: FundingForm) => void;

describe('dual-qualified teachers', () => {
  const teachers =
    (dualQualified: number, fullTime: number): Change =>
    (form) => {
      form.teachers = { dualQualified, fullTime, fromEnterprises: 0 };
    };
  const share = (dualQualified: number, fullTime: number) =>
    oneOf(findingsOf(teachers(dualQualified, fullTime), { dualQualified: 2000 }), 'dual-qualified-share');

  test('60 % are enough, one teacher less is for a person to judge', () => {
    expect(share(6, 10).level).toBe('ok');
    expect(share(1199, 1999)).toMatchObject({ level: 'warning', personDecides: true });
    expect(share(1199, 1999).message.zh).toContain('59.97 %');
    expect(share(1200, 2000).level).toBe('ok');
  });

  test('more than there are teachers blocks', () => {
    const findings = findingsOf(teachers(13, 12));
    expect(levelsOf(findings, 'dual-qualified-count')).toEqual(['error teachers.dualQualified']);
    expect(levelsOf(findings, 'dual-qualified-share')).toEqual([]);
  });

  test('of none are no share', () => {
    expect(share(0, 0)).toMatchObject({ level: 'warning' });
    expect(share(0, 0).message.zh).toContain('尚无专任教师');
  });

  test('beyond the certificates on record are shown to a person, with both numbers', () => {
    const registered = (dualQualified: number) =>
      oneOf(findingsOf(undefined, { dualQualified }), 'dual-qualified-registered');
    expect(registered(8).level).toBe('ok');
    expect(registered(7)).toMatchObject({ level: 'warning', personDecides: true });
    expect(registered(7).message.zh).toContain('填报双师型教师 8 人，全校登记的有效证书 7 份');
  });
});

describe('partner enterprises', () => {
  test('none blocks', () => {
    const findings = findingsOf((form) => (form.demand.partners = []));
    expect(levelsOf(findings, 'partners')).toEqual(['error demand.partners']);
    expect(levelsOf(findings, 'agreement-dates')).toEqual([]);
  });

  test('one listed twice counts once', () => {
    const twice = findingsOf(
      (form) => (form.demand.partners[1]!.creditCode = form.demand.partners[0]!.creditCode),
      withPolicy((policy) => (policy.partners.atLeast = 2)),
    );
    expect(levelsOf(twice, 'partners')).toEqual(['error demand.partners.1.creditCode', 'error demand.partners']);
  });

  test.each<[string, Change, string[]]>([
    [
      'signed tomorrow',
      (form) => (form.demand.partners[0]!.signedOn = '2026-11-25'),
      ['error demand.partners.0.signedOn'],
    ],
    ['signed today', (form) => (form.demand.partners[0]!.signedOn = '2026-11-24'), ['ok demand.partners']],
    [
      'that ends before it begins',
      (form) => (form.demand.partners[1]!.until = '2026-08-19'),
      ['error demand.partners.1.until'],
    ],
    [
      'that ended yesterday',
      (form) => (form.demand.partners[1]!.until = '2026-11-23'),
      ['warning demand.partners.1.until'],
    ],
    ['that ends today', (form) => (form.demand.partners[1]!.until = '2026-11-24'), ['ok demand.partners']],
  ])('an agreement %s', (_, change, expected) => {
    expect(levelsOf(findingsOf(change), 'agreement-dates')).toEqual(expected);
  });
});

describe('enrolment', () => {
  const years =
    (...list: number[]): Change =>
    (form) => {
      form.training.enrolment = list.map((year) => ({ year, students: 50 }));
    };

  test.each<[string, number[], string[]]>([
    ['three years in any order', [2029, 2027, 2028], ['ok training.enrolment']],
    ['none', [], ['error training.enrolment']],
    ['two', [2027, 2028], ['error training.enrolment']],
    ['a year twice', [2027, 2027, 2028], ['error training.enrolment.1.year', 'error training.enrolment']],
    ['a year before the first', [2026, 2027, 2028, 2029], ['error training.enrolment.0.year']],
    ['a fourth year', [2027, 2028, 2029, 2030], ['error training.enrolment.3.year']],
  ])('%s', (_, list, expected) => {
    expect(levelsOf(findingsOf(years(...list)), 'enrolment-years')).toEqual(expected);
  });

  test('names the years that are missing', () => {
    expect(oneOf(findingsOf(years(2028)), 'enrolment-years').message.zh).toBe('招生计划缺少 2027、2029 年');
  });
});

describe('targets', () => {
  test('each kind that is missing is named', () => {
    const finding = oneOf(
      findingsOf((form) => {
        form.performance.targets = form.performance.targets.filter(({ kind }) => kind !== 'cost' && kind !== 'benefit');
      }),
      'targets',
    );
    expect(finding).toMatchObject({ level: 'error', path: 'performance.targets' });
    expect(finding.message.zh).toBe('缺少绩效目标：成本指标、效益指标');
  });
});

describe('evidence', () => {
  test('every required piece that is missing is named, with the reason', () => {
    const findings = findingsOf((form) => {
      for (const slot of Object.keys(form.evidence)) form.evidence[slot as 'agreements'] = [];
    });
    expect(levelsOf(findings, 'evidence')).toEqual(
      [
        'demandEvidence',
        'agreements',
        'trainingPlan',
        'teachers',
        'facilities',
        'budgetBasis',
        'equipmentPlan',
        'selfRaised',
        'otherFunds',
      ].map((slot) => `error evidence.${slot}`),
    );
    expect(findings.find(({ path }) => path === 'evidence.equipmentPlan')?.message.zh).toBe(
      '缺少证明材料：设备购置论证及询价材料（预算含设备购置须提供）',
    );
  });

  test.each<[string, Change]>([
    ['agreements', (form) => (form.demand.partners = [])],
    ['teachers', (form) => (form.teachers.dualQualified = 0)],
    ['equipmentPlan', budgetOf(120_000_000, line('other', 120_000_000))],
    ['selfRaised', (form) => (form.otherMoney.selfRaisedFen = 0)],
    ['otherFunds', (form) => (form.otherMoney.otherFunds = [])],
  ])('%s is not asked for where the form claims no such thing', (slot, change) => {
    const without: Change = (form) => {
      form.evidence[slot as 'agreements'] = [];
    };
    expect(levelsOf(findingsOf(without), 'evidence')).toEqual([`error evidence.${slot}`]);
    const findings = findingsOf((form) => {
      without(form);
      change(form);
    });
    expect(levelsOf(findings, 'evidence')).toEqual(['ok']);
  });
});

test('without the pledge it cannot be sent', () => {
  expect(
    levelsOf(
      findingsOf((form) => (form.pledge.accepted = false)),
      'pledge',
    ),
  ).toEqual(['error pledge.accepted']);
});

test('an account in another name is shown to a person', () => {
  const named = (name: string) =>
    oneOf(
      findingsOf((form) => (form.payee.accountName = name)),
      'payee-is-school',
    ).level;
  expect(named('重庆市大足职业教育中心 ')).toBe('ok');
  expect(named('重庆市大足区职业教育中心')).toBe('warning');
});
