import { randomUUID } from 'node:crypto';
import { ApplicationFailure } from '@temporalio/common';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createCaseActivities } from '../../activities/cases/case-activities.ts';
import type { Change, TransitionRequest } from '../../activities/cases/transition.ts';
import { checkChain } from '../../prisma/check-chain.ts';
import { createPrisma, type Prisma } from '../../prisma/client.ts';
import { exampleCertification } from '../../processes/teacher-certification/example.ts';
import { calendarFor, deadline } from '../../processes/working-days.ts';
import { freshDatabase } from '../support/index.ts';
import { settlePeople } from '../workflows/people.ts';
import { certificationRules, person, role } from '../workflows/rules.ts';

let prisma: Prisma;
let owner: Prisma;
let recordTransition: ReturnType<typeof createCaseActivities>['recordTransition'];
beforeAll(async () => {
  const database = await freshDatabase();
  prisma = createPrisma(database.url);
  owner = createPrisma(database.ownerUrl);
  await settlePeople(prisma);
  ({ recordTransition } = createCaseActivities({ prisma, mailDomain: 'lianban.test' }));
});
afterAll(() => Promise.all([prisma?.$disconnect(), owner?.$disconnect()]));

const atMs = Date.parse('2026-11-24T09:00:00+08:00');
const visit = { stage: 'school-review', round: 1 };
const reviewer = role('dazu-zhijiao', 'reviewer');

async function request(
  number: number,
  changes: Change[],
  caseId: string = randomUUID(),
  at = atMs,
): Promise<TransitionRequest> {
  if (number === 1) {
    await prisma.submission.create({
      data: {
        caseId,
        process: 'teacher-certification',
        applicantId: 'teacher',
        unitId: 'dazu-zhijiao',
        title: '中级双师型教师认定',
        form: exampleCertification(() => randomUUID()),
        fileIds: [],
      },
    });
  }
  return {
    caseId,
    process: 'teacher-certification',
    applicantId: 'teacher',
    unitId: 'dazu-zhijiao',
    number,
    atMs: at,
    changes,
  };
}

const opening = (id: string): Change[] => [
  { kind: 'open-case', rules: certificationRules(), facts: {} },
  { kind: 'event', event: 'submitted', facts: { b: 1, a: [1, 2] as unknown as string[] } },
  { kind: 'open-visit', ...visit, rule: { workingDays: 5 } },
  { kind: 'open-assignment', id, ...visit, purpose: 'decide', holder: reviewer, due: 'visit' },
  { kind: 'event', event: 'stage-opened', ...visit },
  { kind: 'notify', notification: 'assignment-opened', to: { holdersOf: id }, about: id, ...visit },
];

/** Opens a case, and closes its key so that the next test's teacher may open another. */
async function openCase() {
  const assignmentId = randomUUID();
  const first = await request(1, opening(assignmentId));
  const result = await recordTransition(first);
  await prisma.case.updateMany({ data: { openKey: null } });
  return { caseId: first.caseId, first, result, assignmentId };
}

const everything = async (caseId: string) => ({
  case: await prisma.case.findMany({ where: { id: caseId } }),
  events: await prisma.event.findMany({ where: { caseId } }),
  assignments: await prisma.assignment.findMany({ where: { caseId } }),
  visits: await prisma.stageVisit.findMany({ where: { caseId } }),
  notifications: await prisma.notification.findMany({ where: { caseId } }),
  counters: await prisma.counter.findMany(),
});

test('a transition run twice answers the same and changes nothing', async () => {
  const { first, result, caseId } = await openCase();
  const before = await everything(caseId);
  expect(await recordTransition(first)).toEqual(result);
  expect(await everything(caseId)).toEqual(before);
  expect(before.notifications.map(({ recipientId }) => recipientId).toSorted()).toEqual([
    'school-reviewer',
    'school-reviewer-2',
  ]);
});

test('two attempts at the same transition at once write it once', async () => {
  const { caseId } = await openCase();
  const second = await request(2, [{ kind: 'event', event: 'commented' }], caseId);
  const attempts = await Promise.allSettled([recordTransition(second), recordTransition(second)]);
  expect(attempts.some(({ status }) => status === 'fulfilled')).toBe(true);
  // The loser of a race is retried by Temporal and then finds the answer.
  expect(await recordTransition(second)).toMatchObject({ sequence: 3 });
  expect(await prisma.event.count({ where: { caseId, kind: 'commented' } })).toBe(1);
});

test('a half-written transition leaves nothing', async () => {
  const { caseId } = await openCase();
  const before = await everything(caseId);
  const broken = await request(
    2,
    [
      { kind: 'event', event: 'commented' },
      { kind: 'set-assignment', id: 'nowhere', state: 'open' },
    ],
    caseId,
  );
  const failure = await recordTransition(broken).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(ApplicationFailure);
  expect(failure).toMatchObject({ nonRetryable: true, type: 'UnwritableTransition' });
  expect(await everything(caseId)).toEqual(before);
});

test('the service can add to the timeline, never change or delete it', async () => {
  const { caseId } = await openCase();
  await expect(prisma.event.updateMany({ where: { caseId }, data: { kind: 'approved' } })).rejects.toThrow(
    /permission denied/,
  );
  await expect(prisma.event.deleteMany({ where: { caseId } })).rejects.toThrow(/permission denied/);
  await expect(prisma.$executeRaw`TRUNCATE event`).rejects.toThrow(/permission denied/);
});

