/** Forms as people send them: parsed strictly, with each wrong field and its rule named in Chinese and English. */
import { z } from 'zod';
import type { Bilingual } from './case.ts';
import { fieldRules, isFieldRule } from './form-fields.ts';
import type { FieldMeta } from './process.ts';

export interface FormError {
  /** Form path with dots, e.g. `practice.rows.0.from`; empty for the form itself. */
  path: string;
  message: Bilingual;
}

export type ParsedForm<Form> = { ok: true; form: Form } | { ok: false; errors: FormError[] };

/** The form with trimmed texts and normalised numbers, or what is wrong with it: the first broken rule of each field. */
export function parseForm<Form>(schema: z.ZodType<Form>, input: unknown): ParsedForm<Form> {
  const result = schema.safeParse(input, { reportInput: true });
  if (result.success) return { ok: true, form: result.data };
  const errors = result.error.issues.flatMap((issue) => errorsOf(schema, issue));
  return { ok: false, errors: errors.filter(({ path }, index) => errors.findIndex((other) => other.path === path) === index) };
}

function errorsOf(schema: z.ZodType, issue: z.core.$ZodIssue): FormError[] {
  if (issue.code === 'unrecognized_keys') {
    // The unknown key is the wrong path, not the object around it. Clip what a stranger typed.
    return issue.keys.map((key) => ({
      path: pathText([...issue.path, key.slice(0, 60)]),
      message: { zh: `表单中没有「${key.slice(0, 60)}」这一项`, en: `The form has no field "${key.slice(0, 60)}"` },
    }));
  }
  const label = labelAt(schema, issue.path);
  const rule = ruleOf(issue);
  return [{ path: pathText(issue.path), message: { zh: `${label.zh}：${rule.zh}`, en: `${label.en}: ${rule.en}` } }];
}

const pathText = (path: readonly PropertyKey[]) => path.map(String).join('.');

function ruleOf(issue: z.core.$ZodIssue): Bilingual {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined || issue.input === null ? required : (typeRules[issue.expected] ?? typeRules.object!);
    case 'too_small':
      return tooSmall(issue);
    case 'too_big':
      return tooBig(issue);
    case 'invalid_format':
      return formatRules[issue.format] ?? { zh: '格式不对', en: 'wrong format' };
    case 'invalid_value':
      return issue.input === undefined ? required : { zh: '须为所列选项之一', en: 'must be one of the options' };
    case 'custom':
      return isFieldRule(issue.params?.rule) ? fieldRules[issue.params.rule] : { zh: '填写有误', en: 'not valid' };
    default:
      return { zh: '填写有误', en: 'not valid' };
  }
}

function tooSmall(issue: z.core.$ZodIssueTooSmall): Bilingual {
  if (issue.origin === 'string') {
    return issue.minimum === 1 ? required : { zh: `至少 ${issue.minimum} 个字`, en: `at least ${issue.minimum} characters` };
  }
  if (issue.origin === 'array') return { zh: `至少 ${issue.minimum} 项`, en: `at least ${issue.minimum} entries` };
  return { zh: `不小于 ${issue.minimum}`, en: `at least ${issue.minimum}` };
}

function tooBig(issue: z.core.$ZodIssueTooBig): Bilingual {
  if (issue.origin === 'string') return { zh: `至多 ${issue.maximum} 个字`, en: `at most ${issue.maximum} characters` };
  if (issue.origin === 'array') return { zh: `至多 ${issue.maximum} 项`, en: `at most ${issue.maximum} entries` };
  return { zh: `不大于 ${issue.maximum}`, en: `at most ${issue.maximum}` };
}

const required: Bilingual = { zh: '请填写', en: 'please fill in' };

const typeRules: Partial<Record<string, Bilingual>> = {
  string: { zh: '须为文字', en: 'must be text' },
  number: { zh: '须为数字', en: 'must be a number' },
  int: { zh: '须为整数', en: 'must be a whole number' },
  boolean: { zh: '须为是或否', en: 'must be yes or no' },
  array: { zh: '须为列表', en: 'must be a list' },
  object: { zh: '内容不对，须为一组填写项', en: 'must be a group of fields' },
};

const formatRules: Partial<Record<string, Bilingual>> = {
  date: { zh: '须为真实日期，格式 YYYY-MM-DD', en: 'must be a real date, YYYY-MM-DD' },
  uuid: { zh: '须为已上传的附件', en: 'must be an uploaded file' },
};

/** Labels of the fields on the way to `path`, the last two at most: 企业实践经历 第 1 行 起始日期. */
function labelAt(schema: z.ZodType, path: readonly PropertyKey[]): Bilingual {
  const labels: Bilingual[] = [];
  let node: z.ZodType | undefined = schema;
  for (const key of path) {
    node = childOf(node, key);
    if (!node) break;
    const meta = metaOf(node);
    if (meta) labels.push({ zh: meta.title, en: meta.titleEn });
    else if (typeof key === 'number') labels.push({ zh: `第 ${key + 1} 行`, en: `row ${key + 1}` });
  }
  if (labels.length === 0) return { zh: '表单', en: 'Form' };
  const inRow = path.some((key) => typeof key === 'number');
  const shown = labels.slice(inRow ? -3 : -1);
  return { zh: shown.map(({ zh }) => zh).join(' '), en: shown.map(({ en }) => en).join(', ') };
}

function childOf(schema: z.ZodType | undefined, key: PropertyKey): z.ZodType | undefined {
  const inner = unwrapped(schema);
  if (inner instanceof z.ZodObject) return inner.shape[key as string] as z.ZodType | undefined;
  if (inner instanceof z.ZodArray) return inner.element as z.ZodType;
  return undefined;
}

function unwrapped(schema: z.ZodType | undefined): z.ZodType | undefined {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) return unwrapped(schema.unwrap() as z.ZodType);
  return schema;
}

/** The meta may sit on the wrapper or on what it wraps. */
function metaOf(schema: z.ZodType): FieldMeta | undefined {
  const meta = schema.meta() ?? unwrapped(schema)?.meta();
  return meta as FieldMeta | undefined;
}
