/** Uploads are what they say they are, and are read only by who may. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Client as Api } from '../../api/contract/client.ts';
import { filledForm, openOffice, pdf, refused, submit } from './office.ts';
import type { Office } from './office.ts';
import { zipOf } from './zip.ts';

let office: Office;
let teacher: Api;
beforeAll(async () => {
  office = await openOffice();
  teacher = await office.as('teacher');
});
afterAll(() => office?.stop());

const upload = (content: string | Buffer, name: string) =>
  teacher.uploadFile({ file: new File([content as BlobPart], name) });
const CONTENT_TYPES =
  '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>';
const docx = (files: Record<string, Buffer>) =>
  zipOf({
    '[Content_Types].xml': Buffer.from(CONTENT_TYPES),
    'word/document.xml': Buffer.from('<w:document/>'),
    ...files,
  });

describe('accepted', () => {
  test.each([
    ['证明.pdf', Buffer.from('%PDF-1.7\n1 0 obj'), 'application/pdf'],
    ['照片.JPG', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1]), 'image/jpeg'],
    ['课表.docx', docx({}), 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  ])('%s', async (name, content, mime) => {
    const kept = await upload(content, name);
    expect(kept).toMatchObject({ name, mime, size: content.length, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) });
    const answer = await office.raw(`/api/v1/files/${kept.id}`, { as: 'teacher' });
    expect(Buffer.from(await answer.arrayBuffer()).equals(content)).toBe(true);
    expect(answer.headers.get('content-type')).toBe(mime);
    expect(answer.headers.get('content-disposition')).toBe(
      `attachment; filename="${name.replaceAll(/[^\x20-\x7e]/g, '?')}"; filename*=UTF-8''${encodeURIComponent(name)}`,
    );
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.headers.get('content-security-policy')).toContain('sandbox');
  });

  test('a name with folders, invisible and direction-changing characters loses them', async () => {
    expect(await upload('%PDF-1.4', '..\\..\\证\u202E明\u200B.pdf')).toMatchObject({ name: '证明.pdf' });
    expect((await upload('%PDF-1.4', `${'长'.repeat(300)}.pdf`)).name).toBe(`${'长'.repeat(150)}.pdf`);
  });
});

describe('refused, and nothing is stored', () => {
  const bomb = (): Buffer => docx({ 'word/media/bomb.bin': Buffer.alloc(40 * 1024 * 1024) });

  test.each([
    ['a page that calls itself PDF', () => '<html><script>alert(1)</script>', 'a.pdf', 'FileTypeNotAllowed'],
    ['a program', () => Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200)]), 'a.pdf', 'FileTypeNotAllowed'],
    ['an SVG', () => '<svg xmlns="http://www.w3.org/2000/svg"/>', 'a.svg', 'FileTypeNotAllowed'],
    ['a PDF that calls itself PNG', () => '%PDF-1.7', 'a.png', 'FileTypeMismatch'],
    ['a PDF without an extension', () => '%PDF-1.7', 'a', 'FileTypeMismatch'],
    ['a bare zip', () => zipOf({ 'a.txt': Buffer.from('a') }), 'a.docx', 'FileTypeNotAllowed'],
    ['an empty file', () => '', 'a.pdf', 'FileTypeNotAllowed'],
    ['a zip bomb', bomb, 'a.docx', 'FileUnsafe'],
    [
      'a zip bomb that lies about its size',
      () =>
        zipOf(
          { '[Content_Types].xml': Buffer.from(CONTENT_TYPES), 'x.bin': Buffer.alloc(40 * 1024 * 1024) },
          { lie: 'x.bin' },
        ),
      'a.docx',
      'FileUnsafe',
    ],
    ['a broken zip', () => docx({}).subarray(0, -30), 'a.docx', 'FileUnsafe'],
    ['21 MB', () => Buffer.concat([Buffer.from('%PDF-1.7'), Buffer.alloc(21 * 1024 * 1024)]), 'a.pdf', 'FileTooLarge'],
  ] satisfies [string, () => string | Buffer, string, string][])('%s', async (_, content, name, code) => {
    const before = await office.prisma.file.count();
    expect(await refused(upload(content(), name))).toMatchObject({ status: 422, code });
    expect(await office.prisma.file.count()).toBe(before);
  });

  test('20 MB to the byte are accepted', async () => {
    const content = Buffer.alloc(20 * 1024 * 1024);
    content.write('%PDF-1.7');
    expect(await upload(content, 'a.pdf')).toMatchObject({ size: content.length });
  });

  test('no file, two files, a field besides, JSON', async () => {
    const send = async (form: FormData | string) => {
      const response = await office.raw('/api/v1/files', { as: 'teacher', method: 'POST', body: form });
      return `${response.status} ${((await response.json()) as { code: string }).code}`;
    };
    const of = (...parts: [string, string | File][]) => {
      const form = new FormData();
      for (const [name, part] of parts) form.append(name, part);
      return form;
    };
    expect(await send(of())).toBe('400 FileMissing');
    expect(await send(of(['other', pdf()]))).toBe('400 FileMissing');
    expect(await send(of(['file', pdf()], ['file', pdf()]))).toBe('400 FileMissing');
    expect(await send(of(['admin', 'true'], ['file', pdf()]))).toBe('400 FileMissing');
    expect(await send('{}')).toBe('415 UnsupportedType');
  });
});

test('an upload is its uploader’s alone until a case holds it, then read by who may see the case', async () => {
  const { id } = await teacher.uploadFile({ file: pdf() });
  const status = async (as?: string) => (await office.raw(`/api/v1/files/${id}`, as ? { as } : {})).status;
  expect([await status(), await status('colleague'), await status('school-reviewer'), await status('teacher')]).toEqual(
    [401, 404, 404, 200],
  );

  const form = await filledForm(teacher);
  await teacher.submitCase({ body: { process: 'teacher-certification', form, files: [id] } });
  expect([
    await status('colleague'),
    await status('other-reviewer'),
    await status('school-reviewer'),
    await status('auditor'),
  ]).toEqual([404, 404, 200, 200]);
  expect(await refused(teacher.deleteFile({ params: { id } }))).toMatchObject({ status: 404 });
});

test('an upload that no case holds can be taken back, bytes and all', async () => {
  const { id } = await teacher.uploadFile({ file: pdf() });
  expect(await refused((await office.as('colleague')).deleteFile({ params: { id } }))).toMatchObject({ status: 404 });
  const { storageKey } = await office.prisma.file.findUniqueOrThrow({ where: { id } });
  await teacher.deleteFile({ params: { id } });
  await expect(office.storage.get(storageKey)).rejects.toMatchObject({ code: 'ENOENT' });
  expect((await office.raw(`/api/v1/files/${id}`, { as: 'teacher' })).status).toBe(404);
});

test('a copy of an earlier application leaves its files behind', async () => {
  const colleague = await office.as('colleague');
  const caseId = await submit(colleague);
  await colleague.withdrawCase({ params: { id: caseId }, body: {} });
  const copied = await colleague.createDraft({ body: { process: 'teacher-certification', copyOf: caseId } });
  expect(copied.form).toMatchObject({ applicant: { name: '陈思远' }, evidence: { degree: [], idCard: [] } });
  expect(
    await refused(teacher.createDraft({ body: { process: 'teacher-certification', copyOf: caseId } })),
  ).toMatchObject({ status: 404 });
});
