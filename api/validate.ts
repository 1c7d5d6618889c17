/** Checks a part of a request against its schema; what is wrong becomes a 400 that names every path. */
import { z } from 'zod';
import type { Bilingual } from '../processes/case.ts';
import { Problem } from './problems.ts';
import type { Language } from './problems.ts';

export interface FieldError {
  path: string;
  message: string | Bilingual;
}

/** The parsed value. Throws BadRequest with paths below `at` (`query`, `params`, or '' for the body). */
export function validate<S extends z.ZodType>(schema: S, value: unknown, language: Language, at = ''): z.output<S> {
  const result = schema.safeParse(value, { error: words[language] });
  if (result.success) return result.data;
  throw new Problem('BadRequest', { errors: fieldErrors(result.error, at) });
}

const words = { zh: z.locales.zhCN().localeError, en: z.locales.en().localeError };

/** One entry a wrong place; an unknown field is named itself, not only its parent. */
export function fieldErrors(error: z.ZodError, at = ''): FieldError[] {
  return error.issues.flatMap((issue): FieldError[] => {
    const path = [...(at === '' ? [] : [at]), ...issue.path.map(String)];
    if (issue.code !== 'unrecognized_keys') return [{ path: path.join('.'), message: issue.message }];
    return issue.keys.map((key) => ({
      path: [...path, key].join('.'),
      message: { zh: '没有这个字段', en: 'There is no such field' },
    }));
  });
}
