import { randomUUID } from 'node:crypto';
import readExcelFile from 'read-excel-file/node';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ProblemError, type Client as Api } from '../../api/contract/client.ts';
import type { DecisionBody } from '../../api/contract/assignments.ts';
import { exampleFunding } from '../../processes/program-funding/example.ts';
import { shanghaiDate } from '../../processes/working-days.ts';
import { decideAs, offeredTo } from './deciding.ts';
import { openOffice, pdf, refused, until, type Office } from './office.ts';

let office: Office;
const year = Number(shanghaiDate(Date.now()).slice(0, 4));
const today = shanghaiDate(Date.now());
beforeAll(async () => {
  office = await openOffice({
    policy: ({ processes }) => {
      processes['program-funding'].notice.deadline = { duration: 'PT2S' };
    },
  });
});
afterAll(() => office?.stop());

const money = (amountFen: number, more = {}) => ({
  ...{
    year,
    source: 'district-budget',
    payer: '区财政局',
    document: '大足财教〔2026〕12号',
    receivedOn: today,
    amountFen,
  },
  ...more,
});

const exportOf = (query: Record<string, string>) =>
  office.raw(`/api/v1/fund/statement/export?${new URLSearchParams({ year: String(year), ...query })}`, {
    as: 'auditor',
    headers: { 'Accept-Language': 'zh-CN' },
  });

async function apply(code = '660303'): Promise<string> {
  const clerk = await office.as('clerk');
  const { id: file } = await clerk.uploadFile({ file: pdf() });
  const form = exampleFunding(() => file);
  const body = {
    process: 'program-funding',
    form: { ...form, program: { ...form.program, code } } as Record<string, unknown>,
  };
  return (await clerk.submitCase({ body }, { idempotencyKey: randomUUID() })).id;
}

const offered = (login: string, caseId: string) => offeredTo(office, login, caseId);
const decide = (login: string, caseId: string, body?: Partial<DecisionBody>) => decideAs(office, login, caseId, body);

async function toTheDesk(caseId: string) {
  await decide('bureau-reviewer', caseId);
  for (const unit of [
    'bureau',
    'zuzhibu',
    'kejiju',
    'jingxinwei',
    'caizhengju',
    'rensheju',
    'zhujianwei',
    'shuiwuju',
  ]) {
    await decide(`${unit}-reviewer`, caseId);
  }
  const seats = await office.prisma.assignment.findMany({ where: { caseId, purpose: 'score', state: 'open' } });
  for (const { personId } of seats) await decide(personId ?? '', caseId, { data: { score: 82.5 } });
}

/** The school's other clerk may file the report that is due, and its head may read: neither learns what the applicant does not. */
async function seesAsApplicantDoes(caseId: string) {
  const post = { userId: 'teacher-2', unitId: 'dazu-zhijiao', role: 'clerk' };
  const second = await office.as('teacher-2');
  expect(await refused(second.getCase({ params: { id: caseId } }))).toMatchObject({ status: 404 });
  await office.prisma.membership.create({ data: post });
  const reader = await office.as('principal');
  for (const [login, api, offers] of [
    ['the applicant', await office.as('clerk'), ['decide', 'claim', 'withdraw', 'comment', 'copy', 'unmask']],
    ['a second clerk', second, ['decide', 'claim']],
    ['the head of the school', reader, []],
  ] as const) {
    const view = await api.getCase({ params: { id: caseId } });
    expect([login, view.actions.map(({ kind }) => kind)]).toEqual([login, offers]);
    expect([login, view.ballots, view.objections]).toEqual([login, [], []]);
    expect(view.stages.find(({ kind }) => kind === 'panel')?.who).toEqual(['专家组 5 人']);
    const { items } = await api.listEvents({ params: { id: caseId } });
    const paper = await api.getCase({ params: { id: caseId } });
    expect([login, JSON.stringify([items, paper])]).toEqual([login, expect.not.stringMatching(/expert-\d/)]);
  }
  // A handler of the district reads the scores.
  expect((await (await office.as('bureau-reviewer')).getCase({ params: { id: caseId } })).ballots).toHaveLength(5);
  await office.prisma.membership.delete({ where: { userId_unitId_role: post } });
  expect(await refused(second.getCase({ params: { id: caseId } }))).toMatchObject({ status: 404 });
}

