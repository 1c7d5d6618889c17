import type { z } from 'zod';
import type { Bilingual } from './case.ts';

/** The rule that a zod issue says is broken, without the name of the field. Parse with `reportInput` to tell missing from wrong. */
export function brokenRule(issue: z.core.$ZodIssue): Bilingual {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined || issue.input === null
        ? required
        : (typeRules[issue.expected] ?? typeRules.object!);
    case 'too_small':
      return tooSmall(issue);
    case 'too_big':
      return tooBig(issue);
    case 'invalid_format':
      return formatRules[issue.format] ?? { zh: '格式不对', en: 'wrong format' };
    case 'invalid_value':
      return issue.input === undefined || issue.input === null ? required : oneOf(issue.values);
    case 'invalid_union':
      return issue.input === undefined || issue.input === null ? required : { zh: '填写有误', en: 'not valid' };
    case 'unrecognized_keys':
      return { zh: '没有这一项', en: 'unknown' };
    default:
      return { zh: '填写有误', en: 'not valid' };
  }
}

function tooSmall(issue: z.core.$ZodIssueTooSmall): Bilingual {
  if (issue.origin === 'string') {
    return issue.minimum === 1
      ? required
      : { zh: `至少 ${issue.minimum} 个字`, en: `at least ${issue.minimum} characters` };
  }
  if (issue.origin === 'array') return { zh: `至少 ${issue.minimum} 项`, en: `at least ${issue.minimum} entries` };
  return { zh: `不小于 ${issue.minimum}`, en: `at least ${issue.minimum}` };
}

function tooBig(issue: z.core.$ZodIssueTooBig): Bilingual {
  if (issue.origin === 'string') return { zh: `至多 ${issue.maximum} 个字`, en: `at most ${issue.maximum} characters` };
  if (issue.origin === 'array') return { zh: `至多 ${issue.maximum} 项`, en: `at most ${issue.maximum} entries` };
  return { zh: `不大于 ${issue.maximum}`, en: `at most ${issue.maximum}` };
}

const oneOf = (values: readonly unknown[]): Bilingual => ({
  zh: `须为所列选项之一（${values.map(String).join('、')}）`,
  en: `must be one of ${values.map(String).join(', ')}`,
});

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
