/** The pure parts of the action items' pages: what an address says, days on a line, screens of the wall. */
import { describe, expect, test } from 'vitest';
import type { BoardItem } from '../../api/contract/action-items.ts';
import { filtersOf, readAddress } from '../../web/desk/items/board-address.ts';
import { timeScale } from '../../web/desk/items/time-scale.ts';
import { pagesOf, roomFor } from '../../web/desk/items/wall-pages.ts';

const said = (query: string) => readAddress(new URLSearchParams(query));

describe('the address of the board', () => {
  test('carries view and filters, and filters the API without the lights', () => {
    const address = said('view=kanban&light=red,yellow&unit=caizhengju&role=lead&dueFrom=2026-11-01&state=all&q=基金');
    expect(address).toMatchObject({ view: 'kanban', lights: ['yellow', 'red'], unit: 'caizhengju', state: 'all' });
    expect(filtersOf(address)).toEqual({
      ...{ unit: 'caizhengju', role: 'lead', dueFrom: '2026-11-01', state: 'all', q: '基金' },
      ...{ meeting: undefined, meetingId: undefined, dueTo: undefined },
    });
  });

  test('says nothing where it says nonsense', () => {
    expect(said('view=map&light=purple&dueFrom=tomorrow&state=maybe&role=any')).toMatchObject({
      ...{ view: 'list', lights: [], dueFrom: undefined, state: undefined, role: undefined },
    });
  });
});

test('days stand on a line from the first month to the last, today among them', () => {
  const scale = timeScale([{ startsOn: '2026-11-10', dueOn: '2027-01-20', closedOn: null }], '2026-12-01');
  expect(scale.months.map(({ month }) => month)).toEqual(['2026-11', '2026-12', '2027-01']);
  expect(scale.days).toBe(92);
  expect(scale.at('2026-11-01')).toBe(0);
  expect(scale.at('2027-02-01')).toBe(100);
  expect(scale.at('2026-12-17')).toBe(50);
  expect(timeScale([], '2026-12-01').months.map(({ month }) => month)).toEqual(['2026-12']);
});

test('the wall shows what is red, orange and yellow, a screen at a time', () => {
  const item = (light: BoardItem['light'], state: BoardItem['state'] = 'carrying-out') =>
    ({ light, state }) as BoardItem;
  const items = [item('red'), item('red'), item('orange'), item('yellow'), item('green'), item('red', 'ended')];
  expect(pagesOf(items, 3).map((page) => page.map(({ light }) => light))).toEqual([
    ['red', 'red', 'orange'],
    ['yellow'],
  ]);
  expect(pagesOf([item('green')], 3)).toEqual([]);
  expect([roomFor(1080), roomFor(300)]).toEqual([10, 3]);
});
