/** Chromium as the story's people use it: a desk and a phone, nothing but this machine reachable. */
import { execFileSync } from 'node:child_process';
import { chromium } from 'playwright-core';
import type { Browser, BrowserContext, Page } from 'playwright-core';

/** Where a browser is installed; null where there is none. */
export const browserPath: string | null = ['chromium', 'chromium-browser', 'google-chrome'].reduce<string | null>(
  (found, name) => {
    try {
      return found ?? execFileSync('which', [name], { encoding: 'utf8' }).trim();
    } catch {
      return found;
    }
  },
  null,
);

const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export interface Devices {
  desk(): Promise<Page>;
  phone(): Promise<Page>;
  /** Everything the pages complained about: refused styles, script errors, requests elsewhere. */
  complaints: string[];
  close(): Promise<void>;
}

export async function openDevices(baseURL: string): Promise<Devices> {
  const browser: Browser = await chromium.launch({ executablePath: browserPath ?? undefined, args: quiet });
  const complaints: string[] = [];
  const page = async (options: Parameters<Browser['newContext']>[0]): Promise<Page> => {
    const context: BrowserContext = await browser.newContext({ baseURL, locale: 'zh-CN', ...options });
    // Two stories at once on two cores.
    context.setDefaultTimeout(30_000);
    const opened = await context.newPage();
    opened.on('pageerror', (error) => complaints.push(error.message));
    opened.on('console', (message) => {
      // A question about a session that is not there yet answers 401; that is not a fault of the page.
      const expected = message.text().includes('401 (Unauthorized)');
      if (message.type() === 'error' && !expected) complaints.push(`${message.text()} ${message.location().url}`);
    });
    opened.on('request', (request) => {
      if (!request.url().startsWith(baseURL) && !request.url().startsWith('data:')) complaints.push(request.url());
    });
    return opened;
  };
  return {
    desk: () => page({ viewport: { width: 1280, height: 860 } }),
    phone: () => page({ viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true }),
    complaints,
    close: () => browser.close(),
  };
}
