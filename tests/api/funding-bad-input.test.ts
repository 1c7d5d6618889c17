/** What a school sends that cannot be: each refused naming field, rule and clause, nothing stored, the draft as it was typed. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { exampleFunding } from '../../processes/program-funding/example.ts';
import type { FundingForm } from '../../processes/program-funding/form.ts';
import { openOffice, pdf, refused } from './office.ts';
import type { Office } from './office.ts';

let office: Office;
let example: FundingForm;
beforeAll(async () => {
  office = await openOffice({
    policy: ({ processes }) => {
      processes['program-funding'].bannedSchools.schools.push({
        ...{
          school: 'shuangqiao-zhiye',
          name: { zh: '双桥职业学校', en: 'Shuangqiao' },
          clause: '本区基金办法·禁止申报',
        },
        reason: { zh: '2025 年挪用专项资金', en: 'misused earmarked money in 2025' },
      });
    },
  });
  const { id } = await (await office.as('clerk')).uploadFile({ file: pdf() });
  example = exampleFunding(() => id);
});
afterAll(() => office?.stop());

// oxlint-disable-next-line typescript/no-explicit-any -- tests put wrong things everywhere
type Anything = any;

const changed = (change: (form: Anything) => void): Record<string, unknown> => {
  const form: Anything = structuredClone(example);
  change(form);
  return form;
};

const send = async (form: Record<string, unknown>, login = 'clerk') =>
  (await office.as(login)).submitCase({ body: { process: 'program-funding', form } }, { idempotencyKey: randomUUID() });

const asking = (requestedFen: unknown) => (form: Anything) => (form.budget.requestedFen = requestedFen);
/** Robots for 600,000.01 of 1,200,000.00 yuan. */
const tooMuchEquipment = (form: Anything) => {
  const [robots, rooms] = form.budget.lines;
  Object.assign(robots, { quantity: 1, unitPriceFen: 60_000_001, amountFen: 60_000_001 });
  Object.assign(rooms, { unitPriceFen: 25_999_999, amountFen: 25_999_999 });
};

describe('refused before anything is stored:', () => {
  test.each<[string, (form: Anything) => void, string, string | RegExp]>([
    [
      '0.005 yuan',
      asking('0.005'),
      'form.budget.requestedFen',
      '申请资金（元）：金额最小到分，至多两位小数（三(四)2）',
    ],
    ['half a fen', asking(0.5), 'form.budget.requestedFen', '申请资金（元）：金额最小到分，至多两位小数（三(四)2）'],
    ['a negative amount', asking('-1200000'), 'form.budget.requestedFen', '申请资金（元）：金额不能为负数（三(四)2）'],
    ['1e9', asking('1e9'), 'form.budget.requestedFen', '申请资金（元）：不接受科学计数法，请写出全部数字（三(四)2）'],
    [
      '0.005 in a budget line',
      (form) => (form.budget.lines[3].unitPriceFen = '10,000.005'),
      'form.budget.lines.3.unitPriceFen',
      '预算明细 第 4 行 单价（元）：金额最小到分，至多两位小数（三(四)2）',
    ],
    [
      'lines that do not add up',
      asking('1,200,000.01'),
      'form.budget.requestedFen',
      /合计 1,200,000\.00 元，申请资金 1,200,000\.01 元，相差 0\.01 元（.*预算.*）/,
    ],
    ['50.01 % of equipment', tooMuchEquipment, 'form.budget.lines', /占预算 50\.01 %，上限 50\.00 %（.+）/],
    [
      'an unknown industry',
      (form) => (form.program.industry = 'tourism'),
      'form.program.industry',
      /（.*三\(二\)2.*）/,
    ],
  ])('%s', async (_, change, path, message) => {
    const before = await office.prisma.submission.count();
    const { status, errors } = await refused(send(changed(change)));
    expect(status).toBeGreaterThanOrEqual(400);
    const found = errors?.find((error) => error.path === path)?.message;
    expect(found).toEqual(typeof message === 'string' ? message : expect.stringMatching(message));
    expect(await office.prisma.submission.count()).toBe(before);
    expect(await office.prisma.case.count({ where: { process: 'program-funding' } })).toBe(0);
  });

  test('a banned school, with the reason', async () => {
    const { id } = await (await office.as('other-teacher')).uploadFile({ file: pdf() });
    const post = { userId: 'other-teacher', unitId: 'shuangqiao-zhiye', role: 'clerk' };
    await office.prisma.membership.create({ data: post });
    const { code, errors } = await refused(send({ ...exampleFunding(() => id) }, 'other-teacher'));
    expect([code, errors]).toEqual([
      'RulesNotMet',
      [{ path: 'form.program.school', message: '双桥职业学校不得申报：2025 年挪用专项资金（本区基金办法·禁止申报）' }],
    ]);
  });

  test('and the draft keeps what was typed, wrong as it is', async () => {
    const clerk = await office.as('clerk');
    const form = changed(asking('1,200,000.005'));
    const { id: draftId } = await clerk.createDraft({ body: { process: 'program-funding', form } });
    await refused(clerk.submitCase({ body: { process: 'program-funding', form, draftId } }));
    const kept = await clerk.getDraft({ params: { id: draftId } });
    expect(kept.form).toEqual(form);
  });
});

test('full-width digits and what is pasted with 元 are read as what they say; the same program is then not funded a second time', async () => {
  const { id } = await send(
    changed((form) => {
      form.budget.requestedFen = '1,200,000.00元';
      form.budget.lines[0].unitPriceFen = '１４５，０００．００';
      form.budget.lines[0].amountFen = '￥580 000';
    }),
  );
  const { form } = await (await office.as('clerk')).getCase({ params: { id } });
  expect(form).toMatchObject({
    budget: { requestedFen: 120_000_000, lines: [{ unitPriceFen: 14_500_000, amountFen: 58_000_000 }, {}, {}, {}, {}] },
  });
  const again = await refused(send(changed((each) => (each.program.name = '同一专业'))));
  expect(again.errors).toEqual([
    {
      path: 'form.program.code',
      message: expect.stringMatching(/已有在办申请 ZX-\d{4}-0001，同校同专业只支持一次（.+）$/),
    },
  ]);
});
