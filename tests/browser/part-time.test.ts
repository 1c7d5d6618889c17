/** A teacher's part-time post in the browser: applied for at a desk, declared on a phone, and there it stands in the school's statement. */
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { decide } from '../../embedded/demo-acts.ts';
import { page as onePage } from '../../embedded/demo-evidence.ts';
import { formJsonSchema } from '../../processes/form-json-schema.ts';
import { partTimeIncome } from '../../processes/part-time-income/definition.ts';
import { examplePartTime } from '../../processes/part-time-income/example.ts';
import { parsePolicy } from '../../processes/policy.ts';
import { shanghaiDate } from '../../processes/shanghai.ts';
import { browserPath } from './browser.ts';
import { fillForm } from './fill-form.ts';
import { openBrowserStory, soon, STORY_MS, wider } from './story.ts';
import type { BrowserStory } from './story.ts';

const today = shanghaiDate(Date.now());
const year = Number(today.slice(0, 4));

let story: BrowserStory;

beforeAll(async () => {
  if (browserPath) story = await openBrowserStory();
}, STORY_MS);
afterAll(() => story?.close());

it.skipIf(!browserPath)(
  'a post is registered, its year declared on a phone, checked by finance, and stated apart from pay',
  { timeout: STORY_MS },
  async () => {
    const { as, prisma } = story.district;
    const desk = await story.signedIn('wang.min');
    const caseId = await apply(desk);
    await desk.context().close();

    await decide(await as('zhou.hong'), caseId, { verdict: 'approve' });
    const data = { meetingOn: today, meetingNumber: `校务会〔${year}〕第 21 次` };
    await decide(await as('zhou.hong'), caseId, { verdict: 'approve', data });
    await expect
      .poll(() => prisma.case.findFirst({ where: { id: caseId, stage: 'principal-approval' } }), soon)
      .toBeTruthy();
    await decide(await as('zheng.hua'), caseId, { verdict: 'approve' });
    await decide(await as('lv.fang'), caseId, { verdict: 'approve' });
    await decide(await as('deng.bo'), caseId, { verdict: 'approve' });

    await declareOnPhone();

    const finance = await story.signedIn('gao.fen');
    await finance
      .getByRole('link', { name: /王敏：在龙水五金智造有限公司兼职/ })
      .first()
      .click(soon);
    // What is declared and its proof stand where it is checked.
    await finance.locator('.declared', { hasText: '21,000.00' }).waitFor();
    await finance.getByRole('link', { name: '劳务费.pdf' }).first().waitFor();
    await finance.getByRole('button', { name: '核对无误', exact: true }).click();
    await finance.getByRole('button', { name: '确认核对无误' }).click();
    await finance.getByText('已办理：核对无误').waitFor();

    await finance.goto(`/posts/statement?year=${year - 1}`);
    const statement = finance.locator('.income-table');
    await statement.waitFor();
    expect(await statement.textContent()).toContain('21,000.00');
    expect(await finance.locator('.not-counted').textContent()).toMatch(/不纳入绩效工资总量的合计21,000.00/);
    const [pdf] = await Promise.all([
      finance.waitForEvent('download'),
      finance.getByRole('button', { name: '下载 PDF' }).click(),
    ]);
    expect((await readFile(await pdf.path())).subarray(0, 5).toString()).toBe('%PDF-');
    expect(story.devices.complaints).toEqual([]);
  },
);

/** The id of the new case. */
async function apply(page: Page): Promise<string> {
  await page.getByRole('link', { name: '我的兼职' }).click();
  await page.getByText('您还没有备案的兼职').waitFor();
  await page.getByRole('link', { name: '申请兼职备案' }).click();
  await page.getByRole('button', { name: '开始填写' }).click();
  await page.getByRole('heading', { name: '兼职单位' }).waitFor();

  const policy = parsePolicy(JSON.parse(await readFile('policy/dazu.json', 'utf8')));
  const slots: string[] = [];
  const form = examplePartTime((slot) => {
    slots.push(slot);
    return '';
  });
  form.teacher.name = '王敏';
  Object.assign(form.post, { from: `${year - 1}-06-01`, to: `${year + 1}-05-31` });
  // One character is wrong: the field says so, before anything is sent.
  const { creditCode } = form.host;
  form.host.creditCode = '91500225MA5U8K3T2Q';
  const evidence = await Promise.all(
    slots.map(async (slot) => ({ slot, name: `${slot}.pdf`, buffer: Buffer.from(await onePage(slot)) })),
  );
  await fillForm(page, formJsonSchema(partTimeIncome, policy), { ...form }, evidence);
  const code = page.locator('[id="field-host.creditCode"]');
  await code.locator('input').blur();
  await code.locator('.ant-form-item-explain').getByText(/校验/).waitFor();
  await code.locator('input').fill(creditCode ?? '');
  await code.locator('.ant-form-item-explain-error').waitFor({ state: 'detached' });
  await page.getByText(/已自动保存 \d\d:\d\d/).waitFor();

  await page.getByRole('button', { name: '提交申请' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '提交申请' }).click();
  await page.waitForURL(/\/cases\//);
  return new URL(page.url()).pathname.split('/').at(-1) ?? '';
}

/** From the first page to the declaration; what was typed is still there after the page was closed. */
async function declareOnPhone(): Promise<void> {
  const phone = await story.devices.phone();
  await phone.goto('/posts');
  await story.signIn(phone, 'wang.min');
  await phone.getByRole('link', { name: '申报收入' }).click(soon);
  const income = phone.locator('[id="field-income.incomeFen"] input');
  await income.fill('21,000元');
  await phone.locator('[id="field-income.taxFen"] input').fill('630');
  await phone.reload();
  await phone.getByText('已恢复上次填写').waitFor();
  expect(await income.inputValue()).toBe('21,000.00');
  expect(await wider(phone)).toBe(false);

  // Without proof it is not sent: the field says so.
  await phone.getByRole('button', { name: '提交申报' }).click();
  await phone.locator('[id="field-proof.files"]').getByText('请上传收入证明').waitFor();
  await phone.locator('input[type=file]').setInputFiles({
    name: '劳务费.pdf',
    buffer: Buffer.from(await onePage('pay list')),
    mimeType: 'application/pdf',
  });
  await phone.getByRole('link', { name: '劳务费.pdf' }).waitFor();
  await phone.getByRole('button', { name: '提交申报' }).click();
  const question = phone.getByRole('dialog');
  await question.getByText('21,000.00 元').waitFor();
  await question.getByRole('button', { name: '提交申报' }).click();
  await phone.locator('.post-due.filed').getByText('学校财务核对中').waitFor();
  expect(await wider(phone)).toBe(false);
  await phone.context().close();
}
