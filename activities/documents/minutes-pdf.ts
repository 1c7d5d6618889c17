/** 会议纪要 as a paper of the office: red head, number, the meeting's facts, the text, who signed. */
import { buffer } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import PDFDocument from 'pdfkit';
import type { Block, Inline, MinutesText } from '../../processes/joint-meeting/minutes-text.ts';

export interface MinutesPaper {
  office: string;
  /** 大足职教联席纪〔2026〕1号 */
  number: string;
  title: string;
  /** Label and value, e.g. 时间 / 2026年12月3日 14:30. */
  facts: { label: string; value: string }[];
  text: MinutesText;
  /** 区财政局 12月8日 */
  signed: string[];
  /** 2026年12月9日 */
  publishedOn: string;
}

const INK = '#1d2524';
const SEAL = '#b93a2b';
const SIZE = 12.5;
const LEFT = 84;
const WIDTH = 595.28 - 2 * LEFT;
const SERIF = fontFile('noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf');
const SERIF_BOLD = fontFile('noto-serif-sc/600SemiBold/NotoSerifSC_600SemiBold.ttf');

type Page = PDFKit.PDFDocument;

/** A4 pages. The same paper gives the same bytes. */
export async function minutesPdf(paper: MinutesPaper): Promise<Buffer> {
  const page = new PDFDocument({
    size: 'A4',
    margins: { top: 76, bottom: 84, left: LEFT, right: LEFT },
    pdfVersion: '1.7',
    lang: 'zh-CN',
    bufferPages: true,
    info: {
      Title: `${paper.title}纪要 ${paper.number}`,
      Author: paper.office,
      CreationDate: new Date('2026-01-01T00:00:00+08:00'),
    },
  });
  page.registerFont('serif', SERIF);
  page.registerFont('serif-bold', SERIF_BOLD);
  const pdf = buffer(page);
  drawHead(page, paper);
  drawFacts(page, paper);
  for (const block of paper.text.content) drawBlock(page, block, 0);
  drawFoot(page, paper);
  numberPages(page, paper.number);
  page.end();
  return pdf;
}

function drawHead(page: Page, { office, number, title }: MinutesPaper) {
  const centred = { width: WIDTH, align: 'center' as const };
  page.font('serif-bold').fontSize(27).fillColor(SEAL);
  page.text('联席会议纪要', LEFT + 6, 84, { ...centred, characterSpacing: 10 });
  page.font('serif').fontSize(11.5).fillColor(INK);
  page.text(office, LEFT, page.y + 6, { ...centred, characterSpacing: 0 }).text(number, centred);
  const y = page.y + 8;
  page
    .moveTo(LEFT, y)
    .lineTo(LEFT + WIDTH, y)
    .lineWidth(1.6)
    .strokeColor(SEAL)
    .stroke();
  page.font('serif-bold').fontSize(17).fillColor(INK);
  page.text(title, LEFT, y + 18, { ...centred, lineGap: 4 });
  page.moveDown(0.6);
}

function drawFacts(page: Page, { facts }: MinutesPaper) {
  for (const { label, value } of facts) {
    page.font('serif-bold').fontSize(SIZE).fillColor(INK);
    page.text(`${label}：`, LEFT, page.y, { width: WIDTH, lineGap: 6, continued: true });
    page.font('serif').text(value);
  }
  page.moveDown(0.7);
}

function drawBlock(page: Page, block: Block, depth: number) {
  const left = LEFT + depth * 24;
  switch (block.type) {
    case 'heading':
      // A heading keeps the first lines of its text with it.
      if (page.y > page.page.height - page.page.margins.bottom - 84) page.addPage();
      page.moveDown(0.3);
      drawWords(page, block.content, { left, size: block.attrs.level === 2 ? 14 : 13, bold: true });
      break;
    case 'paragraph':
      // Two characters in, as official papers have it; inside a list the mark has taken their place.
      drawWords(page, block.content, { left, indent: depth === 0 ? 2 * SIZE : 0 });
      break;
    case 'blockquote':
      for (const each of block.content) drawBlock(page, each, depth + 1);
      break;
    case 'bulletList':
    case 'orderedList':
      block.content.forEach(({ content }, index) => {
        const mark = block.type === 'orderedList' ? `${(block.attrs?.start ?? 1) + index}.` : '·';
        // A mark alone at the foot of a page would lose its words.
        if (page.y > page.page.height - page.page.margins.bottom - 24) page.addPage();
        const { y } = page;
        page.font('serif').fontSize(SIZE).fillColor(INK);
        page.text(mark, left + 2, y, { width: 26, lineBreak: false });
        page.y = y;
        for (const each of content) drawBlock(page, each, depth + 1);
      });
      break;
  }
}

function drawWords(
  page: Page,
  content: Inline[] = [],
  { left, size = SIZE, bold = false, indent = 0 }: { left: number; size?: number; bold?: boolean; indent?: number },
) {
  const options = { width: LEFT + WIDTH - left, lineGap: 7, indent, paragraphGap: 3 };
  const parts = content.map((each) =>
    each.type === 'text'
      ? { words: each.text, marks: new Set(each.marks?.map(({ type }) => type)) }
      : { words: '\n', marks: new Set<string>() },
  );
  if (parts.length === 0) parts.push({ words: ' ', marks: new Set() });
  page.x = left;
  page.fontSize(size).fillColor(INK);
  parts.forEach(({ words, marks }, index) => {
    page.font(bold || marks.has('bold') ? 'serif-bold' : 'serif');
    page.text(words, {
      ...options,
      continued: index < parts.length - 1,
      underline: marks.has('underline'),
      oblique: marks.has('italic') ? 12 : false,
    });
  });
}

function drawFoot(page: Page, { signed, office, publishedOn }: MinutesPaper) {
  page.moveDown(1.2);
  page.font('serif').fontSize(11).fillColor(INK);
  if (signed.length > 0) page.text(`会签：${signed.join('、')}`, LEFT, page.y, { width: WIDTH, lineGap: 5 });
  page.moveDown(0.8);
  page.text(office, LEFT, page.y, { width: WIDTH, align: 'right', lineGap: 3 });
  page.text(`${publishedOn}印发`, LEFT, page.y, { width: WIDTH, align: 'right' });
}

function numberPages(page: Page, number: string) {
  const { start, count } = page.bufferedPageRange();
  for (let index = start; index < start + count; index++) {
    page.switchToPage(index);
    // Below the text's own margin, which would start a page of its own.
    page.page.margins.bottom = 0;
    page.font('serif').fontSize(9).fillColor('#5f6a67');
    page.text(number, LEFT, 786, { width: WIDTH / 2, lineBreak: false });
    page.text(`第 ${index + 1} 页 / 共 ${count} 页`, LEFT, 786, { width: WIDTH, align: 'right', lineBreak: false });
  }
}

function fontFile(path: string): string {
  return fileURLToPath(import.meta.resolve(`@expo-google-fonts/${path}`));
}