test('money comes in once, from a source the policy knows, and not from tomorrow', async () => {
  const manager = await office.as('fund-manager');
  const key = randomUUID();
  const [one, again] = [
    await manager.recordSource({ body: money(200_000_000) }, { idempotencyKey: key }),
    await manager.recordSource({ body: money(200_000_000) }, { idempotencyKey: key }),
  ];
  expect(again).toEqual(one);
  expect(one).toMatchObject({
    kind: 'source',
    source: { kind: { id: 'district-budget' }, document: '大足财教〔2026〕12号' },
    by: { id: 'fund-manager' },
  });
  expect(await refused(manager.recordSource({ body: money(1, { source: 'lottery' }) }))).toMatchObject({
    code: 'BadRequest',
    errors: [{ path: 'source' }],
  });
  expect(await refused(manager.recordSource({ body: money(1, { receivedOn: '2999-01-01' }) }))).toMatchObject({
    errors: [{ path: 'receivedOn' }],
  });
  for (const amountFen of [0, -1, 0.5, 1e15]) {
    expect(await refused(manager.recordSource({ body: money(amountFen) }))).toMatchObject({
      code: 'BadRequest',
      errors: [{ path: 'amountFen' }],
    });
  }
  for (const login of ['auditor', 'bureau-leader', 'clerk']) {
    expect(await refused((await office.as(login)).recordSource({ body: money(1) }))).toMatchObject({
      code: 'Forbidden',
    });
  }
  expect((await manager.getFund()).total).toMatchObject({ receivedFen: 200_000_000, availableFen: 200_000_000 });
});

