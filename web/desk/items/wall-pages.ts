import type { BoardItem } from '../../../api/contract/action-items.ts';

const HEAD_PX = 290;
const ROW_PX = 74;

/** Rows under head and counts on a screen of this height. */
export const roomFor = (heightPx: number): number => Math.max(3, Math.floor((heightPx - HEAD_PX) / ROW_PX));

/** What is red, orange or yellow, the worst first as it comes, cut into screens. */
export function pagesOf(items: readonly BoardItem[], rows: number): BoardItem[][] {
  const shown = items.filter(
    ({ light, state }) => state !== 'ended' && (light === 'red' || light === 'orange' || light === 'yellow'),
  );
  return Array.from({ length: Math.ceil(shown.length / rows) }, (_, page) =>
    shown.slice(page * rows, (page + 1) * rows),
  );
}
