/** The round over a district's worth of turns: in pages, and each person once. */
import { randomUUID } from 'node:crypto';
import { MockActivityEnvironment, type TestWorkflowEnvironment } from '@temporalio/testing';
import { Worker } from '@temporalio/worker';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { asJson } from '../../activities/cases/writing.ts';
import { createRoundActivities, type Page, type PageDone } from '../../activities/rounds/round-activities.ts';
import { dateOfDay, DAY_MS, shanghaiDate, shanghaiDay } from '../../processes/shanghai.ts';
import { ROUNDS_QUEUE } from '../../workflows/messages.ts';
import { openPostRoom, type PostRoom } from '../mail/post-room.ts';
import { timeSkipping, workflowBundle } from '../support/index.ts';
import { certificationRules } from '../workflows/rules.ts';

const nowMs = Date.now();
const today = shanghaiDate(nowMs);
let room: PostRoom;
let round: ReturnType<typeof createRoundActivities>;

beforeAll(async () => {
  room = await openPostRoom();
  round = createRoundActivities({
    prisma: room.prisma,
    storage: room.storage,
    mailDomain: 'lianban.test',
    nearWorkingDays: 2,
    renewalDaysBefore: [90, 30],
  });
});
afterEach(clear);
afterAll(() => room?.close());

const inDays = (days: number) => new Date(nowMs + days * DAY_MS);

/** Cases with one open turn each. */
async function settle(
  turns: {
    dueAt: Date;
    unitId?: string;
    role?: string;
    personId?: string;
    purpose?: string;
    stage?: string;
    excludedId?: string;
  }[],
) {
  const cases = turns.map((turn) => ({ id: randomUUID(), turn }));
  const rules = asJson(certificationRules());
  await room.prisma.case.createMany({
    data: cases.map(({ id }) => ({
      id,
      rules,
      number: id,
      title: '初级双师型教师认定',
      process: 'teacher-certification',
      state: 'in-review',
      stage: 'school-review',
      applicantId: 'teacher',
      unitId: 'dazu-zhijiao',
      form: {},
      policyVersion: 'test-1',
      facts: {},
      submittedAt: inDays(-10),
    })),
  });
  await room.prisma.assignment.createMany({
    data: cases.map(({ id, turn }) => ({
      id: `${id}-1`,
      caseId: id,
      process: 'teacher-certification',
      stage: 'school-review',
      round: 1,
      purpose: 'decide',
      state: 'open',
      openedAt: inDays(-10),
      ...turn,
    })),
  });
  return cases.map(({ id }) => id);
}

async function clear() {
  await room.prisma.notification.deleteMany();
  await room.prisma.certificate.deleteMany();
  await room.prisma.assignment.deleteMany();
  await room.prisma.case.deleteMany();
}

/** Runs all pages and tells how many there were. */
async function pages(queue: (page: Page) => Promise<PageDone>, size: number) {
  let count = 0;
  let queued = 0;
  for (let after: string | null = ''; after !== null; count++) {
    const done = await queue({ after, size });
    queued += done.queued;
    after = done.next;
  }
  return { count, queued };
}

const digestsFor = async () =>
  (await room.prisma.notification.findMany({ where: { kind: 'daily-digest' }, orderBy: { recipientId: 'asc' } })).map(
    ({ recipientId }) => recipientId,
  );

test('2,000 turns of 650 people are read in pages of 200; each person is told once, also when the round runs again', async () => {
  await room.prisma.user.createMany({
    data: Array.from({ length: 650 }, (_, index) => ({
      id: `handler-${index}`,
      name: `经办${index}`,
      email: `handler-${index}@example.test`,
      updatedAt: new Date(),
    })),
  });
  await settle(Array.from({ length: 2000 }, (_, index) => ({ dueAt: inDays(-1), personId: `handler-${index % 650}` })));

  const first = await pages((page) => round.queueDigests({ ...page, date: today, atMs: nowMs }), 200);
  expect(first).toEqual({ count: 4, queued: 650 });
  expect(await pages((page) => round.queueDigests({ ...page, date: today, atMs: nowMs }), 200)).toEqual({
    count: 4,
    queued: 0,
  });
  expect(new Set(await digestsFor()).size).toBe(650);
});

