/** `npm start` as a person meets it: started, looked at, stopped, started again. */
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import getPort from 'get-port';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { decide, signInAs } from '../../embedded/demo-acts.ts';
import type { Running } from '../../embedded/running-file.ts';
import type { DemoAccount } from '../../prisma/seed.ts';

interface Copy {
  folder: string;
  port: number;
  output(): string;
  running(): Promise<Running>;
  /** Ctrl-C; resolves with the exit code. */
  stop(): Promise<number | null>;
  kill(): void;
}

/** A start takes ten seconds on a free machine. */
const PATIENCE_MS = 180_000;

const copies: Copy[] = [];
let first: Copy;
beforeAll(async () => {
  first = await start(await mkdtemp(join(tmpdir(), 'lianban-start-')), await getPort());
}, PATIENCE_MS);
afterAll(async () => {
  await Promise.all(copies.map((copy) => copy.stop()));
  await Promise.all(copies.map(({ folder }) => rm(folder, { recursive: true, force: true })));
}, PATIENCE_MS);

it('comes up with a page, a ready API, a mail inbox, and tells the addresses and accounts', async () => {
  const { page, api, mailInbox } = await first.running();
  expect(await (await fetch(page)).text()).toContain('<div id="root"');
  expect((await fetch(new URL('/readyz', page))).status).toBe(200);
  expect((await fetch(new URL('/api/docs', page))).status).toBe(200);
  expect(api).toBe(`${page}/api/v1`);
  for (const told of [page, mailInbox!, 'demo-accounts.json', 'wang.min@dazu.example']) {
    expect(first.output()).toContain(told);
  }
});

it('has demo cases in different stages, and mails that went out', async () => {
  const states = (await casesOf(first)).map(({ state }) => state);
  expect(new Set(states)).toEqual(new Set(['in-review', 'awaiting-correction', 'on-notice', 'approved']));
  // The turns that wait for her, a certification and a post; of those the demo decided before a mail could leave, none is sent.
  const mails = async () => (await mailsOf(first, 'zhou.hong@dazu.example')).length;
  await expect.poll(mails, { timeout: 60_000, interval: 500 }).toBeGreaterThanOrEqual(2);
}, 70_000);

it('has programs in the fund: one paid in part, one ordered, one reserved, one being countersigned', async () => {
  const manager = await (await signedIn(first))('yan.li');
  expect((await manager.getFund()).total).toMatchObject({
    ...{ availableFen: 720_000_000, reservedFen: 90_000_000, committedFen: 135_000_000, paidFen: 55_000_000 },
  });
  expect((await manager.listPaymentOrders()).items).toMatchObject([{ state: 'ordered', amountFen: 40_000_000 }]);
  expect((await manager.reconcileFund()).ok).toBe(true);
  const leader = await (await signedIn(first))('zhang.jianguo');
  const boards = (await leader.listCountersigns()).items;
  expect(boards).toContainEqual(expect.objectContaining({ answered: 3, late: 0 }));
});

it('has posts: declared and accepted, to be declared, suspended, ended early, being registered, at the school; and a school’s income', async () => {
  const as = await signedIn(first);
  const human = await as('deng.bo');
  const posts = (await human.listEngagements()).items;
  const told = posts.map((one) => [one.teacher.name, one.state, one.waiting.length, one.declared.incomeFen > 0]);
  expect(told.toSorted()).toEqual([
    ['刘洋', 'ended-early', 1, false],
    ['刘洋', 'in-force', 0, true],
    ['王敏', 'in-force', 1, false],
    ['王敏', 'suspended', 1, false],
  ]);
  expect((await (await as('wang.min')).proposePractice()).items).toHaveLength(2);
  const year = new Date().getFullYear() - 1;
  const { schools } = await (await as('han.xue')).getSchoolIncome({ query: { year } });
  expect(schools.find(({ school }) => school.id === 'dazu-zhijiao')).toMatchObject({ sharePercent: '60.00' });
});

it('refuses a second start on the same data, and a taken port, in words', async () => {
  const same = await refused({ DATA_DIR: first.folder, PORT: String(await getPort()) });
  expect(same).toMatch(/已在运行.*already running/s);
  const other = await mkdtemp(join(tmpdir(), 'lianban-start-'));
  const taken = await refused({ DATA_DIR: other, PORT: String(first.port) });
  expect(taken).toMatch(`Port ${first.port} is taken`);
  for (const words of [same, taken]) expect(words).not.toMatch(/^\s+at /m);
});

