import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { exampleSchoolIncome } from '../../processes/school-income/example.ts';
import type { SchoolIncomeForm } from '../../processes/school-income/form.ts';
import { pdf, refused } from './office.ts';
import { decide, keepPostsInOffice, last, office, rowsOf, year } from './post-story.ts';

keepPostsInOffice();

describe("the schools' own income", () => {
  const statementOf = async (login: string) => (await office.as(login)).getSchoolIncome({ query: { year: year - 1 } });

  async function declaredIncome(change: (form: SchoolIncomeForm) => void = () => {}): Promise<string> {
    const clerk = await office.as('clerk');
    const { id: file } = await clerk.uploadFile({ file: pdf('决算.pdf') });
    const form = exampleSchoolIncome(() => file);
    form.school.year = year - 1;
    change(form);
    const body = { process: 'school-income', form: form as unknown as Record<string, unknown> };
    return (await clerk.submitCase({ body }, { idempotencyKey: randomUUID() })).id;
  }

  async function approved(id: string): Promise<void> {
    for (const login of ['principal', 'bureau-reviewer', 'caizhengju-reviewer']) await decide(login, id);
  }

  test('59.99 % to the development fund is refused before sending, 60.00 % is entered when both offices agree', async () => {
    const below = declaredIncome(({ use }) => {
      use.developmentFundFen -= 12_000;
      use.performancePayFen += 12_000;
    });
    expect(await refused(below)).toMatchObject({
      code: 'RulesNotMet',
      errors: [{ path: 'form.use.developmentFundFen', message: expect.stringContaining('59.99 %') }],
    });
    const id = await declaredIncome();
    const { schools } = await statementOf('principal');
    expect(schools).toMatchObject([{ totalFen: 0, sharePercent: null, cases: [], underWay: { id } }]);
    expect(await refused(declaredIncome())).toMatchObject({ code: 'OpenApplicationExists' });
    await approved(id);
    expect(await statementOf('principal')).toMatchObject({
      atLeastPercent: 60,
      schools: [
        {
          school: { id: 'dazu-zhijiao' },
          ...{
            totalFen: 120_000_000,
            developmentFundFen: 72_000_000,
            performancePayFen: 48_000_000,
            sharePercent: '60.00',
          },
          cases: [{ id, number: expect.stringMatching(/^SR-/) }],
          underWay: null,
        },
      ],
      total: { totalFen: 120_000_000 },
    });
  });

  test('a second declaration of the year gives its reason and is entered as the difference', async () => {
    expect(await refused(declaredIncome())).toMatchObject({
      code: 'RulesNotMet',
      errors: [{ path: 'form.correction.reason' }],
    });
    const id = await declaredIncome(({ income, use, correction }) => {
      income.sources[0]!.amountFen += 1_000_000;
      income.sources.splice(2, 1);
      income.totalFen = 101_000_000;
      Object.assign(use, { developmentFundFen: 70_000_000, performancePayFen: 31_000_000 });
      correction.reason = '基地分成计入下一年度';
    });
    await approved(id);
    const [school] = (await statementOf('clerk')).schools;
    expect(school).toMatchObject({ totalFen: 101_000_000, developmentFundFen: 70_000_000, sharePercent: '69.30' });
    expect(school?.sources.map(({ source, amountFen }) => [source.id, amountFen])).toEqual([
      ['training', 69_000_000],
      ['technical-service', 32_000_000],
    ]);
    expect(school?.cases).toHaveLength(2);
    const rows = await office.prisma.schoolIncomeEntry.findMany({ where: { caseId: id, side: 'source' } });
    expect(rows.map(({ item, amountFen }) => [item, Number(amountFen)]).toSorted()).toEqual([
      ['cooperation', -20_000_000],
      ['technical-service', 0],
      ['training', 1_000_000],
    ]);
  });

  test('a school sees its own, the district all, also those that have entered nothing', async () => {
    const of = async (login: string) =>
      (await statementOf(login)).schools.map(({ school, totalFen }) => [school.id, totalFen]);
    const [mine, other] = [
      ['dazu-zhijiao', 101_000_000],
      ['shuangqiao-zhiye', 0],
    ];
    expect(await of('clerk')).toEqual([mine]);
    expect(await of('other-reviewer')).toEqual([other]);
    for (const login of ['bureau-reviewer', 'caizhengju-reviewer', 'auditor'])
      expect([login, await of(login)]).toEqual([login, [mine, other]]);
    expect(await refused(statementOf('teacher'))).toMatchObject({ status: 403 });
    const rows = await rowsOf(`/income/schools/export?year=${last}`, 'caizhengju-reviewer');
    expect(rows[1]?.slice(0, 7)).toEqual(['大足职教中心', 690_000, 320_000, 1_010_000, 700_000, '69.30', 310_000]);
    expect(rows[2]?.slice(3, 6)).toEqual([0, 0, '未申报']);
  });
});
