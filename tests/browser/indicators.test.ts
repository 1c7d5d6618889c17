/** The plan's figures seen through the browser: counts from a spreadsheet, a figure that is owed, filed and reviewed, and what everybody sees on a phone. */
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import writeExcelFile from 'write-excel-file/node';
import { decide } from '../../embedded/demo-acts.ts';
import { shanghaiDate } from '../../processes/shanghai.ts';
import { browserPath } from './browser.ts';
import { openBrowserStory, soon, STORY_MS, wider } from './story.ts';
import type { BrowserStory } from './story.ts';

const year = Number(shanghaiDate(Date.now()).slice(0, 4));

let story: BrowserStory;
beforeAll(async () => {
  if (browserPath) story = await openBrowserStory();
}, STORY_MS);
afterAll(() => story?.close());

it.skipIf(!browserPath)(
  'counts are imported after a preview, a figure is filed and reviewed, and a phone shows both without signing in',
  { timeout: STORY_MS },
  async () => {
    const keeper = await story.signedIn('kong.xin');
    await importCounts(keeper);
    await keeper.goto('/indicators/students');
    await keeper.getByRole('heading', { name: /在校学生数/ }).waitFor();
    await keeper.getByText('99,990').first().waitFor();

    await story.district.prisma.indicatorAsk.create({
      data: {
        ...{ indicator: 'integrated-enterprises', period: String(year - 1), unitId: 'jingxinwei' },
        ...{ askedAt: new Date(), dueAt: new Date(Date.now() + 9 * 86_400_000) },
      },
    });
    await fileFigure('lu.chao');
    const [report] = await story.district.prisma.case.findMany({ where: { process: 'indicator-report' } });
    await decide(await story.district.as('lv.fang'), report?.id ?? '', { verdict: 'approve' });

    await keeper.goto(`/indicators?year=${year - 1}`);
    const card = keeper.locator('section.indicator', { hasText: '产教融合型企业' });
    await card.getByText('已达标').waitFor();
    await card.getByRole('link', { name: '产教融合型企业' }).click();
    await keeper.getByRole('link', { name: report?.number ?? '' }).waitFor();
    const [sheet] = await Promise.all([
      keeper.waitForEvent('download'),
      keeper.goto('/indicators').then(() => keeper.getByRole('button', { name: '导出表格' }).click()),
    ]);
    expect(sheet.suggestedFilename()).toBe(`指标-${year}.xlsx`);

    await seenByEverybody();
    expect(story.devices.complaints).toEqual([]);
  },
);

async function importCounts(page: Page): Promise<void> {
  const header = ['学校', '年度', '专任教师数', '在校学生数'];
  await page.goto('/registers/head-counts');
  await page.getByRole('button', { name: '导入表格' }).click();
  const dialog = page.getByRole('dialog');
  await choose(page, [header, ['没有的学校', year, 'x', -1]]);
  for (const cell of ['A2', 'C2', 'D2']) await dialog.getByRole('rowheader', { name: cell }).waitFor();
  expect(await dialog.getByRole('button', { name: '确认写入' }).isDisabled()).toBe(true);

  const now = await story.district.prisma.headCount.findMany({ where: { year, unitId: { not: 'dazu-zhijiao' } } });
  const others = now.reduce((sum, { students }) => sum + (students ?? 0), 0);
  await choose(page, [header, ['大足职教中心', year, 190, 99_990 - others]]);
  await dialog.getByText('新增 0 条，修改 1 条，不变 0 条').waitFor();
  await dialog.getByLabel('变更原因').fill('秋季事业统计');
  await dialog.getByRole('button', { name: '确认写入' }).click();
  await page.getByText('已登记：新增 0 条，修改 1 条').waitFor();
  await page.getByRole('button', { name: '变更记录', exact: true }).click();
  await page.getByText('秋季事业统计').waitFor();
}

async function choose(page: Page, rows: (string | number)[][]): Promise<void> {
  const cells = rows.map((row) => row.map((value) => ({ value, type: typeof value === 'number' ? Number : String })));
  const buffer = await writeExcelFile(cells).toBuffer();
  const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  await page.locator('input[type=file]').setInputFiles({ name: '人数.xlsx', mimeType, buffer });
}

/** What is owed stands above the dashboard and begins as a draft that knows what it is about. */
async function fileFigure(login: string): Promise<void> {
  const page = await story.signedIn(login);
  await page.goto('/indicators');
  await page.getByRole('button', { name: '去填报' }).click();
  await page.waitForURL(/\/drafts\//, soon);
  await page.locator('[id="field-figure.part"] input').fill('3');
  await page.locator('[id="field-basis.source"] textarea').first().fill('市级认定文件');
  await page.getByText(/已自动保存 \d\d:\d\d/).waitFor();
  // The rules answer once everything is filled in.
  await page.getByText(/没有分单位数据/).waitFor();
  await page.getByRole('button', { name: '提交申请' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '提交申请' }).click();
  await page.waitForURL(/\/cases\//, soon);
  await page.getByRole('heading', { name: /产教融合型企业/ }).waitFor();
  await page.context().close();
}

/** No sign-in, no school, no component library. */
async function seenByEverybody(): Promise<void> {
  const phone = await story.devices.phone();
  const scripts: Promise<Buffer>[] = [];
  phone.on('response', (answer) => void (/assets\/.*js$/.test(answer.url()) && scripts.push(answer.body())));
  await phone.goto('/progress');
  await phone.getByRole('heading', { name: /双师型教师占比/ }).waitFor();
  await phone.getByText('99,990').first().waitFor();
  const bodies = await Promise.all(scripts);
  expect(bodies.reduce((sum, body) => sum + gzipSync(body).length / 1024, 0)).toBeLessThan(150);
  expect(await wider(phone)).toBe(false);
  expect(await phone.locator('main').textContent()).not.toContain('双桥职业学校');
  await phone.context().close();
}