it('names a setting that is wrong', async () => {
  expect(await refused({ PORT: 'eighty' })).toMatch(/PORT must be a whole number .*found: a text of 6 characters/);
});

it('runs beside another copy', { timeout: PATIENCE_MS }, async () => {
  const second = await start(await mkdtemp(join(tmpdir(), 'lianban-start-')), await getPort());
  const [one, other] = [await first.running(), await second.running()];
  expect(new Set([...Object.values(one), ...Object.values(other)]).size).toBe(Object.keys(one).length * 2);
  expect((await fetch(new URL('/readyz', other.page))).status).toBe(200);
  expect(await second.stop()).toBe(0);
  expect((await fetch(new URL('/readyz', one.page))).status).toBe(200);
});

it(
  'stops everything at Ctrl-C and resumes at the next start, running cases included',
  { timeout: PATIENCE_MS },
  async () => {
    const before = await casesOf(first);
    const { temporal, postgres, smtp } = await first.running();
    expect(await first.stop()).toBe(0);
    expect(first.output()).toContain('已停止');
    expect(existsSync(join(first.folder, 'running.json'))).toBe(false);
    for (const address of [`http://${temporal}`, smtp!.replace('smtp:', 'http:'), `http://${new URL(postgres).host}`]) {
      await expect(fetch(address)).rejects.toMatchObject({ cause: { code: 'ECONNREFUSED' } });
    }

    first = await start(first.folder, first.port);
    expect(await casesOf(first)).toEqual(before);
    const waiting = before.find(({ title }) => /^刘洋.*双师型/.test(title))!;
    const reviewer = await (await signedIn(first))('zhou.hong');
    expect(await decide(reviewer, waiting.id, { verdict: 'approve', opinion: '同意。' })).toBe(true);
  },
);

it('takes over what a killed start left behind', { timeout: PATIENCE_MS }, async () => {
  const before = await casesOf(first);
  const { temporal } = await first.running();
  first.kill();
  first = await start(first.folder, first.port);
  expect((await first.running()).temporal).toBe(temporal);
  expect(await casesOf(first)).toEqual(before);
});

async function start(folder: string, port: number): Promise<Copy> {
  const child = spawn(process.execPath, ['embedded/start.mjs'], {
    env: { ...process.env, NODE_ENV: undefined, DATA_DIR: folder, PORT: String(port) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
  const ended = once(child, 'exit').then(([code]) => code as number | null);
  const copy: Copy = {
    folder,
    port,
    output: () => output,
    running: async () => JSON.parse(await readFile(join(folder, 'running.json'), 'utf8')) as Running,
    stop() {
      child.kill('SIGINT');
      return ended;
    },
    kill: () => void child.kill('SIGKILL'),
  };
  copies.push(copy);
  const up = vi.waitUntil(() => output.includes('Lianban is ready'), { timeout: PATIENCE_MS - 10_000, interval: 200 });
  await Promise.race([up, ended.then((code) => Promise.reject(new Error(`ended with ${code}:\n${output}`)))]);
  return copy;
}

/** Starts with settings that cannot work, and returns what it says. */
async function refused(env: Record<string, string>): Promise<string> {
  const started = promisify(execFile)(process.execPath, ['embedded/start.mjs'], { env: { ...process.env, ...env } });
  const { code, stdout, stderr } = await started.then(
    () => Promise.reject(new Error('it started')),
    (error: { code: number; stdout: string; stderr: string }) => error,
  );
  expect(code).toBe(1);
  return stdout + stderr;
}

async function signedIn({ folder, running }: Copy) {
  const accounts = JSON.parse(await readFile(join(folder, 'demo-accounts.json'), 'utf8')) as DemoAccount[];
  return signInAs((await running()).page, accounts);
}

async function casesOf(copy: Copy) {
  const administrator = await (await signedIn(copy))('kong.xin');
  return (await administrator.listCases({ query: { view: 'all', limit: 50 } })).items.map(
    ({ id, number, title, state }) => ({ id, number, title, state }),
  );
}

async function mailsOf({ running }: Copy, to: string): Promise<unknown[]> {
  const { mailInbox } = await running();
  return (await (await fetch(new URL(`/api/mails?to=${to}`, mailInbox!))).json()) as unknown[];
}
