/** From the call of a joint meeting to an item that is closed out, seen through the browser: topics from a phone, minutes pasted from Word, items from a spreadsheet. */
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import writeExcelFile from 'write-excel-file/node';
import { decide } from '../../embedded/demo-acts.ts';
import { page as onePage } from '../../embedded/demo-evidence.ts';
import { shanghaiDate } from '../../processes/shanghai.ts';
import { browserPath } from './browser.ts';
import { openBrowserStory, soon, STORY_MS, wider } from './story.ts';
import type { BrowserStory } from './story.ts';

const TITLE = '职业教育工作联席会议第 9 次会议';
const today = shanghaiDate(Date.now());
const dueOn = `${Number(today.slice(0, 4)) + 1}-06-30`;

let story: BrowserStory;

beforeAll(async () => {
  if (browserPath) story = await openBrowserStory();
}, STORY_MS);
afterAll(() => story?.close());

it.skipIf(!browserPath)(
  'a meeting is called, topics come in, minutes are signed and printed, an item is given out, carried out and closed out',
  { timeout: STORY_MS },
  async () => {
    const { as } = story.district;
    const secretary = await story.signedIn('cao.wei');
    const id = await callMeeting(secretary);

    await sendFromPhone('wan.fei');
    const clerk = await story.signedIn('gu.ting');
    await clerk
      .getByRole('link', { name: new RegExp(TITLE) })
      .first()
      .click(soon);
    await clerk.getByRole('heading', { name: '区教委的议题' }).waitFor();
    await clerk.getByRole('button', { name: '本单位没有议题' }).click();
    await clerk.getByRole('dialog').getByRole('button', { name: '本单位没有议题' }).click();
    await clerk.getByText('无议题').waitFor();
    await clerk.context().close();

    await secretary.getByRole('heading', { name: '会议议程' }).waitFor();
    await secretary.getByText('职业技能等级认定').first().waitFor();
    await secretary.getByRole('button', { name: '确定议程并通知参会' }).click();
    await secretary
      .getByRole('dialog')
      .getByRole('button', { name: /确\s?定|OK/ })
      .click();
    await writeMinutes(secretary);

    await decide(await as('lv.fang'), id, { verdict: 'approve' });
    await signOnPage('deng.bo', id);
    await secretary.getByRole('link', { name: '下载纪要（PDF）' }).waitFor(soon);
    const [paper] = await Promise.all([
      secretary.waitForEvent('download'),
      secretary.getByRole('link', { name: '下载纪要（PDF）' }).click(),
    ]);
    expect((await readFile(await paper.path())).subarray(0, 5).toString()).toBe('%PDF-');
    await expect
      .poll(() => story.mailsTo('deng.bo').some(({ subject }) => subject?.includes('纪要印发')), soon)
      .toBe(true);

    await giveOut(secretary);
    await carryOut('deng.bo');
    await closeOut(await story.signedIn('cao.wei'));
    expect(story.devices.complaints).toEqual([]);
  },
);

async function callMeeting(page: Page): Promise<string> {
  await page.getByRole('link', { name: '联席会议' }).click();
  await page.getByRole('button', { name: '召开会议' }).click();
  const form = page.getByRole('dialog');
  await form.getByLabel('会议名称').fill(TITLE);
  await form.getByLabel('会议日期').fill(today);
  await form.getByLabel('开始时间').fill('14:30');
  await form.getByLabel('会议地点').fill('512 会议室');
  await form.getByLabel('主持人').fill('区政府分管副区长');
  await form.getByLabel('议题报送截止日').fill(today);
  await form.getByLabel('全选').uncheck();
  for (const unit of ['区教委', '区人力社保局']) await form.getByLabel(unit, { exact: true }).check();
  await shot(page, 'call');
  await form.getByRole('button', { name: '召开并征集议题' }).click();
  await page.waitForURL(/\/meetings\/[\w-]{36}/);
  await page.getByRole('heading', { name: TITLE }).waitFor();
  return new URL(page.url()).pathname.split('/').at(-1) ?? '';
}

/** A line each, behind the mailed link; nobody signs in. */
async function sendFromPhone(login: string): Promise<void> {
  const phone = await story.devices.phone();
  await phone.goto(await story.linkFor(login));
  await phone.getByRole('radio', { name: '报送议题' }).check();
  await phone.getByLabel(/议题（一行一个/).fill('职业技能等级认定\n技能培训补贴');
  expect(await wider(phone)).toBe(false);
  await shot(phone, 'topics-from-mail');
  await phone.getByRole('button', { name: /^确认提交/ }).click();
  await phone.getByText('此事项已办理').waitFor();
  await phone.context().close();
}

