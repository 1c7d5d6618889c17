import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import type { PartTimeForm } from '../../processes/part-time-income/form.ts';
import { pdf, refused } from './office.ts';
import {
  applied,
  decide,
  declaration,
  declare,
  keepPostsInOffice,
  last,
  office,
  registered,
  rowsOf,
  term,
  today,
  year,
} from './post-story.ts';

keepPostsInOffice();

describe('a post from its application to the yearly statement', () => {
  let id: string;

  test('is registered, and its past year is to be declared', async () => {
    id = await registered('teacher');
    const post = await (await office.as('teacher')).getEngagement({ params: { id } });
    expect(post).toMatchObject({
      id,
      number: expect.stringMatching(/^JZ-\d{4}-0001$/),
      host: { name: '龙水五金智造有限公司', code: '91500225MA5U8K3T2P' },
      sector: { id: 'wujin', name: { zh: '五金制造' } },
      hoursAWeek: 6,
      workTimeHoursAWeek: 4,
      state: 'in-force',
      waiting: [{ period: last, state: 'open' }],
      nextDeclaration: { period: String(year), opensOn: `${year + 1}-01-01` },
      acts: { declare: [last], correct: [], change: true, suspend: false, end: true, renew: false },
    });
    expect(post.periods.map(({ period, state }) => [period, state])).toEqual([
      [last, 'open'],
      [String(year), null],
      [String(year + 1), null],
    ]);
    expect(post.versions).toMatchObject([{ version: 1, yearlyFen: 3_600_000 }]);
  });

  test('a declaration is looked at before it is sent', async () => {
    const api = await office.as('teacher');
    const { form } = await api.getDeclarationForm();
    expect(JSON.stringify(form)).toContain('零申报');
    const check = (period: string, sent: object) =>
      api.checkDeclaration({ params: { id }, body: { period, form: sent as Record<string, unknown> } });
    const good = await declaration('teacher');
    expect(await check(last, good)).toMatchObject({ errors: [], correction: false, mayDeclare: true });
    expect(await check(last, { ...good, proof: { files: [] } })).toMatchObject({ mayDeclare: false });
    expect(await check(last, { ...good, income: { ...good.income, taxFen: '1e3' } })).toMatchObject({
      errors: [{ path: 'form.income.taxFen', message: expect.stringContaining('科学计数法') }],
      mayDeclare: false,
    });
    const early = await check(String(year), good);
    expect(early.findings.find(({ rule }) => rule === 'period-over')).toMatchObject({ level: 'error' });
  });

  test.each([
    ['of a year before the post', String(year - 2), {}, { status: 400, errors: [{ path: 'period' }] }],
    ['of a quarter where years are declared', `${last}-Q3`, {}, { status: 400, errors: [{ path: 'period' }] }],
    ['of a year that is not over', String(year), {}, { status: 422, errors: [{ path: 'period' }] }],
    ['nil with an amount', last, { nothing: true }, { status: 422, errors: [{ path: 'form.income.nothing' }] }],
    ['of a negative amount', last, { incomeFen: -1 }, { status: 400, errors: [{ path: 'form.income.incomeFen' }] }],
  ])('one %s is refused', async (_, period, income, problem) => {
    const form = await declaration('teacher', income);
    expect(await refused(declare('teacher', id, form, period))).toMatchObject(problem);
    expect(await office.prisma.incomeDeclaration.count({ where: { caseId: id } })).toBe(0);
  });

  test("somebody else's file proves nothing", async () => {
    const { id: file } = await (await office.as('teacher-2')).uploadFile({ file: pdf() });
    expect(await refused(declare('teacher', id, await declaration('teacher', {}, { files: [file] })))).toMatchObject({
      status: 422,
      errors: [{ path: 'files' }],
    });
  });

  test('declared once, however often it is sent; finance sends it back, then accepts', async () => {
    const api = await office.as('teacher');
    const form = (await declaration('teacher')) as unknown as Record<string, unknown>;
    const [idempotencyKey, call] = [randomUUID(), { params: { id }, body: { period: last, form } }];
    const first = await api.declareIncome(call, { idempotencyKey });
    expect(first).toMatchObject({ correction: false });
    expect(await api.declareIncome(call, { idempotencyKey })).toEqual(first);
    // While finance looks at it there is no other.
    expect(await refused(declare('teacher', id, await declaration('teacher')))).toMatchObject({
      code: 'NotAllowed',
      detail: expect.stringContaining('财务核对'),
    });
    expect(await office.prisma.incomeDeclaration.count({ where: { caseId: id } })).toBe(1);

    await decide('finance', id, { verdict: 'return', opinion: '流水不完整' });
    expect((await api.getEngagement({ params: { id } })).acts.declare).toEqual([last]);
    await declare('teacher', id, await declaration('teacher', { incomeFen: 1_000_000 }));
    await decide('finance', id);
    const post = await api.getEngagement({ params: { id } });
    expect(post).toMatchObject({
      declared: { incomeFen: 1_000_000, equityFen: 0, taxFen: 36_000 },
      waiting: [],
      acts: { declare: [], correct: [last] },
    });
    expect(post.periods[0]?.declarations.map(({ state }) => state)).toEqual(['returned', 'accepted']);
    expect(post.periods[0]?.declarations[1]?.files).toMatchObject([{ name: '流水.pdf' }]);
  });

  test('a second declaration corrects the first: its reason is asked for, its difference a row of its own', async () => {
    const without = await declaration('teacher', { incomeFen: 1_200_000 });
    expect(await refused(declare('teacher', id, without))).toMatchObject({
      code: 'RulesNotMet',
      errors: [{ path: 'form.correction.reason' }],
    });
    const lower = await declaration('teacher', { incomeFen: 900_000, equityFen: 50_000 }, { reason: '多计差旅补助' });
    expect(await declare('teacher', id, lower)).toMatchObject({ correction: true });
    await decide('finance', id);
    const { items } = await (await office.as('teacher')).listIncome();
    expect(items.map(({ kind, incomeFen, equityFen, taxFen }) => [kind, incomeFen, equityFen, taxFen])).toEqual([
      ['correction', -100_000, 50_000, 0],
      ['declared', 1_000_000, 0, 36_000],
    ]);
    const page = await (await office.as('finance')).listIncome({ query: { limit: 1 } });
    const next = await (await office.as('finance')).listIncome({ query: { limit: 1, cursor: page.nextCursor! } });
    expect([page.items[0]?.kind, next.items[0]?.kind, next.nextCursor]).toEqual(['correction', 'declared', null]);
  });

  test('the yearly statement: persons, hosts, income, equity and tax, apart from pay', async () => {
    const finance = await office.as('finance');
    const statement = await finance.getIncomeStatement({ query: { year: year - 1 } });
    expect(statement).toMatchObject({
      school: { id: 'dazu-zhijiao' },
      teachers: 1,
      hosts: 1,
      rows: [{ teacher: { id: 'teacher' }, periods: 1, nil: 0, corrections: 1, incomeFen: 900_000 }],
      total: { incomeFen: 900_000, equityFen: 50_000, taxFen: 36_000 },
      clause: '三(三)4',
      note: { zh: expect.stringContaining('不纳入学校绩效工资总量') },
    });
    const rows = await rowsOf(`/income/statement/export?year=${last}`, 'finance');
    expect(rows[2]?.slice(4)).toEqual([1, 0, 1, 9000, 500, 360]);
    expect(rows[3]?.slice(0, 2)).toEqual(['合计', '1 人，1 个单位']);

    const paper = await office.raw(`/api/v1/income/statement/pdf?year=${last}`, { as: 'principal' });
    expect(paper.headers.get('content-type')).toBe('application/pdf');
    expect(
      Buffer.from(await paper.arrayBuffer())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
    // A year without entries is a statement too.
    expect(await finance.getIncomeStatement({ query: { year: 2001 } })).toMatchObject({ rows: [], teachers: 0 });
    expect((await office.raw('/api/v1/income/statement/pdf?year=2001', { as: 'finance' })).status).toBe(200);
  });

  test('is enterprise practice for the certification form, in the days worked', async () => {
    const proposal = await (await office.as('teacher')).proposePractice();
    expect(proposal.items).toMatchObject([
      { case: { id }, enterprise: '龙水五金智造有限公司', post: '模具设计技术顾问', from: term.from },
    ]);
    expect(proposal.days).toBe(proposal.items[0]?.days);
    expect(proposal.days).toBeGreaterThan(0);
    expect(await (await office.as('teacher-2')).proposePractice()).toMatchObject({ items: [], days: 0 });
  });

  test('is seen by its teacher, the school, the district and auditors, and by nobody else', async () => {
    const params = { id };
    for (const login of [
      'finance',
      'principal',
      'school-reviewer',
      'bureau-reviewer',
      'rensheju-reviewer',
      'auditor',
    ]) {
      const api = await office.as(login);
      expect([login, (await api.getEngagement({ params })).id]).toEqual([login, id]);
      expect([login, (await api.listEngagements()).items.map((post) => post.id)]).toEqual([login, [id]]);
    }
    for (const login of ['teacher-2', 'other-teacher', 'other-reviewer', 'kejiju-reviewer', 'clerk', 'fund-manager']) {
      const api = await office.as(login);
      expect([login, (await refused(api.getEngagement({ params }))).status]).toEqual([login, 404]);
      expect([login, (await api.listEngagements()).items]).toEqual([login, []]);
      expect([login, (await api.listIncome()).items]).toEqual([login, []]);
    }
    const noted = await office.prisma.securityEvent.count({
      where: { action: 'access-refused', target: `engagement ${id}` },
    });
    expect(noted).toBe(6);
    expect((await refused(office.anybody.listEngagements())).status).toBe(401);
  });

  test('statements, exports and overview are bound to unit and role', async () => {
    const of = async (login: string, query: { year: number; unitId?: string }) =>
      (await office.as(login)).getIncomeStatement({ query });
    expect(await refused(of('other-reviewer', { year: year - 1, unitId: 'dazu-zhijiao' }))).toMatchObject({
      status: 404,
    });
    expect((await of('other-reviewer', { year: year - 1 })).rows).toEqual([]);
    expect(await refused(of('teacher', { year: year - 1 }))).toMatchObject({ status: 403 });
    expect(await refused(of('rensheju-reviewer', { year: year - 1 }))).toMatchObject({
      status: 400,
      errors: [{ path: 'unitId' }],
    });
    expect((await of('rensheju-reviewer', { year: year - 1, unitId: 'dazu-zhijiao' })).rows).toHaveLength(1);
    expect(await refused((await office.as('principal')).getEngagementOverview())).toMatchObject({ status: 403 });
    expect((await office.raw('/api/v1/engagements/export', { as: 'teacher' })).status).toBe(403);
  });

  test('the register has filters and a spreadsheet, the district its overview', async () => {
    const school = await office.as('school-reviewer');
    const found = async (query: Parameters<typeof school.listEngagements>[0] extends infer T ? T : never) =>
      (await school.listEngagements(query)).items.length;
    expect(await found({ query: { q: '模具' } })).toBe(1);
    expect(await found({ query: { q: 'teacher' } })).toBe(1);
    expect(await found({ query: { q: '没有' } })).toBe(0);
    expect(await found({ query: { state: 'suspended' } })).toBe(0);
    expect(await found({ query: { kind: 'enterprise', sector: 'wujin', paid: 'true' } })).toBe(1);
    expect(await found({ query: { paid: 'false' } })).toBe(0);
    expect(await found({ query: { declaration: 'open' } })).toBe(0);
    expect(await found({ query: { endsBy: term.to } })).toBe(1);
    expect(await found({ query: { endsBy: term.from } })).toBe(0);
    expect(await found({ query: { scope: 'mine' } })).toBe(0);
    expect(await found({ query: { scope: 'school' } })).toBe(1);

    const rows = await rowsOf('/engagements/export', 'school-reviewer');
    expect(rows[1]?.slice(2, 4)).toEqual(['teacher', '龙水五金智造有限公司']);
    expect(rows.at(-1)?.[0]).toBe('合计');

    const overview = await (await office.as('rensheju-reviewer')).getEngagementOverview({ query: { year: year - 1 } });
    const counts = { posts: 1, suspended: 0, teachers: 1, paid: 1, declarationsWaiting: 0, incomeFen: 900_000 };
    expect(overview).toMatchObject({
      schools: [{ school: { id: 'dazu-zhijiao' }, ...counts }],
      total: counts,
      bySector: [{ sector: { id: 'wujin' }, posts: 1 }],
    });
  });

  test('another at the same host in the same time is refused before it is sent', async () => {
    expect(await refused(applied('teacher'))).toMatchObject({
      code: 'RulesNotMet',
      errors: [{ path: 'form.host.name', message: expect.stringContaining('同一单位') }],
    });
  });
});

describe('what may be done with a post', () => {
  let id: string;
  const keyed = () => ({ idempotencyKey: randomUUID() });
  beforeAll(async () => {
    id = await registered('teacher-3');
  });

  test('the principal suspends and resumes it with a reason, its teacher does not', async () => {
    const [principal, teacher, body] = [
      await office.as('principal'),
      await office.as('teacher-3'),
      { reason: '影响教学' },
    ];
    expect(await refused(teacher.suspendEngagement({ params: { id }, body }, keyed()))).toMatchObject({ status: 403 });
    expect(
      await refused(principal.suspendEngagement({ params: { id }, body: { reason: ' ' } }, keyed())),
    ).toMatchObject({
      status: 400,
    });
    await principal.suspendEngagement({ params: { id }, body }, keyed());
    expect((await principal.getEngagement({ params: { id } })).acts).toMatchObject({ suspend: false, resume: true });
    expect(await refused(principal.suspendEngagement({ params: { id }, body }, keyed()))).toMatchObject({
      code: 'NotAllowed',
    });
    await principal.resumeEngagement({ params: { id }, body }, keyed());
    expect((await principal.getEngagement({ params: { id } })).state).toBe('in-force');
    // Who only reads has no act at all.
    const acts = Object.values((await (await office.as('finance')).getEngagement({ params: { id } })).acts);
    expect(acts.flat().filter(Boolean)).toEqual([]);
    expect(await refused((await office.as('finance')).endEngagement({ params: { id }, body }, keyed()))).toMatchObject({
      status: 403,
    });
  });

  test('its terms change from the stage that matters, the old ones in force meanwhile', async () => {
    const api = await office.as('teacher-3');
    const { form } = await office.prisma.case.findUniqueOrThrow({ where: { id }, select: { form: true } });
    const changed = structuredClone(form) as unknown as PartTimeForm;
    const call = () => ({ params: { id }, body: { form: changed as unknown as Record<string, unknown> } });
    expect(await api.checkChange(call())).toMatchObject({ from: null, mayPropose: false });
    expect(await refused(api.proposeChange(call(), keyed()))).toMatchObject({ code: 'RulesNotMet' });
    changed.post.hoursPerWeek = 5;
    expect(await api.checkChange(call())).toMatchObject({ from: { id: 'principal-approval' }, mayPropose: true });
    changed.post.workingTimeHours = 5;
    expect(await api.checkChange(call())).toMatchObject({ from: { id: 'school-review' }, mayPropose: true });
    changed.post.workingTimeHours = 3;

    await api.proposeChange(call(), keyed());
    expect(await refused(api.proposeChange(call(), keyed()))).toMatchObject({ code: 'NotAllowed' });
    expect(await api.getEngagement({ params: { id } })).toMatchObject({
      hoursAWeek: 6,
      changes: [
        {
          ...{ number: 1, state: 'open', from: { id: 'principal-approval' } },
          differences: [
            { label: { zh: '每周时间（小时）' }, before: { zh: '6' }, after: { zh: '5' } },
            { label: { zh: '其中占用工作时间（小时）' }, before: { zh: '4' }, after: { zh: '3' } },
          ],
        },
      ],
      acts: { change: false, withdrawChange: true },
    });
    await api.withdrawChange({ params: { id }, body: {} }, keyed());
    await api.proposeChange(call(), keyed());
    await decide('principal', id);
    await decide('bureau-reviewer', id);
    await decide('rensheju-reviewer', id);
    expect(await api.getEngagement({ params: { id } })).toMatchObject({
      hoursAWeek: 5,
      workTimeHoursAWeek: 3,
      changes: [{ state: 'withdrawn' }, { state: 'approved' }],
      versions: [{ hoursAWeek: 6 }, { hoursAWeek: 5 }],
    });
  });

  test('it is renewed near its end only, as a draft of a new case', async () => {
    const api = await office.as('teacher-3');
    expect(await refused(api.renewEngagement({ params: { id }, body: {} }))).toMatchObject({ code: 'NotAllowed' });
    // Near its end, as far as the page knows.
    await office.owner.engagement.update({ where: { caseId: id }, data: { endsOn: today } });
    const { draftId } = await api.renewEngagement({ params: { id }, body: {} });
    const { form } = await api.getDraft({ params: { id: draftId } });
    expect(form).toMatchObject({
      host: { name: '龙水五金智造有限公司' },
      renewal: { of: expect.stringMatching(/^JZ-/) },
      evidence: { agreement: [] },
      pledge: { accepted: false },
    });
    await office.owner.engagement.update({ where: { caseId: id }, data: { endsOn: term.to } });
  });

  test('its teacher ends it early, not in the future; its last period is to be declared then', async () => {
    const api = await office.as('teacher-3');
    const body = { reason: '项目结束' };
    const later = api.endEngagement({ params: { id }, body: { ...body, endedOn: term.to } }, keyed());
    expect(await refused(later)).toMatchObject({ status: 422 });
    await api.endEngagement({ params: { id }, body }, keyed());
    const post = await api.getEngagement({ params: { id } });
    expect(post).toMatchObject({
      state: 'ended-early',
      endedOn: today,
      acts: { end: false, change: false, declare: [last] },
    });
    expect(post.periods.at(-1)).toMatchObject({ period: String(year), to: today });
    expect(
      await refused((await office.as('principal')).closeEngagement({ params: { id }, body }, keyed())),
    ).toMatchObject({
      status: 403,
    });
    await (await office.as('administrator')).closeEngagement({ params: { id }, body }, keyed());
    expect(await office.prisma.case.findUniqueOrThrow({ where: { id } })).toMatchObject({ state: 'approved' });
  });
});
