import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { certificateFileId } from '../../activities/documents/certificate-file.ts';
import { type CertificateText, certificatePdf } from '../../activities/documents/certificate-pdf.ts';
import { checkLink, gradeName } from '../../activities/documents/certificate-words.ts';
import { charactersNotDrawn } from '../../paper/ink.ts';

const text: CertificateText = {
  number: 'DZSS202600012',
  holder: '陈素兰',
  unit: '大足职业教育中心',
  grade: '中职中级',
  gradeEn: 'intermediate level, secondary vocational',
  subject: '数控技术应用',
  issuedOn: '2026-11-25',
  expiresOn: '2031-11-24',
  checkLink: 'https://lianban.example/certificates/DZSS202600012?check=Vq3rT9xLm0Ab',
  issuer: {
    office: { zh: '大足区教育委员会职业教育办公室', en: 'Vocational Education Office' },
    plan: { zh: '重庆市大足区加快职业教育高质量发展建设技能型社会实施方案（试行）', en: 'Plan' },
    planNumber: '大足府发〔2022〕21号',
  },
};

const folder = mkdtempSync(join(tmpdir(), 'lianban-pdf-'));
afterAll(() => rmSync(folder, { recursive: true }));

const poppler = spawnSync('pdftotext', ['-v']).status === 0;
const wordsOf = (pdf: Buffer) => {
  const path = join(folder, 'certificate.pdf');
  writeFileSync(path, pdf);
  return execFileSync('pdftotext', ['-raw', path, '-'], { encoding: 'utf8' }).replace(/\s+/g, '');
};

test('the certificate is one page of modest size that is the same each time', async () => {
  const pdf = await certificatePdf(text);
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  expect(pdf.toString('latin1').match(/\/Type \/Page\b/g)).toHaveLength(1);
  expect(pdf.toString('latin1')).toMatch(/\/MediaBox \[0 0 841\.89 595\.28\]/);
  // Subsets of two fonts of 10 MB, not the fonts.
  expect(pdf.length).toBeLessThan(150_000);
  expect((await certificatePdf(text)).equals(pdf)).toBe(true);
});

test.skipIf(!poppler)('it says who, what, by whom, since when and until when', async () => {
  const words = wordsOf(await certificatePdf(text));
  for (const part of [
    '双师型教师证书',
    '兹证明陈素兰（大足职业教育中心）',
    '符合中职中级双师型教师认定条件，特发此证。',
    '证书编号DZSS202600012',
    '任教专业数控技术应用',
    '发证日期2026年11月25日',
    '有效期至2031年11月24日',
    '大足区教育委员会职业教育办公室',
    '大足府发〔2022〕21号',
    'https://lianban.example/certificates/DZSS202600012?check=Vq3rT9xLm0Ab',
  ]) {
    expect(words).toContain(part);
  }
});

test.skipIf(!poppler)('long names stay whole and on the page', async () => {
  const holder = '阿卜杜热合曼·阿卜杜克热木·买买提明江';
  const unit = '重庆市大足区龙水镇五金职业技术教育培训与技能鉴定联合中心学校（南校区）';
  const pdf = await certificatePdf({ ...text, holder, unit });
  expect(pdf.toString('latin1').match(/\/Type \/Page\b/g)).toHaveLength(1);
  expect(wordsOf(pdf)).toContain(`${holder}（${unit}）`);
});

test('characters that the font cannot draw are found before the certificate is printed', () => {
  expect(charactersNotDrawn('陈素兰（大足职业教育中心）·2026')).toEqual([]);
  expect(charactersNotDrawn('𠮷野𠮷')).toEqual(['𠮷']);
});

test('the id of the file depends on nothing but the number and has the shape of a UUID', () => {
  expect(certificateFileId('DZSS202600012')).toMatch(
    /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/,
  );
  expect(certificateFileId('DZSS202600012')).not.toBe(certificateFileId('DZSS202600013'));
});

test('grades have Chinese names, the check link escapes what it is given', () => {
  expect(gradeName({ track: 'higher', level: 'senior' })).toBe('高职高级');
  expect(checkLink('https://lianban.example', { number: 'A/1', checkCode: 'a&b=c' })).toBe(
    'https://lianban.example/certificates/A%2F1?check=a%26b%3Dc',
  );
});