test('due today and near are told, later is not; role holders, named persons and substitutes are, the submitter and disabled people are not', async () => {
  await room.prisma.substitute.createMany({
    data: [
      {
        principalId: 'school-reviewer',
        substituteId: 'colleague',
        startsOn: today,
        endsOn: today,
        processes: ['teacher-certification'],
      },
      {
        principalId: 'school-reviewer',
        substituteId: 'administrator',
        startsOn: today,
        endsOn: today,
        processes: ['program-funding'],
      },
      {
        principalId: 'school-reviewer',
        substituteId: 'expert-5',
        startsOn: '2020-01-01',
        endsOn: '2020-12-31',
        processes: [],
      },
      // Stands in for a reviewer, but it is their own case.
      { principalId: 'school-reviewer', substituteId: 'teacher', startsOn: today, endsOn: today, processes: [] },
    ],
  });
  await room.prisma.user.update({ where: { id: 'school-reviewer-2' }, data: { disabled: true } });
  const until = (days: number) => new Date((shanghaiDay(nowMs) + days) * DAY_MS - 8 * 3_600_000);
  await settle([
    { dueAt: until(1), unitId: 'dazu-zhijiao', role: 'reviewer', excludedId: 'teacher' },
    { dueAt: until(1), personId: 'expert-1', purpose: 'vote', stage: 'expert-panel' },
    { dueAt: until(30), personId: 'expert-2', purpose: 'vote', stage: 'expert-panel' },
  ]);
  await round.queueDigests({ date: today, atMs: nowMs, after: '', size: 200 });
  expect(await digestsFor()).toEqual(['colleague', 'expert-1', 'school-reviewer']);
  await room.prisma.user.update({ where: { id: 'school-reviewer-2' }, data: { disabled: false } });
});

test('leaders hear of what is overdue in their unit, also where a person holds the turn; an applicant’s correction is their own affair', async () => {
  const overdue = inDays(-3);
  await settle([
    { dueAt: overdue, unitId: 'jiaowei', role: 'reviewer', stage: 'bureau-decision' },
    // A sealed vote is answered for by the convener's unit, not by the expert's.
    { dueAt: overdue, personId: 'expert-1', purpose: 'vote', stage: 'expert-panel' },
    // Claimed: the row names the person, the rules the unit.
    { dueAt: overdue, personId: 'bureau-leader', stage: 'revocation' },
    { dueAt: overdue, personId: 'teacher', purpose: 'correct' },
  ]);
  await round.queueEscalations({ date: today, atMs: nowMs, after: '', size: 200 });
  const told = await room.prisma.notification.findMany({ where: { kind: 'overdue-escalation' } });
  expect(told.map(({ recipientId }) => recipientId)).toEqual(['bureau-leader']);
  await room.send();
  expect(room.catcher.mails.at(-1)).toMatchObject({
    envelopeTo: ['bureau-leader@example.test'],
    subject: '【联办】超期提醒｜区教委有 3 件已超期',
  });
  expect(await round.overdueCases({ atMs: nowMs, size: 200 })).toHaveLength(3);
});

test(
  'more cases than one run tells are told in the next, and a case that is gone does not stop it',
  { timeout: 150_000 },
  async () => {
    const env: TestWorkflowEnvironment = await timeSkipping();
    try {
      const ids = await settle(
        Array.from({ length: 1_050 }, () => ({ dueAt: inDays(-1), unitId: 'dazu-zhijiao', role: 'reviewer' })),
      );
      const worker = await Worker.create({
        connection: env.nativeConnection,
        taskQueue: ROUNDS_QUEUE,
        workflowBundle: await workflowBundle(),
        activities: round,
      });
      const outcome = await worker.runUntil(
        env.client.workflow.execute('dailyRound', {
          workflowId: 'round',
          taskQueue: ROUNDS_QUEUE,
          args: [{ everyDay: true }],
        }),
      );
      expect(outcome).toMatchObject({ kind: 'told', cases: 1_050 });
      expect(await room.prisma.assignment.count({ where: { caseId: { in: ids }, escalatedOn: null } })).toBe(0);
    } finally {
      await env.teardown();
    }
  },
);