async function writeMinutes(page: Page): Promise<void> {
  const editor = page.getByRole('textbox', { name: '会议纪要' });
  await editor.click();
  const html =
    `<h1>一、关于技能等级认定<o:p></o:p></h1><p class=MsoNormal style='color:red'><b>会议议定</b>，由区人力社保局牵头，` +
    `取证率不低于 80%。</p><img src="https://elsewhere.example/x.png"><p class=MsoNormal onclick="alert(1)">区教委配合。</p>`;
  await editor.evaluate((box, pasted) => {
    const clipboard = new DataTransfer();
    clipboard.setData('text/html', pasted);
    box.dispatchEvent(new ClipboardEvent('paste', { clipboardData: clipboard, bubbles: true, cancelable: true }));
  }, html);
  expect(await editor.innerHTML()).toBe(
    '<h2>一、关于技能等级认定</h2><p><strong>会议议定</strong>，由区人力社保局牵头，取证率不低于 80%。</p><p>区教委配合。</p>',
  );
  await page.getByText(/已自动保存 \d\d:\d\d/).waitFor();
  await shot(page, 'minutes');
  // The window is closed and opened: what was written is there.
  await page.reload();
  await page.getByRole('textbox', { name: '会议纪要' }).getByText('取证率不低于 80%').waitFor();
  await page.getByRole('button', { name: '提交会签' }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /确\s?定|OK/ })
    .click();
  await page.getByText('0 / 2 个单位已会签').waitFor();
}

async function signOnPage(login: string, id: string): Promise<void> {
  const page = await story.signedIn(login);
  await page
    .getByRole('link', { name: new RegExp(TITLE) })
    .first()
    .click(soon);
  await page.waitForURL(new RegExp(`/meetings/${id}`));
  await page.getByText('取证率不低于 80%').waitFor();
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await wider(page)).toBe(false);
  await shot(page, 'sign');
  await page.getByRole('button', { name: '同意', exact: true }).click();
  await page.getByText('已会签').first().waitFor();
  await page.context().close();
}

/** A spreadsheet with one bad cell: pointed at, mended on the page, then given out. */
async function giveOut(page: Page): Promise<void> {
  const line = (...cells: string[]) => cells.map((value) => ({ value, type: String }));
  const sheet = await writeExcelFile([
    line('任务内容', '衡量标准', '牵头单位', '配合单位', '完成时限'),
    line('组织学生参加技能等级认定', '取证率不低于 80%', '区人力社保局', '', '明年六月'),
  ]).toBuffer();
  const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  await page.locator('.card input[type=file]').setInputFiles({ name: '任务表.xlsx', buffer: sheet, mimeType });
  await page.getByText('E2').waitFor();
  await page.getByText('“明年六月”不是日期').waitFor();
  await shot(page, 'bad-cell');
  await page.getByLabel('完成时限').fill(dueOn);
  await page.getByText('“明年六月”不是日期').waitFor({ state: 'detached' });
  await page.getByRole('button', { name: '下达 1 项任务' }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /确\s?定|OK/ })
    .click();
  await page.getByText('已下达 1 项任务').waitFor();
  await page.getByRole('link', { name: '组织学生参加技能等级认定' }).waitFor();
  await shot(page, 'given-out');
}

async function carryOut(login: string): Promise<void> {
  const page = await story.signedIn(login);
  await openItem(page);
  await page.getByRole('button', { name: '同意', exact: true }).click();
  await page.getByRole('button', { name: '确认同意' }).click();
  await page.getByRole('button', { name: '报送进度' }).click();
  const report = page.getByRole('dialog');
  await report.getByLabel(/完成进度/).fill('100');
  await report.getByRole('textbox').last().fill('认定 1260 人，取证率 86%。');
  await report.getByRole('button', { name: /确认/ }).click();
  await page.getByText('取证率 86%').first().waitFor();
  await page.getByRole('button', { name: '申请销号' }).click();
  const asking = page.getByRole('dialog');
  await asking
    .locator('input[type=file]')
    .setInputFiles({ name: '取证名册.pdf', buffer: Buffer.from(await onePage('report')), mimeType: 'application/pdf' });
  await asking.getByText('取证名册.pdf').waitFor();
  await asking.getByRole('textbox').last().fill('已完成，附取证名册。');
  await asking.getByRole('button', { name: '申请销号' }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.context().close();
}

async function closeOut(page: Page): Promise<void> {
  await openItem(page);
  await page.getByRole('button', { name: '销号', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: /^确认/ }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.locator('.item-head.blue').waitFor(soon);
  await shot(page, 'closed-out');
}

async function openItem(page: Page): Promise<void> {
  await page.goto('/items');
  await page
    .getByRole('link', { name: /组织学生参加技能等级认定/ })
    .first()
    .click(soon);
  await page.waitForURL(/\/items\/[\w-]{36}/);
}

const shot = async (page: Page, name: string) =>
  process.env.SHOTS
    ? void (await page.screenshot({ path: `${process.env.SHOTS}/${name}.png`, fullPage: true }))
    : undefined;
