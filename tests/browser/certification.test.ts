/** One teacher's certificate, seen through the browser: the form at a desk, decisions from mails on phones, the public pages. */
import { readFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { evidenceFor } from '../../embedded/demo-evidence.ts';
import { demoForm } from '../../embedded/demo-form.ts';
import { formJsonSchema } from '../../processes/form-json-schema.ts';
import { parsePolicy } from '../../processes/policy.ts';
import { teacherCertification } from '../../processes/teacher-certification/definition.ts';
import { browserPath } from './browser.ts';
import { fillForm } from './fill-form.ts';
import { openBrowserStory, soon, STORY_MS, wider } from './story.ts';
import type { BrowserStory } from './story.ts';

const teacher = {
  name: '王敏',
  school: '大足职教中心',
  idNumber: '500225198610150026',
  subject: '数控技术应用',
  certificate: '数控车工',
};

let story: BrowserStory;

beforeAll(async () => {
  if (browserPath) story = await openBrowserStory();
}, STORY_MS);
afterAll(() => story?.close());

it.skipIf(!browserPath)(
  'a teacher applies, phones decide from the mail, the public may check the certificate',
  { timeout: STORY_MS },
  async () => {
    const wangMin = await story.signedIn('wang.min');
    await apply(wangMin);
    expect(await wangMin.locator('.no').first().textContent()).toMatch(/^SS-\d{4}-0001$/);

    await approveFromMail('zhou.hong', '材料齐全，企业实践属实，同意推荐。');
    // The applicant's page hears of it without being loaded again.
    await expect
      .poll(() => wangMin.locator('.log').textContent(), soon)
      .toContain('材料齐全，企业实践属实，同意推荐。');

    const experts = await expertsWithMail(5);
    for (const expert of experts) await approveFromMail(expert, '达到申报等级的条件。');

    // The notice of the trial policy stands for three seconds; its page stays.
    const reader = await story.devices.phone();
    await expect.poll(() => noticeTitles(reader), soon).toContain('王敏');

    await approveAtDesk(await story.signedIn('lv.fang'), '同意认定。');

    await wangMin.getByText('证书有效').waitFor();
    const check = await wangMin.getByRole('link', { name: '公开查验页' }).getAttribute('href');
    await leaveAlone(wangMin);
    await reader.goto(check ?? '');
    await reader.locator('.verdict-card', { hasText: '证书有效' }).waitFor();
    expect(await reader.locator('.verdict-card').textContent()).toContain(teacher.subject);
    expect(await wider(reader)).toBe(false);

    await wangMin.getByText('您已 30 分钟没有操作').waitFor();
    expect(await wangMin.getByText(teacher.subject).count()).toBe(0);
    expect(story.devices.complaints).toEqual([]);
  },
);

async function apply(page: Page): Promise<void> {
  await page.getByRole('button', { name: '发起申请' }).click();
  await page.getByRole('link', { name: teacherCertification.name.zh }).click();
  await page.getByRole('button', { name: '开始填写' }).click();
  await page.getByRole('heading', { name: '申报事项' }).waitFor();

  const policy = parsePolicy(JSON.parse(await readFile('policy/dazu.json', 'utf8')));
  const evidence = await Promise.all(
    (await evidenceFor(teacher.name)).map(async ({ slot, file }) => ({
      slot,
      name: file.name,
      buffer: Buffer.from(await file.arrayBuffer()),
    })),
  );
  const form = demoForm(teacher, () => '');
  // Sent too early: what is missing is said, and nothing is submitted.
  await page.getByRole('button', { name: '提交申请' }).click();
  await page
    .getByText(/\d+ 处待改/)
    .first()
    .waitFor();
  await fillForm(page, formJsonSchema(teacherCertification, policy), { ...form }, evidence);
  await page.getByText(/已自动保存 \d\d:\d\d/).waitFor();
  await page
    .getByText(/\d+ 处待改/)
    .first()
    .waitFor({ state: 'detached' });

  await page.getByRole('button', { name: '提交申请' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '提交申请' }).click();
  await page.waitForURL(/\/cases\//);
  await page.getByRole('heading', { name: /双师型教师认定/ }).waitFor();
}

/** Opens the link of the newest mail on a phone. The page decides nothing by itself and preselects nothing. */
async function approveFromMail(login: string, opinion: string): Promise<void> {
  const link = await story.linkFor(login);
  const phone = await story.devices.phone();
  const scripts: Promise<Buffer>[] = [];
  phone.on('response', (answer) => void (/assets\/.*js$/.test(answer.url()) && scripts.push(answer.body())));
  await phone.goto(`${link}#approve`);
  await phone.getByRole('heading', { name: /^请办理/ }).waitFor();
  expect(await gzippedKilobytes(scripts)).toBeLessThan(150);
  expect(await phone.getByRole('radio', { checked: true }).count()).toBe(0);
  expect(await wider(phone)).toBe(false);

  await phone.getByRole('button', { name: '确认提交' }).click();
  await phone.getByText('请先选择办理结果。').waitFor();
  await phone.getByRole('radio', { name: '同意', exact: true }).check();
  await phone.getByRole('textbox').fill(opinion);
  await phone.getByRole('button', { name: '确认提交：同意' }).click();
  await phone.getByText('此事项已办理').waitFor();

  await phone.reload();
  await phone.getByText('此事项已办理').waitFor();
  expect(await phone.getByRole('button', { name: /确认提交/ }).count()).toBe(0);
  await phone.context().close();
}

/** For half an hour: the page looks at the last touch three times a minute. */
const leaveAlone = (page: Page): Promise<void> =>
  page.evaluate(() => localStorage.setItem('lianban.last-touch', String(Date.now() - 31 * 60_000)));

async function approveAtDesk(page: Page, opinion: string): Promise<void> {
  await page.getByRole('link', { name: /王敏/ }).click({ timeout: 30_000 });
  await page.getByRole('button', { name: '同意', exact: true }).click();
  await page.getByRole('dialog').getByRole('textbox').fill(opinion);
  await page.getByRole('button', { name: '确认同意' }).click();
  await page.getByText('已办理：同意').waitFor();
}

/** The experts drawn, once each has heard of it. */
async function expertsWithMail(seats: number): Promise<string[]> {
  const logins = story.district.accounts
    .filter(({ roles }) => roles.includes('expert'))
    .map(({ email }) => email.replace(/@.*/, ''));
  const told = () => logins.filter((login) => story.mailsTo(login).length > 0);
  await expect.poll(told, soon).toHaveLength(seats);
  return told();
}

async function noticeTitles(page: Page): Promise<string> {
  await page.goto('/notices?state=past');
  const past = page.getByRole('listitem').or(page.getByText('还没有往期公示'));
  await past.first().waitFor();
  return (await page.locator('main').textContent()) ?? '';
}

/** What a phone on the road loads before it can decide. */
async function gzippedKilobytes(scripts: Promise<Buffer>[]): Promise<number> {
  const bodies = await Promise.all(scripts);
  return bodies.reduce((sum, body) => sum + gzipSync(body).length / 1024, 0);
}
