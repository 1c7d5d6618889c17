/** What every spreadsheet of the fund is made of, and how one is handed out. */
import type { Response } from 'express';

const SPREADSHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Text stays text: what starts with = or + is no formula. */
export const text = (value: string | null | undefined) => ({ value: value ?? '', type: String });

/** Yuan with two decimals, a number; a spreadsheet's numbers hold every fen of a fund exactly. */
export const yuan = (amountFen: number) => ({ value: amountFen / 100, type: Number, format: '#,##0.00' });

export const count = (value: number) => ({ value, type: Number, format: '#,##0' });

export const heads = (words: readonly string[]) => words.map((value) => bold(value));

export const bold = (value: string) => ({ value, type: String, fontWeight: 'bold' as const });

/** Bold like its row's name. */
export const boldYuan = (amountFen: number) => ({ ...yuan(amountFen), fontWeight: 'bold' as const });

/** RFC 6266: the name in Chinese for every browser of today, and in ASCII for what cannot read it. */
export function sendSheet(response: Response, sheet: Buffer, name: string): void {
  response.attachment(`${name}.xlsx`).type(SPREADSHEET).send(sheet);
}
