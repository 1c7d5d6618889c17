import type { Bilingual } from '../case.ts';
import { dateOfDay, dayOfDate } from '../shanghai.ts';

export type SheetDay = { ok: true; on: string } | { ok: false; message: Bilingual };

/** Day 0 of a spreadsheet's own count of days. */
const EPOCH = dayOfDate('1899-12-30');

/**
 * A day as cells hold it: a date, a day count, 20261231, or text such as 2026-12-31, 2026/12/31, 2026.12.31 and 2026年12月31日. An empty
 * cell is an empty day.
 */
export function readSheetDay(cell: string | number | boolean | Date | null | undefined): SheetDay {
  if (cell === null || cell === undefined) return { ok: true, on: '' };
  if (cell instanceof Date)
    return Number.isNaN(cell.getTime()) ? notADay('') : existing(cell.toISOString().slice(0, 10), '');
  if (typeof cell === 'boolean') return notADay(cell ? 'TRUE' : 'FALSE');
  if (typeof cell === 'number') return ofNumber(cell);
  const text = cell.normalize('NFKC').trim();
  if (text === '') return { ok: true, on: '' };
  const match =
    /^(\d{4})(?:[-/.]|\s*年\s*)(\d{1,2})(?:[-/.]|\s*月\s*)(\d{1,2})\s*日?$/u.exec(text) ??
    /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  if (match) {
    const [, year = '', month = '', day = ''] = match;
    return existing(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`, text);
  }
  if (/^\d{1,2}(?:[-/.]|\s*月\s*)\d{1,2}\s*日?$/u.test(text))
    return {
      ok: false,
      message: {
        zh: `“${text}”没有年份，请写成 2026-12-31 的格式`,
        en: `“${text}” has no year: write it as 2026-12-31`,
      },
    };
  return notADay(text);
}

function ofNumber(value: number): SheetDay {
  const text = String(value);
  if (/^20\d{6}$/.test(text)) return readSheetDay(text);
  // 2000 to 2099, counted in days.
  if (Number.isInteger(value) && value >= 36_526 && value <= 73_050) return { ok: true, on: dateOfDay(EPOCH + value) };
  return notADay(text);
}

function existing(on: string, said: string): SheetDay {
  try {
    dayOfDate(on);
  } catch {
    return {
      ok: false,
      message: { zh: `没有“${said || on}”这一天`, en: `There is no such day: ${said || on}` },
    };
  }
  return on.startsWith('20')
    ? { ok: true, on }
    : { ok: false, message: { zh: `年份有误：${said || on}`, en: `The year is wrong: ${said || on}` } };
}

const notADay = (text: string): SheetDay => ({
  ok: false,
  message: {
    zh: `“${text.slice(0, 20)}”不是日期，请写成 2026-12-31 的格式`,
    en: `“${text.slice(0, 20)}” is no date: write it as 2026-12-31`,
  },
});
