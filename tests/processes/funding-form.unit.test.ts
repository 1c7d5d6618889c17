import { describe, expect, test } from 'vitest';
import { isCreditCode } from '../../processes/credit-code.ts';
import { parseForm } from '../../processes/form-errors.ts';
import { formJsonSchema } from '../../processes/form-json-schema.ts';
import { programFunding } from '../../processes/program-funding/definition.ts';
import { fundingForm } from '../../processes/program-funding/form.ts';
import { dazu } from './dazu.ts';
import { funding } from './funding.ts';

// oxlint-disable-next-line typescript/no-explicit-any -- wrong things go everywhere
type Anything = any;

function parsed(change: (form: Anything) => void = () => {}) {
  const form: Anything = JSON.parse(JSON.stringify(funding()));
  change(form);
  return parseForm(fundingForm, form);
}

function errorsOf(change: (form: Anything) => void) {
  const result = parsed(change);
  return result.ok ? [] : result.errors;
}

function formOf(change: (form: Anything) => void) {
  const result = parsed(change);
  if (!result.ok) throw new Error(JSON.stringify(result.errors));
  return result.form;
}

describe('a funding form', () => {
  test('as the example has it is accepted unchanged', () => {
    expect(parsed()).toEqual({ ok: true, form: funding() });
  });

  test('that was read once is read again as the same', () => {
    const once = formOf((form) => (form.budget.requestedFen = '1,200,000.00元'));
    expect(parseForm(fundingForm, once)).toEqual({ ok: true, form: once });
  });

  test.each(['1,200,000.00元', '1200000', '１，２００，０００．００', '￥1 200 000', 120_000_000])(
    'takes %j as 1,200,000.00 yuan and keeps whole fen',
    (typed) => {
      expect(formOf((form) => (form.budget.requestedFen = typed)).budget.requestedFen).toBe(120_000_000);
      expect(formOf((form) => (form.budget.lines[0].amountFen = typed)).budget.lines[0]?.amountFen).toBe(120_000_000);
    },
  );

  test('is cleaned: codes and accounts without spaces, full-width digits plain', () => {
    const form = formOf((draft) => {
      draft.program.code = ' ６６０３０３ ';
      draft.demand.partners[0].creditCode = '9150 0225 ma5u8k3t2p';
      draft.payee.accountNumber = '2501 0101 2001 0012 345';
      draft.program.name = ' 工业机器人技术应用\n';
    });
    expect(form.program.code).toBe('660303');
    expect(form.demand.partners[0]?.creditCode).toBe('91500225MA5U8K3T2P');
    expect(form.payee.accountNumber).toBe('2501010120010012345');
    expect(form.program.name).toBe('工业机器人技术应用');
  });

  test('may leave out tables, evidence and what is optional; rules then say what is missing', () => {
    const form = formOf((draft) => {
      delete draft.budget.lines;
      delete draft.otherMoney.otherFunds;
      delete draft.facilities.description;
      draft.evidence = {};
    });
    expect([form.budget.lines, form.otherMoney.otherFunds, form.evidence.agreements]).toEqual([[], [], []]);
  });

  test('may state that nothing is self-raised, but states it', () => {
    expect(formOf((draft) => (draft.otherMoney.selfRaisedFen = 0)).otherMoney.selfRaisedFen).toBe(0);
    expect(errorsOf((draft) => delete draft.otherMoney.selfRaisedFen)).toMatchObject([
      { path: 'otherMoney.selfRaisedFen', message: { zh: '自筹资金（元）：请填写' } },
    ]);
  });
});

describe('an amount that is none is refused, naming field and rule:', () => {
  test.each<[unknown, string]>([
    ['0.005', '申请资金（元）：金额最小到分，至多两位小数'],
    [0.5, '申请资金（元）：金额最小到分，至多两位小数'],
    ['-1200000', '申请资金（元）：金额不能为负数'],
    [-1, '申请资金（元）：金额不能为负数'],
    ['1e9', '申请资金（元）：不接受科学计数法，请写出全部数字'],
    ['120万元', '申请资金（元）：请以元为单位填写全部数字，不用万、亿'],
    ['1,20,0000', '申请资金（元）：千位分隔有误，应每三位一组，如 1,200,000.00'],
    ['一百二十万', '申请资金（元）：须为金额，如 1,200,000.00'],
    ['0', '申请资金（元）：不少于 0.01 元'],
    [0, '申请资金（元）：不少于 0.01 元'],
    ['999999999999999', '申请资金（元）：不超过 99,999,999,999.99 元'],
    [1e300, '申请资金（元）：不超过 99,999,999,999.99 元'],
    ['', '申请资金（元）：请填写'],
    [null, '申请资金（元）：请填写'],
    [undefined, '申请资金（元）：请填写'],
    [true, '申请资金（元）：填写有误'],
    [{ fen: 1 }, '申请资金（元）：填写有误'],
    [[120_000_000], '申请资金（元）：填写有误'],
  ])('%j', (typed, zh) => {
    const errors = errorsOf((form) => (form.budget.requestedFen = typed));
    expect(errors.map((error) => [error.path, error.message.zh])).toEqual([['budget.requestedFen', zh]]);
    expect(errors[0]?.message.en).toMatch(/^Amount requested \(yuan\): [\x20-\x7e万亿]+$/u);
  });

  test('in a budget line with its row', () => {
    expect(
      errorsOf((form) => {
        form.budget.lines[3].unitPriceFen = '10,000.005';
        form.budget.lines[3].amountFen = '120,000.00.00';
      }).map(({ path, message }) => [path, message.zh]),
    ).toEqual([
      ['budget.lines.3.unitPriceFen', '预算明细 第 4 行 单价（元）：金额最小到分，至多两位小数'],
      ['budget.lines.3.amountFen', '预算明细 第 4 行 金额（元）：须为金额，如 1,200,000.00'],
    ]);
  });
});

