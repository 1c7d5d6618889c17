/** Decisions, hand-overs and what is refused, over HTTP. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Client as Api } from '../../api/contract/client.ts';
import { openOffice, refused, submit, turnOf } from './office.ts';
import type { Office } from './office.ts';

let office: Office;
let reviewer: Api;
let second: Api;
beforeAll(async () => {
  office = await openOffice();
  [reviewer, second] = await Promise.all([office.as('school-reviewer'), office.as('school-reviewer-2')]);
});
afterAll(() => office?.stop());

/** A fresh case in school review; its applicant may apply again afterwards. */
async function openCase(login = 'teacher'): Promise<{ caseId: string; turn: string }> {
  await office.prisma.case.updateMany({ where: { applicantId: login }, data: { openKey: null, closedAt: new Date() } });
  const caseId = await submit(await office.as(login));
  return { caseId, turn: await turnOf(office, caseId) };
}

const events = async (caseId: string, kind: string) => office.prisma.event.count({ where: { caseId, kind } });

describe('deciding', () => {
  test('of two approvers in the same instant one wins, the other learns who and when', async () => {
    const { caseId, turn } = await openCase();
    const answers = await Promise.allSettled([
      reviewer.decideAssignment({ params: { id: turn }, body: { verdict: 'approve' } }),
      second.decideAssignment({ params: { id: turn }, body: { verdict: 'reject', opinion: '材料不足' } }),
    ]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    const lost = answers.find((answer) => answer.status === 'rejected')?.reason as { problem: object };
    expect(lost.problem).toMatchObject({
      status: 409,
      code: 'AlreadyDecided',
      decidedBy: answers[0]?.status === 'fulfilled' ? 'school-reviewer' : 'school-reviewer-2',
      decidedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*\+08:00$/),
    });
    expect(await events(caseId, 'decided')).toBe(1);
    // The loser's opinion is swept.
    expect(await office.prisma.remark.count({ where: { caseId, final: false } })).toBe(0);
  });

  test('the same decision twice is one decision; another one under its id is refused', async () => {
    const { caseId, turn } = await openCase();
    const decision = {
      params: { id: turn },
      body: { verdict: 'approve' as const, opinion: '同意', decisionId: randomUUID() },
    };
    const [first, again] = await Promise.all([
      reviewer.decideAssignment(decision),
      reviewer.decideAssignment(decision),
    ]);
    expect(again).toEqual(first);
    expect(await reviewer.decideAssignment(decision)).toEqual(first);
    expect(await events(caseId, 'decided')).toBe(1);
    for (const change of [{ opinion: '不同意' }, { verdict: 'reject' as const }, { verdict: 'return' as const }]) {
      const other = reviewer.decideAssignment({ ...decision, body: { ...decision.body, ...change } });
      expect(await refused(other)).toMatchObject({ status: 409, code: 'AlreadyDecided', verdict: 'approve' });
    }
    expect(await office.prisma.remark.count({ where: { caseId, final: false } })).toBe(0);
    expect(await refused(second.decideAssignment(decision))).toMatchObject({
      status: 409,
      code: 'AlreadyDecided',
      decidedBy: 'school-reviewer',
    });
  });

  test('a changed verdict under the id of a decision that is still on its way is refused, not answered with its receipt', async () => {
    const { caseId, turn } = await openCase();
    const letGo = await office.holdCase(caseId);
    const body = { verdict: 'approve' as const, opinion: '同意', decisionId: randomUUID() };
    const first = reviewer.decideAssignment({ params: { id: turn }, body });
    await new Promise((resolve) => setTimeout(resolve, 500));
    const changed = refused(
      reviewer.decideAssignment({ params: { id: turn }, body: { ...body, verdict: 'reject', opinion: '不同意' } }),
    );
    const again = reviewer.decideAssignment({ params: { id: turn }, body });
    await new Promise((resolve) => setTimeout(resolve, 500));
    await letGo();
    expect(await changed).toMatchObject({ status: 409, code: 'AlreadyDecided', verdict: 'approve' });
    expect(await again).toEqual(await first);
    expect(await events(caseId, 'decided')).toBe(1);
    expect(await office.prisma.assignment.findUniqueOrThrow({ where: { id: turn } })).toMatchObject({
      state: 'approved',
    });
  });

  test('a case that was rejected still says who decided', async () => {
    const { turn } = await openCase();
    await reviewer.decideAssignment({ params: { id: turn }, body: { verdict: 'reject', opinion: '不符合条件' } });
    const late = await refused(second.decideAssignment({ params: { id: turn }, body: { verdict: 'approve' } }));
    expect(late).toMatchObject({
      status: 409,
      code: 'AlreadyDecided',
      decidedBy: 'school-reviewer',
      verdict: 'reject',
    });
    expect(late.detail).toMatch(/^school-reviewer 已于 \d{4}-\d\d-\d\d \d\d:\d\d 办理/);
  });

  test.each([
    ['an old round', { verdict: 'approve', round: 7 }, 409, 'WrongRound'],
    ['a verdict the turn does not have', { verdict: 'recuse', opinion: '回避' }, 422, 'NotAllowed'],
    ['a refusal without an opinion', { verdict: 'reject' }, 422, 'OpinionRequired'],
    ['a blank opinion', { verdict: 'reject', opinion: '   ' }, 422, 'OpinionRequired'],
    [
      'a return to a later stage',
      { verdict: 'return', opinion: '重审', returnTo: 'bureau-decision' },
      422,
      'BadDecisionData',
    ],
  ] as const)('%s is refused', async (_, body, status, code) => {
    const { caseId, turn } = await openCase();
    expect(await refused(reviewer.decideAssignment({ params: { id: turn }, body }))).toMatchObject({ status, code });
    expect(await events(caseId, 'decided')).toBe(0);
  });

  test('a foreign turn, an unknown one and one’s own case', async () => {
    const { turn } = await openCase();
    const approve = { body: { verdict: 'approve' as const } };
    expect(
      await refused((await office.as('other-reviewer')).decideAssignment({ params: { id: turn }, ...approve })),
    ).toMatchObject({ status: 404 });
    expect(
      await refused((await office.as('bureau-reviewer')).decideAssignment({ params: { id: turn }, ...approve })),
    ).toMatchObject({
      status: 403,
      code: 'NotYours',
    });
    expect(await refused(reviewer.decideAssignment({ params: { id: randomUUID() }, ...approve }))).toMatchObject({
      status: 404,
    });
    expect(await refused(office.anybody.decideAssignment({ params: { id: turn }, ...approve }))).toMatchObject({
      status: 401,
    });
    expect(
      await refused((await office.as('teacher')).decideAssignment({ params: { id: turn }, ...approve })),
    ).toMatchObject({
      status: 403,
      code: 'OwnCase',
    });
  });

  test('a submitter who is also the reviewer, or has a substitute who is, does not decide', async () => {
    await office.prisma.membership.create({
      data: { userId: 'school-reviewer-2', unitId: 'dazu-zhijiao', role: 'teacher' },
    });
    const { turn } = await openCase('school-reviewer-2');
    expect((await second.listAssignments()).items.filter(({ id }) => id === turn)).toEqual([]);
    expect(
      await refused(second.decideAssignment({ params: { id: turn }, body: { verdict: 'approve' } })),
    ).toMatchObject({ code: 'OwnCase' });
    await office.prisma.substitute.create({
      data: {
        principalId: 'school-reviewer-2',
        substituteId: 'stand-in',
        startsOn: '2020-01-01',
        endsOn: '2099-12-31',
        processes: [],
      },
    });
    const standIn = await office.as('stand-in');
    expect(
      await refused(standIn.decideAssignment({ params: { id: turn }, body: { verdict: 'approve' } })),
    ).toMatchObject({ status: 404 });
    await office.prisma.substitute.deleteMany({});
    await office.prisma.membership.deleteMany({ where: { userId: 'school-reviewer-2', role: 'teacher' } });
  });

  test('several plain reviews at once, each answering for itself', async () => {
    const [one, other] = [await openCase('teacher'), await openCase('colleague')];
    await reviewer.decideAssignment({ params: { id: other.turn }, body: { verdict: 'approve' } });
    const { items } = await second.batchApprove({
      body: { assignmentIds: [one.turn, other.turn, 'nothing'], opinion: '同意' },
    });
    expect(items.map(({ ok, code }) => [ok, code])).toEqual([
      [true, null],
      [false, 'AlreadyDecided'],
      [false, 'NotFound'],
    ]);
  });
});

