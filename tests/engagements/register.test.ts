/** What the database itself holds of part-time posts: the limits, the ledger, and that a repetition changes nothing. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createCaseActivities } from '../../activities/cases/case-activities.ts';
import type { Change, TransitionRequest } from '../../activities/cases/transition.ts';
import { createEngagementActivities } from '../../activities/engagements/engagement-activities.ts';
import type { Registration } from '../../activities/engagements/requests.ts';
import { createPrisma, type Prisma } from '../../prisma/client.ts';
import { partTimeIncome } from '../../processes/part-time-income/definition.ts';
import { dazu } from '../processes/dazu.ts';
import { freshDatabase } from '../support/index.ts';
import { postForm, type Wanted } from '../workflows/part-time.ts';
import { settlePeople } from '../workflows/people.ts';

let prisma: Prisma;
let register: ReturnType<typeof createEngagementActivities>['registerEngagement'];
let recordTransition: ReturnType<typeof createCaseActivities>['recordTransition'];
let teacher = '';
beforeAll(async () => {
  const database = await freshDatabase();
  prisma = createPrisma(database.url);
  await settlePeople(prisma);
  register = createEngagementActivities({ prisma }).registerEngagement;
  ({ recordTransition } = createCaseActivities({ prisma, mailDomain: 'lianban.test' }));
});
// Limits hold a teacher's posts together: each test has a teacher of its own.
beforeEach(() => {
  teacher = randomUUID();
});
afterAll(() => prisma?.$disconnect());

const atMs = Date.parse('2026-11-24T09:00:00+08:00');
const year = { startsOn: '2027-01-01', endsOn: '2027-12-31' };

const request = (caseId: string, number: number, changes: Change[]): TransitionRequest => ({
  ...{ caseId, number, atMs, changes, process: 'part-time-income', applicantId: teacher, unitId: 'dazu-zhijiao' },
});

/** A case with this post in its form, and what would register it. */
async function applied(
  wanted: Partial<Wanted> = {},
  others?: ReturnType<typeof postForm>['otherPosts']['held'],
): Promise<Registration> {
  const caseId = randomUUID();
  const form = postForm({ ...year, ...wanted });
  if (others) form.otherPosts.held = others;
  const rules = partTimeIncome.rules(dazu(), { unitId: 'dazu-zhijiao' }, form);
  await prisma.submission.create({
    data: {
      caseId,
      form,
      process: 'part-time-income',
      applicantId: teacher,
      unitId: 'dazu-zhijiao',
      title: '兼职',
      fileIds: [],
    },
  });
  await recordTransition(request(caseId, 1, [{ kind: 'open-case', rules, facts: {} }]));
  return {
    ...{ caseId, process: 'part-time-income', applicantId: teacher, unitId: 'dazu-zhijiao', version: 1, atMs },
    limits: { paidPosts: 3, workTimeMinutesAWeek: 480 },
  };
}

async function registered(wanted: Partial<Wanted> = {}): Promise<Registration> {
  const post = await applied(wanted);
  expect(await register(post)).toMatchObject({ kind: 'registered' });
  return post;
}

test('a registration that runs twice, or twice at once, is one registration with one answer', async () => {
  const post = await applied();
  const answers = await Promise.all([register(post), register(post), register(post)]);
  answers.push(await register(post));
  expect(answers).toEqual(answers.map(() => ({ kind: 'registered', ...year })));
  expect(await prisma.engagement.count({ where: { teacherId: teacher } })).toBe(1);
  expect(await prisma.engagementTerms.count({ where: { caseId: post.caseId } })).toBe(1);
});

test('eight hours a week of working time are kept, eight and a half are not; posts that follow each other are not added up', async () => {
  await registered({ workHours: 4 });
  await registered({ workHours: 4, startsOn: '2027-07-01' });
  expect(await register(await applied({ workHours: 0.5 }))).toEqual({
    ...{ kind: 'over-limit', limit: 'work-time', reached: 510, atMost: 480, on: '2027-07-01' },
  });
  expect(await register(await applied({ workHours: 4, endsOn: '2027-06-30' }))).toMatchObject({ kind: 'registered' });
  expect(await register(await applied({ workHours: 0, hours: 10 }))).toMatchObject({ kind: 'registered' });
  expect(await register(await applied({ workHours: 8, startsOn: '2028-01-01', endsOn: '2028-12-31' }))).toMatchObject({
    kind: 'registered',
  });
});

test('three paid posts at once are kept, a fourth is not; unpaid ones do not count, declared ones elsewhere do', async () => {
  for (let count = 0; count < 2; count++) await registered({ workHours: 0 });
  const elsewhere = [{ host: '外区单位', from: '2027-03-01', to: '2027-04-30', workingTimeHours: 0, paid: true }];
  expect(await register(await applied({ workHours: 0 }, elsewhere))).toMatchObject({
    kind: 'over-limit',
    limit: 'paid-posts',
    reached: 4,
    on: '2027-03-01',
  });
  await registered({ workHours: 0 });
  expect(await register(await applied({ workHours: 0 }))).toMatchObject({
    kind: 'over-limit',
    limit: 'paid-posts',
    reached: 4,
    atMost: 3,
  });
  expect(await register(await applied({ workHours: 0, paid: false }))).toMatchObject({ kind: 'registered' });
});

