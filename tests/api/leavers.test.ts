/** 离职转办: what somebody holds in person goes to a successor, and the account is closed. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Client as Api } from '../../api/contract/client.ts';
import { openOffice, refused, submit, turnOf } from './office.ts';
import type { Office } from './office.ts';

let office: Office;
let administrator: Api;
beforeAll(async () => {
  office = await openOffice();
  administrator = await office.as('administrator');
});
afterAll(() => office?.stop());

const leave = (id: string, body: Parameters<Api['handOverLeaver']>[0]['body']) =>
  administrator.handOverLeaver({ params: { id }, body }, { idempotencyKey: randomUUID() });

test('every turn held in person goes over, on its case’s timeline; the account is closed and signed out', async () => {
  const leaver = await office.as('school-reviewer');
  const cases = [await submit(await office.as('teacher')), await submit(await office.as('teacher-2'))];
  for (const caseId of cases) await leaver.claimAssignment({ params: { id: await turnOf(office, caseId) } });

  const held = await administrator.getLeaver({ params: { id: 'school-reviewer' } });
  expect(held.items.map((turn) => turn.case.id).toSorted()).toEqual(cases.toSorted());
  expect(held).toMatchObject({ disabled: false, items: [{ stage: { zh: '学校初审' } }, {}] });

  const noSuccessor = await refused(leave('school-reviewer', { reason: '调离' }));
  expect(noSuccessor).toMatchObject({ status: 400, errors: [{ path: 'toPersonId', message: '请选择接手的人' }] });
  const oneself = await refused(leave('school-reviewer', { reason: '调离', toPersonId: 'school-reviewer' }));
  expect(oneself).toMatchObject({ errors: [{ path: 'toPersonId', message: '接手的人不能是本人' }] });

  const done = await leave('school-reviewer', { toPersonId: 'school-reviewer-2', reason: '调离', disable: true });
  expect(done).toMatchObject({ disabled: true, items: [{ ok: true }, { ok: true }] });
  expect(await office.prisma.event.count({ where: { kind: 'transferred', actorId: 'administrator' } })).toBe(2);
  expect(await refused(leaver.getMe())).toMatchObject({ status: 401 });
  expect(await administrator.getLeaver({ params: { id: 'school-reviewer' } })).toMatchObject({
    disabled: true,
    items: [],
  });
  const successor = await office.as('school-reviewer-2');
  await successor.decideAssignment({
    params: { id: await turnOf(office, cases[0] ?? '') },
    body: { verdict: 'approve', opinion: '同意' },
  });
  const log = await office.prisma.securityEvent.findMany({ where: { action: 'account-closed' } });
  expect(log).toMatchObject([{ userId: 'administrator', target: 'user school-reviewer', reason: '调离' }]);
});

test('one turn that cannot go over keeps the account open, and says why', async () => {
  const caseId = await submit(await office.as('teacher-3'));
  const reviewer = await office.as('school-reviewer-2');
  await reviewer.claimAssignment({ params: { id: await turnOf(office, caseId) } });
  // The applicant cannot take a turn on their own case.
  const done = await leave('school-reviewer-2', { toPersonId: 'teacher-3', reason: '调离', disable: true });
  expect(done.disabled).toBe(false);
  expect(done.items).toContainEqual(expect.objectContaining({ ok: false, code: 'OwnCase' }));
  expect(await reviewer.getMe()).toMatchObject({ id: 'school-reviewer-2' });
});

test('only the office’s administrator; never oneself; nobody who is not there', async () => {
  const reviewer = await office.as('bureau-reviewer');
  expect(await refused(reviewer.getLeaver({ params: { id: 'teacher' } }))).toMatchObject({ status: 403 });
  await office.prisma.membership.create({
    data: { userId: 'other-reviewer', unitId: 'shuangqiao-zhiye', role: 'administrator' },
  });
  const elsewhere = await office.as('other-reviewer');
  expect(await refused(elsewhere.getLeaver({ params: { id: 'teacher' } }))).toMatchObject({ status: 403 });
  expect(await refused(leave('administrator', { reason: '调离' }))).toMatchObject({ code: 'NotAllowed' });
  expect(await refused(leave('nobody', { reason: '调离' }))).toMatchObject({ status: 404 });
});
