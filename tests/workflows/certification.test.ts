import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDistrict, type District } from './district.ts';
import { certificationRules, reviewStage, role } from './rules.ts';

let district: District;
beforeAll(async () => {
  district = await openDistrict();
});
afterAll(() => district?.close());

test('a teacher is certified: school, experts, notice, district, certificate', async () => {
  const story = await district.submit();
  expect((await story.row()).number).toMatch(/^SS-\d{4}-\d{4}$/);

  await story.decide('school-reviewer', 'approve', { opinion: '材料齐全' });
  const experts = (await story.openTurns()).map(({ personId }) => personId ?? '').toSorted();
  await story.vote();
  expect(await story.row()).toMatchObject({ state: 'on-notice', stage: 'public-notice' });
  await district.pass({ workingDays: 5 });
  expect(await story.row()).toMatchObject({ state: 'in-review', stage: 'bureau-decision' });
  await story.decide('bureau-reviewer', 'approve');

  expect(await story.row()).toMatchObject({
    state: 'approved',
    businessState: 'certified',
    stage: null,
    openKey: null,
  });
  const certificate = await district.prisma.certificate.findUniqueOrThrow({ where: { caseId: story.caseId } });
  expect(certificate).toMatchObject({
    state: 'valid',
    teacherId: 'teacher',
    teacherName: '陈思远',
    level: 'intermediate',
    track: 'secondary',
  });
  await expect
    .poll(story.told)
    .toEqual([
      'school-reviewer ← assignment-opened (school-review)',
      'school-reviewer-2 ← assignment-opened (school-review)',
      ...experts.map((expert) => `${expert} ← assignment-opened (expert-panel)`),
      'bureau-reviewer ← assignment-opened (bureau-decision)',
      'teacher ← certificate-issued (certificate)',
    ]);
  expect(await story.handle.result()).toEqual({ kind: 'approved' });
  expect(await story.row()).toMatchObject({ state: 'approved', businessState: 'expired' });
  expect(await story.events()).toEqual([
    'submitted teacher',
    'stage-opened',
    'decided school-reviewer',
    'stage-opened',
    'panel-drawn',
    ...(await story.events()).slice(5, 8),
    'panel-closed',
    'stage-opened',
    'notice-published',
    'notice-ended',
    'stage-opened',
    'decided bureau-reviewer',
    'stage-opened',
    'approved',
    'certificate-issued',
    'certificate-expired',
  ]);
  await district.replays(story.handle, 'certified');
});

test('a teacher with an open application cannot open another, whatever the timing', async () => {
  const [first, second] = await Promise.all([district.submit(), district.submit()]);
  const answers = [first.answer, second.answer];
  expect(answers.filter((answer) => 'refusal' in answer)).toEqual([{ refusal: { code: 'OpenApplicationExists' } }]);
  const [kept, refused] = 'refusal' in first.answer ? [second, first] : [first, second];
  // Before any result is awaited: meanwhile the skipping clock would run until the kept case times out.
  await kept.act('withdraw', 'teacher');
  expect(await refused.handle.result()).toEqual({ kind: 'not-opened', reason: 'open-application-exists' });
  expect(await district.prisma.case.findUnique({ where: { id: refused.caseId } })).toBeNull();
});

test('a school that refuses ends the case, and the teacher is told', async () => {
  const story = await district.submit();
  await story.decide('school-reviewer-2', 'reject', { opinion: '师德考核不合格' });
  expect(await story.handle.result()).toEqual({ kind: 'rejected', stage: 'school-review' });
  expect(await story.row()).toMatchObject({ state: 'rejected', stage: null, openKey: null });
  expect((await story.told()).at(-1)).toBe('teacher ← case-rejected (school-review)');
  await district.replays(story.handle, 'rejected-by-school');
});

test('a withdrawn case closes every turn, and nobody can decide it any more', async () => {
  const story = await district.submit();
  await story.decide('school-reviewer', 'approve');
  await story.act('withdraw', 'teacher');
  expect(await story.openTurns()).toEqual([]);
  expect(await story.handle.result()).toEqual({ kind: 'withdrawn' });
  expect(await story.row()).toMatchObject({ state: 'withdrawn', stage: null });
  await district.replays(story.handle, 'withdrawn');
});

test('an administrator terminates a case on notice, and the notice is taken down', async () => {
  const story = await district.submit();
  await story.decide('school-reviewer', 'approve');
  await story.vote();
  await story.act('terminate', 'administrator', role('jiaowei', 'administrator'));
  expect(await story.handle.result()).toEqual({ kind: 'terminated' });
  expect(await district.prisma.notice.findFirstOrThrow({ where: { caseId: story.caseId } })).toMatchObject({
    state: 'cancelled',
  });
  await district.replays(story.handle, 'terminated');
});

test('an escalation stands on the timeline', async () => {
  const story = await district.submit();
  const { id } = await story.turnOf('school-reviewer');
  await story.handle.signal('escalated', { assignmentIds: [id], date: '2026-11-24' });
  await expect.poll(story.events).toContain('escalated');
  await story.act('withdraw', 'teacher');
  await district.replays(story.handle, 'escalated');
});

test('a decision costs one workflow task and at most 8 history events', async () => {
  const story = await district.submit({ workflow: 'trial', rules: threeReviews() });
  const decisions: number[] = [];
  for (const decider of ['school-reviewer', 'principal', 'bureau-reviewer'] as const) {
    const before = (await story.handle.fetchHistory()).events?.length ?? 0;
    await story.decide(decider, 'approve');
    const events = (await story.handle.fetchHistory()).events ?? [];
    decisions.push(events.length - before);
    const tasks = events.slice(before).filter((event) => event.workflowTaskCompletedEventAttributes);
    expect(tasks).toHaveLength(1);
  }
  expect(Math.max(...decisions)).toBeLessThanOrEqual(8);
  expect(Math.min(...decisions)).toBeGreaterThan(3);
});

const threeReviews = () =>
  certificationRules({
    stages: [
      reviewStage('first', role('dazu-zhijiao', 'reviewer')),
      reviewStage('second', role('dazu-zhijiao', 'principal')),
      reviewStage('third', role('jiaowei', 'reviewer')),
    ],
  });
