import { describe, expect, test } from 'vitest';
import { parseForm } from '../../processes/form-errors.ts';
import { formJsonSchema } from '../../processes/form-json-schema.ts';
import { isIdNumber } from '../../processes/id-number.ts';
import { teacherCertification } from '../../processes/teacher-certification/definition.ts';
import { certificationForm } from '../../processes/teacher-certification/form.ts';
import { application, dazu } from './dazu.ts';

// oxlint-disable-next-line typescript/no-explicit-any -- wrong things go everywhere
type Anything = any;

function parsed(change: (form: Anything) => void = () => {}) {
  const form: Anything = JSON.parse(JSON.stringify(application()));
  change(form);
  return parseForm(certificationForm, form);
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

describe('a certification form', () => {
  test('as the example has it is accepted unchanged', () => {
    expect(parsed()).toEqual({ ok: true, form: application() });
  });

  test('is cleaned: spaces around, full-width digits and small letters in numbers', () => {
    const form = formOf((draft) => {
      draft.applicant.name = '  陈思远\t';
      draft.applicant.idNumber = ' ５００２２５ １９８８０３１２ ００１８ ';
      draft.qualifications.certificates[0].number = '渝１９２２ａ（三）';
    });
    expect(form.applicant.name).toBe('陈思远');
    expect(form.applicant.idNumber).toBe('500225198803120018');
    expect(form.qualifications.certificates[0]?.number).toBe('渝1922A(三)');
  });

  test('may leave out what is optional: texts, the date of engagement, tables and evidence', () => {
    const form = formOf((draft) => {
      delete draft.applicant.title;
      delete draft.applicant.teacherLicence;
      delete draft.achievements.research;
      delete draft.practice.periods;
      delete draft.qualifications.certificates;
      draft.evidence = {};
      draft.applicant.title = '';
    });
    expect(form.practice.periods).toEqual([]);
    expect(form.evidence.idCard).toEqual([]);
  });

  test('two forms do not share the tables they left out', () => {
    const [one, other] = [
      formOf((draft) => delete draft.practice.periods),
      formOf((draft) => delete draft.practice.periods),
    ];
    one.practice.periods.push({ enterprise: 'x', post: 'x', from: '2026-01-01', to: '2026-01-01', days: 1 });
    expect(other.practice.periods).toEqual([]);
  });
});

describe('bad input is refused, naming field and rule:', () => {
  const long = '长'.repeat(3000);
  test.each<[string, (form: Anything) => void, string, string]>([
    ['an unknown field', (form) => (form.extra = 1), 'extra', '表单中没有「extra」这一项'],
    [
      'an unknown field in a row',
      (form) => (form.practice.periods[1].pay = 1),
      'practice.periods.1.pay',
      '表单中没有「pay」这一项',
    ],
    ['a section left out', (form) => delete form.pledge, 'pledge', '承诺：请填写'],
    ['an array for a section', (form) => (form.applicant = []), 'applicant', '申请人：内容不对，须为一组填写项'],
    ['an object for a table', (form) => (form.practice.periods = {}), 'practice.periods', '企业实践经历：须为列表'],
    ['null for a text', (form) => (form.applicant.name = null), 'applicant.name', '姓名：请填写'],
    ['only spaces', (form) => (form.applicant.name = ' 　 '), 'applicant.name', '姓名：请填写'],
    ['a number for a text', (form) => (form.applicant.name = 7), 'applicant.name', '姓名：须为文字'],
    [
      'a text too long',
      (form) => (form.achievements.research = long),
      'achievements.research',
      '教研与课程：至多 2000 个字',
    ],
    [
      'a control character',
      (form) => (form.applicant.name = '陈\u0000思远'),
      'applicant.name',
      '姓名：含有不可见的控制字符或残缺字符',
    ],
    [
      'half a character',
      (form) => (form.applicant.school = '学\ud800校'),
      'applicant.school',
      '所在学校：含有不可见的控制字符或残缺字符',
    ],
    [
      'text that reorders itself',
      (form) => (form.applicant.name = '陈\u202e思远'),
      'applicant.name',
      '姓名：含有不可见的控制字符或残缺字符',
    ],
    [
      'a word that is no option',
      (form) => (form.application.level = 'top'),
      'application.level',
      '申报等级：须为所列选项之一（junior、intermediate、senior）',
    ],
    [
      'a text for a number',
      (form) => (form.employment.teachingYears = '12'),
      'employment.teachingYears',
      '任教年限（年）：须为数字',
    ],
    [
      'a fraction',
      (form) => (form.employment.teachingYears = 1.5),
      'employment.teachingYears',
      '任教年限（年）：须为整数',
    ],
    [
      'a negative number',
      (form) => (form.employment.teachingYears = -1),
      'employment.teachingYears',
      '任教年限（年）：不小于 0',
    ],
    [
      'far too many years',
      (form) => (form.employment.teachingYears = 1e9),
      'employment.teachingYears',
      '任教年限（年）：不大于 60',
    ],
    [
      'a day that does not exist',
      (form) => (form.practice.periods[0].from = '2023-02-29'),
      'practice.periods.0.from',
      '企业实践经历 第 1 行 起始日期：须为真实日期，格式 YYYY-MM-DD',
    ],
    [
      'a date written otherwise',
      (form) => (form.practice.periods[0].to = '2023/2/1'),
      'practice.periods.0.to',
      '企业实践经历 第 1 行 结束日期：须为真实日期，格式 YYYY-MM-DD',
    ],
    [
      'a date of another era',
      (form) => (form.practice.periods[0].from = '0001-01-01'),
      'practice.periods.0.from',
      '企业实践经历 第 1 行 起始日期：年份须在 1900 至 2199 之间',
    ],
    [
      'no days in a row',
      (form) => (form.practice.periods[1].days = 0),
      'practice.periods.1.days',
      '企业实践经历 第 2 行 实际天数：不小于 1',
    ],
    [
      'too many rows',
      (form) => (form.practice.periods = Array(31).fill(form.practice.periods[0])),
      'practice.periods',
      '企业实践经历：至多 30 项',
    ],
    [
      'too many files',
      (form) => (form.evidence.idCard = Array(11).fill(form.evidence.idCard[0])),
      'evidence.idCard',
      '居民身份证：至多 10 项',
    ],
    [
      'a file that is none',
      (form) => (form.evidence.idCard = ['../../etc/passwd']),
      'evidence.idCard.0',
      '居民身份证 第 1 行：须为已上传的附件',
    ],
    ['no ID number', (form) => (form.applicant.idNumber = ''), 'applicant.idNumber', '身份证号：请填写'],
    [
      'an ID number whose check character is wrong',
      (form) => (form.applicant.idNumber = '500225198803120019'),
      'applicant.idNumber',
      '身份证号：不是有效的 18 位公民身份号码（GB 11643：出生日期或校验码不符）',
    ],
    [
      'a very long ID number',
      (form) => (form.applicant.idNumber = '1'.repeat(100)),
      'applicant.idNumber',
      '身份证号：至多 18 个字',
    ],
    [
      'a pledge in words',
      (form) => (form.pledge.accepted = 'yes'),
      'pledge.accepted',
      '本人承诺所填内容和所附材料真实、完整；如有虚假，认定予以撤销：须为是或否',
    ],
    [
      'a certificate number with markup',
      (form) => (form.qualifications.certificates[0].number = '<b>1</b>'),
      'qualifications.certificates.0.number',
      '职业资格（技能等级）证书 第 1 行 证书编号：只能含文字、数字和 - / . ( ) 〔〕',
    ],
  ])('%s', (_, change, path, zh) => {
    const errors = errorsOf(change);
    expect(errors.map((error) => [error.path, error.message.zh])).toEqual([[path, zh]]);
    expect(errors[0]?.message.en).toMatch(/^[\x20-\x7e〔〕–]+$/u);
  });

  test('__proto__ and constructor, without touching any prototype', () => {
    const withProto = (at: string) =>
      JSON.parse(JSON.stringify(application()).replace(at, `${at}"__proto__":{"polluted":true},`));
    expect(parseForm(certificationForm, withProto('{'))).toMatchObject({ ok: false, errors: [{ path: '__proto__' }] });
    expect(parseForm(certificationForm, withProto('"applicant":{'))).toMatchObject({
      ok: false,
      errors: [{ path: 'applicant.__proto__' }],
    });
    expect(errorsOf((form) => (form.constructor = { prototype: 1 }))).toMatchObject([{ path: 'constructor' }]);
    expect({}).not.toHaveProperty('polluted');
  });

  test.each([null, [], 'form', 7, undefined])('%j instead of a form', (input) => {
    expect(parseForm(certificationForm, input)).toMatchObject({ ok: false, errors: [{ path: '' }] });
  });

  test('every wrong field at once, each with its first broken rule, and long unknown names clipped', () => {
    const errors = errorsOf((form) => {
      form.applicant.name = '';
      form.employment.post = 'king';
      form['x'.repeat(500)] = 1;
    });
    expect(errors.map(({ path }) => path)).toEqual(['applicant.name', 'employment.post', 'x'.repeat(60)]);
  });
});

describe('GB 11643', () => {
  // The standard's own examples.
  test.each(['11010519491231002X', '440524188001010014'])('accepts %s', (id) => expect(isIdNumber(id)).toBe(true));

  test.each([
    '110105194912310021',
    '11010519491231002x',
    '11010519490231002X',
    '010105194912310026',
    '1101051949123100',
    '',
  ])('refuses %j', (id) => expect(isIdNumber(id)).toBe(false));

  test('notices every single wrong digit and every swap of neighbours', () => {
    const id = '500225198803120018';
    for (let i = 0; i < 17; i += 1) {
      for (const digit of '0123456789') {
        const changed = id.slice(0, i) + digit + id.slice(i + 1);
        expect(isIdNumber(changed)).toBe(digit === id[i]);
      }
      const swapped = id.slice(0, i) + id[i + 1] + id[i] + id.slice(i + 2);
      expect(isIdNumber(swapped)).toBe(swapped === id);
    }
  });
});

describe('the JSON Schema of the form', () => {
  const schema: Anything = formJsonSchema(teacherCertification, dazu());
  const fields = (node: Anything, path: string[] = []): [string, Anything][] =>
    Object.entries<Anything>(node.properties ?? node.items?.properties ?? {}).flatMap(([key, child]) => [
      [[...path, key].join('.'), child] as [string, Anything],
      ...fields(child, [...path, key]),
    ]);

  test('has words in both languages on every section and field', () => {
    const all = fields(schema);
    expect(all.length).toBeGreaterThan(50);
    expect(all.filter(([, field]) => !field.title || !field.titleEn).map(([path]) => path)).toEqual([]);
    expect(all.filter(([, field]) => field.description && !field.descriptionEn).map(([path]) => path)).toEqual([]);
  });

  test('has sections at the top and a widget on every field below them', () => {
    expect(Object.values<Anything>(schema.properties).every(({ section }) => section === true)).toBe(true);
    const below = fields(schema).filter(([path]) => path.includes('.'));
    expect(below.filter(([, field]) => !field.widget).map(([path]) => path)).toEqual([]);
  });

  test('refuses unknown fields on every level', () => {
    const objects = [schema, ...fields(schema).flatMap(([, field]) => [field, field.items])].filter(
      (node) => node?.type === 'object',
    );
    expect(objects.length).toBeGreaterThan(13);
    expect(objects.every(({ additionalProperties }) => additionalProperties === false)).toBe(true);
  });

  test('offers the conditions of the policy, each for its tracks and levels', () => {
    const { options } = schema.properties.application.properties.criterion;
    expect(options.map(({ value }: Anything) => value)).toEqual(
      dazu().processes['teacher-certification'].criteria.map(({ id }) => id),
    );
    expect(options.find(({ value }: Anything) => value === 'textbook').showWhen).toEqual([
      { path: 'application.track', in: ['higher'] },
      { path: 'application.level', in: ['senior'] },
    ]);
  });

  test('marks the ID number as sensitive and shows the engagement only to whom it concerns', () => {
    expect(schema.properties.applicant.properties.idNumber.sensitive).toBe('id-number');
    expect(schema.properties.employment.properties.engagedFrom.showWhen).toEqual({
      path: 'employment.post',
      in: ['part-time', 'external'],
    });
  });

  test('fails when options are named for a field that is not there', () => {
    expect(() =>
      formJsonSchema({ ...teacherCertification, options: () => ({ 'application.colour': [] }) }, dazu()),
    ).toThrow(/colour/);
  });
});
