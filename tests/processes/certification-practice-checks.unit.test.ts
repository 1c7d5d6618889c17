import { describe, expect, test } from 'vitest';
import type { CertificationForm } from '../../processes/teacher-certification/form.ts';
import { dazu, findingsOf, levelsOf, oneOf } from './dazu.ts';

type Change = (form: CertificationForm) => void;
const period = (from: string, to: string, days: number) => ({ enterprise: '某企业', post: '工艺员', from, to, days });
const practiceOf =
  (...periods: ReturnType<typeof period>[]): Change =>
  (form) => {
    form.practice.periods = periods;
  };

describe('practice rows', () => {
  test('that end before they start block', () => {
    expect(levelsOf(findingsOf(practiceOf(period('2024-03-02', '2024-03-01', 1))), 'practice-periods')).toEqual([
      'error practice.periods.0.to',
    ]);
  });

  test('that claim more days than lie between block, with both numbers', () => {
    const finding = oneOf(findingsOf(practiceOf(period('2024-02-01', '2024-02-29', 30))), 'practice-periods');
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
    oneOf(findingsOf(practiceOf(...periods)), 'enterprise-practice');

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
    expect(oneOf(findings, 'enterprise-practice').message.zh).toContain(
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
    expect(oneOf(findingsOf(undefined, { policy }), 'enterprise-practice').level).toBe('warning');
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
    expect(oneOf(findingsOf(since('2024-11-24')), 'engagement-length').level).toBe('ok');
    const short = oneOf(findingsOf(since('2024-11-25')), 'engagement-length');
    expect(short.level).toBe('warning');
    expect(short.message.zh).toContain('至 2026-11-25 才满 2 年');
  });

  test('engaged on a leap day has two years on the last of February', () => {
    expect(oneOf(findingsOf(since('2024-02-29'), { today: '2026-02-28' }), 'engagement-length').level).toBe('ok');
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
