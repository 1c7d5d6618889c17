/** Lists, pages, numbers, drafts and what belongs to one person. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openOffice, refused, submit, turnOf } from './office.ts';
import type { Office } from './office.ts';

let office: Office;
const submitted: string[] = [];
beforeAll(async () => {
  office = await openOffice();
  for (const login of ['teacher', 'colleague', 'teacher-2', 'teacher-3', 'teacher-4'])
    submitted.push(await submit(await office.as(login)));
});
afterAll(() => office?.stop());

describe('the inbox', () => {
  test('shows what is overdue first, page by page, each turn once', async () => {
    const reviewer = await office.as('school-reviewer');
    const turns = await Promise.all(submitted.map((caseId) => turnOf(office, caseId)));
    const dueInDays = [3, -2, 0.3, -5, 9];
    for (const [index, id] of turns.entries()) {
      await office.prisma.assignment.update({
        where: { id },
        data: { dueAt: new Date(Date.now() + dueInDays[index]! * 86_400_000) },
      });
    }
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await reviewer.listAssignments({ query: { limit: 2, ...(cursor && { cursor }) } });
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(seen).toEqual([3, 1, 2, 0, 4].map((index) => turns[index]));
    const [first] = (await reviewer.listAssignments()).items;
    expect(first).toMatchObject({
      due: { level: 'overdue', text: { zh: expect.stringMatching(/^已超期/) } },
      stage: { name: { zh: '学校初审' } },
    });
    expect(await reviewer.countAssignments()).toMatchObject({ open: 5, overdue: 2, delegatedToMe: 0, mine: 0 });
    expect((await reviewer.listAssignments({ query: { q: 'SS-' } })).items).toHaveLength(5);
    expect((await reviewer.listAssignments({ query: { q: '%' } })).items).toHaveLength(0);
    expect((await reviewer.listAssignments({ query: { process: 'program-funding' } })).items).toHaveLength(0);
  });

  test('turns without a deadline come last', async () => {
    const reviewer = await office.as('school-reviewer');
    const turn = await turnOf(office, submitted[3]!);
    await office.prisma.assignment.update({ where: { id: turn }, data: { dueAt: null } });
    const pages: string[] = [];
    for (let cursor: string | undefined; ;) {
      const page = await reviewer.listAssignments({ query: { limit: 1, ...(cursor && { cursor }) } });
      pages.push(...page.items.map(({ id }) => id));
      if (!page.nextCursor) break;
      cursor = page.nextCursor;
    }
    expect(pages).toHaveLength(5);
    expect(pages.at(-1)).toBe(turn);
  });
});

test('my cases, those copied to me, those I may see: newest first', async () => {
  const reviewer = await office.as('school-reviewer');
  const all = [];
  for (let cursor: string | undefined; ;) {
    const page = await reviewer.listCases({ query: { limit: 2, ...(cursor && { cursor }) } });
    all.push(...page.items.map(({ id }) => id));
    if (!page.nextCursor) break;
    cursor = page.nextCursor;
  }
  expect(all).toEqual(submitted.toReversed());
  const teacher = await office.as('teacher');
  expect((await teacher.listCases({ query: { view: 'mine' } })).items).toMatchObject([
    { id: submitted[0], state: 'in-review', stage: { slug: 'school-review' } },
  ]);
  expect((await teacher.listCases()).items.map(({ id }) => id)).toEqual([submitted[0]]);
  expect((await (await office.as('other-teacher')).listCases()).items).toEqual([]);
  expect((await reviewer.listCases({ query: { state: 'withdrawn' } })).items).toEqual([]);

  const other = await office.as('other-teacher');
  await reviewer.copyCase({ params: { id: submitted[0]! }, body: { userIds: ['other-teacher'], note: '请知悉' } });
  expect((await other.listCases({ query: { view: 'copied' } })).items).toMatchObject([
    { id: submitted[0], unread: true },
  ]);
  expect((await other.countAssignments()).copiedUnread).toBe(1);
  const view = await other.getCase({ params: { id: submitted[0]! } });
  expect(view).toMatchObject({ objections: [], actions: [] });
  expect((await other.countAssignments()).copiedUnread).toBe(0);
  expect(await refused(other.commentCase({ params: { id: submitted[0]! }, body: { body: '看过' } }))).toMatchObject({
    code: 'Forbidden',
  });
  const [bell] = (await other.listNotifications()).items;
  expect(bell).toMatchObject({ kind: 'copied', caseId: submitted[0], text: { zh: '抄送给您' } });
});

test('drafts are one’s own, saved as one types, guarded against another window', async () => {
  const teacher = await office.as('teacher-5');
  const draft = await teacher.createDraft({ body: { process: 'teacher-certification' } });
  expect(draft).toMatchObject({ form: {}, title: '双师型教师认定', caseId: null });
  const saved = await teacher.saveDraft({
    params: { id: draft.id },
    body: { form: { applicant: { name: '钱一' } }, updatedAt: draft.updatedAt },
  });
  expect(
    await refused(teacher.saveDraft({ params: { id: draft.id }, body: { form: {}, updatedAt: draft.updatedAt } })),
  ).toMatchObject({ status: 409, code: 'DraftChanged' });
  await teacher.saveDraft({
    params: { id: draft.id },
    body: { form: { applicant: { name: '钱二' } }, updatedAt: saved.updatedAt },
  });
  expect((await teacher.listDrafts()).items).toMatchObject([{ id: draft.id }]);
  const stranger = await office.as('colleague');
  for (const call of [
    () => stranger.getDraft({ params: { id: draft.id } }),
    () => stranger.saveDraft({ params: { id: draft.id }, body: { form: {} } }),
    () => stranger.deleteDraft({ params: { id: draft.id } }),
  ]) {
    expect(await refused(call())).toMatchObject({ status: 404 });
  }
  expect(
    await refused(teacher.createDraft({ body: { process: 'teacher-certification', caseId: submitted[0]! } })),
  ).toMatchObject({ status: 404 });
  expect(
    await refused(stranger.createDraft({ body: { process: 'teacher-certification', caseId: submitted[1]! } })),
  ).toMatchObject({ code: 'NotOpen' });
  await teacher.deleteDraft({ params: { id: draft.id } });
  expect((await teacher.countAssignments()).drafts).toBe(0);
});

test('the process explains itself and checks a form before it is sent', async () => {
  const teacher = await office.as('teacher-5');
  const open = async (login: string) =>
    (await (await office.as(login)).listProcesses()).items.flatMap(({ slug, mayApply }) => (mayApply ? slug : []));
  expect(await open('teacher-5')).toEqual(['teacher-certification', 'part-time-income']);
  expect(await open('bureau-reviewer')).toEqual([]);
  const detail = await teacher.getProcess({ params: { slug: 'teacher-certification' } });
  expect(detail.stages.map(({ slug, deadlineText }) => `${slug} ${deadlineText.zh}`)).toEqual([
    'school-review 5 个工作日',
    'expert-panel 15 个工作日',
    'public-notice 5 个工作日',
    'bureau-decision 10 个工作日',
    'certificate 5 个工作日',
  ]);
  expect(detail.form).toMatchObject({ properties: { applicant: { section: true } } });
  const slug = 'teacher-certification';
  const empty = await teacher.checkForm({ params: { slug }, body: { form: {} } });
  expect(empty).toMatchObject({ findings: [], maySubmit: false });
  expect(empty.errors.map(({ path }) => path)).toContain('applicant');
  const form = (await office.prisma.case.findUniqueOrThrow({ where: { id: submitted[0]! } })).form as Record<
    string,
    unknown
  >;
  expect(await teacher.checkForm({ params: { slug }, body: { form } })).toMatchObject({ errors: [], maySubmit: true });
  const short = await teacher.checkForm({ params: { slug }, body: { form: { ...form, practice: { periods: [] } } } });
  expect(short.findings.find(({ rule }) => rule === 'enterprise-practice')).toMatchObject({
    level: 'warning',
    clause: expect.any(String),
  });
  expect(await refused(teacher.getProcess({ params: { slug: 'no-such-process' } }))).toMatchObject({ status: 404 });
});

test('who I am, my phrases, people within my reach', async () => {
  const principal = await office.as('principal');
  expect(await principal.getMe()).toMatchObject({
    id: 'principal',
    memberships: [{ role: 'principal', unit: { name: { zh: '大足职教中心' } } }],
    mayApply: [],
  });
  const phrase = await principal.createQuickPhrase({ body: { body: '同意' } });
  await principal.changeQuickPhrase({ params: { id: phrase.id }, body: { body: '情况属实，同意' } });
  expect((await principal.listQuickPhrases()).items).toEqual([{ id: phrase.id, body: '情况属实，同意' }]);
  expect(await refused((await office.as('teacher')).deleteQuickPhrase({ params: { id: phrase.id } }))).toMatchObject({
    status: 404,
  });
  await principal.deleteQuickPhrase({ params: { id: phrase.id } });

  const names = async (login: string, query: object) =>
    (await (await office.as(login)).searchPeople({ query })).items.map(({ id }) => id);
  const found = await names('principal', { q: 'reviewer' });
  expect(found).toEqual(
    expect.arrayContaining(['bureau-reviewer', 'finance-reviewer', 'school-reviewer', 'school-reviewer-2']),
  );
  expect(found).not.toContain('other-reviewer');
  expect(await names('principal', { q: 'other' })).toEqual([]);
  expect(await names('bureau-reviewer', { q: 'other' })).toEqual(['other-reviewer', 'other-teacher']);
  expect(await names('principal', { role: 'reviewer', unitId: 'shuangqiao-zhiye' })).toEqual([]);
  // By the unit's name too; a school beyond one's reach stays so.
  expect(await names('bureau-reviewer', { q: '双桥', role: 'reviewer' })).toEqual(['other-reviewer']);
  expect(await names('principal', { q: '双桥' })).toEqual([]);
});

test('who may apply for what depends on the unit: schools for money, whoever is in charge reports a figure', async () => {
  const mayApply = async (login: string) => (await (await office.as(login)).getMe()).mayApply.map(({ slug }) => slug);
  expect(await mayApply('clerk')).toEqual(['program-funding', 'school-income']);
  await office.prisma.membership.create({ data: { userId: 'auditor', unitId: 'jiaowei', role: 'clerk' } });
  expect(await mayApply('auditor')).toEqual(['indicator-report']);
  const department = await office.as('auditor');
  const sent = department.submitCase(
    { body: { process: 'program-funding', form: {} } },
    { idempotencyKey: randomUUID() },
  );
  expect(await refused(sent)).toMatchObject({ status: 403, code: 'Forbidden' });
});

test('deadlines explain themselves; a year is imported by the administrator and cases count again', async () => {
  expect(await office.anybody.getDeadline({ query: { start: '2026-02-13', workingDays: 5 } })).toMatchObject({
    due: '2026-02-27',
    dueAt: '2026-02-28T00:00:00.000+08:00',
    provisional: false,
    derivation: {
      skipped: expect.arrayContaining([{ on: '2026-02-17', why: { zh: '春节', en: 'Spring Festival' } }]),
      makeUpDays: ['2026-02-14'],
    },
  });
  expect(await office.anybody.getDeadline({ query: { start: '2026-09-28', days: 7 } })).toMatchObject({
    due: '2026-10-08',
  });
  expect(await office.anybody.getDeadline({ query: { start: '2027-01-04', workingDays: 5 } })).toMatchObject({
    provisional: true,
  });

  const administrator = await office.as('administrator');
  const holidays = Array.from({ length: 13 }, (_, index) => `2027-03-${String(index + 1).padStart(2, '0')}`);
  const year = { params: { year: 2027 }, body: { holidays, makeUpDays: ['2027-04-03'] } };
  expect(await refused((await office.as('bureau-reviewer')).importCalendarYear(year))).toMatchObject({ status: 403 });
  expect(
    await refused(administrator.importCalendarYear({ ...year, body: { ...year.body, makeUpDays: ['2027-04-05'] } })),
  ).toMatchObject({ status: 400, errors: [{ path: 'makeUpDays.0' }] });
  await office.prisma.assignment.updateMany({ where: { caseId: submitted[0]! }, data: { provisional: true } });
  expect(await administrator.importCalendarYear(year)).toMatchObject({ source: 'imported', casesTold: 1 });
  expect((await administrator.listCalendarYears()).items.find(({ year: each }) => each === 2027)).toMatchObject({
    source: 'imported',
    holidays,
  });
});

test('the contract is served as OpenAPI 3.1 with a page to read it', async () => {
  const document = (await (await office.raw('/api/v1/openapi.json')).json()) as {
    openapi: string;
    paths: Record<string, object>;
  };
  expect(document.openapi).toBe('3.1.0');
  expect(Object.keys(document.paths)).toContain('/api/v1/assignments/{id}/decision');
  const page = await (await office.raw('/api/docs')).text();
  const sources = [...page.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, source]) => source ?? '');
  expect(sources).toHaveLength(3);
  for (const source of sources) expect(`${source} ${(await office.raw(source)).status}`).toBe(`${source} 200`);
});
