/** 公示 and 异议, then the certificate's revocation, over HTTP. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openOffice, refused, submit, turnOf, until } from './office.ts';
import type { Office } from './office.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice({
    policy: ({ processes }) => {
      const certification = processes['teacher-certification'];
      certification.panel.seats = 3;
      certification.notice.deadline = { duration: 'PT6S' };
    },
  });
});
afterAll(() => office?.stop());

async function onNotice(login: string): Promise<{ caseId: string; noticeId: string }> {
  const caseId = await submit(await office.as(login));
  await (
    await office.as('school-reviewer')
  ).decideAssignment({ params: { id: await turnOf(office, caseId) }, body: { verdict: 'approve' } });
  for (const { id, personId } of await office.prisma.assignment.findMany({
    where: { caseId, purpose: 'vote', state: 'open' },
  })) {
    await (await office.as(personId ?? '')).decideAssignment({ params: { id }, body: { verdict: 'approve' } });
  }
  const { notice } = await (await office.as(login)).getCase({ params: { id: caseId } });
  return { caseId, noticeId: notice?.id ?? '' };
}

const objection = { name: '李四', contact: '13800138000', body: '所附企业实践证明与事实不符' };

test('an objection stops the clock, is investigated, and the notice runs on; the applicant never learns who objected', async () => {
  const { caseId, noticeId } = await onNotice('teacher');
  const idempotencyKey = randomUUID();
  const filed = await office.anybody.fileObjection({ params: { id: noticeId }, body: objection }, { idempotencyKey });
  expect(await office.anybody.fileObjection({ params: { id: noticeId }, body: objection }, { idempotencyKey })).toEqual(
    filed,
  );
  expect(await office.prisma.objection.count()).toBe(1);
  expect(await office.anybody.getNotice({ params: { id: noticeId } })).toMatchObject({
    state: 'suspended',
    mayObject: true,
  });

  const teacher = await office.as('teacher');
  const mine = await teacher.getCase({ params: { id: caseId } });
  expect(mine).toMatchObject({ state: 'objection', objections: [] });
  expect(mine.stages[2]).toMatchObject({
    state: 'suspended',
    due: { level: 'stopped' },
    result: { zh: '异议核查中，暂停计时' },
  });

  const bureau = await office.as('bureau-reviewer');
  const handlers = await bureau.getCase({ params: { id: caseId } });
  expect(handlers.objections).toMatchObject([{ name: '李四', body: objection.body, state: 'investigating' }]);
  const decide = handlers.actions.find((action) => action.kind === 'decide');
  expect(decide).toMatchObject({
    purpose: 'investigate',
    verdicts: [{ verdict: 'approve', opinionRequired: true }],
    fields: [{ kind: 'choice', name: 'finding', options: [{ value: 'dismissed' }, { value: 'upheld' }] }],
  });
  const turn = await turnOf(office, caseId, 'investigate');
  const body = { verdict: 'approve' as const, opinion: '李四所述不实，企业已书面确认' };
  expect(await refused(bureau.decideAssignment({ params: { id: turn }, body }))).toMatchObject({
    code: 'BadDecisionData',
    errors: [{ path: 'data.finding' }],
  });
  await bureau.decideAssignment({ params: { id: turn }, body: { ...body, data: { finding: 'dismissed' } } });

  expect(await teacher.getCase({ params: { id: caseId } })).toMatchObject({ state: 'on-notice' });
  const timeline = JSON.stringify((await teacher.listEvents({ params: { id: caseId } })).items);
  expect(timeline).toContain('认定异议不成立');
  expect(timeline).not.toContain('李四');
  const decision = await until(async () =>
    (await bureau.listAssignments()).items.find((item) => item.caseId === caseId),
  );
  expect(decision.stage.slug).toBe('bureau-decision');
  expect(await refused(office.anybody.fileObjection({ params: { id: noticeId }, body: objection }))).toMatchObject({
    status: 409,
    code: 'NotOpen',
  });
  const past = await office.anybody.getNotice({ params: { id: noticeId } });
  expect(past).toMatchObject({ state: 'closed', facts: [], mayObject: false });
  expect((await office.anybody.listNotices({ query: { state: 'past' } })).items).toMatchObject([{ id: noticeId }]);
  await bureau.decideAssignment({ params: { id: decision.id }, body: { verdict: 'approve' } });
});

test('an upheld objection ends the case', async () => {
  const { caseId, noticeId } = await onNotice('colleague');
  await office.anybody.fileObjection({ params: { id: noticeId }, body: objection });
  const bureau = await office.as('bureau-reviewer');
  const turn = await turnOf(office, caseId, 'investigate');
  await bureau.decideAssignment({
    params: { id: turn },
    body: { verdict: 'approve', opinion: '证明系伪造', data: { finding: 'upheld' } },
  });
  const view = await (await office.as('colleague')).getCase({ params: { id: caseId } });
  expect(view).toMatchObject({ state: 'rejected', notice: { state: 'cancelled' }, actions: [{ kind: 'unmask' }] });
  expect(view.stages.map(({ state }) => state)).toEqual(['done', 'done', 'refused', 'skipped', 'skipped']);
  expect(view.stages[2]?.result).toEqual({ zh: '异议成立', en: 'Objection upheld' });
});

test('a certificate in force is revoked by proposal and decision, and the share falls at once', async () => {
  const teacher = await office.as('teacher');
  const [certified] = (await teacher.listCases({ query: { view: 'mine' } })).items;
  expect(certified).toMatchObject({ businessState: 'certified' });
  const id = certified!.id;
  const bureau = await office.as('bureau-reviewer');
  expect((await bureau.getCase({ params: { id } })).actions.map(({ kind }) => kind)).toEqual([
    'propose-revocation',
    'comment',
    'copy',
    'unmask',
  ]);
  expect(
    await refused((await office.as('school-reviewer')).proposeRevocation({ params: { id }, body: { reason: '虚假' } })),
  ).toMatchObject({ code: 'Forbidden' });
  await bureau.proposeRevocation({ params: { id }, body: { reason: '实践证明系伪造' } });
  expect(await refused(bureau.proposeRevocation({ params: { id }, body: { reason: '再次' } }))).toMatchObject({
    status: 422,
    code: 'NotAllowed',
  });
  const leader = await office.as('bureau-leader');
  const proposed = await leader.getCase({ params: { id } });
  expect(proposed.stages.at(-1)).toMatchObject({ slug: 'revocation', state: 'now' });
  await leader.decideAssignment({
    params: { id: await turnOf(office, id) },
    body: { verdict: 'approve', opinion: '同意撤销' },
  });
  const after = await teacher.getCase({ params: { id } });
  expect(after).toMatchObject({ businessState: 'revoked', certificate: { state: 'revoked' } });
  expect(after.stages.find(({ slug }) => slug === 'certificate')).toMatchObject({
    state: 'refused',
    result: { zh: expect.stringMatching(/^已撤销 DZ/) },
  });
  const { number, checkUrl } = after.certificate!;
  const check = new URL(checkUrl).searchParams.get('check') ?? '';
  expect(await office.anybody.checkCertificate({ params: { number }, query: { check } })).toMatchObject({
    state: 'revoked',
  });
  expect((await teacher.getRatio()).all.certified).toBe(0);
});

test('objections from one address are few an hour', async () => {
  const answers = [];
  for (let i = 0; i < 12; i++)
    answers.push(await refused(office.anybody.fileObjection({ params: { id: 'nothing' }, body: objection })));
  expect(answers.at(-1)).toMatchObject({ status: 429, code: 'TooManyRequests' });
});
