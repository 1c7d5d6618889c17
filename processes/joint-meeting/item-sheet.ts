/**
 * A spreadsheet of action items: cells as a reader of .xlsx gives them become rows, and every cell that cannot be read is named by its place.
 * What the rules of an item say of a row that can be read is another question (meeting-action-items/checks.ts). Pure.
 */
import type { Bilingual } from '../case.ts';
import { readSheetDay } from './sheet-day.ts';

export const itemColumns = {
  content: { zh: '任务内容', en: 'Task', required: true, width: 48 },
  measure: { zh: '衡量标准', en: 'Measure', required: true, width: 36 },
  lead: { zh: '牵头单位', en: 'Lead unit', required: true, width: 16 },
  supporting: { zh: '配合单位', en: 'Supporting units', required: false, width: 24 },
  dueOn: { zh: '完成时限', en: 'Due on', required: true, width: 14 },
  contact: { zh: '联络员', en: 'Contact', required: false, width: 12 },
  leader: { zh: '分管领导', en: 'Leader in charge', required: false, width: 12 },
  topic: { zh: '议题', en: 'Topic', required: false, width: 24 },
  clause: { zh: '方案条款', en: 'Clause', required: false, width: 12 },
} as const satisfies Record<string, Bilingual & { required: boolean; width: number }>;
export type ItemColumn = keyof typeof itemColumns;

/** The fields of a row, as the API that makes items takes them. */
export interface SheetRow {
  content: string;
  measure: string;
  leadUnits: string[];
  supportingUnits: string[];
  dueOn: string;
  contact?: string;
  leader?: string;
  topic?: string;
  topicId?: string;
  clause?: string;
}

export interface SheetProblem {
  /** As the spreadsheet shows it, e.g. `C5`; absent for what concerns the whole sheet. */
  cell?: string;
  /** Field of the row, e.g. `dueOn`; absent for what concerns the whole sheet. */
  path?: keyof SheetRow;
  message: Bilingual;
}

export interface ItemSheet {
  /** `line` counts as the spreadsheet does, the heads being line 1. */
  rows: { line: number; row: SheetRow; cells: Partial<Record<keyof SheetRow, string>>; problems: SheetProblem[] }[];
  /** What is wrong with the sheet as a whole: nothing can be made of it. */
  problems: SheetProblem[];
}

export const SHEET_ROWS = 200;

type Cell = string | number | boolean | Date | null | undefined;
const columnKeys = Object.keys(itemColumns) as ItemColumn[];

/** `topics`: those of the meeting; a row may name one of them. */
export function readItemSheet(
  cells: readonly (readonly unknown[])[],
  topics: { id: string; title: string }[],
): ItemSheet {
  const [heads = [], ...lines] = cells;
  const { columns, problems } = readHeads(heads);
  const filled = lines.flatMap((line, index) => (line.every(isEmpty) ? [] : [{ line, number: index + 2 }]));
  if (problems.length === 0 && filled.length === 0)
    problems.push({ message: both('表中没有任务', 'There is no row in the sheet') });
  if (filled.length > SHEET_ROWS)
    problems.push({
      message: both(
        `表中有 ${filled.length} 行，一次至多 ${SHEET_ROWS} 行`,
        `${filled.length} rows; at most ${SHEET_ROWS} at once`,
      ),
    });
  if (problems.length > 0) return { rows: [], problems };

  const rows = filled.map(({ line, number }) => readLine(line as Cell[], number, columns, topics));
  rows.forEach(({ row, problems: wrong, cells: at }, index) => {
    const same = rows.findIndex((other) => sameTask(other.row, row));
    if (same < index && row.content !== '')
      wrong.push({
        ...(at.content && { cell: at.content }),
        path: 'content',
        message: both(`与第 ${rows[same]?.line} 行重复`, `The same as line ${rows[same]?.line}`),
      });
  });
  return { rows, problems };
}

function readHeads(heads: readonly unknown[]): { columns: Map<ItemColumn, number>; problems: SheetProblem[] } {
  const columns = new Map<ItemColumn, number>();
  const problems: SheetProblem[] = [];
  heads.forEach((head, index) => {
    if (isEmpty(head)) return;
    const cell = `${letters(index)}1`;
    const said = typeof head === 'string' ? head : '';
    const column = columnKeys.find((key) =>
      [itemColumns[key].zh, itemColumns[key].en].some((name) => plain(name) === plain(said)),
    );
    if (column === undefined)
      problems.push({
        cell,
        message: both(
          `没有“${clip(said)}”这一列，请使用模板的表头`,
          `No such column: “${clip(said)}”; use the heads of the template`,
        ),
      });
    else if (columns.has(column))
      problems.push({
        cell,
        message: both(`“${itemColumns[column].zh}”出现了两列`, `“${itemColumns[column].en}” appears twice`),
      });
    else columns.set(column, index);
  });
  const missing = columnKeys.filter((key) => itemColumns[key].required && !columns.has(key));
  for (const key of missing)
    problems.push({
      message: both(`缺少“${itemColumns[key].zh}”列`, `The column “${itemColumns[key].en}” is missing`),
    });
  return { columns, problems };
}

