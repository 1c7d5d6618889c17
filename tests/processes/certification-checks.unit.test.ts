import { describe, expect, test } from 'vitest';
import type { CertificationForm } from '../../processes/teacher-certification/form.ts';
import { findingsOf, levelsOf, oneOf, TODAY } from './dazu.ts';

type Change = (form: CertificationForm) => void;
const period = (from: string, to: string, days: number) => ({ enterprise: '某企业', post: '工艺员', from, to, days });
const practiceOf =
  (...periods: ReturnType<typeof period>[]): Change =>
  (form) => {
    form.practice.periods = periods;
  };

describe('an application that keeps every rule', () => {
  const findings = findingsOf();

  test('has only green findings', () => {
    expect(findings.filter(({ level }) => level !== 'ok')).toEqual([]);
    expect(findings.map(({ rule }) => rule)).toEqual([
      'one-open-application',
      'level-not-held',
      'criterion-offered',
      'criterion-supported',
      'dates-past',
      'practice-periods',
      'enterprise-practice',
      'ethics-reviews',
      'ethics-passed',
      'evidence',
      'pledge',
    ]);
  });

  test('names a clause and speaks both languages in each', () => {
    for (const { clause, message } of findings) {
      expect(clause).not.toBe('');
      expect(message.zh).toMatch(/\p{Script=Han}/u);
      expect(message.en).not.toMatch(/undefined|\[object/);
    }
  });
});

test('a rule of substance never blocks: a person decides', () => {
  const findings = findingsOf((form) => {
    form.employment.post = 'external';
    form.employment.engagedFrom = '2026-01-01';
    form.evidence.contract = form.evidence.idCard;
    form.practice.periods = [];
    form.qualifications.certificates = [];
    form.ethics.reviews[0]!.result = 'failed';
  });
  expect(findings.filter(({ level }) => level === 'error')).toEqual([]);
  const forPeople = findings.filter(({ level }) => level === 'warning');
  expect(forPeople.map(({ rule }) => rule)).toEqual([
    'criterion-supported',
    'engagement-length',
    'enterprise-practice',
    'ethics-passed',
  ]);
  expect(forPeople.every(({ personDecides, message }) => personDecides && message.zh.endsWith('由办理人员认定'))).toBe(
    true,
  );
});

describe('one open application', () => {
  test('an open one blocks, and is named', () => {
    const finding = oneOf(findingsOf(undefined, { openCases: ['SS-2026-0007'] }), 'one-open-application');
    expect(finding.level).toBe('error');
    expect(finding.message.zh).toContain('SS-2026-0007');
  });
});

describe('a level already held', () => {
  const held = (change: Partial<{ track: string; level: string; state: string; expiresOn: string }> = {}) => [
    {
      number: 'DZSS202600001',
      track: 'secondary',
      level: 'intermediate',
      state: 'valid',
      expiresOn: '2030-05-01',
      ...change,
    },
  ];
  const levelFor = (certificates: ReturnType<typeof held>) =>
    oneOf(findingsOf(undefined, { certificates }), 'level-not-held');

  test('and valid blocks, with the day it ends', () => {
    const finding = levelFor(held());
    expect(finding.level).toBe('error');
    expect(finding.message.zh).toContain('DZSS202600001');
    expect(finding.message.zh).toContain('2030-05-01');
  });

  test.each([
    ['of the other track', { track: 'higher' }],
    ['of another level', { level: 'junior' }],
    ['revoked', { state: 'revoked' }],
    ['expired', { state: 'expired', expiresOn: '2026-01-01' }],
    ['expired yesterday though not yet marked', { expiresOn: '2026-11-23' }],
  ])('%s does not block', (_, change) => {
    expect(levelFor(held(change)).level).toBe('ok');
  });

  test('that ended is not spoken of as held, whatever the row still says', () => {
    expect(levelFor(held({ expiresOn: '2026-11-23' })).message.zh).toBe('未持有有效的中职中级证书');
    expect(levelFor(held({ expiresOn: TODAY })).message.zh).toContain('还有 0 天到期');
  });

  test('may be renewed from 90 days before its end, not from 91', () => {
    expect(levelFor(held({ expiresOn: '2027-02-22' })).level).toBe('ok'); // 90 days
    expect(levelFor(held({ expiresOn: '2027-02-23' })).level).toBe('error');
    expect(levelFor(held({ expiresOn: TODAY })).level).toBe('ok');
  });

  test('the latest of several counts', () => {
    expect(levelFor([...held({ expiresOn: '2026-12-01' }), ...held()]).level).toBe('error');
  });
});

describe('the condition relied on', () => {
  test.each([
    ['unknown', { criterion: 'magic' }],
    ['not for the level', { criterion: 'competition', level: 'junior' }],
    ['not for the track', { criterion: 'textbook', level: 'senior' }],
  ] as const)('%s: blocks', (_, change) => {
    expect(
      levelsOf(
        findingsOf((form) => Object.assign(form.application, change)),
        'criterion-offered',
      ),
    ).toEqual(['error application.criterion']);
  });

  test.each<[string, Change, Change]>([
    ['qualification', () => {}, (form) => (form.qualifications.certificates = [])],
    ['title', () => {}, (form) => delete form.applicant.title],
    ['practice', () => {}, practiceOf()],
    ['competition', () => {}, (form) => (form.achievements.awards = [])],
    ['results', () => {}, (form) => (form.achievements.results = [])],
    [
      'textbook',
      (form) => Object.assign(form.application, { track: 'higher', level: 'senior' }),
      (form) => (form.achievements.research = ''),
    ],
  ])('%s rests on what the form shows', (criterion, prepare, remove) => {
    const chosen: Change = (form) => {
      form.application.criterion = criterion;
      prepare(form);
    };
    expect(oneOf(findingsOf(chosen), 'criterion-supported').level).toBe('ok');
    const without = findingsOf((form) => {
      chosen(form);
      remove(form);
    });
    expect(oneOf(without, 'criterion-supported').level).toBe('warning');
  });
});

describe('dates', () => {
  test.each<[string, Change]>([
    ['employment.engagedFrom', (form) => (form.employment.engagedFrom = '2026-11-25')],
    [
      'qualifications.certificates.0.issuedOn',
      (form) => (form.qualifications.certificates[0]!.issuedOn = '2026-11-25'),
    ],
    ['practice.periods.1.to', (form) => (form.practice.periods[1]!.to = '2026-11-25')],
    ['achievements.awards.0.grantedOn', (form) => (form.achievements.awards[0]!.grantedOn = '2026-11-25')],
    ['achievements.results.0.completedOn', (form) => (form.achievements.results[0]!.completedOn = '2026-11-25')],
    ['applicant.idNumber', (form) => (form.applicant.idNumber = '500225209903120016')],
  ])('tomorrow blocks at %s', (path, change) => {
    expect(levelsOf(findingsOf(change), 'dates-past')).toEqual([`error ${path}`]);
  });

  test('today is fine', () => {
    expect(
      levelsOf(
        findingsOf((form) => (form.achievements.awards[0]!.grantedOn = TODAY)),
        'dates-past',
      ),
    ).toEqual(['ok']);
  });
});

describe('evidence', () => {
  test('every required piece that is missing is named, with the reason', () => {
    const findings = findingsOf((form) => {
      for (const slot of Object.keys(form.evidence)) form.evidence[slot as 'idCard'] = [];
    });
    expect(levelsOf(findings, 'evidence')).toEqual(
      [
        'idCard',
        'degree',
        'teacherLicence',
        'title',
        'qualification',
        'timetable',
        'practiceProof',
        'practiceAgreement',
        'awards',
        'ethicsProof',
      ].map((slot) => `error evidence.${slot}`),
    );
    expect(findings.find(({ path }) => path === 'evidence.title')?.message.zh).toBe(
      '缺少证明材料：职称证书（填写了职称须提供）',
    );
  });

  test('nothing is asked for what the form does not claim', () => {
    const findings = findingsOf((form) => {
      delete form.applicant.title;
      form.applicant.teacherLicence = '';
      form.practice.periods = [];
      form.qualifications.certificates = [];
      form.achievements.awards = [];
      form.achievements.results = [];
      for (const slot of [
        'title',
        'teacherLicence',
        'practiceProof',
        'practiceAgreement',
        'qualification',
        'awards',
      ] as const)
        form.evidence[slot] = [];
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