test('the same host is engaged once at a time', async () => {
  await registered({ host: '龙水五金' });
  expect(await register(await applied({ host: '龙水五金' }))).toMatchObject({ kind: 'over-limit', limit: 'same-host' });
  expect(
    await register(await applied({ host: '龙水五金', startsOn: '2028-01-01', endsOn: '2028-06-30' })),
  ).toMatchObject({ kind: 'registered' });
});

test('of ten posts registered in the same instant as many are in force as the limit allows', async () => {
  const posts = await Promise.all(Array.from({ length: 10 }, () => applied({ workHours: 3, paid: false })));
  const answers = await Promise.all(posts.map((post) => register(post)));
  expect(answers.filter(({ kind }) => kind === 'registered')).toHaveLength(2);
  expect(await prisma.engagement.count({ where: { teacherId: teacher } })).toBe(2);
});

test('a post that ended early leaves room; an end that was told is not moved, and nothing lengthens a post', async () => {
  const post = await registered({ workHours: 8 });
  await recordTransition(
    request(post.caseId, 2, [{ kind: 'set-engagement', state: 'ended-early', endedOn: '2027-03-31' }]),
  );
  expect(await register(await applied({ workHours: 8, startsOn: '2027-04-01' }))).toMatchObject({ kind: 'registered' });
  const set = (data: object) =>
    prisma.engagement.update({ where: { caseId: post.caseId }, data, select: { state: true } });
  await expect(set({ endedOn: '2027-06-30' })).rejects.toThrow(/has ended/);
  await expect(set({ endsOn: '2030-12-31' })).rejects.toThrow(/permission denied/);
  await expect(set({ workTimeMinutesAWeek: 0 })).rejects.toThrow(/permission denied/);
});

async function declared(post: Registration, period: string, incomeFen: number) {
  const { id } = await prisma.incomeDeclaration.create({
    data: { caseId: post.caseId, period, authorId: teacher, incomeFen, equityFen: 0, taxFen: 0, fileIds: [] },
  });
  return id;
}

test('a declaration is accepted once however often its transition runs; what stands in the ledger is only added to', async () => {
  const post = await registered();
  const first = await declared(post, '2027', 500);
  const filing: Change[] = [{ kind: 'file-declaration', declarationId: first, period: '2027', by: teacher }];
  const accepting: Change[] = [{ kind: 'settle-declaration', declarationId: first, state: 'accepted' }];
  for (let twice = 0; twice < 2; twice++) await recordTransition(request(post.caseId, 2, filing));
  for (let twice = 0; twice < 2; twice++) await recordTransition(request(post.caseId, 3, accepting));
  const second = await declared(post, '2027', 300);
  await recordTransition(
    request(post.caseId, 4, [
      { kind: 'file-declaration', declarationId: second, period: '2027', by: teacher },
      { kind: 'settle-declaration', declarationId: second, state: 'accepted' },
    ]),
  );
  const entries = await prisma.incomeEntry.findMany({ where: { caseId: post.caseId }, orderBy: { id: 'asc' } });
  expect(entries.map(({ kind, incomeFen, year: of }) => [kind, Number(incomeFen), of])).toEqual([
    ['declared', 500, 2027],
    ['correction', -200, 2027],
  ]);
  await expect(prisma.incomeEntry.updateMany({ data: { incomeFen: 1 } })).rejects.toThrow(/permission denied/);
  await expect(prisma.incomeEntry.deleteMany()).rejects.toThrow(/permission denied/);
  await expect(prisma.incomeDeclaration.updateMany({ where: { id: first }, data: { incomeFen: 1 } })).rejects.toThrow(
    /is accepted/,
  );
  await expect(prisma.incomeDeclaration.deleteMany({ where: { id: first } })).rejects.toThrow(/is accepted/);
});

test('a declaration cannot be born accepted, name no period, be negative, or belong to no post', async () => {
  const post = await registered();
  const create = (more: object) =>
    prisma.incomeDeclaration.create({
      data: {
        caseId: post.caseId,
        period: '2027',
        authorId: teacher,
        incomeFen: 0,
        equityFen: 0,
        taxFen: 0,
        fileIds: [],
        ...more,
      },
    });
  await expect(create({ state: 'accepted' })).rejects.toThrow(/begins as pending/);
  await expect(create({ period: '2027-Q5' })).rejects.toThrow(/income_declaration_period/);
  await expect(create({ incomeFen: -1 })).rejects.toThrow(/income_declaration_amounts/);
  const { id } = await create({ caseId: 'nowhere' });
  await prisma.incomeDeclaration.update({ where: { id }, data: { state: 'filed' } });
  await expect(prisma.incomeDeclaration.update({ where: { id }, data: { state: 'accepted' } })).rejects.toThrow(
    /Foreign key/,
  );
});

test('60.00 % to the development fund are entered, 59.99 % are not', async () => {
  const enter = (fundFen: number) => {
    const lines = [
      { side: 'source', item: 'training', amountFen: 1_000_000 },
      { side: 'use', item: 'development-fund', amountFen: fundFen },
    ];
    return prisma.$executeRaw`SELECT record_school_income(${randomUUID()}, 'shuangqiao-zhiye', 2026, now(), ${JSON.stringify(lines)}::jsonb, 'development-fund', 60)`;
  };
  await expect(enter(599_999)).rejects.toThrow(/to the fund/);
  await enter(600_000);
  await expect(prisma.schoolIncomeEntry.deleteMany()).rejects.toThrow(/permission denied/);
});
