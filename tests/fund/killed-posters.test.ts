import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Act, elsewhere, someActs } from './acts.ts';
import { inOrder, openBooks } from './books.ts';
import type { PosterSettings } from './poster-process.ts';

const PROCESSES = 3;
const AT_ONCE = 4;
const KILLS = 4;

let books: Awaited<ReturnType<typeof openBooks>>;
const children = new Set<ChildProcess>();
beforeAll(async () => {
  books = await openBooks();
});
afterAll(async () => {
  for (const child of children) child.kill('SIGKILL');
  await books.close();
});

test('processes that post at once and are killed at random never overspend, unbalance or double anything', async () => {
  const acts = fc.sample(someActs(60), { numRuns: 75 }).flatMap((list, n) =>
    // Some ten lists share each place: strangers and the same cases meet.
    list.map((act) => elsewhere(act, { year: 3_000 + 2 * (n % 8), name: `place-${n % 8}` })),
  );
  expect(acts.length).toBeGreaterThan(1_500);

  const shares = Array.from({ length: PROCESSES }, (_, share) =>
    acts.flatMap((act, i): [number, Act][] => (i % PROCESSES === share ? [[i, act]] : [])),
  );
  const runs = await Promise.all(shares.map((share) => untilDone(share)));
  const answers = new Map(runs.flatMap((run) => run.answers));
  const kills = runs.reduce((sum, run) => sum + run.killed, 0);
  expect(answers.size).toBe(acts.length);
  expect(kills).toBeGreaterThan(PROCESSES);
  // Nobody ever heard the database's own words.
  expect(
    [...answers.values()].filter(
      (answer) =>
        !/^(given|carried over|reserved|paid|returned|clawed-back|voucher-used|refused|(short|committed|released|recovered) \d+)$/.test(
          answer,
        ),
    ),
  ).toEqual([]);

  await inOrder(books.prisma);
  await neverBelowZero();
  // What was given is there, once: an act that a killed process left behind was done again by the next, and counted once.
  const given = new Map(acts.flatMap((act) => (act.act === 'give' ? [[act.key, act.amountFen] as const] : [])));
  expect(-(await books.held('source'))).toBe([...given.values()].reduce((sum, fen) => sum + fen, 0));
  const vouchers = await books.prisma.fundPosting.findMany({
    where: { voucher: { not: null } },
    select: { voucher: true },
  });
  expect(new Set(vouchers.map(({ voucher }) => voucher)).size).toBe(vouchers.length);
  // Whoever was told that something is reserved, committed or paid finds it in the books.
  const found = await readBooks();
  for (const [index, answer] of answers) agree(found, acts[index] as Act, answer);
  const paidOrders = await books.prisma.paymentOrder.aggregate({ _sum: { amountFen: true }, where: { state: 'paid' } });
  const paidPostings = await books.prisma.$queryRaw<{ fen: bigint }[]>`
    SELECT coalesce(sum(e.amount_fen), 0)::bigint AS fen FROM fund_entry e JOIN fund_posting p ON p.id = e.posting_id WHERE p.kind = 'pay' AND e.account = 'paid-out'`;
  expect(paidPostings[0]?.fen).toBe(paidOrders._sum.amountFen ?? 0n);
}, 120_000);

/** A share of the acts by one process after the other, the first ones killed at some moment; what was begun and not answered is done again. */
async function untilDone(share: [number, Act][]): Promise<{ answers: [number, string][]; killed: number }> {
  const answers = new Map<number, string>();
  for (let killed = 0; ; killed++) {
    const left = share.filter(([index]) => !answers.has(index));
    if (left.length === 0) return { answers: [...answers], killed };
    // An answer the process gave and nobody heard: done once more on purpose.
    const again = share.filter(([index]) => answers.has(index)).slice(-AT_ONCE);
    await onePoster(
      { databaseUrl: books.url, acts: [...again, ...left], atOnce: AT_ONCE },
      killed < KILLS ? 100 + Math.random() * 900 : undefined,
      (line) => {
        const [word, index, ...answer] = line.split(' ');
        if (word === 'done') answers.set(Number(index), answer.join(' '));
      },
    );
  }
}

async function onePoster(
  settings: PosterSettings,
  killAfterMs: number | undefined,
  heard: (line: string) => void,
): Promise<void> {
  const child = fork(join(import.meta.dirname, 'poster-process.ts'), { execArgv: ['--import', 'tsx'] });
  children.add(child);
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.on('message', (line: string) => {
    if (line === 'ready' && killAfterMs !== undefined) setTimeout(() => child.kill('SIGKILL'), killAfterMs);
    heard(line);
  });
  child.send(settings);
  await gone;
  children.delete(child);
}

/** The books read from the beginning, posting by posting: no account was below zero at any moment. */
async function neverBelowZero(): Promise<void> {
  const low = await books.prisma.$queryRaw`
    SELECT year, account, case_id, posting_id FROM (
      SELECT *, sum(amount_fen) OVER (PARTITION BY year, account, case_id ORDER BY posting_id) AS held FROM fund_entry) running
    WHERE held < 0 AND account <> 'source'`;
  expect(low).toEqual([]);
}

async function readBooks() {
  const postings = await books.prisma.fundPosting.findMany({ include: { entries: true } });
  const paid = await books.prisma.paymentOrder.findMany({ where: { state: 'paid' } });
  return {
    moved: new Map(
      postings.map(({ key, entries }) => [
        key,
        entries.reduce((sum, { amountFen }) => sum + Math.max(Number(amountFen), 0), 0),
      ]),
    ),
    paid: new Set(paid.map(({ caseId, attempt }) => `${caseId} ${attempt}`)),
  };
}

function agree({ moved, paid }: Awaited<ReturnType<typeof readBooks>>, act: Act, answer: string): void {
  if (act.act === 'give') expect(moved.get(act.key)).toBe(act.amountFen);
  if (act.act === 'carry-over') expect(moved.get(act.key)).toBe(answer === 'carried over' ? act.amountFen : undefined);
  if (act.act === 'commit' && answer !== 'refused')
    expect(answer).toBe(`committed ${moved.get(`${act.caseId}:commit`)}`);
  if (act.act === 'release' && answer !== 'released 0')
    expect(answer).toBe(`released ${moved.get(`${act.caseId}:release`)}`);
  if (act.act === 'recover' && answer.startsWith('recovered'))
    expect(answer).toBe(`recovered ${moved.get(`${act.caseId}:recover`)}`);
  if (act.act === 'pay' && answer === 'paid') expect(paid).toContain(`${act.caseId} ${act.attempt}`);
}