test('a program is funded over HTTP: form, desks, award, order to finance, paid with its voucher, seen by school, leader and auditor', async () => {
  const caseId = await apply();
  await toTheDesk(caseId);

  const desk = await offered('bureau-leader', caseId);
  expect(desk.fields).toMatchObject([{ kind: 'money', name: 'awardedFen', maxFen: 120_000_000, required: true }]);
  const tooMuch = await refused(decide('bureau-leader', caseId, { data: { awardedFen: 120_000_001 } }));
  expect(tooMuch).toMatchObject({
    code: 'BadDecisionData',
    errors: [{ path: 'data.awardedFen', message: expect.stringMatching(/不超过 1,200,000.00 元（.+）/) }],
  });
  await decide('bureau-leader', caseId, { data: { awardedFen: 100_000_000 } });

  const manager = await office.as('fund-manager');
  expect((await manager.getFund()).total).toMatchObject({ availableFen: 100_000_000, reservedFen: 100_000_000 });
  await decide('secretary', caseId);
  await until(async () => (await manager.listPaymentOrders()).items.length === 1);
  const [order] = (await manager.listPaymentOrders()).items;
  expect(order).toMatchObject({
    amountFen: 50_000_000,
    state: 'ordered',
    school: { id: 'dazu-zhijiao' },
    payee: { accountNumber: expect.stringMatching(/^\*+2345$/) },
  });

  const number = order?.number ?? '';
  const token = await office.token('fund-manager');
  const exported = await fetch(`${office.url}/api/v1/fund/payment-orders/export`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({ numbers: [number] }),
  });
  expect(exported.status).toBe(200);
  const [sheet] = await readExcelFile(Buffer.from(await exported.arrayBuffer()));
  expect(sheet?.data[1]).toMatchObject([
    number,
    expect.stringMatching(/^ZX-/),
    expect.anything(),
    '大足职教中心',
    '重庆市大足职业教育中心',
    '重庆农村商业银行大足支行',
    '2501010120010012345',
    500_000,
    today,
  ]);
  expect((await manager.listPaymentOrders()).items).toMatchObject([{ state: 'handed-over' }]);
  expect(exported.headers.get('content-disposition')).toContain(
    `filename*=UTF-8''${encodeURIComponent('拨付通知')}-${number}.xlsx`,
  );
  expect(await manager.getPaymentOrder({ params: { number } })).toMatchObject({
    ...{ number, state: 'handed-over', program: '工业机器人技术应用', voucher: null, closedBy: null },
    handedOverBy: { id: 'fund-manager' },
    payee: { accountNumber: expect.stringMatching(/^\*+2345$/) },
    ofCase: [{ number }],
  });
  expect(
    await office.prisma.securityEvent.findFirst({ where: { action: 'unmasked', userId: 'fund-manager' } }),
  ).toMatchObject({ target: number });

  const key = { idempotencyKey: randomUUID() };
  const paid = await manager.markOrderPaid({ params: { number }, body: { voucher: '财拨-2026-0001' } }, key);
  expect(await manager.markOrderPaid({ params: { number }, body: { voucher: '财拨-2026-0001' } }, key)).toEqual(paid);
  expect(
    await refused(manager.markOrderPaid({ params: { number }, body: { voucher: '财拨-2026-0002' } })),
  ).toMatchObject({ code: 'AlreadyDecided' });
  expect(
    await refused(manager.markOrderPaid({ params: { number: 'BF-2026-9999' }, body: { voucher: 'x' } })),
  ).toMatchObject({ code: 'NotFound' });

  const read = await (await office.as('auditor')).getPaymentOrder({ params: { number } });
  expect(read).toMatchObject({ state: 'paid', voucher: '财拨-2026-0001', closedBy: { id: 'fund-manager' } });
  expect((await manager.listPaymentOrders()).items).toEqual([]);
  expect((await manager.listPaymentOrders({ query: { state: 'paid' } })).items).toMatchObject([{ number }]);
  expect(await refused(manager.getPaymentOrder({ params: { number: 'BF-2026-9999' } }))).toMatchObject({
    code: 'NotFound',
  });

  // The school reports, with a file of its own and none of somebody else.
  const clerk = await office.as('clerk');
  expect((await clerk.listSchoolFunding()).items).toMatchObject([
    {
      awardedFen: 100_000_000,
      paidFen: 50_000_000,
      committedFen: 50_000_000,
      waiting: [{ ours: true, what: { zh: expect.stringContaining('提交报告') } }],
    },
  ]);
  await seesAsApplicantDoes(caseId);
  expect((await offered('clerk', caseId)).fields).toMatchObject([{ kind: 'files', name: 'fileIds', required: false }]);
  const { id: theirs } = await (await office.as('teacher')).uploadFile({ file: pdf() });
  const { id: ours } = await clerk.uploadFile({ file: pdf() });
  const report = (fileIds: string[]) =>
    decide('clerk', caseId, { opinion: '设备已到位，实训车间改造完成', data: { fileIds } });
  expect(await refused(report([theirs]))).toMatchObject({
    code: 'BadDecisionData',
    errors: [{ path: 'data.fileIds' }],
  });
  expect(await refused(decide('clerk', caseId, { data: { fileIds: [ours] } }))).toMatchObject({
    code: 'OpinionRequired',
  });
  await report([ours]);
  expect(await office.prisma.file.findUniqueOrThrow({ where: { id: ours } })).toMatchObject({ caseId });
  await decide('bureau-reviewer', caseId);

  // Finance sends an order back: it stands among the returned ones and cannot be exported; another takes its place.
  const sentBack = (await manager.listPaymentOrders()).items[0]?.number ?? '';
  await decide('fund-manager', caseId, { verdict: 'return', opinion: '户名与开户行不符' });
  await until(async () => (await manager.listPaymentOrders()).items.some((each) => each.number !== sentBack));
  expect((await manager.listPaymentOrders({ query: { state: 'returned' } })).items).toMatchObject([
    { number: sentBack, state: 'returned', voucher: null, assignmentId: null },
  ]);
  expect(await refused(manager.handOverOrders({ body: { numbers: [sentBack] } }))).toMatchObject({
    code: 'NotAllowed',
    detail: expect.stringContaining(sentBack),
  });

  // One voucher proves one payment: said before the case is asked.
  const second = (await manager.listPaymentOrders()).items[0]?.number ?? '';
  const pay = (voucher: string) => refused(manager.markOrderPaid({ params: { number: second }, body: { voucher } }));
  expect(await pay('财拨-2026-0001')).toMatchObject({ code: 'BadDecisionData', errors: [{ path: 'data.voucher' }] });
  expect(await pay(' ')).toMatchObject({ code: 'BadRequest', errors: [{ path: 'voucher' }] });
  await manager.markOrderPaid({ params: { number: second }, body: { voucher: '财拨-2026-0003' } });

  const leader = await office.as('bureau-leader');
  const fund = await leader.getFund({ query: { year } });
  expect(fund.total).toMatchObject({ availableFen: 100_000_000, committedFen: 20_000_000, paidFen: 80_000_000 });
  expect(fund.programs).toMatchObject([
    {
      school: { id: 'dazu-zhijiao' },
      industry: { id: 'zhineng', name: { zh: '智能' } },
      program: { code: '660303', name: '工业机器人技术应用' },
      paidFen: 80_000_000,
    },
  ]);
  expect(fund.bySchool).toMatchObject([{ programs: 1, paidFen: 80_000_000 }]);
  expect(fund.minimum).toMatchObject({ amountFen: 1_000_000_000, receivedFen: 200_000_000, met: false });

  const entries = await leader.listFundEntries({ query: { caseId, limit: 2 } });
  expect(entries.items).toMatchObject([
    { kind: 'pay', voucher: '财拨-2026-0003', orderNumber: second, case: { id: caseId }, by: { id: 'fund-manager' } },
    { kind: 'pay', voucher: '财拨-2026-0001', orderNumber: number },
  ]);
  const older = await leader.listFundEntries({ query: { caseId, limit: 2, cursor: entries.nextCursor ?? '' } });
  expect(older.items.map(({ kind }) => kind)).toEqual(['commit', 'reserve']);
  for (const { lines } of [...entries.items, ...older.items])
    expect(lines.reduce((sum, { amountFen }) => sum + amountFen, 0)).toBe(0);

  const auditor = await office.as('auditor');
  const statement = await auditor.getStatement({ query: { year } });
  expect(statement.rows.map(({ kind, balanceFen }) => [kind, balanceFen])).toEqual([
    ['source', 200_000_000],
    ['reserve', 100_000_000],
    ['commit', 100_000_000],
    ['pay', 100_000_000],
    ['pay', 100_000_000],
  ]);
  const book = await office.raw(`/api/v1/fund/statement/export?year=${year}`, {
    as: 'auditor',
    headers: { 'Accept-Language': 'zh-CN' },
  });
  const [page] = await readExcelFile(Buffer.from(await book.arrayBuffer()));
  expect(book.headers.get('content-type')).toContain('spreadsheetml.sheet');
  expect(book.headers.get('content-disposition')).toContain(
    `filename*=UTF-8''${encodeURIComponent('基金对账单')}-${year}.xlsx`,
  );
  expect(page?.data).toHaveLength(7);
  expect(page?.data[5]?.slice(1)).toEqual([
    ...['拨付', expect.stringMatching(/^ZX-/), '大足职教中心', null, '财拨-2026-0003', second],
    ...[0, 0, -300_000, 300_000, 0, 1_000_000],
  ]);
  expect(page?.data.at(-1)?.slice(7, 12)).toEqual([1_000_000, 0, 200_000, 800_000, 0]);

  // Beside the lines, the sums; asked for one school, one kind or one case, the lines are those and the balance stays the year's.
  const sheets = await readExcelFile(Buffer.from(await (await exportOf({})).arrayBuffer()));
  expect(sheets.map(({ sheet }) => sheet)).toEqual([String(year), '按学校', '按产业', '按专业']);
  expect(sheets[3]?.data.slice(1).map((row) => row.slice(1))).toEqual([
    ['工业机器人技术应用', '660303', '大足职教中心', '智能', 0, 200_000, 800_000, 0, 0],
    [null, null, null, null, 0, 200_000, 800_000, 0, 0],
  ]);
  const payments = { kind: 'pay', unitId: 'dazu-zhijiao', industry: 'zhineng', caseId } as const;
  const [lines, ...others] = await readExcelFile(Buffer.from(await (await exportOf(payments)).arrayBuffer()));
  expect(others).toEqual([]);
  expect(lines?.data.slice(1, -1).map((row) => [row[5], row[10], row[12]])).toEqual([
    ['财拨-2026-0001', 500_000, 1_000_000],
    ['财拨-2026-0003', 300_000, 1_000_000],
  ]);
  expect((await auditor.getStatement({ query: { year, ...payments } })).rows).toHaveLength(2);
  expect((await auditor.getStatement({ query: { year, unitId: 'shuangqiao-zhiye' } })).rows).toEqual([]);
  const elsewhere = await leader.getFund({ query: { unitId: 'shuangqiao-zhiye' } });
  expect(elsewhere).toMatchObject({
    programs: [],
    bySchool: [],
    years: [{ year, paidFen: 0 }],
    minimum: { met: false },
  });
  const here = await leader.getFund({ query: { industry: 'zhineng', unitId: 'dazu-zhijiao' } });
  expect(here).toMatchObject({ programs: [{ paidFen: 80_000_000 }], years: [{ paidFen: 80_000_000, receivedFen: 0 }] });

  const reconciled = await auditor.reconcileFund();
  expect(reconciled.checks.map(({ id, ok }) => [id, ok])).toEqual([
    ['sum-is-zero', true],
    ['balances-follow-entries', true],
    ['sources-are-listed', true],
    ['payments-have-orders', true],
    ['ledger-equals-cases', true],
  ]);
  for (const login of ['clerk', 'teacher', 'other-reviewer']) {
    expect(await refused((await office.as(login)).getFund())).toMatchObject({ code: 'Forbidden' });
    expect(await refused((await office.as(login)).listFundEntries())).toMatchObject({ code: 'Forbidden' });
  }
  expect(await refused(leader.reconcileFund())).toMatchObject({ code: 'Forbidden' });
});

