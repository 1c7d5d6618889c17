import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createFundActivities } from '../../activities/fund/fund-activities.ts';
import { createPrisma } from '../../prisma/client.ts';
import { inOrder, openBooks, today } from './books.ts';

let books: Awaited<ReturnType<typeof openBooks>>;
beforeEach(async () => {
  books = await openBooks();
});
afterEach(async () => {
  await inOrder(books.prisma);
  await books.close();
});

const of = (caseId: string) => ({ caseId, atMs: today, actorId: 'leader' });

test('an award goes its way: reserved, committed, paid by instalments, clawed back, recovered, awarded again', async () => {
  const { fund, give, held } = books;
  await give(1_200_000_00);
  expect(await fund.reserveFunds({ ...of('a'), attempt: 1, amountFen: 1_000_000_00 })).toEqual({
    kind: 'reserved',
    year: 2026,
  });
  expect(await fund.commitFunds(of('a'))).toEqual({ committedFen: 1_000_000_00 });
  const { orderNumber } = await fund.orderPayment({
    ...of('a'),
    stage: 'payment-1',
    attempt: 1,
    amountFen: 500_000_00,
    payeeId: 'school',
  });
  expect(orderNumber).toBe('BF-2026-0001');
  expect(await fund.markPaid({ ...of('a'), orderNumber, voucher: '记-11-0042' })).toEqual({ kind: 'paid' });
  expect([await held('available'), await held('committed'), await held('paid-out')]).toEqual([
    200_000_00, 500_000_00, 500_000_00,
  ]);
  expect(await fund.releaseFunds(of('a'))).toEqual({
    releasedFen: 500_000_00,
    paidFen: 500_000_00,
    cancelledOrders: [],
  });
  expect(await fund.clawBackFunds({ ...of('a'), amountFen: 500_000_01 })).toEqual({
    kind: 'short',
    paidFen: 500_000_00,
  });
  expect(await fund.clawBackFunds({ ...of('a'), amountFen: 300_000_00 })).toEqual({ kind: 'clawed-back' });
  // Demanded is not there yet: it can be awarded only when it has come.
  expect([await held('available'), await held('clawed-back'), await held('paid-out')]).toEqual([
    700_000_00, 300_000_00, 200_000_00,
  ]);
  expect(await fund.recoverFunds({ ...of('a'), voucher: '收-12-0007' })).toEqual({
    kind: 'recovered',
    amountFen: 300_000_00,
  });
  expect(await fund.reserveFunds({ ...of('b'), attempt: 1, amountFen: 1_000_000_00 })).toEqual({
    kind: 'reserved',
    year: 2026,
  });
  expect(await held('available')).toBe(0);
});

test('every act done twice, one after the other or at once, is done once', async () => {
  const { fund, give, held, prisma } = books;
  await give(100);
  const acts: (() => Promise<unknown>)[] = [
    () => fund.reserveFunds({ ...of('a'), attempt: 1, amountFen: 100 }),
    () => fund.commitFunds(of('a')),
    () => fund.orderPayment({ ...of('a'), stage: 'payment-1', attempt: 1, amountFen: 60, payeeId: 'school' }),
    () => fund.markPaid({ ...of('a'), orderNumber: 'BF-2026-0001', voucher: 'v-1' }),
    () => fund.releaseFunds(of('a')),
    () => fund.clawBackFunds({ ...of('a'), amountFen: 50 }),
    () => fund.recoverFunds({ ...of('a'), voucher: 'v-2' }),
  ];
  for (const act of acts) {
    const answers = await Promise.all([act(), act(), act()]);
    answers.push(await act());
    for (const answer of answers) expect(answer).toEqual(answers[0]);
  }
  expect([await held('available'), await held('paid-out'), await held('committed')]).toEqual([90, 10, 0]);
  expect(
    (await prisma.fundPosting.findMany({ where: { caseId: 'a' }, orderBy: { id: 'asc' } })).map(({ kind }) => kind),
  ).toEqual(['reserve', 'commit', 'pay', 'release', 'claw-back', 'recover']);
  expect(await prisma.paymentOrder.count()).toBe(1);
});

test('two awards race for the last money: exactly one gets it, the other hears what is left', async () => {
  const { fund, give } = books;
  await give(100);
  for (let round = 1; round <= 20; round++) {
    const answers = await Promise.all(
      ['a', 'b'].map((side) => fund.reserveFunds({ ...of(`${side}-${round}`), attempt: 1, amountFen: 70 })),
    );
    const kinds = answers.map(({ kind }) => kind).toSorted();
    expect(kinds).toEqual(['reserved', 'short']);
    expect(answers).toContainEqual({ kind: 'short', year: 2026, availableFen: 30, notCarriedOverFen: 0 });
    await Promise.all(['a', 'b'].map((side) => fund.releaseFunds(of(`${side}-${round}`))));
  }
});

