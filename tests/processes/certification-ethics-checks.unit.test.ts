import { describe, expect, test } from 'vitest';
import type { CertificationForm } from '../../processes/teacher-certification/form.ts';
import { findingsOf, levelsOf, oneOf } from './dazu.ts';

type Change = (form: CertificationForm) => void;

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
    const finding = oneOf(findingsOf(reviewed([2025, 'qualified'], [2024, 'qualified'])), 'ethics-reviews');
    expect(finding.level).toBe('error');
    expect(finding.message.zh).toBe('2022 至 2026 年间的师德考核填写了 2 个年度，要求不少于 3 个');
  });

  test('of long ago do not count', () => {
    expect(
      oneOf(findingsOf(reviewed([2025, 'qualified'], [2024, 'qualified'], [2021, 'qualified'])), 'ethics-reviews')
        .level,
    ).toBe('error');
    expect(
      oneOf(findingsOf(reviewed([2025, 'qualified'], [2024, 'qualified'], [2022, 'qualified'])), 'ethics-reviews')
        .level,
    ).toBe('ok');
  });

  test('a teacher of one year needs one', () => {
    const findings = findingsOf((form) => {
      reviewed([2025, 'qualified'])(form);
      form.employment.teachingYears = 1;
    });
    expect(oneOf(findings, 'ethics-reviews').level).toBe('ok');
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
    const finding = oneOf(findingsOf(reviewed([2025, 'failed'], [2024, 'basic'], [2023, 'failed'])), 'ethics-passed');
    expect(finding).toMatchObject({ level: 'warning', personDecides: true });
    expect(finding.message.zh).toContain('2023、2025 年度');
    expect(finding.message.zh).toContain('一票否决');
  });

  test('basically qualified is not failed', () => {
    expect(oneOf(findingsOf(reviewed([2025, 'basic'], [2024, 'basic'], [2023, 'basic'])), 'ethics-passed').level).toBe(
      'ok',
    );
  });
});