test('who reads what of the fund, and who acts on it', async () => {
  const number = (await (await office.as('fund-manager')).listPaymentOrders({ query: { state: 'paid' } })).items[0]
    ?.number;
  const params = { number: number ?? '' };
  const asks = {
    fund: (api: Api) => api.getFund(),
    entries: (api: Api) => api.listFundEntries(),
    statement: (api: Api) => api.getStatement({ query: { year } }),
    orders: (api: Api) => api.listPaymentOrders(),
    order: (api: Api) => api.getPaymentOrder({ params }),
    reconcile: (api: Api) => api.reconcileFund(),
    school: (api: Api) => api.listSchoolFunding(),
    board: (api: Api) => api.listCountersigns(),
    // Refused for another reason than the role: nothing changes.
    'hand over': (api: Api) => api.handOverOrders({ body: { numbers: ['BF-2026-9999'] } }),
    pay: (api: Api) => api.markOrderPaid({ params: { number: 'BF-2026-9999' }, body: { voucher: 'x' } }),
    receive: (api: Api) => api.recordSource({ body: money(1, { source: 'lottery' }) }),
  };
  const people = [
    'fund-manager',
    'auditor',
    'bureau-leader',
    'secretary',
    'bureau-reviewer',
    'clerk',
    'principal',
    'teacher',
  ];
  const table: string[] = [];
  for (const login of people) {
    const api = await office.as(login);
    const may: string[] = [];
    for (const [name, ask] of Object.entries(asks)) {
      const code = await ask(api).then(
        () => 'ok',
        (error: unknown) => (error instanceof ProblemError ? error.problem.code : String(error)),
      );
      if (code !== 'Forbidden') may.push(code === 'ok' ? name : `${name} (${code})`);
    }
    const exported = await office.raw(`/api/v1/fund/statement/export?year=${year}`, { as: login });
    table.push(`${login}: ${[...may, ...(exported.status === 200 ? ['export'] : [])].join(', ')}`);
  }
  expect(table.join('\n')).toMatchInlineSnapshot(`
    "fund-manager: fund, entries, statement, orders, order, reconcile, hand over (NotAllowed), pay (NotFound), receive (BadRequest), export
    auditor: fund, entries, statement, orders, order, reconcile, export
    bureau-leader: fund, entries, statement, orders, order, board, export
    secretary: fund, entries, statement, orders, order, board, export
    bureau-reviewer: school, board
    clerk: school
    principal: school
    teacher: "
  `);
  expect((await (await office.as('secretary')).getMe()).leads).toBe(true);
  expect((await (await office.as('caizhengju-reviewer')).getMe()).leads).toBe(false);
  expect((await (await office.as('clerk')).getMe()).leads).toBe(false);
});

