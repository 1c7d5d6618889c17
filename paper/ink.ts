/** What every printed document shares: its fonts, its colours, its QR code. */
import { fileURLToPath } from 'node:url';
import PDFDocument from 'pdfkit';
import { create as createQr } from 'qrcode';

export type Page = PDFKit.PDFDocument;
export type FontName = 'serif' | 'serif-bold';

export const INK = '#1d2524';
export const SOFT = '#5f6a67';
export const SEAL = '#b93a2b';

const files: Record<FontName, string> = {
  serif: fontFile('noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf'),
  'serif-bold': fontFile('noto-serif-sc/600SemiBold/NotoSerifSC_600SemiBold.ttf'),
};

/** Song-type letters, as official papers have them; a document embeds only the characters it shows. */
export function registerFonts(page: Page): void {
  for (const [name, file] of Object.entries(files)) page.registerFont(name, file);
}

/** Characters of the text that the fonts cannot draw, e.g. rare ones in names. */
export function charactersNotDrawn(words: string): string[] {
  const page = new PDFDocument({ autoFirstPage: false });
  page.font(files['serif-bold']);
  // fontkit's font behind pdfkit's: not in its types.
  const { font } = (page as unknown as { _font: { font: { hasGlyphForCodePoint(code: number): boolean } } })._font;
  return [...new Set(words)].filter((character) => !font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0));
}

export function drawQr(page: Page, link: string, { x, y, size }: { x: number; y: number; size: number }): void {
  const { modules } = createQr(link, { errorCorrectionLevel: 'M' });
  const dot = size / modules.size;
  page.fillColor(INK);
  for (let row = 0; row < modules.size; row++) {
    for (let column = 0; column < modules.size; column++) {
      if (modules.get(row, column)) page.rect(x + column * dot, y + row * dot, dot, dot);
    }
  }
  page.fill();
}

/** `2026-11-24` → 2026年11月24日. */
export function sayDate(date: string): string {
  const [year, month, day] = date.split('-').map(Number);
  return `${year}年${month}月${day}日`;
}

function fontFile(path: string): string {
  return fileURLToPath(import.meta.resolve(`@expo-google-fonts/${path}`));
}
