/** Rows of a spreadsheet, or rows sent one by one, against the register they are for: every wrong cell at its place. */
import type { Bilingual } from '../case.ts';
import { type Known, readCell, type Row } from './column.ts';
import type { Register } from './registers.ts';

export interface BadCell {
  /** As the reader of the spreadsheet counts them, from 1. */
  row: number;
  /** Key of the column; empty where the whole row or sheet is meant. */
  column: string;
  /** `C5`; empty for rows that came without a sheet. */
  cell: string;
  /** Title of the column. */
  title: Bilingual;
  /** What stands there, clipped. */
  found: string;
  message: Bilingual;
}

export interface RowsRead {
  /** Rows that read well, with the number of each. */
  rows: { number: number; row: Row }[];
  bad: BadCell[];
}

export const MOST_ROWS = 5000;

/** A sheet as a grid: the header is looked for in the first rows, columns may stand in any order, empty rows are skipped. */
export function readSheet(register: Register, grid: readonly (readonly unknown[])[], known: Known): RowsRead {
  const header = headerOf(register, grid);
  if (!header) {
    const titles = register.columns.map(({ title }) => title.zh).join('、');
    return {
      rows: [],
      bad: [
        sheetProblem(1, {
          zh: `前 10 行中没有找到表头，须有以下各列：${titles}`,
          en: `No header in the first ten rows: the columns are ${register.columns.map(({ title }) => title.en).join(', ')}`,
        }),
      ],
    };
  }
  const missing = register.columns.filter(({ key, required }) => required && !header.places.has(key));
  const bad: BadCell[] = [
    ...header.problems,
    ...missing.map(({ title }) =>
      sheetProblem(header.at + 1, { zh: `缺少「${title.zh}」列`, en: `The column "${title.en}" is missing` }),
    ),
  ];
  const body = grid.slice(header.at + 1).map((cells, index) => ({ cells, number: header.at + 2 + index }));
  const filled = body.filter(({ cells }) =>
    cells.some((cell) => cell !== null && cell !== undefined && `${cell}`.trim() !== ''),
  );
  if (filled.length === 0)
    bad.push(sheetProblem(header.at + 2, { zh: '表头下没有数据', en: 'There is nothing below the header' }));
  if (filled.length > MOST_ROWS)
    bad.push(
      sheetProblem(header.at + 2, {
        zh: `超过 ${MOST_ROWS} 行，请分批导入`,
        en: `More than ${MOST_ROWS} rows: import them in parts`,
      }),
    );
  if (missing.length > 0 || filled.length > MOST_ROWS) return { rows: [], bad };
  const read = readRows(
    register,
    filled.map(({ cells, number }) => ({
      number,
      typed: Object.fromEntries(
        register.columns.map(({ key }): [string, unknown] => [key, cells[header.places.get(key) ?? -1] ?? null]),
      ),
    })),
    known,
    header.places,
  );
  return { rows: read.rows, bad: [...bad, ...read.bad] };
}

/** Rows by their columns' keys. `places`: where each column stands on the sheet, to name cells. */
export function readRows(
  register: Register,
  typed: readonly { number: number; typed: Readonly<Record<string, unknown>> }[],
  known: Known,
  places?: ReadonlyMap<string, number>,
): RowsRead {
  const bad: BadCell[] = [];
  const rows: RowsRead['rows'] = [];
  const seen = new Map<string, number>();
  for (const { number, typed: cells } of typed) {
    const row: Row = {};
    const wrong = (column: string, message: Bilingual) => {
      const place = places?.get(column);
      bad.push({
        ...{ row: number, column, message },
        cell: place === undefined ? '' : `${letters(place)}${number}`,
        title: register.columns.find(({ key }) => key === column)?.title ?? { zh: column, en: column },
        found: shown(cells[column]),
      });
    };
    const before = bad.length;
    for (const column of register.columns) {
      const read = readCell(column, cells[column.key], known);
      if ('problem' in read) wrong(column.key, read.problem);
      else row[column.key] = read.value;
    }
    for (const key of Object.keys(cells))
      if (!register.columns.some((column) => column.key === key))
        wrong(key.slice(0, 40), { zh: '没有这一列', en: 'unknown column' });
    if (bad.length > before) continue;
    for (const { column, message } of register.problems(row, known)) wrong(column, message);
    const identity = register.identity(row);
    const earlier = seen.get(identity);
    const first = register.columns.find(({ identity: is }) => is)?.key ?? '';
    if (earlier !== undefined) wrong(first, { zh: `与第 ${earlier} 行重复`, en: `the same as row ${earlier}` });
    else seen.set(identity, number);
    if (bad.length === before) rows.push({ number, row });
  }
  return { rows, bad };
}

interface Header {
  /** Index of its row. */
  at: number;
  places: Map<string, number>;
  problems: BadCell[];
}

/** The first of ten rows in which at least two titles of the register stand. */
function headerOf({ columns }: Register, grid: readonly (readonly unknown[])[]): Header | null {
  for (const [at, cells] of grid.slice(0, 10).entries()) {
    const places = new Map<string, number>();
    const problems: BadCell[] = [];
    for (const [place, cell] of cells.entries()) {
      const title = nameOf(cell);
      if (title === '') continue;
      const column = columns.find(({ key, title: own }) =>
        [key, own.zh, own.en].some((name) => nameOf(name) === title),
      );
      const problem = (message: Bilingual) =>
        problems.push({
          row: at + 1,
          column: '',
          cell: `${letters(place)}${at + 1}`,
          title: { zh: '表头', en: 'Header' },
          found: shown(cell),
          message,
        });
      if (!column) problem({ zh: '没有这一列，请删除或改名', en: 'unknown column: delete or rename it' });
      else if (places.has(column.key)) problem({ zh: '列重复', en: 'this column stands twice' });
      else places.set(column.key, place);
    }
    if (places.size >= 2) return { at, places, problems };
  }
  return null;
}

const nameOf = (cell: unknown): string =>
  typeof cell === 'string'
    ? cell
        .normalize('NFKC')
        .replaceAll(/[\s*＊]/gu, '')
        .toLowerCase()
    : '';

const sheetProblem = (row: number, message: Bilingual): BadCell => ({
  ...{ row, column: '', cell: '', title: { zh: '表格', en: 'Sheet' }, found: '' },
  message,
});

/** 0 → A, 26 → AA. */
const letters = (place: number): string =>
  place < 26 ? String.fromCodePoint(65 + place) : letters(Math.floor(place / 26) - 1) + letters(place % 26);

function shown(cell: unknown): string {
  const text =
    cell instanceof Date ? cell.toISOString().slice(0, 10) : typeof cell === 'object' ? '' : String(cell ?? '');
  return [...text].length > 40 ? `${[...text].slice(0, 39).join('')}…` : text;
}