test('a decision made anew replaces the reservation instead of adding to it', async () => {
  const { fund, give, held } = books;
  await give(100);
  await fund.reserveFunds({ ...of('a'), attempt: 1, amountFen: 80 });
  expect(await fund.reserveFunds({ ...of('a'), attempt: 2, amountFen: 100 })).toMatchObject({ kind: 'reserved' });
  expect(await held('reserved')).toBe(100);
  expect(await fund.reserveFunds({ ...of('a'), attempt: 3, amountFen: 101 })).toMatchObject({
    kind: 'short',
    availableFen: 0,
  });
  expect(await fund.reserveFunds({ ...of('a'), attempt: 4, amountFen: 30 })).toMatchObject({ kind: 'reserved' });
  expect([await held('reserved'), await held('available')]).toEqual([30, 70]);
});

test('money belongs to its year: what is left of an earlier one is not there until it is carried over', async () => {
  const { fund, give, prisma } = books;
  await give(100, 2025);
  await give(10, 2026);
  expect(await fund.reserveFunds({ ...of('a'), attempt: 1, amountFen: 50 })).toEqual({
    kind: 'short',
    year: 2026,
    availableFen: 10,
    notCarriedOverFen: 100,
  });
  // Midnight in Shanghai, not in London, begins the year.
  const newYear = Date.parse('2025-12-31T23:59:59+08:00');
  expect(await fund.reserveFunds({ ...of('b'), atMs: newYear, attempt: 1, amountFen: 50 })).toEqual({
    kind: 'reserved',
    year: 2025,
  });
  // Decided again in the new year: the old year gets its money back.
  expect(await fund.reserveFunds({ ...of('b'), attempt: 2, amountFen: 10 })).toEqual({ kind: 'reserved', year: 2026 });
  expect(
    await prisma.fundBalance.findUniqueOrThrow({
      where: { year_account_caseId: { year: 2025, account: 'available', caseId: '' } },
    }),
  ).toMatchObject({ balanceFen: 100n });
});

test('a voucher proves one payment: used again it is refused, and nothing is paid', async () => {
  const { fund, give, held } = books;
  await give(100);
  for (const caseId of ['a', 'b']) {
    await fund.reserveFunds({ ...of(caseId), attempt: 1, amountFen: 50 });
    await fund.commitFunds(of(caseId));
    await fund.orderPayment({ ...of(caseId), stage: 'payment-1', attempt: 1, amountFen: 50, payeeId: 'school' });
  }
  const pay = (caseId: string, orderNumber: string) => fund.markPaid({ ...of(caseId), orderNumber, voucher: 'v-1' });
  const answers = await Promise.all([pay('a', 'BF-2026-0001'), pay('b', 'BF-2026-0002')]);
  expect(answers.map(({ kind }) => kind).toSorted()).toEqual(['paid', 'voucher-used']);
  expect(await held('paid-out')).toBe(50);
});

test('finance sends an order back: the next attempt has a number of its own, and the old one cannot be paid', async () => {
  const { fund, give } = books;
  await give(100);
  await fund.reserveFunds({ ...of('a'), attempt: 1, amountFen: 100 });
  await fund.commitFunds(of('a'));
  const order = { ...of('a'), stage: 'payment-1', amountFen: 100, payeeId: 'school' };
  await fund.orderPayment({ ...order, attempt: 1 });
  await fund.returnPayment({ ...of('a'), orderNumber: 'BF-2026-0001' });
  expect(await fund.orderPayment({ ...order, attempt: 2 })).toEqual({ orderNumber: 'BF-2026-0002' });
  await expect(fund.markPaid({ ...of('a'), orderNumber: 'BF-2026-0001', voucher: 'v' })).rejects.toMatchObject({
    type: 'LedgerRefused',
    nonRetryable: true,
  });
  expect((await fund.releaseFunds(of('a'))).cancelledOrders).toEqual(['BF-2026-0002']);
  await expect(fund.markPaid({ ...of('a'), orderNumber: 'BF-2026-0002', voucher: 'v' })).rejects.toMatchObject({
    type: 'LedgerRefused',
  });
});