describe('bad input is refused, naming field and rule:', () => {
  test.each<[string, (form: Anything) => void, string, string]>([
    ['an unknown field', (form) => (form.awardedFen = 1), 'awardedFen', '表单中没有「awardedFen」这一项'],
    [
      'an unknown field in a line',
      (form) => (form.budget.lines[1].amount = 1),
      'budget.lines.1.amount',
      '表单中没有「amount」这一项',
    ],
    ['a section left out', (form) => delete form.budget, 'budget', '申请资金与预算：请填写'],
    ['an object for the lines', (form) => (form.budget.lines = {}), 'budget.lines', '预算明细：须为列表'],
    [
      'a category that is none',
      (form) => (form.budget.lines[0].category = 'travel'),
      'budget.lines.0.category',
      '预算明细 第 1 行 类别：须为所列选项之一（equipment、teachers、courses、training-base、other）',
    ],
    [
      'no quantity',
      (form) => (form.budget.lines[0].quantity = 0),
      'budget.lines.0.quantity',
      '预算明细 第 1 行 数量：不小于 1',
    ],
    [
      'half a robot',
      (form) => (form.budget.lines[0].quantity = 0.5),
      'budget.lines.0.quantity',
      '预算明细 第 1 行 数量：须为整数',
    ],
    [
      'more lines than fit',
      (form) => (form.budget.lines = Array(61).fill(form.budget.lines[0])),
      'budget.lines',
      '预算明细：至多 60 项',
    ],
    [
      'a program code of five digits',
      (form) => (form.program.code = '66030'),
      'program.code',
      '国家专业代码：须为 6 位数字的国家专业代码',
    ],
    [
      'a credit code whose check character is wrong',
      (form) => (form.demand.partners[0].creditCode = '91500225MA5U8K3T2Q'),
      'demand.partners.0.creditCode',
      '合作企业 第 1 行 统一社会信用代码：第 18 位校验码「Q」与前 17 位不符，请对照营业执照逐位核对（GB 32100）',
    ],
    [
      'an account with letters',
      (form) => (form.payee.accountNumber = '62220212345678X'),
      'payee.accountNumber',
      '银行账号：须为 8 至 32 位数字的银行账号',
    ],
    [
      'a share above all',
      (form) => (form.performance.staysLocalPercent = 101),
      'performance.staysLocalPercent',
      '毕业生本地就业比例目标（%）：不大于 100',
    ],
    [
      'a negative head count',
      (form) => (form.teachers.fullTime = -1),
      'teachers.fullTime',
      '本专业专任教师（人）：不小于 0',
    ],
    [
      'text that reorders itself',
      (form) => (form.program.name = '机器人\u202e技术'),
      'program.name',
      '专业名称：含有不可见的控制字符或残缺字符',
    ],
    [
      'a day that does not exist',
      (form) => (form.demand.partners[0].signedOn = '2026-02-30'),
      'demand.partners.0.signedOn',
      '合作企业 第 1 行 协议签订日期：须为真实日期，格式 YYYY-MM-DD',
    ],
    [
      'a file that is none',
      (form) => (form.evidence.agreements = ['../x']),
      'evidence.agreements.0',
      '校企合作协议 第 1 行：须为已上传的附件',
    ],
  ])('%s', (_, change, path, zh) => {
    const errors = errorsOf(change);
    expect(errors.map((error) => [error.path, error.message.zh])).toEqual([[path, zh]]);
    expect(errors[0]?.message.en).toMatch(/^[\x20-\x7e–²]+$/u);
  });

  test('__proto__ and constructor, without touching any prototype', () => {
    const text = JSON.stringify(funding()).replace('"budget":{', '"budget":{"__proto__":{"polluted":true},');
    expect(parseForm(fundingForm, JSON.parse(text))).toMatchObject({
      ok: false,
      errors: [{ path: 'budget.__proto__' }],
    });
    expect({}).not.toHaveProperty('polluted');
  });

  test.each([null, [], 'form', 7, undefined])('%j instead of a form', (input) => {
    expect(parseForm(fundingForm, input)).toMatchObject({ ok: false, errors: [{ path: '' }] });
  });
});

