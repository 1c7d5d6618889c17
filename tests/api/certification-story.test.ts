import { afterAll, beforeAll, expect, test } from 'vitest';
import { openOffice, refused, submit, turnOf, until } from './office.ts';
import type { Office } from './office.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice({
    policy: ({ processes }) => {
      const certification = processes['teacher-certification'];
      certification.panel.seats = 3;
      certification.notice.deadline = { duration: 'PT4S' };
    },
  });
});
afterAll(() => office?.stop());

test('a teacher is certified, from the form to the public check of the certificate', async () => {
  const teacher = await office.as('teacher');
  const caseId = await submit(teacher);
  const mine = await teacher.getCase({ params: { id: caseId } });
  expect(mine).toMatchObject({
    state: 'in-review',
    stage: { slug: 'school-review' },
    number: expect.stringMatching(/^SS-\d{4}-0001$/),
  });
  expect(mine.stages.map(({ slug, state }) => `${slug} ${state}`)).toEqual([
    'school-review now',
    'expert-panel future',
    'public-notice future',
    'bureau-decision future',
    'certificate future',
  ]);
  expect(mine.actions.map(({ kind }) => kind)).toEqual(['withdraw', 'urge', 'comment', 'copy', 'unmask']);
  expect((mine.form.applicant as { idNumber: string }).idNumber).toBe('500225********0018');

  const school = await office.as('school-reviewer');
  const inbox = await school.listAssignments();
  expect(inbox.items).toMatchObject([
    { caseId, purpose: 'decide', batch: true, from: { id: 'teacher' }, due: { level: 'far' } },
  ]);
  expect(await school.countAssignments()).toMatchObject({ open: 1, overdue: 0 });
  await school.decideAssignment({ params: { id: inbox.items[0]!.id }, body: { verdict: 'approve' } });
  expect((await school.listAssignments({ query: { state: 'done' } })).items).toMatchObject([
    { caseId, state: 'approved' },
  ]);

  const ballots = await office.prisma.assignment.findMany({ where: { caseId, purpose: 'vote', state: 'open' } });
  expect(ballots).toHaveLength(3);
  for (const { id, personId } of ballots) {
    const expert = await office.as(personId ?? '');
    await expert.decideAssignment({ params: { id }, body: { verdict: 'approve', opinion: '材料齐全' } });
  }
  const noticed = await teacher.getCase({ params: { id: caseId } });
  expect(noticed).toMatchObject({ state: 'on-notice', ballots: [], notice: { state: 'open' } });
  expect(noticed.stages[1]).toMatchObject({
    state: 'done',
    result: { zh: '3 票同意，0 票不同意' },
    who: ['专家组 3 人'],
  });
  expect(JSON.stringify(noticed)).not.toMatch(/"expert-\d"/);
  expect((await school.getCase({ params: { id: caseId } })).ballots).toHaveLength(3);

  const notices = await office.anybody.listNotices();
  const notice = await office.anybody.getNotice({ params: { id: notices.items[0]!.id } });
  expect(notice).toMatchObject({ mayObject: true, process: { zh: '双师型教师认定' } });
  expect(JSON.stringify(notice)).not.toContain('500225');

  const bureau = await office.as('bureau-reviewer');
  const decision = await until(async () => (await bureau.listAssignments()).items[0]);
  await bureau.decideAssignment({ params: { id: decision.id }, body: { verdict: 'approve', opinion: '同意认定' } });

  const done = await until(async () => {
    const view = await teacher.getCase({ params: { id: caseId } });
    return view.documents.length > 0 && view;
  });
  expect(done).toMatchObject({ state: 'approved', businessState: 'certified', stage: null });
  expect(done.stages.every(({ state }) => state === 'done')).toBe(true);
  const check = new URL(done.certificate!.checkUrl);
  const code = check.searchParams.get('check') ?? '';
  const number = done.certificate!.number;
  expect(await office.anybody.checkCertificate({ params: { number }, query: { check: code } })).toMatchObject({
    state: 'valid',
    teacherName: '陈*远',
  });
  expect(
    await refused(office.anybody.checkCertificate({ params: { number }, query: { check: 'guess' } })),
  ).toMatchObject({ code: 'NotFound' });
  expect((await teacher.getRatio()).schools.find(({ unit }) => unit.id === 'dazu-zhijiao')).toMatchObject({
    certified: 1,
    ratioBp: 2500,
  });
  expect((await teacher.listMyCertificates()).items).toMatchObject([{ number }]);

  const paper = await office.raw(`/api/v1/files/${done.documents[0]!.id}`, { as: 'teacher' });
  expect(paper.headers.get('content-disposition')).toContain("filename*=UTF-8''");
  expect((await paper.text()).slice(0, 5)).toBe('%PDF-');

  const kinds = (await teacher.listEvents({ params: { id: caseId } })).items.map(({ kind }) => kind);
  expect(kinds.filter((kind) => kind !== 'stage-opened')).toEqual([
    'submitted',
    'decided',
    'panel-drawn',
    'vote-cast',
    'vote-cast',
    'vote-cast',
    'panel-closed',
    'notice-published',
    'notice-ended',
    'decided',
    'approved',
    'certificate-issued',
  ]);
  expect(await (await office.as('auditor')).checkChain({ params: { id: caseId } })).toMatchObject({ whole: true });
});

test('returned with an opinion, corrected from a draft, straight back to who returned it', async () => {
  const teacher = await office.as('colleague');
  const school = await office.as('school-reviewer');
  const caseId = await submit(teacher);
  const turn = await turnOf(office, caseId);
  expect(await refused(school.decideAssignment({ params: { id: turn }, body: { verdict: 'return' } }))).toMatchObject({
    status: 422,
    code: 'OpinionRequired',
  });
  await school.decideAssignment({
    params: { id: turn },
    body: { verdict: 'return', returnTo: 'applicant', resubmission: 'direct', opinion: '请补充课表' },
  });

  const returned = await teacher.getCase({ params: { id: caseId } });
  expect(returned).toMatchObject({ state: 'awaiting-correction', stages: [{ state: 'suspended' }, {}, {}, {}, {}] });
  expect(returned.actions.find(({ kind }) => kind === 'resubmit')).toMatchObject({ draftId: null });
  const draft = await teacher.createDraft({ body: { process: 'teacher-certification', caseId } });
  const form = draft.form as { employment: { teachingYears: number } };
  expect(form.employment.teachingYears).toBe(12);
  form.employment.teachingYears = 13;
  await teacher.saveDraft({ params: { id: draft.id }, body: { form: draft.form } });
  await teacher.resubmitCase(
    { params: { id: caseId }, body: { form: draft.form, draftId: draft.id, note: '已补充' } },
    { idempotencyKey: draft.id },
  );

  const again = await school.getCase({ params: { id: caseId } });
  expect(again).toMatchObject({
    state: 'in-review',
    stage: { slug: 'school-review' },
    form: { employment: { teachingYears: 13 } },
  });
  expect(again.stages[0]).toMatchObject({ state: 'now', round: 2 });
  expect((await teacher.listDrafts()).items).toEqual([]);
  const remarks = (await teacher.listEvents({ params: { id: caseId } })).items.map(({ kind, remark }) => [
    kind,
    remark,
  ]);
  expect(remarks).toContainEqual(['decided', '请补充课表']);
  expect(remarks).toContainEqual(['resubmitted', '已补充']);
});
