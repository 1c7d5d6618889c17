/** Kinds of form fields that every process shares. Checks and in-place clean-up only: a JSON Schema can be made of them. */
import { z } from 'zod';
import type { Bilingual } from './case.ts';
import { creditCodeFault } from './credit-code.ts';
import { isIdNumber } from './id-number.ts';
import { type MoneyLimits, readMoney } from './money.ts';
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
  'half-hours': { zh: '以 0.5 小时为单位', en: 'in half hours' },
  'clock-time': { zh: '须为 24 小时制的时间，如 14:30', en: 'must be a time of 24 hours, such as 14:30' },
  'program-code': { zh: '须为 6 位数字的国家专业代码', en: 'must be the national program code of 6 digits' },
  'bank-account': { zh: '须为 8 至 32 位数字的银行账号', en: 'must be a bank account of 8 to 32 digits' },
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

const plainCode = (max: number) =>
  z
    .string()
    .overwrite((id) => id.normalize('NFKC').replaceAll(/\s+/gu, '').toUpperCase())
    .min(1)
    .max(max);

/** 公民身份号码, 18 characters, normalised like a code, with its check character. */
export const idNumber = (meta: FieldMeta) =>
  plainCode(18)
    .refine(isIdNumber, failing('id-number'))
    .meta({ widget: 'text', sensitive: 'id-number', ...meta });

const cleanCreditCode = () =>
  z
    .string()
    .overwrite((code) => code.normalize('NFKC').replaceAll(/\s+/gu, '').toUpperCase())
    .max(40)
    .superRefine((code, context) => {
      const words = code === '' ? undefined : creditCodeFault(code);
      if (words) context.addIssue({ code: 'custom', params: { words }, input: code });
    });

/** 统一社会信用代码, normalised like a code (full-width, spaces, lower case), with its check character; what is wrong is named. */
export const creditCode = (meta: FieldMeta) =>
  cleanCreditCode()
    .min(1)
    .meta({ widget: 'text', ...meta });

export const optionalCreditCode = (meta: FieldMeta) =>
  cleanCreditCode()
    .optional()
    .meta({ widget: 'text', ...meta });

/** The six digits of a program in the national catalogue. */
export const programCode = (meta: FieldMeta) =>
  plainCode(6)
    .refine((digits) => /^\d{6}$/u.test(digits), failing('program-code'))
    .meta({ widget: 'text', ...meta });

/** Digits only, spaces go. */
export const bankAccount = (meta: FieldMeta) =>
  plainCode(32)
    .refine((digits) => /^\d{8,32}$/u.test(digits), failing('bank-account'))
    .meta({ widget: 'text', sensitive: 'bank-account', ...meta });

/**
 * Integer fen. Sent as a number it is fen; sent as text it is yuan as people write it (`1,200,000.00元`). The rule that an amount breaks
 * travels in the issue's `params.words`.
 */
export const money = (limits: MoneyLimits, meta: FieldMeta) =>
  z
    .union([z.number(), z.string()])
    .transform((typed, context): number => {
      const read = readMoney(typed, limits);
      if (read.ok) return read.fen;
      const words = typed === '' ? { zh: '请填写', en: 'please fill in' } : read.message;
      context.addIssue({ code: 'custom', params: { words }, input: typed });
      return z.NEVER;
    })
    .meta({ widget: 'money', money: { minFen: limits.minFen, maxFen: limits.maxFen }, ...meta });

const isoDate = () => z.iso.date().refine((day) => /^(19|20|21)/.test(day), failing('date-era'));

/** `YYYY-MM-DD`, a day that exists. */
export const date = (meta: FieldMeta) => isoDate().meta({ widget: 'date', ...meta });

export const optionalDate = (meta: FieldMeta) =>
  isoDate()
    .optional()
    .meta({ widget: 'date', ...meta });

/** `HH:MM`, 24 hours. */
export const clockTime = (meta: FieldMeta) =>
  z
    .string()
    .overwrite((time) => time.normalize('NFKC').trim())
    .max(10)
    .refine((time) => /^([01]\d|2[0-3]):[0-5]\d$/.test(time), failing('clock-time'))
    .meta({ widget: 'text', ...meta });

/** A whole number. */
export const whole = (min: number, max: number, meta: FieldMeta) =>
  z
    .int()
    .min(min)
    .max(max)
    .meta({ widget: 'number', ...meta });

/** Hours of a week in halves, which a number holds exactly. */
export const hoursAWeek = (meta: FieldMeta) =>
  z
    .number()
    .min(0)
    .max(168)
    .refine((hours) => Number.isInteger(hours * 2), failing('half-hours'))
    .meta({ widget: 'number', ...meta });

/** One of the words of a vocabulary, with its names as options. */
export const choice = <Word extends string>(names: Record<Word, Bilingual>, meta: FieldMeta) => {
  const words = Object.keys(names) as [Word, ...Word[]];
  return z.enum(words).meta({ widget: 'select', options: words.map((value) => ({ value, ...names[value] })), ...meta });
};

export const yesNo = (meta: FieldMeta) => z.boolean().meta({ widget: 'checkbox', ...meta });

/** A box to tick; left out = not ticked. */
export const flag = (meta: FieldMeta) =>
  z
    .boolean()
    .default(false)
    .meta({ widget: 'checkbox', ...meta });

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