describe('GB 32100', () => {
  // The standard's own example and three codes that are public.
  test.each(['91350100M000100Y43', '91110000802100433B', '914403001922038216', '9144030071526726XG'])(
    'accepts %s',
    (code) => expect(isCreditCode(code)).toBe(true),
  );

  test.each([
    '91350100M000100Y44',
    '91350100m000100y43',
    '91350100M000100Y4',
    '91350100M000100Y433',
    'I1350100M000100Y43',
    '',
  ])('refuses %j', (code) => expect(isCreditCode(code)).toBe(false));

  test('notices every single wrong character', () => {
    const code = '91350100M000100Y43';
    for (let at = 0; at < 18; at += 1) {
      for (const character of '0123456789ABCDEFGHJKLMNPQRTUWXY') {
        const changed = code.slice(0, at) + character + code.slice(at + 1);
        expect(isCreditCode(changed)).toBe(changed === code);
      }
    }
  });
});

describe('the JSON Schema of the form', () => {
  const schema: Anything = formJsonSchema(programFunding, dazu());
  const fields = (node: Anything, path: string[] = []): [string, Anything][] =>
    Object.entries<Anything>(node.properties ?? node.items?.properties ?? {}).flatMap(([key, child]) => [
      [[...path, key].join('.'), child] as [string, Anything],
      ...fields(child, [...path, key]),
    ]);

  test('has words in both languages on every section and field', () => {
    const all = fields(schema);
    expect(all.length).toBeGreaterThan(60);
    expect(all.filter(([, field]) => !field.title || !field.titleEn).map(([path]) => path)).toEqual([]);
    expect(all.filter(([, field]) => field.description && !field.descriptionEn).map(([path]) => path)).toEqual([]);
  });

  test('has sections at the top and a widget on every field below them', () => {
    expect(Object.values<Anything>(schema.properties).every(({ section }) => section === true)).toBe(true);
    const below = fields(schema).filter(([path]) => path.includes('.'));
    expect(below.filter(([, field]) => !field.widget).map(([path]) => path)).toEqual([]);
  });

  test('asks for what domain.md 3.2 lists', () => {
    expect(fields(schema).map(([path]) => path)).toEqual(
      expect.arrayContaining([
        'program.school',
        'program.name',
        'program.code',
        'program.level',
        'program.firstIntakeYear',
        'program.industry',
        'demand.evidence',
        'demand.partners.enterprise',
        'teachers.dualQualified',
        'facilities.equipmentValueFen',
        'training.plan',
        'training.enrolment.students',
        'budget.requestedFen',
        'budget.lines.amountFen',
        'otherMoney.selfRaisedFen',
        'otherMoney.otherFunds.amountFen',
        'performance.targets.target',
        'performance.staysLocalPercent',
        'pledge.accepted',
      ]),
    );
  });

  test('tells the page that money is typed as yuan and kept as fen, with limits', () => {
    const { requestedFen } = schema.properties.budget.properties;
    expect(requestedFen).toMatchObject({ widget: 'money', money: { minFen: 1, maxFen: 9_999_999_999_999 } });
    expect(schema.properties.budget.required).toEqual(['requestedFen']);
    expect(schema.properties.budget.properties.lines).toMatchObject({ widget: 'rows', maxItems: 60 });
    expect(schema.properties.budget.properties.lines.items.required).toEqual([
      'category',
      'item',
      'quantity',
      'unitPriceFen',
      'amountFen',
      'basis',
    ]);
  });

  test('refuses unknown fields on every level', () => {
    const objects = [schema, ...fields(schema).flatMap(([, field]) => [field, field.items])].filter(
      (node) => node?.type === 'object',
    );
    expect(objects.length).toBeGreaterThan(15);
    expect(objects.every(({ additionalProperties }) => additionalProperties === false)).toBe(true);
  });

  test('offers the industries of the policy and marks the account as sensitive', () => {
    expect(schema.properties.program.properties.industry.options.map(({ zh }: Anything) => zh)).toEqual([
      '五金',
      '汽摩',
      '智能',
      '静脉',
      '锶盐',
      '文创',
    ]);
    expect(schema.properties.payee.properties.accountNumber.sensitive).toBe('bank-account');
  });
});