test('the audit finds a row that was edited, deleted, moved, cut off at the end, or whose opinion was changed', async () => {
  const whole = async (caseId: string) => (await checkChain(prisma, caseId))?.broken ?? null;
  const cases = await Promise.all(
    Array.from({ length: 6 }, async () => {
      const assignmentId = randomUUID();
      return { ...(await request(1, opening(assignmentId))), assignmentId };
    }),
  );
  for (const { assignmentId, ...first } of cases) {
    await recordTransition(first);
    await prisma.case.updateMany({ data: { openKey: null } });
    const remark = await prisma.remark.create({
      data: { caseId: first.caseId, authorId: 'school-reviewer', body: '同意' },
    });
    const actor = { userId: 'school-reviewer', as: reviewer, via: 'page' as const };
    await recordTransition(
      await request(
        2,
        [
          { kind: 'close-assignment', id: assignmentId, state: 'approved', actor, remarkId: remark.id },
          { kind: 'event', event: 'decided', ...visit, actor, remarkId: remark.id, facts: { verdict: 'approve' } },
        ],
        first.caseId,
      ),
    );
    expect(await whole(first.caseId)).toBeNull();
    expect(await prisma.remark.findUniqueOrThrow({ where: { id: remark.id } })).toMatchObject({ final: true });
  }
  const [edited, deleted, moved, cut, said, untouched] = cases.map(({ caseId }) => caseId) as [
    string,
    string,
    string,
    string,
    string,
    string,
  ];
  await owner.event.update({
    where: { caseId_sequence: { caseId: edited, sequence: 2 } },
    data: { facts: { verdict: 'reject' } },
  });
  await owner.event.delete({ where: { caseId_sequence: { caseId: deleted, sequence: 2 } } });
  await owner.$executeRaw`UPDATE event SET sequence = 9 - sequence WHERE case_id = ${moved} AND sequence IN (1, 2)`;
  await owner.$executeRaw`UPDATE event SET sequence = CASE sequence WHEN 8 THEN 2 ELSE 1 END WHERE case_id = ${moved} AND sequence IN (7, 8)`;
  await owner.event.delete({ where: { caseId_sequence: { caseId: cut, sequence: 3 } } });
  await owner.remark.updateMany({ where: { caseId: said }, data: { body: '不同意' } });
  expect(await whole(edited)).toEqual({ sequence: 2, why: 'edited' });
  expect(await whole(deleted)).toEqual({ sequence: 2, why: 'missing' });
  expect(await whole(moved)).not.toBeNull();
  expect(await whole(cut)).toEqual({ sequence: 3, why: 'end-missing' });
  expect(await whole(said)).toEqual({ sequence: 3, why: 'opinion-edited' });
  expect(await whole(untouched)).toBeNull();
});

test('a deadline past the published years is provisional until the year is imported, then counted again', async () => {
  const caseId = randomUUID();
  const start = Date.parse('2027-09-29T10:00:00+08:00');
  const correction: Change = {
    kind: 'open-assignment',
    id: 'correction',
    ...visit,
    purpose: 'correct',
    holder: person('teacher'),
    due: { workingDays: 3 },
  };
  const first = await recordTransition(await request(1, [...opening(randomUUID()), correction], caseId, start));
  await prisma.case.updateMany({ data: { openKey: null } });
  const monday = deadline(start, { workingDays: 3 }, calendarFor());
  expect(monday.provisional).toBe(true);
  expect(first.dueAtMs).toMatchObject({ correction: monday.dueAtMs });
  const holidays = ['2027-10-01', '2027-10-02', '2027-10-03', '2027-10-04', '2027-10-05', '2027-10-06', '2027-10-07'];
  await prisma.calendarYear.create({ data: { year: 2027, holidays, makeUpDays: [], importedById: 'administrator' } });
  const again = await recordTransition(await request(2, [{ kind: 'recompute-deadlines' }], caseId, start + 3_600_000));
  const recomputed = Date.parse('2027-10-12T00:00:00+08:00');
  expect(again.dueAtMs).toMatchObject({ correction: recomputed });
  expect(await prisma.assignment.findUniqueOrThrow({ where: { id: 'correction' } })).toMatchObject({
    provisional: false,
    dueAt: new Date(recomputed),
  });
});

test('a certificate is numbered as the rules of its own case say; a case of before the policy said it keeps its old form', async () => {
  const numberOf = async (numberPrefix?: string) => {
    const rules = certificationRules();
    for (const stage of rules.stages)
      if (stage.kind === 'certificate' && numberPrefix) stage.numberPrefix = numberPrefix;
    const caseId = randomUUID();
    const [, ...rest] = opening(randomUUID());
    await recordTransition(await request(1, [{ kind: 'open-case', rules, facts: {} }, ...rest], caseId));
    await prisma.case.updateMany({ data: { openKey: null } });
    await recordTransition(await request(2, [{ kind: 'issue-certificate', validYears: 5 }], caseId));
    return (await prisma.certificate.findUniqueOrThrow({ where: { caseId } })).number;
  };
  expect(await numberOf('YCSS')).toBe('YCSS202600001');
  expect(await numberOf()).toBe('DZSS202600002');
});
