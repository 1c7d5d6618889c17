import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { splitByPercent } from '../../processes/money.ts';
import type { CheckContext, Finding } from '../../processes/process.ts';
import type { FundingForm } from '../../processes/program-funding/form.ts';
import type { FundingPolicy } from '../../processes/program-funding/policy.ts';
import { dazu, levelsOf } from './dazu.ts';
import { fundingFindings as findingsOf } from './funding.ts';

type Change = (form: FundingForm) => void;
type Line = FundingForm['budget']['lines'][number];

const one = (findings: Finding[], rule: string): Finding => {
  const found = findings.filter((finding) => finding.rule === rule);
  expect(found).toHaveLength(1);
  return found[0]!;
};
const line = (category: Line['category'], amountFen: number, item = `${category} ${amountFen}`): Line => ({
  category,
  item,
  quantity: 1,
  unitPriceFen: amountFen,
  amountFen,
  basis: '报价',
});
const budgetOf =
  (requestedFen: number, ...lines: Line[]): Change =>
  (form) => {
    form.budget = { requestedFen, lines };
  };
const withPolicy = (change: (policy: FundingPolicy) => void): Partial<CheckContext> => {
  const policy = dazu();
  change(policy.processes['program-funding']);
  return { policy };
};

describe('an application that keeps every rule', () => {
  const findings = findingsOf();

  test('has only green findings, one a rule', () => {
    expect(findings.filter(({ level }) => level !== 'ok')).toEqual([]);
    expect(findings.map(({ rule }) => rule)).toEqual([
      'school-not-banned',
      'funded-once',
      'industry-known',
      'program-code',
      'new-program',
      'partners',
      'agreement-dates',
      'dual-qualified-count',
      'dual-qualified-share',
      'dual-qualified-registered',
      'enrolment-years',
      'budget-lines',
      'line-amounts',
      'lines-distinct',
      'lines-add-up',
      'request-limits',
      'equipment-share',
      'one-fiscal-fund',
      'targets',
      'payee-is-school',
      'evidence',
      'pledge',
    ]);
  });

  test('names a clause in each and speaks both languages', () => {
    for (const { clause, message } of findings) {
      expect(clause).not.toBe('');
      expect(message.zh).toMatch(/\p{Script=Han}/u);
      expect(message.en).not.toMatch(/undefined|NaN|\[object/);
    }
  });

  test('shows its numbers', () => {
    expect(one(findings, 'lines-add-up').message.zh).toBe('预算各行合计 1,200,000.00 元，等于申请资金');
    expect(one(findings, 'equipment-share').message.zh).toBe('设备购置 580,000.00 元，占预算 48.34 %，上限 50.00 %');
    expect(one(findings, 'dual-qualified-share').message.zh).toBe('双师型教师占比 66.66 %，目标不低于 60.00 %');
  });
});

test('substance never blocks: people decide', () => {
  const findings = findingsOf(
    (form) => {
      form.program.firstIntakeYear = 2020;
      form.training.enrolment = [2020, 2021, 2022].map((year) => ({ year, students: 1 }));
      form.teachers = { fullTime: 10, dualQualified: 1, fromEnterprises: 0 };
      form.demand.partners[0]!.until = '2026-11-23';
      form.payee.accountName = '某公司';
    },
    { dualQualified: 0 },
  );
  expect(findings.filter(({ level }) => level === 'error')).toEqual([]);
  const forPeople = findings.filter(({ level }) => level === 'warning');
  expect(forPeople.map(({ rule }) => rule)).toEqual([
    'new-program',
    'agreement-dates',
    'dual-qualified-share',
    'dual-qualified-registered',
    'payee-is-school',
  ]);
  expect(forPeople.every(({ personDecides, message }) => personDecides && message.zh.endsWith('由办理人员认定'))).toBe(
    true,
  );
});

describe('the sum of the lines', () => {
  test('a fen too much blocks, with both sums and the difference', () => {
    const finding = one(
      findingsOf((form) => (form.budget.requestedFen += 1)),
      'lines-add-up',
    );
    expect(finding).toMatchObject({ level: 'error', path: 'budget.requestedFen' });
    expect(finding.message.zh).toBe('预算各行合计 1,200,000.00 元，申请资金 1,200,000.01 元，相差 0.01 元');
    expect(finding.clause).toContain('预算编制');
  });

  test('a fen too little blocks', () => {
    expect(
      levelsOf(
        findingsOf((form) => (form.budget.requestedFen -= 1)),
        'lines-add-up',
      ),
    ).toEqual(['error budget.requestedFen']);
  });

  test('is exact where a sum of decimal numbers is not', () => {
    // As decimal numbers of yuan they would be 3.3000000000000003 and 3.3.
    expect(1.1 + 2.2 === 3.3).toBe(false);
    const finding = one(findingsOf(budgetOf(330, line('other', 110), line('courses', 220))), 'lines-add-up');
    expect(finding.level).toBe('ok');
    expect(finding.message.zh).toContain('3.30 元');
  });

  test('holds for any amount split in any way, and for no other', () => {
    const policy = dazu();
    const lines = fc.array(fc.integer({ min: 1, max: 300_000_000 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(lines, fc.integer({ min: -5, max: 5 }), (amounts, off) => {
        const sum = amounts.reduce((total, amount) => total + amount, 0);
        fc.pre(sum + off > 0);
        const rows = amounts.map((amount, index) => line('other', amount, `item ${index}`));
        expect(one(findingsOf(budgetOf(sum + off, ...rows), { policy }), 'lines-add-up').level).toBe(
          off === 0 ? 'ok' : 'error',
        );
      }),
      { numRuns: 60 },
    );
  });

  test('no line at all blocks, and asks for lines rather than for sums', () => {
    const findings = findingsOf(budgetOf(120_000_000));
    expect(levelsOf(findings, 'budget-lines')).toEqual(['error budget.lines']);
    for (const rule of ['lines-add-up', 'line-amounts', 'lines-distinct', 'equipment-share'])
      expect(levelsOf(findings, rule)).toEqual([]);
  });
});

describe('a line', () => {
  test('is its quantity times its price; the row and both numbers are named', () => {
    const finding = one(
      findingsOf((form) => {
        form.budget.lines[2]!.quantity = 5;
      }),
      'line-amounts',
    );
    expect(finding).toMatchObject({ level: 'error', path: 'budget.lines.2.amountFen' });
    expect(finding.message.zh).toBe('预算第 3 行：5 × 30,000.00 = 150,000.00，填报金额 180,000.00');
  });

  test('that multiplies beyond any amount is wrong, not a crash', () => {
    const finding = one(
      findingsOf((form) => {
        form.budget.lines[0]!.quantity = 100_000;
        form.budget.lines[0]!.unitPriceFen = 9_999_999_999_999;
      }),
      'line-amounts',
    );
    expect(finding.level).toBe('error');
    expect(finding.message.zh).toContain('超出上限');
  });

  test.each([['六轴工业机器人工作站'], [' 六轴 工业机器人工作站。'], ['六轴工业机器人工作站'.normalize('NFD')]])(
    'that repeats an item (%j) blocks at its row',
    (item) => {
      const findings = findingsOf((form) => {
        form.budget.lines[4]!.item = item;
      });
      expect(levelsOf(findings, 'lines-distinct')).toEqual(['error budget.lines.4.item']);
      expect(one(findings, 'lines-distinct').message.zh).toContain('第 5 行与第 1 行');
    },
  );

  test('is told apart by letters and digits: width and case do not count, numbers do', () => {
    const items = (a: string, b: string) =>
      levelsOf(
        findingsOf(budgetOf(20_000_000, line('other', 10_000_000, a), line('courses', 10_000_000, b))),
        'lines-distinct',
      );
    expect(items('PLC 实训台', 'ｐｌｃ实训台')).toEqual(['error budget.lines.1.item']);
    expect(items('实训台 1', '实训台 2')).toEqual(['ok budget.lines']);
    expect(items('—', '……')).toEqual(['ok budget.lines']);
  });
});

describe('the share of equipment', () => {
  const share = (equipment: number, rest: number) =>
    one(findingsOf(budgetOf(equipment + rest, line('equipment', equipment), line('other', rest))), 'equipment-share');

  test('50 % to the fen is kept', () => {
    const finding = share(60_000_000, 60_000_000);
    expect(finding.level).toBe('ok');
    expect(finding.message.zh).toContain('占预算 50.00 %');
  });

  test('a fen more is not, and reads as more', () => {
    const finding = share(60_000_001, 60_000_000);
    expect(finding).toMatchObject({ level: 'error', path: 'budget.lines' });
    expect(finding.message.zh).toBe('设备购置 600,000.01 元，占预算 50.01 %，上限 50.00 %');
    expect(finding.clause).toContain('设备费占比');
  });

  test('counts every equipment line, and none that is called something else', () => {
    const findings = findingsOf(
      budgetOf(
        12_000_000,
        line('equipment', 3_000_000, 'a'),
        line('equipment', 3_000_001, 'b'),
        line('training-base', 5_999_999, 'c'),
      ),
    );
    expect(one(findings, 'equipment-share').level).toBe('error');
    expect(one(findingsOf(budgetOf(12_000_000, line('training-base', 12_000_000))), 'equipment-share').level).toBe(
      'ok',
    );
  });

  test('follows the policy of the district', () => {
    const findings = findingsOf(
      undefined,
      withPolicy((policy) => (policy.equipment.atMostPercent = 48)),
    );
    expect(one(findings, 'equipment-share').level).toBe('error');
  });
});

describe('the limits of a request', () => {
  const requested = (fen: number) => one(findingsOf(budgetOf(fen, line('other', fen))), 'request-limits');

  test.each([
    [5_000_000, 'ok'],
    [4_999_999, 'error'],
    [300_000_000, 'ok'],
    [300_000_001, 'error'],
  ])('%i fen: %s', (fen, level) => {
    expect(requested(fen)).toMatchObject({ level, path: 'budget.requestedFen' });
  });

  test('name the amount, the limits and the clause', () => {
    expect(requested(300_000_001).message.zh).toBe('申请资金 3,000,000.01 元，限额 50,000.00 至 3,000,000.00 元');
    expect(requested(300_000_001).clause).toContain('申请限额');
  });
});

describe('no second fiscal fund for the same line', () => {
  test('a line that names one blocks', () => {
    const finding = one(
      findingsOf((form) => (form.budget.lines[1]!.otherFund = '市级实训基地补助')),
      'one-fiscal-fund',
    );
    expect(finding).toMatchObject({ level: 'error', path: 'budget.lines.1.otherFund' });
    expect(finding.message.zh).toContain('市级实训基地补助');
    expect(finding.clause).toContain('不得重复');
  });

  test('a fund listed for the item of a line blocks, however it is written', () => {
    const findings = findingsOf((form) => (form.otherMoney.otherFunds[0]!.item = '机器人实训车间 改造'));
    expect(levelsOf(findings, 'one-fiscal-fund')).toEqual(['error otherMoney.otherFunds.0.item']);
    expect(one(findings, 'one-fiscal-fund').message.zh).toContain('预算第 2 行');
  });

  test('a fund for something else does not, nor an empty field', () => {
    expect(
      levelsOf(
        findingsOf((form) => (form.budget.lines[1]!.otherFund = '  ')),
        'one-fiscal-fund',
      ),
    ).toEqual(['ok']);
  });
});

describe('the industry', () => {
  test.each(['wujin', 'qimo', 'zhineng', 'jingmai', 'siyan', 'wenchuang'])('%s is a leading one', (industry) => {
    expect(
      one(
        findingsOf((form) => (form.program.industry = industry)),
        'industry-known',
      ).level,
    ).toBe('ok');
  });

  test.each(['五金', 'Zhineng', 'tourism', 'constructor', '__proto__'])(
    '%s is none, and the six are named',
    (industry) => {
      const finding = one(
        findingsOf((form) => (form.program.industry = industry)),
        'industry-known',
      );
      expect(finding).toMatchObject({ level: 'error', path: 'program.industry', clause: '三(二)2' });
      expect(finding.message.zh).toContain('五金、汽摩、智能、静脉、锶盐、文创');
    },
  );
});

describe('the program', () => {
  test.each([
    ['secondary', '660303', 'ok'],
    ['secondary', '460305', 'error'],
    ['higher', '460305', 'ok'],
    ['higher', '260304', 'error'],
    ['undergraduate', '260304', 'ok'],
  ] as const)('%s with the code %s: %s', (level, code, expected) => {
    const finding = one(
      findingsOf((form) => Object.assign(form.program, { level, code })),
      'program-code',
    );
    expect(finding).toMatchObject({ level: expected, path: 'program.code' });
  });

  test.each([
    [2024, 'warning'],
    [2025, 'ok'],
    [2028, 'ok'],
    [2029, 'warning'],
  ])('with a first intake in %i: %s', (year, level) => {
    const finding = one(
      findingsOf((form) => (form.program.firstIntakeYear = year)),
      'new-program',
    );
    expect(finding.level).toBe(level);
    expect(finding.message.zh).toContain('2025 至 2028 年');
  });
});

describe('the same school and program', () => {
  const before = (awarded: boolean, programCode = '660303') => ({
    fundedPrograms: [{ number: 'ZX-2026-0007', programCode, awarded }],
  });

  test('funded before blocks, naming the case', () => {
    const finding = one(findingsOf(undefined, before(true)), 'funded-once');
    expect(finding).toMatchObject({ level: 'error', path: 'program.code' });
    expect(finding.message.zh).toContain('已获支持（ZX-2026-0007）');
    expect(finding.clause).toContain('同校同专业只支持一次');
  });

  test('with an application under way blocks too', () => {
    expect(one(findingsOf(undefined, before(false)), 'funded-once').message.zh).toContain('在办申请 ZX-2026-0007');
  });

  test('another program of the school does not', () => {
    expect(one(findingsOf(undefined, before(true, '660301')), 'funded-once').level).toBe('ok');
  });

  test('the award is named before the open application', () => {
    const fundedPrograms = [
      ...before(false).fundedPrograms,
      { number: 'ZX-2025-0001', programCode: '660303', awarded: true },
    ];
    expect(one(findingsOf(undefined, { fundedPrograms }), 'funded-once').message.zh).toContain('ZX-2025-0001');
  });
});

describe('a banned school', () => {
  const banned = (until?: string) =>
    withPolicy((policy) => {
      policy.bannedSchools.schools = [
        {
          school: 'dazu-zhijiao',
          name: { zh: '大足职教中心', en: 'Dazu Vocational Education Centre' },
          ...(until && { until }),
          reason: { zh: '挪用专项资金', en: 'misuse of earmarked money' },
          clause: '处理决定〔2026〕3号',
        },
      ];
    });

  test('cannot apply, and is told until when and why', () => {
    const finding = one(findingsOf(undefined, banned('2027-12-31')), 'school-not-banned');
    expect(finding).toMatchObject({ level: 'error', path: 'program.school', clause: '处理决定〔2026〕3号' });
    expect(finding.message.zh).toBe('大足职教中心在 2027-12-31 前不得申报：挪用专项资金');
  });

  test('for good cannot apply at all', () => {
    expect(one(findingsOf(undefined, banned()), 'school-not-banned').message.zh).toBe(
      '大足职教中心不得申报：挪用专项资金',
    );
  });

  test('is banned on the last day, and free on the next', () => {
    expect(one(findingsOf(undefined, banned('2026-11-24')), 'school-not-banned').level).toBe('error');
    expect(one(findingsOf(undefined, banned('2026-11-23')), 'school-not-banned').level).toBe('ok');
  });

  test('is known by its unit, whatever name the form gives', () => {
    const context = banned();
    expect(
      one(
        findingsOf((form) => (form.program.school = '双桥职业学校'), context),
        'school-not-banned',
      ).level,
    ).toBe('error');
    expect(one(findingsOf(undefined, { ...context, unitId: 'shuangqiao-zhiye' }), 'school-not-banned').level).toBe(
      'ok',
    );
  });
});

describe('a correction', () => {
  const submittedFacts = { requestedFen: 120_000_000, programCode: '660303', industry: 'zhineng', level: 'secondary' };

  test('that mends the papers is fine', () => {
    expect(levelsOf(findingsOf(undefined, { submittedFacts }), 'correction-keeps')).toEqual(['ok']);
  });

  test('cannot change amount, program, level or industry: each is named with before and now', () => {
    const findings = findingsOf(
      (form) => {
        budgetOf(120_000_001, line('other', 120_000_001))(form);
        Object.assign(form.program, { code: '460305', level: 'higher', industry: 'qimo' });
      },
      { submittedFacts },
    );
    expect(levelsOf(findings, 'correction-keeps')).toEqual([
      'error budget.requestedFen',
      'error program.code',
      'error program.industry',
      'error program.level',
    ]);
    expect(findings.find(({ rule }) => rule === 'correction-keeps')?.message.zh).toContain(
      '原为 1,200,000.00，现为 1,200,000.01',
    );
  });

  test('cannot lower the amount either: the limit of the award was set by it', () => {
    const findings = findingsOf(budgetOf(100_000_000, line('other', 100_000_000)), { submittedFacts });
    expect(levelsOf(findings, 'correction-keeps')).toEqual(['error budget.requestedFen']);
  });

  test('is no matter when nothing was sent before', () => {
    expect(levelsOf(findingsOf(), 'correction-keeps')).toEqual([]);
  });
});

describe('dual-qualified teachers', () => {
  const teachers =
    (dualQualified: number, fullTime: number): Change =>
    (form) => {
      form.teachers = { dualQualified, fullTime, fromEnterprises: 0 };
    };
  const share = (dualQualified: number, fullTime: number) =>
    one(findingsOf(teachers(dualQualified, fullTime), { dualQualified: 2000 }), 'dual-qualified-share');

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
      one(findingsOf(undefined, { dualQualified }), 'dual-qualified-registered');
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
    expect(one(findingsOf(years(2028)), 'enrolment-years').message.zh).toBe('招生计划缺少 2027、2029 年');
  });
});

describe('targets', () => {
  test('each kind that is missing is named', () => {
    const finding = one(
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
    one(
      findingsOf((form) => (form.payee.accountName = name)),
      'payee-is-school',
    ).level;
  expect(named('重庆市大足职业教育中心 ')).toBe('ok');
  expect(named('重庆市大足区职业教育中心')).toBe('warning');
});

test('no form that can be read makes a rule crash', () => {
  const policy = dazu();
  const fen = fc.integer({ min: 1, max: 9_999_999_999_999 });
  const category = fc.constantFrom(...(['equipment', 'teachers', 'courses', 'training-base', 'other'] as const));
  const row = fc.record({
    category,
    item: fc.string({ minLength: 1, maxLength: 5 }).filter((item) => /\p{L}/u.test(item)),
    quantity: fc.integer({ min: 1, max: 100_000 }),
    unitPriceFen: fen,
    amountFen: fen,
    basis: fc.constant('x'),
  });
  fc.assert(
    fc.property(fen, fc.array(row, { maxLength: 60 }), fc.nat(2000), fc.nat(2000), (requestedFen, lines, all, dual) => {
      const findings = findingsOf(
        (form) => {
          form.budget = { requestedFen, lines };
          form.teachers = { fullTime: all, dualQualified: dual, fromEnterprises: 0 };
        },
        { policy },
      );
      expect(findings.length).toBeGreaterThan(15);
    }),
    { numRuns: 40 },
  );
});

test('the instalments of the policy split the example to the fen', () => {
  const percents = dazu().processes['program-funding'].instalments.map(({ percent }) => percent);
  expect(splitByPercent(120_000_000, percents)).toEqual([60_000_000, 36_000_000, 24_000_000]);
});
