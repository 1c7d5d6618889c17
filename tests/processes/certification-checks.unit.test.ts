import { describe, expect, test } from 'vitest';
import type { Finding } from '../../processes/process.ts';
import type { CertificationForm } from '../../processes/teacher-certification/form.ts';
import { dazu, findingsOf, levelsOf, TODAY } from './dazu.ts';

type Change = (form: CertificationForm) => void;
const period = (from: string, to: string, days: number) => ({ enterprise: '某企业', post: '工艺员', from, to, days });
const practiceOf =
  (...periods: ReturnType<typeof period>[]): Change =>
  (form) => {
    form.practice.periods = periods;
  };
const one = (findings: Finding[], rule: string): Finding => {
  const found = findings.filter((finding) => finding.rule === rule);
  expect(found).toHaveLength(1);
  return found[0]!;
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
    const finding = one(findingsOf(undefined, { openCases: ['SS-2026-0007'] }), 'one-open-application');
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
    one(findingsOf(undefined, { certificates }), 'level-not-held');

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
    expect(one(findingsOf(chosen), 'criterion-supported').level).toBe('ok');
    const without = findingsOf((form) => {
      chosen(form);
      remove(form);
    });
    expect(one(without, 'criterion-supported').level).toBe('warning');
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

describe('practice rows', () => {
  test('that end before they start block', () => {
    expect(levelsOf(findingsOf(practiceOf(period('2024-03-02', '2024-03-01', 1))), 'practice-periods')).toEqual([
      'error practice.periods.0.to',
    ]);
  });

  test('that claim more days than lie between block, with both numbers', () => {
    const finding = one(findingsOf(practiceOf(period('2024-02-01', '2024-02-29', 30))), 'practice-periods');
    expect(finding).toMatchObject({ level: 'error', path: 'practice.periods.0.days' });
    expect(finding.message.zh).toContain('填报 30 天');
    expect(finding.message.zh).toContain('只有 29 天');
  });

  test('of one day, and of every day in between, are fine', () => {
    expect(
      levelsOf(
        findingsOf(practiceOf(period('2024-03-01', '2024-03-01', 1), period('2024-02-01', '2024-02-29', 29))),
        'practice-periods',
      ),
    ).toEqual(['ok']);
  });
});

describe('enterprise practice of a teacher of professional courses', () => {
  const practice = (...periods: ReturnType<typeof period>[]) =>
    one(findingsOf(practiceOf(...periods)), 'enterprise-practice');

  test('180 days are six months, 179 are not', () => {
    expect(practice(period('2025-01-01', '2025-06-29', 180)).level).toBe('ok');
    const short = practice(period('2025-01-01', '2025-06-28', 179));
    expect(short.level).toBe('warning');
    expect(short.message.zh).toBe(
      '近 5 年（2021-11-25 至 2026-11-24）企业实践合并重叠后 179 天，要求不少于 180 天（6 个月，每月按 30 天计）；由办理人员认定',
    );
    expect(short.clause).toBe('《职业学校教师企业实践规定》第四条');
  });

  test('the same days listed twice count once', () => {
    expect(
      practice(period('2025-01-01', '2025-04-10', 100), period('2025-01-01', '2025-04-10', 100)).message.zh,
    ).toContain('重叠后 100 天');
  });

  test('an overlap counts once, also when three rows meet', () => {
    const rows = [
      period('2025-01-01', '2025-01-31', 31),
      period('2025-01-15', '2025-02-14', 31),
      period('2025-01-20', '2025-02-28', 40),
    ];
    expect(practice(...rows).message.zh).toContain('重叠后 59 天');
  });

  test('only days worked count, not the span', () => {
    expect(practice(period('2023-01-01', '2025-12-31', 179)).level).toBe('warning');
  });

  test('days before the last five years do not count: the day five years ago is out, the next one is in', () => {
    expect(practice(period('2021-11-24', '2021-11-24', 1)).message.zh).toContain('重叠后 0 天');
    expect(practice(period('2021-11-25', '2021-11-25', 1)).message.zh).toContain('重叠后 1 天');
    expect(practice(period('2021-05-29', '2022-05-23', 360)).level).toBe('ok'); // 180 of its days lie inside
    expect(practice(period('2021-05-29', '2022-05-22', 359)).level).toBe('warning');
  });

  test('on a leap day the five years begin on 1 March', () => {
    const findings = findingsOf(practiceOf(period('2023-02-28', '2023-03-01', 2)), { today: '2028-02-29' });
    expect(one(findings, 'enterprise-practice').message.zh).toContain(
      '（2023-03-01 至 2028-02-29）企业实践合并重叠后 1 天',
    );
  });

  test('is not asked of a teacher of public courses', () => {
    const findings = findingsOf((form) => {
      form.employment.courseType = 'public';
      form.practice.periods = [];
    });
    expect(levelsOf(findings, 'enterprise-practice')).toEqual([]);
  });

  test('follows the policy of the district', () => {
    const policy = dazu();
    policy.processes['teacher-certification'].practice.months = 9;
    expect(one(findingsOf(undefined, { policy }), 'enterprise-practice').level).toBe('warning');
  });
});

describe.each(['part-time', 'external'] as const)('a %s teacher', (post) => {
  const since =
    (engagedFrom: string | undefined): Change =>
    (form) => {
      form.employment.post = post;
      form.employment.engagedFrom = engagedFrom;
      form.evidence.contract = form.evidence.idCard;
    };

  test('who says nothing of the engagement cannot send', () => {
    const findings = findingsOf(since(undefined));
    expect(levelsOf(findings, 'engagement-date')).toEqual(['error employment.engagedFrom']);
    expect(levelsOf(findings, 'engagement-length')).toEqual([]);
  });

  test('two years to the day are enough, a day less is for a person to decide', () => {
    expect(one(findingsOf(since('2024-11-24')), 'engagement-length').level).toBe('ok');
    const short = one(findingsOf(since('2024-11-25')), 'engagement-length');
    expect(short.level).toBe('warning');
    expect(short.message.zh).toContain('至 2026-11-25 才满 2 年');
  });

  test('engaged on a leap day has two years on the last of February', () => {
    expect(one(findingsOf(since('2024-02-29'), { today: '2026-02-28' }), 'engagement-length').level).toBe('ok');
  });

  test('attaches the contract', () => {
    const findings = findingsOf((form) => {
      since('2020-01-01')(form);
      form.evidence.contract = [];
    });
    expect(levelsOf(findings, 'evidence')).toEqual(['error evidence.contract']);
  });
});

test('a full-time teacher is not asked about an engagement', () => {
  const findings = findingsOf((form) => (form.employment.engagedFrom = '2026-11-01'));
  expect(levelsOf(findings, 'engagement-length')).toEqual([]);
  expect(levelsOf(findings, 'engagement-date')).toEqual([]);
});

describe('ethics reviews', () => {
  const reviewed =
    (...reviews: [number, CertificationForm['ethics']['reviews'][number]['result']][]): Change =>
    (form) => {
      form.ethics.reviews = reviews.map(([year, result]) => ({ year, result }));
    };

  test('none at all blocks', () => {
    const findings = findingsOf(reviewed());
    expect(levelsOf(findings, 'ethics-reviews')).toEqual(['error ethics.reviews']);
    expect(levelsOf(findings, 'ethics-passed')).toEqual([]);
  });

  test('one too few blocks, with the numbers', () => {
    const finding = one(findingsOf(reviewed([2025, 'qualified'], [2024, 'qualified'])), 'ethics-reviews');
    expect(finding.level).toBe('error');
    expect(finding.message.zh).toBe('2022 至 2026 年间的师德考核填写了 2 个年度，要求不少于 3 个');
  });

  test('of long ago do not count', () => {
    expect(
      one(findingsOf(reviewed([2025, 'qualified'], [2024, 'qualified'], [2021, 'qualified'])), 'ethics-reviews').level,
    ).toBe('error');
    expect(
      one(findingsOf(reviewed([2025, 'qualified'], [2024, 'qualified'], [2022, 'qualified'])), 'ethics-reviews').level,
    ).toBe('ok');
  });

  test('a teacher of one year needs one', () => {
    const findings = findingsOf((form) => {
      reviewed([2025, 'qualified'])(form);
      form.employment.teachingYears = 1;
    });
    expect(one(findings, 'ethics-reviews').level).toBe('ok');
  });

  test('the same year twice and a year to come block, at their rows', () => {
    const findings = findingsOf(
      reviewed([2023, 'qualified'], [2024, 'qualified'], [2025, 'qualified'], [2025, 'failed'], [2027, 'qualified']),
    );
    expect(levelsOf(findings, 'ethics-reviews')).toEqual([
      'error ethics.reviews.3.year',
      'error ethics.reviews.4.year',
    ]);
  });

  test('a failed one is shown as deciding, and left to people', () => {
    const finding = one(findingsOf(reviewed([2025, 'failed'], [2024, 'basic'], [2023, 'failed'])), 'ethics-passed');
    expect(finding).toMatchObject({ level: 'warning', personDecides: true });
    expect(finding.message.zh).toContain('2023、2025 年度');
    expect(finding.message.zh).toContain('一票否决');
  });

  test('basically qualified is not failed', () => {
    expect(one(findingsOf(reviewed([2025, 'basic'], [2024, 'basic'], [2023, 'basic'])), 'ethics-passed').level).toBe(
      'ok',
    );
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
