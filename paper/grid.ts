/** Headings, labelled values and tables on a sheet: the ruled grid of official forms. */
import { columnsShown, sayField } from '../processes/form-view.ts';
import type { FieldSchema, Form } from '../processes/form-view.ts';
import { INK, SOFT } from './ink.ts';
import type { Cell, Line, Sheet } from './sheet.ts';

/** A text as the lines of a cell of this width. */
export const textIn = (sheet: Sheet, words: string, width: number): Line[] => sheet.text(words, sheet.inside(width));

/** A heading over the whole width; stays with what follows it. */
export function band(sheet: Sheet, words: string, minor = false): void {
  const style = minor ? ({ font: 'serif' } as const) : ({ font: 'serif-bold', size: 10.5 } as const);
  sheet.row([{ width: sheet.width, tinted: !minor, lines: sheet.text(words, sheet.inside(sheet.width), style) }], {
    keep: 44,
  });
}

type Pair = [label: string, value: string, wide: boolean];
const LABEL = 92;

/** Label and value, two pairs a row; a wide one takes the row. */
export function pairs(sheet: Sheet, all: Pair[]): void {
  const half = sheet.width / 2 - LABEL;
  const label = (words: string): Cell => ({
    width: LABEL,
    tinted: true,
    lines: sheet.text(words, sheet.inside(LABEL), { color: SOFT }),
  });
  const value = (words: string, width: number): Cell => ({ width, lines: textIn(sheet, words, width) });
  const alone = ([name, words]: Pair) => sheet.row([label(name), value(words, sheet.width - LABEL)]);
  let waiting: Pair | undefined;
  for (const pair of all) {
    if (pair[2] || sheet.widthOf(pair[1]) > 3 * half) {
      if (waiting) alone(waiting);
      waiting = undefined;
      alone(pair);
    } else if (waiting) {
      sheet.row([label(waiting[0]), value(waiting[1], half), label(pair[0]), value(pair[1], half)]);
      waiting = undefined;
    } else waiting = pair;
  }
  if (waiting) alone(waiting);
}

/** Rows of a form, e.g. a budget: each column as wide as its words ask for, the heading again on each page. */
export function table(sheet: Sheet, field: FieldSchema, rows: Form[]): void {
  const columns = columnsShown(field, rows);
  const words = rows.map((row) => columns.map(([key, column]) => sayField(column, row[key]).zh));
  const size = columns.length > 6 ? 8 : 9;
  const titles = columns.map(([key, column]) => column.title ?? key);
  const widths = share(
    sheet.width,
    columns.map(([, column], index) => {
      const title = Math.min(sheet.widthOf(titles[index] ?? '', { size }), 6.1 * size);
      const longest = Math.max(title, ...words.map((row) => sheet.widthOf(row[index] ?? '', { size })));
      // A number, a day or a title of a few characters is not broken.
      const least = isFigure(column) ? longest : Math.min(longest, 6 * size);
      return { least: Math.max(least, 3 * size) + 14, wish: Math.max(longest, 4 * size) + 14 };
    }),
  );
  const cells = (texts: string[], heading: boolean): Cell[] =>
    texts.map((each, index) => ({
      width: widths[index] ?? 0,
      tinted: heading,
      lines: sheet.text(each, sheet.inside(widths[index] ?? 0), {
        size,
        color: heading ? SOFT : INK,
        align: heading ? 'center' : alignOf(columns[index]?.[1]),
      }),
    }));
  const heading = cells(titles, true);
  sheet.row(heading, { keep: 30 });
  for (const row of words) sheet.row(cells(row, false), { heading });
}

const isFigure = ({ widget }: FieldSchema) => ['money', 'number', 'date', 'month'].includes(widget ?? '');

/** Amounts are compared by their last digits. */
const alignOf = (column: FieldSchema | undefined) =>
  column?.widget === 'money' ? 'right' : column?.widget === 'number' ? 'center' : 'left';

/** Widths that add up: first what each needs, then the rest by what each wishes for. */
function share(width: number, columns: { least: number; wish: number }[]): number[] {
  const least = columns.reduce((sum, each) => sum + each.least, 0);
  if (least >= width) return columns.map((each) => (each.least * width) / least);
  const wishes = columns.map(({ least, wish }) => wish - least);
  const wished = wishes.reduce((sum, each) => sum + each, 0);
  const spare = width - least;
  return columns.map((each, index) => {
    const more = wished > 0 ? (spare * (wishes[index] ?? 0)) / wished : spare / columns.length;
    return each.least + more;
  });
}
