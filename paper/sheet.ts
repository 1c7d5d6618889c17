/** A document that flows over pages: ruled rows of cells, broken between their lines, and a foot with 第 x 页 共 y 页. */
import { buffer } from 'node:stream/consumers';
import PDFDocument from 'pdfkit';
import { breakLines } from './break-lines.ts';
import { INK, registerFonts, SOFT } from './ink.ts';
import type { FontName, Page } from './ink.ts';

/** One line of a cell, or something drawn of a line's kind: never broken over pages. */
export interface Line {
  height: number;
  draw(x: number, y: number, width: number): void;
  /** Stays on the page of the line after it. */
  withNext?: boolean;
}

export interface Cell {
  /** Points; the cells of a row add up to the sheet's `width`. */
  width: number;
  lines: Line[];
  /** A label: tinted. */
  tinted?: boolean;
}

export interface TextStyle {
  size?: number;
  font?: FontName;
  color?: string;
  align?: 'left' | 'center' | 'right';
}

export interface SheetText {
  title: string;
  author: string;
  subject: string;
  printedAt: Date;
  /** Left of the page number. */
  foot: string;
}

const MARGIN = { x: 48, top: 48, bottom: 60 };
const PAD = { x: 6, y: 4 };
const LEADING = 1.5;

export type Sheet = ReturnType<typeof createSheet>;

/** A4, upright. The same content gives the same bytes. */
export function createSheet({ title, author, subject, printedAt, foot }: SheetText) {
  const page: Page = new PDFDocument({
    size: 'A4',
    margin: 0,
    bufferPages: true,
    pdfVersion: '1.7',
    lang: 'zh-CN',
    info: { Title: title, Author: author, Subject: subject, CreationDate: printedAt },
  });
  registerFonts(page);
  const pdf = buffer(page);
  const left = MARGIN.x;
  const width = page.page.width - 2 * MARGIN.x;
  const bottom = page.page.height - MARGIN.bottom;
  const widths = new Map<string, number>();
  let y = MARGIN.top;

  const widthOf = (font: FontName, size: number) => (piece: string) => {
    let sum = 0;
    for (const character of piece) {
      const key = `${font} ${character}`;
      let wide = widths.get(key);
      if (wide === undefined) widths.set(key, (wide = page.font(font).fontSize(100).widthOfString(character)));
      sum += (wide * size) / 100;
    }
    return sum;
  };

  /** A text as lines of a cell that is `inner` points wide inside. */
  function text(words: string, inner: number, style: TextStyle = {}): Line[] {
    const { size = 9.5, font = 'serif', color = INK, align = 'left' } = style;
    const measure = widthOf(font, size);
    return breakLines(words, inner, measure).map((line) => ({
      height: size * LEADING,
      draw(x, top, room) {
        const spare = align === 'left' ? 0 : room - measure(line);
        page.font(font).fontSize(size).fillColor(color);
        page.text(line, x + (align === 'center' ? spare / 2 : spare), top, { lineBreak: false });
      },
    }));
  }

  const newPage = () => {
    page.addPage();
    y = MARGIN.top;
  };

  /** A ruled row. What does not fit goes on over the page, under `heading` where one is given. */
  function row(cells: Cell[], { heading, keep = 0 }: { heading?: Cell[]; keep?: number } = {}): void {
    const rest = cells.map(({ lines }) => [...lines]);
    const whole = Math.max(...cells.map(({ lines }) => heightOf(lines))) + 2 * PAD.y;
    // A short row is moved rather than broken; `keep`: points that have to follow it on its page.
    if (y + whole + keep > bottom && (whole + keep < (bottom - MARGIN.top) / 3 || y > bottom - 60)) over(heading);
    for (;;) {
      const room = bottom - y - 2 * PAD.y;
      const taken = rest.map((lines) => take(lines, room));
      const height = Math.max(...taken.map(heightOf)) + 2 * PAD.y;
      drawCells(cells, taken, height);
      y += height;
      if (rest.every((lines) => lines.length === 0)) return;
      over(heading);
    }
  }

  function over(heading?: Cell[]): void {
    newPage();
    if (heading) row(heading);
  }

  function drawCells(cells: Cell[], taken: Line[][], height: number): void {
    let x = left;
    cells.forEach((cell, index) => {
      if (cell.tinted) page.rect(x, y, cell.width, height).fill('#f3f2ee');
      page.lineWidth(0.6).strokeColor(INK).rect(x, y, cell.width, height).stroke();
      let top = y + PAD.y;
      for (const line of taken[index] ?? []) {
        line.draw(x + PAD.x, top, cell.width - 2 * PAD.x);
        top += line.height;
      }
      x += cell.width;
    });
  }

  return {
    page,
    left,
    width,
    text,
    row,
    /** Room inside a cell of this width. */
    inside: (cell: number) => cell - 2 * PAD.x,
    widthOf: (words: string, { size = 9.5, font = 'serif' }: TextStyle = {}) => widthOf(font, size)(words),
    get y() {
      return y;
    },
    /** Lines without a rule, over the whole width. */
    flow(lines: Line[]): void {
      for (const line of lines) {
        if (y + line.height > bottom) newPage();
        line.draw(left, y, width);
        y += line.height;
      }
    },
    gap(points: number): void {
      y = Math.min(y + points, bottom);
    },
    async finish(): Promise<Buffer> {
      const { count } = page.bufferedPageRange();
      for (let index = 0; index < count; index++) {
        page.switchToPage(index);
        const style = { size: 8, color: SOFT };
        text(foot, width, style)[0]?.draw(left, bottom + 18, width);
        text(`第 ${index + 1} 页 共 ${count} 页`, width, { ...style, align: 'right' })[0]?.draw(
          left,
          bottom + 18,
          width,
        );
      }
      page.end();
      return pdf;
    },
  };
}

const heightOf = (lines: Line[]): number => lines.reduce((sum, { height }) => sum + height, 0);

/** Takes the lines that fit, at least one, and leaves those bound to a line that does not. */
function take(lines: Line[], room: number): Line[] {
  let count = 0;
  for (let used = 0; count < lines.length; count++) {
    used += lines[count]?.height ?? 0;
    if (used > room) break;
  }
  if (count < lines.length) while (count > 1 && lines[count - 1]?.withNext) count--;
  return lines.splice(0, Math.max(count, lines.length > 0 ? 1 : 0));
}