test('the same program is not funded twice', async () => {
  expect(await refused(apply())).toMatchObject({ code: 'RulesNotMet' });
});

test('an award the fund cannot carry comes back with what is left, and the desk can decide again', async () => {
  const caseId = await apply('660304');
  await toTheDesk(caseId);
  const short = await refused(decide('bureau-leader', caseId, { data: { awardedFen: 110_000_000 } }));
  expect(short).toMatchObject({ status: 409, code: 'FundShort', detail: expect.stringContaining('1,000,000.00 元') });
  const file = await (await office.as('bureau-leader')).getCase({ params: { id: caseId } });
  expect(file).toMatchObject({ state: 'in-review', stage: { slug: 'bureau-decision' } });
  await decide('bureau-leader', caseId, { data: { awardedFen: 100_000_000 } });
  await (await office.as('clerk')).withdrawCase({ params: { id: caseId }, body: {} });
  await until(async () => (await office.prisma.fundPosting.count({ where: { caseId, kind: 'release' } })) === 1);
  expect((await (await office.as('auditor')).reconcileFund()).ok).toBe(true);
});

test('the lead sees who has answered a countersign, also where a turn changed hands', async () => {
  const caseId = await apply('660305');
  await decide('bureau-reviewer', caseId);
  await decide('zuzhibu-reviewer', caseId, { opinion: '同意支持' });
  await decide('shuiwuju-reviewer', caseId, { verdict: 'reject', opinion: '协议缺少发票条款' });
  const kejiju = await office.as('kejiju-reviewer');
  const { assignmentId } = await offered('kejiju-reviewer', caseId);
  await kejiju.transferAssignment({
    params: { id: assignmentId },
    body: { to: { personId: 'stand-in' }, reason: '出差' },
  });
  await decide('stand-in', caseId);
  const { assignmentId: claimed } = await offered('rensheju-reviewer', caseId);
  await (await office.as('rensheju-reviewer')).claimAssignment({ params: { id: claimed }, body: {} });

  const [board] = (await (await office.as('secretary')).listCountersigns()).items;
  expect(board).toMatchObject({ case: { id: caseId }, answered: 3, late: 0, coordinating: false });
  expect(board?.units.map(({ unit, state, by }) => `${unit.id} ${state} ${by?.id ?? ''}`.trim())).toEqual([
    'jiaowei waiting',
    'zuzhibu agreed zuzhibu-reviewer',
    'kejiju agreed stand-in',
    'jingxinwei waiting',
    'caizhengju waiting',
    'rensheju waiting',
    'zhujianwei waiting',
    'shuiwuju refused shuiwuju-reviewer',
  ]);
  expect(board?.units.at(-1)?.opinion).toBe('协议缺少发票条款');
  // Past its time, who has not answered is late, and nobody else.
  await office.prisma.assignment.updateMany({
    where: { caseId, unitId: { in: ['jiaowei', 'zuzhibu'] } },
    data: { dueAt: new Date(Date.now() - 1000) },
  });
  const [late] = (await (await office.as('secretary')).listCountersigns()).items;
  expect(late).toMatchObject({ answered: 3, late: 1 });
  expect(late?.units.filter(({ state }) => state === 'late').map(({ unit }) => unit.id)).toEqual(['jiaowei']);
  expect((await (await office.as('caizhengju-reviewer')).listCountersigns()).items).toEqual([]);
  await (await office.as('clerk')).withdrawCase({ params: { id: caseId }, body: {} });
});