describe('handing over', () => {
  test('乙 代 甲: a substitute decides and the record says for whom', async () => {
    const { caseId, turn } = await openCase();
    const standIn = await office.as('stand-in');
    const administrator = await office.as('administrator');
    const terms = { startsOn: '2020-01-01', endsOn: '2020-12-31', processes: ['teacher-certification'] };
    await refused(reviewer.createSubstitute({ body: { substituteId: 'stand-in', ...terms, endsOn: '2031-01-01' } }));
    const over = await reviewer.createSubstitute({ body: { substituteId: 'stand-in', ...terms } });
    expect(over.inForce).toBe(false);
    expect(
      await refused(standIn.decideAssignment({ params: { id: turn }, body: { verdict: 'approve' } })),
    ).toMatchObject({ status: 404 });

    const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
    await administrator.createSubstitute({
      body: { principalId: 'school-reviewer', substituteId: 'stand-in', startsOn: today, endsOn: today },
    });
    expect(
      await refused(
        standIn.createSubstitute({
          body: { principalId: 'principal', substituteId: 'stand-in', startsOn: today, endsOn: today },
        }),
      ),
    ).toMatchObject({ code: 'Forbidden' });
    expect((await standIn.getMe()).substituteFor).toMatchObject([{ principal: { id: 'school-reviewer' } }]);
    const { items } = await standIn.listAssignments({ query: { state: 'delegated-to-me' } });
    expect(items.find(({ id }) => id === turn)).toMatchObject({ onBehalfOf: { id: 'school-reviewer' } });
    expect((await standIn.countAssignments()).delegatedToMe).toBe(items.length);
    await standIn.decideAssignment({ params: { id: turn }, body: { verdict: 'approve' } });
    const { items: timeline } = await reviewer.listEvents({ params: { id: caseId } });
    expect(timeline.find(({ kind }) => kind === 'decided')).toMatchObject({
      actor: { id: 'stand-in' },
      onBehalfOf: { id: 'school-reviewer' },
      text: { zh: 'stand-in 代 school-reviewer 办理学校初审：同意' },
    });
    await office.prisma.substitute.deleteMany({});
  });

  test('taken, asked, answered, signed after, decided', async () => {
    const { caseId, turn } = await openCase();
    await reviewer.claimAssignment({ params: { id: turn } });
    expect(
      await refused(second.decideAssignment({ params: { id: turn }, body: { verdict: 'approve' } })),
    ).toMatchObject({ code: 'NotYours' });
    await reviewer.delegateAssignment({ params: { id: turn }, body: { personId: 'principal', reason: '请看课表' } });
    expect(
      await refused(reviewer.decideAssignment({ params: { id: turn }, body: { verdict: 'approve' } })),
    ).toMatchObject({ code: 'NotOpen' });
    const principal = await office.as('principal');
    const asked = await turnOf(office, caseId, 'consult');
    await principal.decideAssignment({ params: { id: asked }, body: { verdict: 'approve', opinion: '课表属实' } });
    await reviewer.addSigner({ params: { id: turn }, body: { personId: 'principal', when: 'after' } });
    await reviewer.decideAssignment({ params: { id: turn }, body: { verdict: 'approve' } });
    const signing = await turnOf(office, caseId, 'sign-after');
    await principal.decideAssignment({ params: { id: signing }, body: { verdict: 'approve' } });
    expect(await reviewer.getCase({ params: { id: caseId } })).toMatchObject({ stage: { slug: 'expert-panel' } });
  });

  test('handed over by its holder or the administrator, only to somebody who can take it', async () => {
    const { caseId, turn } = await openCase();
    const nobody = { params: { id: turn }, body: { to: { personId: 'nobody-here' }, reason: '出差' } };
    expect(await refused(reviewer.transferAssignment(nobody))).toMatchObject({
      status: 400,
      errors: [{ path: 'personId' }],
    });
    const toApplicant = { params: { id: turn }, body: { to: { personId: 'teacher' }, reason: '出差' } };
    expect(await refused(reviewer.transferAssignment(toApplicant))).toMatchObject({ code: 'OwnCase' });
    const administrator = await office.as('administrator');
    await administrator.transferAssignment({
      params: { id: turn },
      body: { to: { personId: 'principal' }, reason: '审核人离职' },
    });
    const moved = await turnOf(office, caseId);
    expect(moved).not.toBe(turn);
    expect(
      await refused(reviewer.decideAssignment({ params: { id: moved }, body: { verdict: 'approve' } })),
    ).toMatchObject({ code: 'NotYours' });
    await (await office.as('principal')).decideAssignment({ params: { id: moved }, body: { verdict: 'approve' } });
  });
});

