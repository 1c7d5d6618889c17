import { describe, expect, test } from 'vitest';
import { creditCodeFault } from '../../processes/credit-code.ts';
import { parseForm } from '../../processes/form-errors.ts';
import { partTimeForm, type PartTimeForm } from '../../processes/part-time-income/form.ts';
import { partTime } from './part-time.ts';

const parsed = (change: (form: PartTimeForm) => void) => {
  const form = partTime();
  change(form);
  return parseForm(partTimeForm, form);
};
const formOf = (change: (form: PartTimeForm) => void): PartTimeForm => {
  const result = parsed(change);
  if (!result.ok) throw new Error(JSON.stringify(result.errors));
  return result.form;
};
const errorsOf = (change: (form: PartTimeForm) => void) => {
  const result = parsed(change);
  return result.ok ? [] : result.errors.map(({ path, message }) => [path, message.zh]);
};
/** Puts a value of any type where the form has another. */
const put = (path: string, value: unknown) => (form: PartTimeForm) => {
  const keys = path.split('.');
  const last = keys.pop()!;
  // oxlint-disable-next-line typescript/no-explicit-any -- tests put wrong things everywhere
  keys.reduce((node: any, key) => node[key], form)[last] = value;
};

describe('the credit code of a host', () => {
  test.each([
    ['lower case', '91500225ma5u8k3t2p'],
    ['full-width', '９１５００２２５ＭＡ５Ｕ８Ｋ３Ｔ２Ｐ'],
    ['spaces between groups', ' 9150 0225 MA5U 8K3T 2P '],
  ])('is read in %s', (_, typed) =>
    expect(formOf(put('host.creditCode', typed)).host.creditCode).toBe('91500225MA5U8K3T2P'),
  );

  test.each([
    ['91500225MA5U8K3T2Q', '统一社会信用代码：第 18 位校验码「Q」与前 17 位不符，请对照营业执照逐位核对（GB 32100）'],
    ['91500225MA5U8K3T2', '统一社会信用代码：统一社会信用代码须为 18 位，现为 17 位（GB 32100）'],
    ['91500225MA5U8K3T2P0', '统一社会信用代码：统一社会信用代码须为 18 位，现为 19 位（GB 32100）'],
    [
      '91500225MA5U8K3TIP',
      '统一社会信用代码：第 17 位「I」不是统一社会信用代码的字符（GB 32100：数字和大写字母，不用 I、O、S、V、Z）',
    ],
    [
      '91500225-A5U8K3T2P',
      '统一社会信用代码：第 9 位「-」不是统一社会信用代码的字符（GB 32100：数字和大写字母，不用 I、O、S、V、Z）',
    ],
  ])('%s is refused, what is wrong is named', (typed, message) =>
    expect(errorsOf(put('host.creditCode', typed))).toEqual([['host.creditCode', message]]),
  );

  test('may be left out or empty: the rule host-code asks for it where it must be', () => {
    expect(errorsOf(put('host.creditCode', ''))).toEqual([]);
    expect(errorsOf(put('host.creditCode', undefined))).toEqual([]);
  });

  // The standard's own example and codes that are public.
  test.each(['91350100M000100Y43', '91110000802100433B', '914403001922038216', '9144030071526726XG'])('%s', (code) => {
    expect(creditCodeFault(code)).toBeUndefined();
    const wrong = `${code.slice(0, 17)}${code.endsWith('7') ? '8' : '7'}`;
    expect(creditCodeFault(wrong)?.en).toMatch(/check character/u);
  });
});

describe('amounts are read as in funding', () => {
  test.each([
    ['36,000.00元', 3_600_000],
    ['３６０００', 3_600_000],
    [3_600_000, 3_600_000],
    ['0.01', 1],
  ])('%j', (typed, fen) => expect(formOf(put('pay.yearlyFen', typed)).pay.yearlyFen).toBe(fen));

  test.each([
    ['0.001', '金额最小到分，至多两位小数'],
    ['-1', '金额不能为负数'],
    ['1e5', '不接受科学计数法，请写出全部数字'],
    ['3.6万', '请以元为单位填写全部数字，不用万、亿'],
    ['', '请填写'],
  ])('%j is refused', (typed, rule) => {
    const errors = errorsOf(put('pay.yearlyFen', typed));
    expect(errors).toHaveLength(1);
    expect(errors[0]?.[1]).toContain(rule);
  });
});

describe('bad input', () => {
  test.each([
    ['hours below none', 'post.hoursPerWeek', -1, '每周时间（小时）：不小于 0'],
    ['more hours than a week has', 'post.hoursPerWeek', 169, '每周时间（小时）：不大于 168'],
    ['a third of an hour', 'post.hoursPerWeek', 0.33, '每周时间（小时）：以 0.5 小时为单位'],
    ['hours as text', 'post.hoursPerWeek', '6', '每周时间（小时）：须为数字'],
    ['no hours', 'post.hoursPerWeek', undefined, '每周时间（小时）：请填写'],
    ['a day that does not exist', 'post.to', '2027-02-29', '结束日期：须为真实日期，格式 YYYY-MM-DD'],
    ['no post', 'post.title', '  ', '兼职职务：请填写'],
    ['text that reorders itself', 'host.name', '企业\u202e业', '兼职单位名称：含有不可见的控制字符或残缺字符'],
    [
      'an unknown kind',
      'host.kind',
      'other',
      '兼职类别：须为所列选项之一（academic、social、enterprise、own-enterprise）',
    ],
    ['a file that is none', 'evidence.agreement', ['x'], '兼职协议 第 1 行：须为已上传的附件'],
    ['a leader who is perhaps one', 'teacher.leader', '是', '本人是领导干部（学校领导班子成员）：须为是或否'],
  ])('%s', (_, path, value, message) =>
    expect(errorsOf(put(path, value))).toEqual([[path === 'evidence.agreement' ? `${path}.0` : path, message]]),
  );

  test('a field that the form does not have', () => {
    expect(errorsOf(put('teacher.idNumber', '500225198803140011'))).toEqual([
      ['teacher.idNumber', '表单中没有「idNumber」这一项'],
    ]);
  });

  test('more rows than it takes', () => {
    const row = { host: '企业', from: '2027-01-01', to: '2027-12-31', workingTimeHours: 1, paid: false };
    expect(
      errorsOf(
        put(
          'otherPosts.held',
          Array.from({ length: 11 }, () => row),
        ),
      ),
    ).toEqual([['otherPosts.held', '其他在任兼职：至多 10 项']]);
  });
});
