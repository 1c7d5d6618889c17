/** Opaque cursors: the sort values of the last row, so that a page stays right while rows come and go. */
import { z } from 'zod';
import { Problem } from './problems.ts';

export const encodeCursor = (values: readonly (string | null)[]): string =>
  Buffer.from(JSON.stringify(values)).toString('base64url');

/** Throws BadCursor for anything that this API did not make for this list. */
export function decodeCursor<S extends z.ZodType>(cursor: string | undefined, shape: S): z.output<S> | null {
  if (cursor === undefined) return null;
  try {
    return shape.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()));
  } catch {
    throw new Problem('BadCursor');
  }
}

/** Rows newest first by time and id. */
export const timeCursor = z.tuple([z.iso.datetime({ offset: true }), z.string().max(200)]);

/** `rows` holds one more than `limit` when there is a next page. */
export function page<Row, Item>(
  rows: readonly Row[],
  limit: number,
  cursorOf: (row: Row) => readonly (string | null)[],
  view: (row: Row) => Item,
): { items: Item[]; nextCursor: string | null } {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map(view),
    nextCursor: rows.length > limit && last !== undefined ? encodeCursor(cursorOf(last)) : null,
  };
}