describe('the applicant', () => {
  test('urges once in four hours, withdraws once', async () => {
    const { caseId } = await openCase();
    const teacher = await office.as('teacher');
    await teacher.urgeCase({ params: { id: caseId }, body: { note: '学期末需要' } });
    const early = await refused(teacher.urgeCase({ params: { id: caseId }, body: {} }));
    expect(early).toMatchObject({ status: 429, code: 'UrgedTooSoon' });
    expect(Date.parse(early.againAt ?? '') - Date.now()).toBeGreaterThan(3.9 * 3_600_000);
    const urge = (await teacher.getCase({ params: { id: caseId } })).actions.find(({ kind }) => kind === 'urge');
    expect(urge).toMatchObject({ availableAt: expect.stringMatching(/^2/) });
    await teacher.withdrawCase({ params: { id: caseId }, body: { reason: '填错' } });
    expect(await refused(teacher.withdrawCase({ params: { id: caseId }, body: {} }))).toMatchObject({
      status: 409,
      code: 'CaseClosed',
    });
    const view = await teacher.getCase({ params: { id: caseId } });
    expect(view).toMatchObject({
      state: 'withdrawn',
      stages: [{ state: 'skipped', result: { zh: '申请人撤回' } }, {}, {}, {}, {}],
    });
  });

  test('has one open application, also of two sent in the same instant', async () => {
    await openCase('colleague');
    const teacher = await office.as('colleague');
    expect(await refused(submit(teacher))).toMatchObject({ status: 409, code: 'OpenApplicationExists' });
    const twin = await office.as('teacher-3');
    const answers = await Promise.allSettled([submit(twin), submit(twin)]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(await office.prisma.case.count({ where: { applicantId: 'teacher-3' } })).toBe(1);
  });

  test('sends the same application again and gets the same case; another one under its key is refused', async () => {
    const teacher = await office.as('teacher-4');
    const { id } = await teacher.uploadFile({ file: new File(['%PDF-1.4\n'], 'a.pdf') });
    const { exampleCertification } = await import('../../processes/teacher-certification/example.ts');
    const body = {
      process: 'teacher-certification',
      form: { ...exampleCertification(() => id) },
    };
    const idempotencyKey = randomUUID();
    const [first, again] = await Promise.all([
      teacher.submitCase({ body }, { idempotencyKey }),
      teacher.submitCase({ body }, { idempotencyKey }),
    ]);
    expect(again).toEqual(first);
    expect(await teacher.submitCase({ body }, { idempotencyKey })).toEqual(first);
    const other = { ...body, form: { ...body.form, pledge: { accepted: false } } };
    expect(await refused(teacher.submitCase({ body: other }, { idempotencyKey }))).toMatchObject({
      status: 422,
      code: 'KeyReused',
    });
  });
});

test('an act repeated under its key is done once', async () => {
  const { caseId, turn } = await openCase();
  const key = () => ({ idempotencyKey: randomUUID() });
  const commenting = key();
  const comment = (body: string) => reviewer.commentCase({ params: { id: caseId }, body: { body } }, commenting);
  expect(await comment('请补充课表')).toEqual(await comment('请补充课表'));
  expect(await refused(comment('请补充学历'))).toMatchObject({ code: 'KeyReused' });
  expect(await events(caseId, 'commented')).toBe(1);
  const handing = key();
  const hand = () =>
    reviewer.transferAssignment(
      { params: { id: turn }, body: { to: { personId: 'principal' }, reason: '出差' } },
      handing,
    );
  expect(await hand()).toEqual(await hand());
  // As if the answer of the first call had been lost before it was kept.
  await office.prisma.idempotencyKey.updateMany({ where: { key: handing.idempotencyKey }, data: { status: null } });
  expect(await hand()).toMatchObject({ caseId });
  expect(await events(caseId, 'transferred')).toBe(1);
});

test('a masked field is shown to a handler who says why, and that is noted', async () => {
  const { caseId } = await openCase();
  const ask = { params: { id: caseId }, body: { path: 'applicant.idNumber', reason: '核对身份证' } };
  expect(await refused((await office.as('principal')).unmaskField(ask))).toMatchObject({ code: 'Forbidden' });
  expect(await reviewer.unmaskField(ask)).toEqual({ path: 'applicant.idNumber', value: '500225198803120018' });
  expect(await refused(reviewer.unmaskField({ ...ask, body: { ...ask.body, path: 'applicant.name' } }))).toMatchObject({
    code: 'NotFound',
  });
  const { items } = await (await office.as('auditor')).listSecurityEvents({ query: { action: 'unmasked' } });
  expect(items).toMatchObject([
    { userId: 'school-reviewer', target: `case ${caseId} applicant.idNumber`, reason: '核对身份证' },
  ]);
  expect(await refused(reviewer.listSecurityEvents())).toMatchObject({ code: 'Forbidden' });
});
