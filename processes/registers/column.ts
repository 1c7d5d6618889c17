/** One column of a register: what a cell may hold, and how what somebody typed is read. */
import type { Bilingual } from '../case.ts';

export type Cell = string | number | null;
export type Row = Record<string, Cell>;

/** What cells are read against. */
export interface Known {
  /** YYYY-MM-DD in Asia/Shanghai. */
  today: string;
  units: readonly { id: string; name: string; kind: string }[];
  industries: readonly { id: string; name: Bilingual }[];
}

export interface Choice extends Bilingual {
  value: string;
}

export interface Column {
  key: string;
  title: Bilingual;
  required: boolean;
  example: string;
  /** Part of what a row is found again by. */
  identity?: true;
  kind:
    | { is: 'text'; max: number; pattern?: RegExp; rule?: Bilingual }
    | { is: 'whole'; min: number; max: number }
    | { is: 'choice'; of(known: Known): Choice[] };
}

export type CellRead = { value: Cell } | { problem: Bilingual };

/** A cell as a spreadsheet or a form gives it: text, number, true or false, a date, nothing. */
export function readCell({ kind, required }: Column, typed: unknown, known: Known): CellRead {
  if (typeof typed === 'boolean')
    return refused('是“是/否”值，须为文字或数字', 'is true or false: text or a number is needed');
  if (typed instanceof Date)
    return refused('是日期格式，请改为“常规”或“文本”格式', 'is formatted as a date: use the format General or Text');
  if (typed !== null && typed !== undefined && typeof typed !== 'string' && typeof typed !== 'number')
    return refused('无法读取', 'cannot be read');
  const text = plain(typed);
  if (text === '') return required ? refused('请填写', 'please fill in') : { value: null };
  if (/^#(REF!|N\/A|VALUE!|NAME\?|DIV\/0!|NUM!|NULL!)$/u.test(text))
    return refused(`公式出错：${text}`, `the formula failed: ${text}`);
  switch (kind.is) {
    case 'text':
      return readText(kind, text);
    case 'whole':
      return readWhole(kind, text);
    case 'choice':
      return readChoice(kind.of(known), text);
  }
}

const plain = (typed: string | number | null | undefined): string =>
  typed === null || typed === undefined ? '' : String(typed).normalize('NFKC').trim();

function readText({ max, pattern, rule }: Extract<Column['kind'], { is: 'text' }>, text: string): CellRead {
  // oxlint-disable-next-line no-control-regex -- control characters are what it looks for
  if (/[\u0000-\u001f\u007f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]|\p{Cs}/u.test(text))
    return refused('含有换行或不可见字符', 'holds a line break or an invisible character');
  if ([...text].length > max) return refused(`至多 ${max} 个字`, `at most ${max} characters`);
  if (pattern && !pattern.test(text)) return refused(rule?.zh ?? '格式不对', rule?.en ?? 'wrong format');
  return { value: text };
}

function readWhole({ min, max }: Extract<Column['kind'], { is: 'whole' }>, text: string): CellRead {
  const digits = text.replace(/[人年名个所]$/u, '').trim();
  if (/^[-−]/u.test(digits)) return refused('不能为负数', 'cannot be negative');
  if (/^\d+\.\d+$/u.test(digits))
    return refused(`须为整数，现为 ${clip(text)}`, `must be a whole number, not ${clip(text)}`);
  const grouped = /^\d{1,3}(,\d{3})+$/u.test(digits) ? digits.replaceAll(',', '') : digits;
  if (!/^\d{1,12}$/u.test(grouped))
    return refused(`须为整数，现为「${clip(text)}」`, `must be a whole number, not "${clip(text)}"`);
  const value = Number(grouped);
  if (value < min) return refused(`不小于 ${min}`, `at least ${min}`);
  if (value > max) return refused(`不大于 ${max}`, `at most ${max}`);
  return { value };
}

/** By its value or either name. */
function readChoice(choices: Choice[], text: string): CellRead {
  const wanted = text.toLowerCase();
  const found = choices.filter((each) =>
    [each.value, each.zh, each.en].some((name) => plain(name).toLowerCase() === wanted),
  );
  if (found.length === 1) return { value: found[0]!.value };
  if (found.length > 1)
    return refused(`「${clip(text)}」不止一个，请填代号`, `"${clip(text)}" names more than one: give its code`);
  const some = choices.slice(0, 12).map(({ zh }) => zh);
  const more = choices.length > some.length ? '…' : '';
  return refused(
    `没有「${clip(text)}」，须为：${some.join('、')}${more}`,
    `"${clip(text)}" is not one of ${choices
      .slice(0, 12)
      .map(({ value }) => value)
      .join(', ')}${more}`,
  );
}

const clip = (text: string): string => ([...text].length > 30 ? `${[...text].slice(0, 29).join('')}…` : text);

const refused = (zh: string, en: string): CellRead => ({ problem: { zh, en } });
