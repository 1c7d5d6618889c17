/** What we depend on is away: 503 with Retry-After, nothing lost, nothing done twice. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { filledForm, openOffice, refused, submit, turnOf, until } from './office.ts';
import type { Office } from './office.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice({ cables: true });
});
afterAll(() => office?.stop());

const ready = async () => {
  const response = await office.raw('/readyz');
  return { status: response.status, ...((await response.json()) as object) };
};

test('all there', async () => {
  expect(await ready()).toEqual({ status: 'ok', database: true, workflows: true });
});

test('the database is away, then back', async () => {
  const teacher = await office.as('teacher');
  await teacher.getMe();
  office.cable?.database.cut();
  expect(await refused(teacher.getMe())).toMatchObject({ status: 503, code: 'Unavailable', retryAfter: 5 });
  expect(await refused(office.anybody.listNotices())).toMatchObject({ status: 503, code: 'Unavailable' });
  expect(
    await refused(office.anybody.signIn({ body: { email: 'teacher@example.test', password: 'x' } })),
  ).toMatchObject({ status: 503 });
  expect(await ready()).toMatchObject({ status: 'unavailable', database: false });
  expect((await office.raw('/healthz')).status).toBe(200);
  office.cable?.database.mend();
  expect(await until(() => teacher.getMe().catch(() => null))).toMatchObject({ id: 'teacher' });
});

test('Temporal is away: a submission and a decision wait, and are done once when repeated', async () => {
  const teacher = await office.as('teacher');
  const reviewer = await office.as('school-reviewer');
  const colleague = await office.as('colleague');
  const turn = await turnOf(office, await submit(colleague));
  const body = { process: 'teacher-certification', form: await filledForm(teacher) };
  const idempotencyKey = randomUUID();
  const decision = {
    params: { id: turn },
    body: { verdict: 'approve' as const, opinion: '同意', decisionId: randomUUID() },
  };

  office.cable?.temporal.cut();
  const [submitting, deciding] = await Promise.all([
    refused(teacher.submitCase({ body }, { idempotencyKey })),
    refused(reviewer.decideAssignment(decision)),
  ]);
  expect(submitting).toMatchObject({ status: 503, retryAfter: expect.any(Number) });
  expect(deciding).toMatchObject({ status: 503, retryAfter: expect.any(Number) });
  expect(await ready()).toMatchObject({ workflows: false });
  // Reading goes on.
  expect((await reviewer.listAssignments()).items).toMatchObject([{ id: turn }]);
  office.cable?.temporal.mend();

  const { id } = await until(() => teacher.submitCase({ body }, { idempotencyKey }).catch(() => null), 40_000);
  expect(await teacher.submitCase({ body }, { idempotencyKey })).toMatchObject({ id });
  await until(() => reviewer.decideAssignment(decision).catch(() => null), 40_000);
  expect(await office.prisma.case.count({ where: { applicantId: 'teacher' } })).toBe(1);
  expect(await office.prisma.event.count({ where: { kind: 'decided' } })).toBe(1);
  expect(await office.prisma.remark.count({ where: { final: true } })).toBe(1);
}, 120_000);

test('no worker: the person waits no longer than ten seconds, and the answer comes later', async () => {
  const idle = await openOffice({ worker: false });
  try {
    const teacher = await idle.as('teacher');
    const body = { process: 'teacher-certification', form: await filledForm(teacher) };
    const startedMs = Date.now();
    const waiting = await refused(teacher.submitCase({ body }, { idempotencyKey: randomUUID() }));
    expect(waiting).toMatchObject({ status: 503, code: 'StillWorking', retryAfter: 3 });
    expect(Date.now() - startedMs).toBeLessThan(13_000);
  } finally {
    await idle.stop();
  }
});
