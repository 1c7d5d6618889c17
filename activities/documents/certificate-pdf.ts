import { buffer } from 'node:stream/consumers';
import PDFDocument from 'pdfkit';
import { drawQr, INK, registerFonts, sayDate, SEAL, SOFT } from '../../paper/ink.ts';
import type { Page } from '../../paper/ink.ts';
import type { Bilingual } from '../../processes/case.ts';
import { drawFrame } from './certificate-frame.ts';

export interface CertificateText {
  number: string;
  holder: string;
  unit: string;
  /** 中职中级. */
  grade: string;
  gradeEn: string;
  subject: string;
  /** YYYY-MM-DD. */
  issuedOn: string;
  expiresOn: string;
  /** What the QR code leads to. */
  checkLink: string;
  issuer: { office: Bilingual; plan: Bilingual; planNumber: string };
}

/** The certificate as a PDF: one landscape A4 page. The same text gives the same bytes. */
export async function certificatePdf(text: CertificateText): Promise<Buffer> {
  const page = new PDFDocument({
    size: 'A4',
    layout: 'landscape',
    margin: 0,
    pdfVersion: '1.7',
    lang: 'zh-CN',
    info: {
      Title: `双师型教师证书 ${text.number}`,
      Author: text.issuer.office.zh,
      Subject: '双师型教师认定',
      CreationDate: new Date(`${text.issuedOn}T00:00:00+08:00`),
    },
  });
  registerFonts(page);
  const pdf = buffer(page);
  drawFrame(page);
  drawTitle(page);
  drawStatement(page, text);
  drawGrid(page, text);
  drawIssuer(page, text);
  drawCheck(page, text);
  page.end();
  return pdf;
}

function drawTitle(page: Page) {
  centred(page, '双师型教师证书', { y: 84, size: 42, font: 'serif-bold', spacing: 10 });
  centred(page, 'CERTIFICATE OF DUAL-QUALIFIED TEACHER', { y: 146, size: 10, spacing: 2.6, color: SOFT });
}

function drawStatement(page: Page, { holder, unit, grade, gradeEn, issuer }: CertificateText) {
  const [x, y] = [118, 186];
  const width = page.page.width - 2 * x;
  const parts = [
    { font: 'serif', words: '　　兹证明 ' },
    { font: 'serif-bold', words: holder },
    { font: 'serif', words: `（${unit}），经学校初审、专家评议、公示和审定，符合` },
    { font: 'serif-bold', words: `${grade}双师型教师` },
    { font: 'serif', words: '认定条件，特发此证。' },
  ];
  const whole = parts.map(({ words }) => words).join('');
  // Long names of people and units take a smaller size rather than the room of the grid.
  const size =
    [18, 16, 14, 12].find(
      (each) =>
        page
          .font('serif-bold')
          .fontSize(each)
          .heightOfString(whole, { width, lineGap: each * 0.66 }) < 118,
    ) ?? 10;
  page.fillColor(INK).fontSize(size);
  parts.forEach(({ font, words }, index) => {
    const options = { width, lineGap: size * 0.66, characterSpacing: 0.6, continued: index < parts.length - 1 };
    if (index === 0) page.font(font).text(words, x, y, options);
    else page.font(font).text(words, options);
  });
  page.moveDown(0.4).font('serif').fontSize(10).fillColor(SOFT);
  page.text(`This is to certify that the holder is recognised as a dual-qualified teacher (${gradeEn}).`, x, page.y, {
    width,
    characterSpacing: 0,
  });
  page.text(`依据《${issuer.plan.zh}》（${issuer.planNumber}）三（三）2`, x, page.y + 4, { width });
}

/** The facts in a ruled grid, as official papers have them. */
function drawGrid(page: Page, { number, grade, subject, issuedOn, expiresOn }: CertificateText) {
  const rows = [
    ['证书编号', number],
    ['认定等级', grade],
    ['任教专业', subject],
    ['发证日期', sayDate(issuedOn)],
    ['有效期至', sayDate(expiresOn)],
  ] as const;
  const [x, y, label, value, height] = [118, 356, 78, 196, 26];
  page.lineWidth(0.7).strokeColor(INK);
  rows.forEach(([name, words], index) => {
    const top = y + index * height;
    page.rect(x, top, label, height).stroke();
    page.rect(x + label, top, value, height).stroke();
    page.font('serif').fontSize(11.5).fillColor(SOFT);
    page.text(name, x, top + 5, { width: label, align: 'center', lineBreak: false });
    page
      .font('serif-bold')
      .fillColor(INK)
      .fontSize(fitted(page, words, value - 20, 11.5));
    page.text(words, x + label + 10, top + 5, { width: value - 20, height, lineBreak: false, ellipsis: true });
  });
}

function drawIssuer(page: Page, { issuer, issuedOn }: CertificateText) {
  const [x, width] = [512, 216];
  const centre = x + width / 2;
  // Where the office's seal goes; the words stand under it, as seals are set over name and date.
  page.circle(centre, 420, 56).dash(3, { space: 3 }).lineWidth(0.8).strokeColor(SEAL).stroke().undash();
  page.font('serif').fontSize(10).fillColor(SEAL).text('（盖章处）', x, 372, { width, align: 'center' });
  page
    .font('serif-bold')
    .fillColor(INK)
    .fontSize(fitted(page, issuer.office.zh, width, 13));
  page.text(issuer.office.zh, x, 404, { width, align: 'center' });
  page
    .font('serif')
    .fontSize(13)
    .text(sayDate(issuedOn), x, page.y + 4, { width, align: 'center' });
}

/** QR code, number and where it leads, at the foot. */
function drawCheck(page: Page, { checkLink, number }: CertificateText) {
  const [x, y, size] = [424, 396, 84];
  drawQr(page, checkLink, { x, y, size });
  page.font('serif').fontSize(8.5).fillColor(SOFT);
  page.text('扫码查验 Scan to check', x - 10, y - 16, { width: size + 20, align: 'center', lineBreak: false });
  page.fontSize(7.5).text(checkLink, 118, 506, { width: 600, height: 10, ellipsis: true });
  page.text(`No. ${number}`, 570, 506, { width: 154, align: 'right', lineBreak: false });
}

function centred(
  page: Page,
  words: string,
  style: { y: number; size: number; font?: string; spacing: number; color?: string },
) {
  page
    .font(style.font ?? 'serif')
    .fontSize(style.size)
    .fillColor(style.color ?? INK);
  // Letter spacing also follows the last character: half of it is given back.
  page.text(words, style.spacing / 2, style.y, {
    width: page.page.width,
    align: 'center',
    characterSpacing: style.spacing,
    lineBreak: false,
  });
}

/** The largest size up to `size` at which the words fit on one line; never under 7. */
function fitted(page: Page, words: string, width: number, size: number): number {
  const natural = page.fontSize(size).widthOfString(words);
  return natural <= width ? size : Math.max(7, (size * width) / natural);
}