test('the joint meeting approves the cases of one agenda together', async () => {
  const caseIds = [await apply('660306'), await apply('660307')];
  for (const caseId of caseIds) {
    await toTheDesk(caseId);
    await decide('bureau-leader', caseId, { data: { awardedFen: 10_000_000 } });
  }
  const secretary = await office.as('secretary');
  const agenda = (await secretary.listAssignments()).items.filter(({ batch }) => batch);
  expect(agenda.map(({ caseId }) => caseId).toSorted()).toEqual(caseIds.toSorted());
  const { items } = await secretary.batchApprove({
    body: { assignmentIds: agenda.map(({ id }) => id), opinion: '2026 年第 3 次联席会议审议通过' },
  });
  expect(items.map(({ ok }) => ok)).toEqual([true, true]);
  for (const caseId of caseIds) {
    const { stage } = await secretary.getCase({ params: { id: caseId } });
    expect(stage?.slug).not.toBe('joint-meeting');
    await until(async () => (await office.prisma.fundPosting.count({ where: { caseId, kind: 'commit' } })) === 1);
    await (await office.as('clerk')).withdrawCase({ params: { id: caseId }, body: {} });
    await until(async () => (await office.prisma.fundPosting.count({ where: { caseId, kind: 'release' } })) === 1);
  }
  expect((await (await office.as('auditor')).reconcileFund()).ok).toBe(true);
});

