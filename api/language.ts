import type { Request } from 'express';
import type { Language } from './problems.ts';

/** Chinese unless the caller prefers English. */
export const languageOf = (request: Pick<Request, 'acceptsLanguages'>): Language =>
  request.acceptsLanguages('zh', 'en') === 'en' ? 'en' : 'zh';