const fieldOf = {
  content: 'content',
  measure: 'measure',
  lead: 'leadUnits',
  supporting: 'supportingUnits',
  dueOn: 'dueOn',
  contact: 'contact',
  leader: 'leader',
  topic: 'topic',
  clause: 'clause',
} as const satisfies Record<ItemColumn, keyof SheetRow>;

function readLine(
  line: Cell[],
  number: number,
  columns: ReadonlyMap<ItemColumn, number>,
  topics: { id: string; title: string }[],
): ItemSheet['rows'][number] {
  const problems: SheetProblem[] = [];
  const cells: Partial<Record<keyof SheetRow, string>> = {};
  for (const [column, index] of columns) cells[fieldOf[column]] = `${letters(index)}${number}`;
  const wrong = (path: keyof SheetRow, message: Bilingual) =>
    problems.push({ ...(cells[path] && { cell: cells[path] }), path, message });
  const cellOf = (column: ItemColumn): Cell => line[columns.get(column) ?? -1];

  const text = (column: Exclude<ItemColumn, 'dueOn'>): string => {
    const cell = cellOf(column);
    const fault = notText(cell);
    if (!fault) return isEmpty(cell) ? '' : String(cell).trim();
    wrong(fieldOf[column], fault);
    return '';
  };
  const units = (column: 'lead' | 'supporting') =>
    text(column)
      .split(/[、，,；;\n]+/u)
      .map((unit) => unit.trim())
      .filter((unit) => unit !== '');
  const optional = (column: 'contact' | 'leader' | 'clause') => {
    const said = text(column);
    return said === '' ? {} : { [column]: said };
  };

  const day = readSheetDay(cellOf('dueOn'));
  if (!day.ok) wrong('dueOn', day.message);
  const topic = text('topic');
  const known = topics.find(({ title }) => plain(title) === plain(topic));
  if (topic !== '' && !known)
    wrong('topic', both(`本次会议没有议题“${clip(topic)}”`, `This meeting has no topic “${clip(topic)}”`));
  const row: SheetRow = {
    content: text('content'),
    measure: text('measure'),
    leadUnits: units('lead'),
    supportingUnits: units('supporting'),
    dueOn: day.ok ? day.on : '',
    ...optional('contact'),
    ...optional('leader'),
    ...optional('clause'),
    ...(known && { topic: known.title, topicId: known.id }),
  };
  return { line: number, row, cells, problems };
}

const errorValues = ['#REF!', '#N/A', '#VALUE!', '#NAME?', '#DIV/0!', '#NUM!', '#NULL!', '#SPILL!', '#CALC!'];

/** Why a cell is no text, or undefined where it is. */
function notText(cell: Cell): Bilingual | undefined {
  if (typeof cell === 'boolean')
    return both('此处应为文字，却是“是/否”值', 'Text is wanted here, not a true/false value');
  if (cell instanceof Date) return both('此处应为文字，却是日期', 'Text is wanted here, not a date');
  if (typeof cell === 'string' && errorValues.includes(cell.trim()))
    return both(`公式出错（${cell.trim()}）`, `The formula failed (${cell.trim()})`);
  return undefined;
}

const sameTask = (one: SheetRow, other: SheetRow): boolean =>
  plain(one.content) === plain(other.content) && one.leadUnits.join() === other.leadUnits.join();

const isEmpty = (cell: unknown): boolean =>
  cell === null || cell === undefined || (typeof cell === 'string' && cell.trim() === '');

/** Width, spaces, case and the marks of required columns do not tell two names apart. */
const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .replaceAll(/[\s*]|\(必填\)/gu, '')
    .toLowerCase();

const clip = (text: string): string => ([...text].length > 20 ? `${[...text].slice(0, 20).join('')}…` : text);

/** 0 → A, 26 → AA */
function letters(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : letters(Math.floor(index / 26) - 1) + last;
}

const both = (zh: string, en: string): Bilingual => ({ zh, en });