test('what an ended year has left goes where the policy says, once', async () => {
  const manager = await office.as('fund-manager');
  await manager.recordSource({ body: money(5_000_000, { year: year - 1 }) });
  const key = { idempotencyKey: randomUUID() };
  const carried = await manager.closeYear({ body: { year: year - 1 } }, key);
  expect(carried).toMatchObject({
    kind: 'carry-over',
    lines: expect.arrayContaining([expect.objectContaining({ year, amountFen: 5_000_000 })]),
  });
  expect(await manager.closeYear({ body: { year: year - 1 } }, key)).toEqual(carried);
  expect(await refused(manager.closeYear({ body: { year: year - 1 } }))).toMatchObject({ code: 'NotAllowed' });
  expect(await refused(manager.closeYear({ body: { year } }))).toMatchObject({
    code: 'BadRequest',
    errors: [{ path: 'year' }],
  });
  const { years } = await manager.getFund();
  expect(years).toMatchObject([
    { year: year - 1, receivedFen: 5_000_000, carriedOutFen: 5_000_000, availableFen: 0 },
    { year, carriedInFen: 5_000_000, availableFen: 105_000_000 },
  ]);
});

test('where the policy sends the rest of a year back, it leaves the fund', async () => {
  const manager = await office.as('fund-manager');
  const { fund } = office.policy.processes['program-funding'];
  const { availableFen } = (await manager.getFund()).total;
  await manager.recordSource({ body: money(3_000_000, { year: year - 2 }) });
  fund.yearEnd.available = 'return';
  try {
    expect(await manager.closeYear({ body: { year: year - 2 } })).toMatchObject({ kind: 'return' });
  } finally {
    fund.yearEnd.available = 'carry-over';
  }
  expect((await manager.getFund()).total.availableFen).toBe(availableFen);
  expect((await (await office.as('auditor')).reconcileFund()).ok).toBe(true);
});
