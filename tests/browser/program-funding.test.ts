/** A new program's money, seen through the browser: the application at a desk, a score on a phone, the first payment entered by its voucher. */
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { decide } from '../../embedded/demo-acts.ts';
import { page as onePage } from '../../embedded/demo-evidence.ts';
import { formJsonSchema } from '../../processes/form-json-schema.ts';
import { parsePolicy } from '../../processes/policy.ts';
import { programFunding } from '../../processes/program-funding/definition.ts';
import { exampleFunding } from '../../processes/program-funding/example.ts';
import { browserPath } from './browser.ts';
import { fillForm } from './fill-form.ts';
import { openBrowserStory, soon, STORY_MS, wider } from './story.ts';
import type { BrowserStory } from './story.ts';

const countersigners = ['lv.fang', 'liang.jing', 'song.tao', 'tang.li', 'deng.bo', 'xiao.ming', 'dong.ping'];

let story: BrowserStory;

beforeAll(async () => {
  if (browserPath) story = await openBrowserStory();
}, STORY_MS);
afterAll(() => story?.close());

it.skipIf(!browserPath)(
  'a school applies for 1,200,000.00 yuan, eight units sign, experts score, the award is paid in part',
  { timeout: STORY_MS },
  async () => {
    const { as, accounts } = story.district;
    const clerk = await story.signedIn('feng.juan');
    await apply(clerk);
    const caseId = new URL(clerk.url()).pathname.split('/').at(-1) ?? '';
    expect(await clerk.locator('.rows-view', { hasText: '六轴工业机器人工作站' }).textContent()).toContain(
      '580,000.00',
    );

    await approveAtDesk(await story.signedIn('lv.fang'), '要件齐全，受理。');
    for (const login of countersigners) await decide(await as(login), caseId, { verdict: 'approve' });
    await approveAtDesk(await story.signedIn('han.xue'), '预算合理，同意。');

    await expect.poll(() => drawn(caseId), soon).toHaveLength(5);
    const [first = '', ...others] = await drawn(caseId);
    await scoreOnPhone(first);
    for (const login of others) await decide(await as(login), caseId, { verdict: 'approve', data: { score: 80 } });

    // More than was asked for is refused where it is typed; what was pasted is read.
    const leader = await story.signedIn('zhang.jianguo');
    await leader
      .getByRole('link', { name: /工业机器人/ })
      .first()
      .click(soon);
    await leader.getByRole('button', { name: '同意', exact: true }).click();
    const amount = leader.getByRole('dialog').getByLabel(/审定金额/);
    await amount.fill('1,200,000.01');
    await leader.getByRole('button', { name: '确认同意' }).click();
    await leader.getByText('不超过 1,200,000.00 元').waitFor();
    await amount.fill('1,000,000.00元');
    await leader.getByRole('button', { name: '确认同意' }).click();
    await leader.getByText('已办理：同意').waitFor();

    await approveAtDesk(await story.signedIn('cao.wei'), '联席会议审议通过。');

    // The notice of the trial policy stands for three seconds; award and order follow by themselves.
    const manager = await story.signedIn('yan.li');
    await expect
      .poll(async () => {
        await manager.goto('/fund/orders');
        await manager.getByRole('heading').first().waitFor();
        return manager.getByRole('button', { name: '登记已拨付' }).count();
      }, soon)
      .toBe(1);
    expect(await manager.locator('.orders').textContent()).toContain('500,000.00');
    await manager.getByRole('button', { name: '登记已拨付' }).click();
    await manager.getByRole('dialog').getByLabel('凭证号').fill('财拨-2026-0001');
    await manager.getByRole('dialog').getByRole('button', { name: '登记已拨付' }).click();
    await manager
      .getByText(/已登记|已拨付/)
      .first()
      .waitFor();

    await expect.poll(() => clerk.locator('.log').textContent(), soon).toContain('凭证 财拨-2026-0001');
    const [form] = await Promise.all([
      clerk.waitForEvent('download'),
      clerk.getByRole('link', { name: '打印审批表' }).click(),
    ]);
    expect(form.suggestedFilename()).toMatch(/^新设特色专业资金支持审批表-ZX-\d{4}-\d{4}\.pdf$/);
    expect((await readFile(await form.path())).subarray(0, 5).toString()).toBe('%PDF-');

    await reportOnPhone('feng.juan', caseId);
    await clerk.reload();
    await clerk.getByRole('link', { name: '中期报告.pdf' }).waitFor();
    // What was refused on purpose is no fault of the page.
    expect(story.devices.complaints.filter((said) => !/422 .*\/files$/.test(said))).toEqual([]);

    /** Logins of the experts who have a score to give. */
    async function drawn(id: string): Promise<string[]> {
      const turns = await story.district.prisma.assignment.findMany({
        where: { caseId: id, purpose: 'score', state: 'open' },
        select: { personId: true },
      });
      const people = await story.district.prisma.user.findMany({
        where: { id: { in: turns.map(({ personId }) => personId ?? '') } },
        select: { email: true },
      });
      return people
        .map(({ email }) => email.replace(/@.*/, ''))
        .filter((login) => accounts.some(({ email }) => email.startsWith(login)));
    }
  },
);

