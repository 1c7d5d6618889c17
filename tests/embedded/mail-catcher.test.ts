import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startMailCatcher } from '../../embedded/mail-catcher.ts';
import type { MailCatcher } from '../../embedded/mail-catcher.ts';

const folder = await mkdtemp(join(tmpdir(), 'lianban-mails-'));
let catcher: MailCatcher;

beforeAll(async () => {
  catcher = await startMailCatcher({ folder });
  await createTransport(catcher.smtpUrl).sendMail({
    from: '大足区职教联办 <lianban@dazu.example>',
    to: '王老师 <wang@dazu.example>',
    subject: '待办:学校初审 <script>alert(1)</script>',
    text: '请办理',
    html: '<p>请办理</p><a href="https://lianban.example/act/x">同意</a><script>parent.location = "https://elsewhere.example"</script>',
    attachments: [{ filename: '证书.pdf', content: Buffer.from('%PDF-1.7') }],
  });
});
afterAll(() => catcher.stop());

it('lists what came, by recipient', async () => {
  expect(await list('wang@dazu.example')).toHaveLength(1);
  expect(await list('li@dazu.example')).toEqual([]);
});

it('shows the list and the mail without running what the mail brings', async () => {
  const pages = await get('');
  expect(pages).toContain('待办:学校初审 &lt;script&gt;');
  const [mail] = await list();
  expect(await get(`mails/${mail!.id}`)).toMatch(/sandbox="allow-popups allow-popups-to-escape-sandbox"/);
  const body = await fetch(new URL(`mails/${mail!.id}/html`, catcher.inboxUrl));
  expect(body.headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(await body.text()).toContain('<base target="_blank"><p>请办理</p>');
  expect(await get(`mails/${mail!.id}/text`)).toContain('请办理');
});

it('gives attachments under their Chinese names', async () => {
  const [mail] = await list();
  const attachment = await fetch(new URL(`mails/${mail!.id}/attachments/0`, catcher.inboxUrl));
  expect(attachment.headers.get('content-disposition')).toContain(encodeURIComponent('证书.pdf'));
  expect(await attachment.text()).toBe('%PDF-1.7');
});

it('answers 404 for what is not there', async () => {
  for (const path of ['mails/1', 'mails/..%2f..%2fpackage.json', 'mails/x/html', 'elsewhere']) {
    expect((await fetch(new URL(path, catcher.inboxUrl))).status, path).toBe(404);
  }
});

it('still has the mails after a second start', async () => {
  const before = await list();
  await catcher.stop();
  catcher = await startMailCatcher({ folder });
  expect(await list()).toEqual(before);
});

const list = async (to = '') => {
  const response = await fetch(new URL(`api/mails?to=${encodeURIComponent(to)}`, catcher.inboxUrl));
  return (await response.json()) as { id: string; subject: string }[];
};

const get = async (path: string) => (await fetch(new URL(path, catcher.inboxUrl))).text();
