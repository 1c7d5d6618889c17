/** Kinds of form fields that every process shares. Checks and in-place clean-up only: a JSON Schema can be made of them. */
import { z } from 'zod';
import type { Bilingual } from './case.ts';
import { isIdNumber } from './id-number.ts';
import type { FieldMeta } from './process.ts';

/** Rules that zod has no word for; the key travels in the issue's `params.rule`. */
export const fieldRules = {
  'plain-text': { zh: '含有不可见的控制字符或残缺字符', en: 'contains control characters or broken characters' },
  'code-text': { zh: '只能含文字、数字和 - / . ( ) 〔〕', en: 'may contain only letters, digits and - / . ( ) 〔〕' },
  'date-era': { zh: '年份须在 1900 至 2199 之间', en: 'the year must lie between 1900 and 2199' },
  'id-number': {
    zh: '不是有效的 18 位公民身份号码（GB 11643：出生日期或校验码不符）',
    en: 'not a valid 18-character ID number (GB 11643: date of birth or check character wrong)',
  },
} satisfies Record<string, Bilingual>;

export const isFieldRule = (rule: unknown): rule is keyof typeof fieldRules =>
  typeof rule === 'string' && Object.hasOwn(fieldRules, rule);

const failing = (rule: keyof typeof fieldRules) => ({ params: { rule } });

// PostgreSQL's jsonb refuses U+0000 and lone surrogates; invisible and direction-turning characters hide what a text says.
// oxlint-disable no-control-regex -- control characters are what it looks for
const unprintable =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]|\p{Cs}/u;
// oxlint-enable no-control-regex

const cleanText = (max: number) =>
  z
    .string()
    .overwrite((text) => text.trim())
    .max(max)
    .refine((text) => !unprintable.test(text), failing('plain-text'));

/** Text that must be there, at most `max` characters after trimming. */
export const text = (max: number, meta: FieldMeta) =>
  cleanText(max)
    .min(1)
    .meta({ widget: 'text', ...meta });

/** Text that may be left out or empty. */
export const optionalText = (max: number, meta: FieldMeta) =>
  cleanText(max)
    .optional()
    .meta({ widget: 'text', ...meta });

const cleanCode = (max: number) =>
  z
    .string()
    // NFKC turns full-width digits and letters into plain ones.
    .overwrite((code) => code.normalize('NFKC').replaceAll(/\s+/gu, '').toUpperCase())
    .max(max)
    .refine((code) => /^[\p{L}\p{N}\-/.()〔〕]*$/u.test(code), failing('code-text'));

/** A number on a document: full-width characters become plain, spaces go, letters are capital. */
export const code = (max: number, meta: FieldMeta) =>
  cleanCode(max)
    .min(1)
    .meta({ widget: 'text', ...meta });

export const optionalCode = (max: number, meta: FieldMeta) =>
  cleanCode(max)
    .optional()
    .meta({ widget: 'text', ...meta });

/** 公民身份号码, 18 characters, normalised like a code, with its check character. */
export const idNumber = (meta: FieldMeta) =>
  z
    .string()
    .overwrite((id) => id.normalize('NFKC').replaceAll(/\s+/gu, '').toUpperCase())
    .min(1)
    .max(18)
    .refine(isIdNumber, failing('id-number'))
    .meta({ widget: 'text', sensitive: 'id-number', ...meta });

const isoDate = () => z.iso.date().refine((day) => /^(19|20|21)/.test(day), failing('date-era'));

/** `YYYY-MM-DD`, a day that exists. */
export const date = (meta: FieldMeta) => isoDate().meta({ widget: 'date', ...meta });

export const optionalDate = (meta: FieldMeta) =>
  isoDate()
    .optional()
    .meta({ widget: 'date', ...meta });

/** A whole number. */
export const whole = (min: number, max: number, meta: FieldMeta) =>
  z
    .int()
    .min(min)
    .max(max)
    .meta({ widget: 'number', ...meta });

/** One of the words of a vocabulary, with its names as options. */
export const choice = <Word extends string>(names: Record<Word, Bilingual>, meta: FieldMeta) => {
  const words = Object.keys(names) as [Word, ...Word[]];
  return z.enum(words).meta({ widget: 'select', options: words.map((value) => ({ value, ...names[value] })), ...meta });
};

export const yesNo = (meta: FieldMeta) => z.boolean().meta({ widget: 'checkbox', ...meta });

/** Ids of uploaded files; left out = none. */
export const files = (max: number, meta: FieldMeta) =>
  z
    .array(z.uuid())
    .max(max)
    .default([])
    .meta({ widget: 'files', ...meta });

/** A table of rows of the same fields; left out = none. */
export const rows = <Shape extends z.ZodRawShape>(max: number, shape: Shape, meta: FieldMeta) =>
  z
    .array(z.strictObject(shape))
    .max(max)
    .default([])
    .meta({ widget: 'rows', ...meta });

/** A section of the form. */
export const section = <Shape extends z.ZodRawShape>(shape: Shape, meta: FieldMeta) =>
  z.strictObject(shape).meta({ section: true, ...meta });
