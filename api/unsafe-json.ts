/** What a JSON body must never hold, whatever its schema says: found before any schema sees it. */
import type { Bilingual } from '../processes/case.ts';

/** Deeper than any form here; keeps recursive code from running out of stack. */
const MAX_DEPTH = 24;

/** Keys that reach a prototype when copied carelessly. */
const POISON = new Set(['__proto__', 'prototype', 'constructor']);

export interface UnsafePlace {
  path: string;
  message: Bilingual;
}

/** The first forbidden key, character or depth in parsed JSON, with its path below `at`; null when there is none. */
export function unsafePlace(root: unknown, at = ''): UnsafePlace | null {
  const queue: { value: unknown; path: string; depth: number }[] = [{ value: root, path: at, depth: 0 }];
  for (let item = queue.pop(); item; item = queue.pop()) {
    const { value, path, depth } = item;
    if (typeof value === 'string') {
      if (hasBadCharacter(value))
        return { path, message: { zh: '含有无法保存的字符', en: 'Holds a character that cannot be stored' } };
    } else if (typeof value === 'object' && value !== null) {
      if (depth >= MAX_DEPTH)
        return { path, message: { zh: `嵌套超过 ${MAX_DEPTH} 层`, en: `Nested deeper than ${MAX_DEPTH} levels` } };
      for (const [key, inner] of Object.entries(value)) {
        const innerPath = path === '' ? key : `${path}.${key}`;
        if (POISON.has(key) || hasBadCharacter(key))
          return { path: innerPath, message: { zh: '不接受这个字段名', en: 'This name is never accepted' } };
        queue.push({ value: inner, path: innerPath, depth: depth + 1 });
      }
    }
  }
  return null;
}

/** NUL and half surrogate pairs: Postgres refuses both in text and jsonb. */
const hasBadCharacter = (text: string): boolean => text.includes('\0') || /\p{Surrogate}/u.test(text);
