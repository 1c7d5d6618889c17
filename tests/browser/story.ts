/** What the stories in the browser begin with: the service as processes of its own, a page freshly built, people who sign in or open their mails. */
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { openDistrict } from '../apart/district.ts';
import { webPage } from '../support/index.ts';
import { openDevices } from './browser.ts';

export const STORY_MS = 400_000;
export const soon = { timeout: 30_000 };

export type BrowserStory = Awaited<ReturnType<typeof openBrowserStory>>;

export async function openBrowserStory() {
  await webPage();
  const district = await openDistrict();
  await Promise.all([
    district.startApi(),
    district.startWorker('worker-cases', 'cases'),
    district.startWorker('worker-mail', 'mail,rounds'),
  ]);
  const devices = await openDevices(district.baseUrl);
  const mailsTo = (login: string) =>
    district.mails.mails.filter(({ envelopeTo }) => envelopeTo.includes(`${login}@dazu.example`));

  /** On the page that asks for it. */
  async function signIn(page: Page, login: string): Promise<void> {
    const account = district.accounts.find(({ email }) => email.startsWith(`${login}@`));
    await page.getByLabel('邮箱').fill(account?.email ?? '');
    await page.getByLabel('密码', { exact: true }).fill(account?.password ?? '');
    await page.getByRole('button', { name: '登录', exact: true }).click();
  }

  return {
    district,
    devices,
    mailsTo,
    signIn,
    async signedIn(login: string): Promise<Page> {
      const page = await devices.desk();
      await page.goto('/');
      await signIn(page, login);
      await page.getByRole('navigation').first().waitFor();
      return page;
    },
    /** The link of the newest mail that asks somebody to act. */
    async linkFor(login: string): Promise<string> {
      const link = () =>
        mailsTo(login)
          .map(({ html }) => /https?:[^"\s]+\/act\/[\w-]+/.exec(html || '')?.[0])
          .findLast(Boolean);
      await expect.poll(link, soon).toBeTruthy();
      return link() ?? '';
    },
    async close(): Promise<void> {
      await devices.close();
      await district.close();
    },
  };
}

/** Whether the page is wider than its screen. */
export const wider = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