describe('the database itself', () => {
  test('lets the service write the ledger through postings alone', async () => {
    const { fund, give, prisma } = books;
    await give(100);
    await fund.reserveFunds({ ...of('a'), attempt: 1, amountFen: 40 });
    await prisma.fundSource.create({
      data: {
        year: 2026,
        kind: 'district-budget',
        payer: '区财政局',
        document: '大足财〔2026〕1号',
        receivedOn: '2026-01-05',
        amountFen: 100,
        recordedById: 'manager',
        postingId: 1n,
      },
    });
    const attempts = [
      prisma.fundBalance.updateMany({ data: { balanceFen: 1_000n } }),
      prisma.fundBalance.deleteMany(),
      prisma.fundBalance.create({ data: { year: 2027, account: 'available', caseId: '', balanceFen: 5n } }),
      prisma.fundPosting.updateMany({ data: { voucher: 'x' } }),
      prisma.fundPosting.deleteMany(),
      prisma.fundPosting.create({ data: { key: 'x', kind: 'source', postedAt: new Date() } }),
      prisma.fundEntry.updateMany({ data: { amountFen: 1n } }),
      prisma.fundEntry.deleteMany(),
      prisma.fundEntry.create({ data: { postingId: 1n, year: 2027, account: 'available', caseId: '', amountFen: 5n } }),
      prisma.fundSource.updateMany({ data: { amountFen: 1n } }),
      prisma.fundSource.deleteMany(),
      prisma.paymentOrder.deleteMany(),
      prisma.$executeRaw`TRUNCATE fund_entry`,
    ];
    for (const attempt of attempts) await expect(attempt).rejects.toThrow('permission denied');
  });

  test('stops even the tables’ owner from overdrawing an account or unbalancing a posting', async () => {
    const { fund, give, owner } = books;
    await give(100);
    await fund.reserveFunds({ ...of('a'), attempt: 1, amountFen: 40 });
    const overdraft = owner.$transaction(async (tx) => {
      const { id } = await tx.fundPosting.create({
        data: { key: 'x', kind: 'reserve', caseId: 'b', postedAt: new Date() },
      });
      await tx.fundEntry.create({
        data: { postingId: id, year: 2026, account: 'reserved', caseId: 'b', amountFen: 61n },
      });
      await tx.fundEntry.create({
        data: { postingId: id, year: 2026, account: 'available', caseId: '', amountFen: -61n },
      });
    });
    await expect(overdraft).rejects.toThrow('fund_balance_never_overdrawn');
    const addTo = (postingId: bigint) =>
      owner.fundEntry.create({ data: { postingId, year: 2026, account: 'reserved', caseId: 'b', amountFen: 5n } });
    await expect(addTo(1n)).rejects.toThrow('sums to 5 fen');
    await expect(
      owner.fundPosting.create({ data: { key: 'y', kind: 'commit', caseId: 'a', postedAt: new Date() } }),
    ).rejects.toThrow('sums to');
  });

  test('knows only the moves of each kind', async () => {
    const { prisma, give } = books;
    await give(100);
    const post = (kind: string, caseId: string | null, moves: object[], voucher: string | null = null) =>
      prisma.$queryRaw`SELECT post_to_fund(${`k-${kind}`}, ${kind}, ${caseId}, NULL, ${voucher}, now(), ${JSON.stringify(moves)}::jsonb)`;
    const move = (from: string, to: string, amountFen: unknown = 1, more = {}) => ({
      year: 2026,
      from,
      to,
      amountFen,
      ...more,
    });
    const wrong = [
      post('pay', 'a', [move('available', 'paid-out')], 'v'),
      post('pay', 'a', [move('committed', 'paid-out')]),
      post('commit', 'a', [move('available', 'committed')]),
      post('reserve', null, [move('available', 'reserved')]),
      post('source', 'a', [move('source', 'available')]),
      post('source', null, [move('source', 'available', 0)]),
      post('source', null, [move('source', 'available', -5)]),
      post('source', null, [move('source', 'available', 0.5)]),
      post('source', null, [move('source', 'available', null)]),
      post('source', null, []),
      post('carry-over', null, [move('available', 'available')]),
      post('reserve', 'a', [move('available', 'reserved', 1, { toYear: 2027 })]),
      post('mint', null, [move('source', 'available')]),
    ];
    for (const attempt of wrong) await expect(attempt).rejects.toThrow();
    expect(await prisma.fundPosting.count()).toBe(1);
  });
});

test('a database that is away is a fault without its words, to be tried again', async () => {
  const url = new URL(books.url);
  url.port = '1';
  const away = createPrisma(url.href);
  const fund = createFundActivities({ prisma: away });
  await expect(fund.commitFunds(of('a'))).rejects.toMatchObject({
    type: 'LedgerAway',
    nonRetryable: false,
    message: 'the ledger cannot be reached (no answer)',
  });
  await away.$disconnect();
});
