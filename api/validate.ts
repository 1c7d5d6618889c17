/** Checks a part of a request against its schema; what is wrong becomes a 400 that names every path. */
import type { z } from 'zod';
import { Problem } from './problems.ts';

export interface FieldError {
  path: string;
  message: string;
}

/** The parsed value. Throws BadRequest with paths below `at` (`query`, `params`, or '' for the body). */
export function validate<S extends z.ZodType>(schema: S, value: unknown, at = ''): z.output<S> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw new Problem('BadRequest', { errors: fieldErrors(result.error, at) });
}

/** One entry a wrong place; an unknown field is named itself, not only its parent. */
export function fieldErrors(error: z.ZodError, at = ''): FieldError[] {
  return error.issues.flatMap((issue) => {
    const path = [...(at === '' ? [] : [at]), ...issue.path.map(String)];
    if (issue.code !== 'unrecognized_keys') return [{ path: path.join('.'), message: issue.message }];
    return issue.keys.map((key) => ({ path: [...path, key].join('.'), message: '未知字段 / unknown field' }));
  });
}