async function apply(page: Page): Promise<void> {
  await page.getByRole('button', { name: '发起申请' }).click();
  await page.getByRole('link', { name: programFunding.name.zh }).click();
  await page.getByRole('button', { name: '开始填写' }).click();
  await page.getByRole('heading', { name: '申请资金与预算' }).waitFor();

  const policy = parsePolicy(JSON.parse(await readFile('policy/dazu.json', 'utf8')));
  const slots: string[] = [];
  const form = exampleFunding((slot) => {
    slots.push(slot);
    return '';
  });
  const evidence = await Promise.all(
    slots.map(async (slot) => ({ slot, name: `${slot}.pdf`, buffer: Buffer.from(await onePage(slot)) })),
  );
  await fillForm(page, formJsonSchema(programFunding, policy), { ...form }, evidence);
  // What was pasted with 元 is understood and shown in full.
  const requested = page.locator('[id="field-budget.requestedFen"] input');
  await requested.blur();
  expect(await requested.inputValue()).toBe('1,200,000.00');
  await page.getByText(/已自动保存 \d\d:\d\d/).waitFor();
  await page
    .getByText(/\d+ 处待改/)
    .first()
    .waitFor({ state: 'detached' });

  await page.getByRole('button', { name: '提交申请' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '提交申请' }).click();
  await page.waitForURL(/\/cases\//);
  await page.getByRole('heading', { name: /工业机器人技术应用/ }).waitFor();
}

async function approveAtDesk(page: Page, opinion: string): Promise<void> {
  await page
    .getByRole('link', { name: /工业机器人/ })
    .first()
    .click(soon);
  await page.getByRole('button', { name: '同意', exact: true }).click();
  await page.getByRole('dialog').getByRole('textbox').fill(opinion);
  await page.getByRole('button', { name: '确认同意' }).click();
  await page.getByText('已办理：同意').waitFor();
  await page.context().close();
}

/** Money asks for the person themself: the link leads to the sign-in and back. */
async function scoreOnPhone(login: string): Promise<void> {
  const phone = await story.devices.phone();
  await phone.goto(await story.linkFor(login));
  await phone.getByRole('heading', { name: /^请办理/ }).waitFor();
  await phone.getByRole('button', { name: '登录后办理' }).click();
  await story.signIn(phone, login);
  await phone.getByRole('radio', { name: '提交评分' }).check();
  expect(await wider(phone)).toBe(false);
  await shot(phone, 'score');
  await phone.getByLabel(/评分（0–100）/).fill('85.5');
  await phone.getByRole('textbox').fill('需求扎实，预算可行。');
  await phone.getByRole('button', { name: '确认提交：提交评分' }).click();
  await phone.getByText('此事项已办理').waitFor();
  await shot(phone, 'scored');
  await phone.context().close();
}

/** The report that is due, with its papers, from the mail that asks for it. */
async function reportOnPhone(login: string, caseId: string): Promise<void> {
  const phone = await story.devices.phone();
  await phone.goto(await story.linkFor(login));
  await phone.getByRole('button', { name: '登录后办理' }).click();
  await story.signIn(phone, login);
  await phone.getByRole('radio', { name: '提交报告' }).check();
  const scan = (name: string, buffer: Buffer) => ({ name, buffer, mimeType: 'application/pdf' });
  await phone
    .locator('input[type=file]')
    .setInputFiles([
      scan('中期报告.pdf', Buffer.from(await onePage('report'))),
      scan('不是报告.pdf', Buffer.from('plain words')),
    ]);
  await phone.getByRole('alert').waitFor();
  await phone.getByText(/^\d+ KB$/).waitFor();
  expect(await wider(phone)).toBe(false);
  await shot(phone, 'report');
  await phone.getByRole('button', { name: '移除 不是报告.pdf' }).click();
  await phone.getByRole('textbox').fill('设备到位 48 个工位，实训车间改造完成。');
  await phone.getByRole('button', { name: '确认提交：提交报告' }).click();
  await phone.getByText('此事项已办理').waitFor();

  await phone.goto(`/cases/${caseId}`);
  await phone.getByRole('link', { name: '打印审批表' }).waitFor();
  expect(await wider(phone)).toBe(false);
  await shot(phone, 'case-on-phone');
  await phone.context().close();
}

const shot = async (page: Page, name: string) =>
  process.env.SHOTS
    ? void (await page.screenshot({ path: `${process.env.SHOTS}/${name}.png`, fullPage: true }))
    : undefined;