test('holders of certificates are reminded 90 and 30 days before, once each, not when renewed, and of the nearer only when late', async () => {
  const certificate = (number: string, daysLeft: number, change: object = {}) => ({
    number,
    caseId: randomUUID(),
    checkCode: 'code',
    teacherId: number,
    teacherName: '陈思远',
    unitId: 'dazu-zhijiao',
    track: 'secondary',
    level: 'junior',
    subject: '数控',
    issuedOn: '2021-01-01',
    expiresOn: dateOfDay(shanghaiDay(nowMs) + daysLeft),
    expiresAt: inDays(daysLeft + 1),
    ...change,
  });
  await room.prisma.certificate.createMany({
    data: [
      certificate('C-far', 91),
      certificate('C-90', 90),
      certificate('C-89', 89),
      certificate('C-30', 30),
      certificate('C-12', 12),
      certificate('C-gone', -1),
      certificate('C-revoked', 20, { state: 'revoked' }),
      certificate('C-old', 20, { teacherId: 'renewer' }),
      certificate('C-new', 1800, { teacherId: 'renewer' }),
    ],
  });
  const remind = (date: string) => pages((page) => round.queueRenewalReminders({ ...page, date }), 2);
  expect((await remind(today)).queued).toBe(4);
  expect((await remind(today)).queued).toBe(0);
  // 59 days later: the second reminder of one, the first of another.
  expect((await remind(dateOfDay(shanghaiDay(nowMs) + 60))).queued).toBe(3);
  const keys = (await room.prisma.notification.findMany({ where: { kind: 'certificate-expiring' } })).map(
    ({ key }) => key,
  );
  expect(keys.toSorted()).toEqual([
    'certificate-expiring:C-12:30',
    'certificate-expiring:C-30:30',
    'certificate-expiring:C-89:30',
    'certificate-expiring:C-89:90',
    'certificate-expiring:C-90:30',
    'certificate-expiring:C-90:90',
    'certificate-expiring:C-far:90',
  ]);
});

test('the sweep removes what no case, draft or person needs, bytes included, and nothing else', async () => {
  const { prisma, storage } = room;
  const old = inDays(-8);
  const [caseId] = await settle([{ dueAt: inDays(1), personId: 'expert-1' }]);
  const file = async (id: string, change: object = {}) => {
    const { size, sha256 } = await storage.put(id, Buffer.from('证明'));
    await prisma.file.create({
      data: {
        id,
        uploadedById: 'teacher',
        name: 'a.pdf',
        mime: 'application/pdf',
        size,
        sha256,
        storageKey: id,
        createdAt: old,
        ...change,
      },
    });
  };
  await file('orphan');
  await file('young', { createdAt: new Date() });
  await file('of-case', { caseId });
  await file('of-draft');
  await file('of-submission');
  await prisma.draft.create({
    data: { userId: 'teacher', process: 'teacher-certification', form: { evidence: { idCard: ['of-draft'] } } },
  });
  const submission = {
    process: 'teacher-certification',
    applicantId: 'teacher',
    unitId: 'dazu-zhijiao',
    title: '',
    form: {},
  };
  await prisma.submission.createMany({
    data: [
      { id: 'accepted', caseId: caseId!, fileIds: ['of-submission'], createdAt: old, acceptedAt: old, ...submission },
      { id: 'refused', caseId: randomUUID(), fileIds: [], createdAt: old, ...submission },
    ],
  });
  const remark = { caseId: caseId!, authorId: 'expert-1', body: '意见', createdAt: inDays(-3) };
  await prisma.remark.createMany({
    data: [
      { ...remark, id: 'final', final: true },
      { ...remark, id: 'refused' },
      { ...remark, id: 'fresh', createdAt: new Date() },
    ],
  });
  await prisma.idempotencyKey.createMany({
    data: [
      { userId: 'teacher', key: 'old', requestHash: '', createdAt: inDays(-3) },
      { userId: 'teacher', key: 'new', requestHash: '' },
    ],
  });
  await prisma.actionLink.createMany({
    data: [
      { tokenHash: 'old', assignmentId: 'a', userId: 'expert-1', round: 1, expiresAt: inDays(-200) },
      { tokenHash: 'used', assignmentId: 'a', userId: 'expert-1', round: 1, expiresAt: inDays(-100) },
    ],
  });

  const sweep = () => new MockActivityEnvironment().run(round.sweep, { atMs: Date.now() });
  expect(await sweep()).toEqual({ remarks: 1, submissions: 1, idempotencyKeys: 1, actionLinks: 1, files: 1 });
  expect(await sweep()).toEqual({ remarks: 0, submissions: 0, idempotencyKeys: 0, actionLinks: 0, files: 0 });
  expect((await prisma.file.findMany({ orderBy: { id: 'asc' } })).map(({ id }) => id)).toEqual([
    'of-case',
    'of-draft',
    'of-submission',
    'young',
  ]);
  await expect(storage.get('orphan')).rejects.toMatchObject({ code: 'ENOENT' });
  expect((await storage.get('of-draft')).toString()).toBe('证明');
  expect((await prisma.remark.findMany({ orderBy: { id: 'asc' } })).map(({ id }) => id)).toEqual(['final', 'fresh']);
});
