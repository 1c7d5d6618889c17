/** A task of the joint meeting, seen through the browser: given out, taken on and reported from mails on a phone, closed out at a desk. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { dateOfDay, dayOfDate, shanghaiDate } from '../../processes/shanghai.ts';
import { browserPath } from './browser.ts';
import { openBrowserStory, soon, STORY_MS, wider } from './story.ts';
import type { BrowserStory } from './story.ts';

const content = '建成五金产业学院实训基地';
let story: BrowserStory;

beforeAll(async () => {
  if (browserPath) story = await openBrowserStory();
}, STORY_MS);
afterAll(() => story?.close());

it.skipIf(!browserPath)(
  'the secretariat gives out a task; its contact works from the mail; a supporting unit confirms; it is closed out',
  { timeout: STORY_MS },
  async () => {
    const secretary = await story.signedIn('cao.wei');
    await giveOut(secretary);
    await secretary.locator('.item-row', { hasText: content }).waitFor();

    await decideFromMail('lu.chao', async (page) => {
      await page.locator('input[name=verdict][value=approve]').check();
      await page.locator('textarea').fill('已认领。');
    });
    await expect
      .poll(() => story.mailsTo('lu.chao').some(({ subject }) => subject?.includes('请推进并报送进度')), soon)
      .toBe(true);
    await decideFromMail('lu.chao', async (page) => {
      await page.locator('input[name=verdict][value=approve]').check();
      await page.locator('input[type=number]').fill('80');
      await page.locator('textarea').fill('设备安装完成，正在调试。');
    });
    // The board hears of it without being loaded again.
    await expect.poll(() => secretary.locator('.item-row', { hasText: content }).textContent(), soon).toContain('80%');

    const contact = await story.signedIn('lu.chao');
    await contact.goto('/items');
    await contact.getByRole('link', { name: content }).click();
    await contact.getByRole('button', { name: '申请销号' }).click();
    const dialog = contact.getByRole('dialog');
    await dialog.getByRole('button', { name: '申请销号' }).click();
    await dialog.getByText('请至少上传一份佐证材料').waitFor();
    await dialog
      .locator('input[type=file]')
      .setInputFiles({ name: '验收单.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4\n%%EOF\n') });
    await dialog.getByRole('link', { name: '验收单.pdf' }).waitFor();
    await dialog.locator('textarea').fill('全部完成，附验收单。');
    await dialog.getByRole('button', { name: '申请销号' }).click();
    await contact.getByText('配合单位确认中').waitFor();

    await decideFromMail('han.xue', async (page) => page.locator('input[name=verdict][value=approve]').check());

    await secretary.getByRole('link', { name: content }).click();
    await secretary.getByText('验收单.pdf').waitFor();
    await secretary.getByRole('button', { name: '销号', exact: true }).click();
    await secretary.getByRole('dialog').locator('textarea').fill('材料齐全，同意销号。');
    await secretary.getByRole('dialog').getByRole('button', { name: /销号/ }).click();
    await secretary.locator('.item-head.blue').waitFor();

    await secretary.goto('/items?state=closed&view=kanban');
    await secretary.locator('.kanban-column.blue', { hasText: content }).waitFor();
    const phone = await story.devices.phone();
    await phone.goto('/items?state=all');
    await story.signIn(phone, 'lu.chao');
    await phone.locator('.item-row', { hasText: content }).waitFor();
    expect(await wider(phone)).toBe(false);
    // The table with two lead units was meant to be refused.
    expect(story.devices.complaints.filter((each) => !/ 422 .*\/action-items$/.test(each))).toEqual([]);
  },
);

async function giveOut(page: Page): Promise<void> {
  await page.getByRole('link', { name: '任务看板' }).first().click();
  await page.getByRole('button', { name: '下达任务' }).click();
  // The board behind it has a filter of the same name.
  await page.getByRole('heading', { name: '下达任务' }).waitFor();
  await page.getByLabel('来源会议').fill('2026 年第三次联席会议');
  await page.getByLabel('任务内容').fill(content);
  await page.getByLabel('衡量标准').fill('验收合格并投入使用');
  await choose(page, '牵头单位（只能一个）', '区经济信息委');
  await choose(page, '牵头单位（只能一个）', '区财政局');
  await page.getByLabel('联络员（姓名或邮箱，可不填）').fill('卢超');
  const due = dateOfDay(dayOfDate(shanghaiDate(Date.now())) + 60);
  await page.getByLabel('完成时限').fill(due);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: /下达 1 项任务/ }).click();
  // Two lead units: nothing is made, and the field says so.
  await page.getByText(/有 2 个牵头单位/).waitFor();
  await page
    .locator('.ant-select-selection-item', { hasText: '区财政局' })
    .locator('.ant-select-selection-item-remove')
    .click();
  await choose(page, '配合单位', '区财政局');
  await page.getByRole('button', { name: /下达 1 项任务/ }).click();
}

async function choose(page: Page, label: string, option: string): Promise<void> {
  const field = page.getByLabel(label);
  await field.click();
  await field.fill(option);
  // The list of units may still be on its way.
  await page
    .locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option', { hasText: option })
    .click();
  await page.keyboard.press('Escape');
}

/** The newest mail's link, on a phone: what it asks, then the button. */
async function decideFromMail(login: string, fill: (page: Page) => Promise<unknown>): Promise<void> {
  const link = await story.linkFor(login);
  const page = await story.devices.phone();
  await page.goto(link);
  await fill(page);
  await page.getByRole('button', { name: /确认提交/ }).click();
  await page
    .getByText(/已办理|已提交|办理完成/)
    .first()
    .waitFor();
  expect(await wider(page)).toBe(false);
  await page.context().close();
}
