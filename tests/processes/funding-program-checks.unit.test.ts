import { describe, expect, test } from 'vitest';
import { levelsOf, oneOf } from './dazu.ts';
import { budgetOf, fundingFindings as findingsOf, line, withPolicy } from './funding.ts';

describe('the industry', () => {
  test.each(['wujin', 'qimo', 'zhineng', 'jingmai', 'siyan', 'wenchuang'])('%s is a leading one', (industry) => {
    expect(
      oneOf(
        findingsOf((form) => (form.program.industry = industry)),
        'industry-known',
      ).level,
    ).toBe('ok');
  });

  test.each(['五金', 'Zhineng', 'tourism', 'constructor', '__proto__'])(
    '%s is none, and the six are named',
    (industry) => {
      const finding = oneOf(
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
    const finding = oneOf(
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
    const finding = oneOf(
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
    const finding = oneOf(findingsOf(undefined, before(true)), 'funded-once');
    expect(finding).toMatchObject({ level: 'error', path: 'program.code' });
    expect(finding.message.zh).toContain('已获支持（ZX-2026-0007）');
    expect(finding.clause).toContain('同校同专业只支持一次');
  });

  test('with an application under way blocks too', () => {
    expect(oneOf(findingsOf(undefined, before(false)), 'funded-once').message.zh).toContain('在办申请 ZX-2026-0007');
  });

  test('another program of the school does not', () => {
    expect(oneOf(findingsOf(undefined, before(true, '660301')), 'funded-once').level).toBe('ok');
  });

  test('the award is named before the open application', () => {
    const fundedPrograms = [
      ...before(false).fundedPrograms,
      { number: 'ZX-2025-0001', programCode: '660303', awarded: true },
    ];
    expect(oneOf(findingsOf(undefined, { fundedPrograms }), 'funded-once').message.zh).toContain('ZX-2025-0001');
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
    const finding = oneOf(findingsOf(undefined, banned('2027-12-31')), 'school-not-banned');
    expect(finding).toMatchObject({ level: 'error', path: 'program.school', clause: '处理决定〔2026〕3号' });
    expect(finding.message.zh).toBe('大足职教中心在 2027-12-31 前不得申报：挪用专项资金');
  });

  test('for good cannot apply at all', () => {
    expect(oneOf(findingsOf(undefined, banned()), 'school-not-banned').message.zh).toBe(
      '大足职教中心不得申报：挪用专项资金',
    );
  });

  test('is banned on the last day, and free on the next', () => {
    expect(oneOf(findingsOf(undefined, banned('2026-11-24')), 'school-not-banned').level).toBe('error');
    expect(oneOf(findingsOf(undefined, banned('2026-11-23')), 'school-not-banned').level).toBe('ok');
  });

  test('is known by its unit, whatever name the form gives', () => {
    const context = banned();
    expect(
      oneOf(
        findingsOf((form) => (form.program.school = '双桥职业学校'), context),
        'school-not-banned',
      ).level,
    ).toBe('error');
    expect(oneOf(findingsOf(undefined, { ...context, unitId: 'shuangqiao-zhiye' }), 'school-not-banned').level).toBe(
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
