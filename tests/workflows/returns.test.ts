import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDistrict, type District } from './district.ts';

let district: District;
beforeAll(async () => {
  district = await openDistrict();
});
afterAll(() => district?.close());

const visits = async (caseId: string) =>
  (await district.prisma.stageVisit.findMany({ where: { caseId }, orderBy: { openedAt: 'asc' } })).map(
    ({ stage, round, state }) => `${stage} ${round} ${state}`,
  );

test('returned to the applicant and resubmitted step by step, the case passes every stage again', async () => {
  const story = await district.submit();
  await story.decide('school-reviewer', 'approve');
  await story.vote();
  await district.pass({ workingDays: 5 });
  await story.decide('bureau-reviewer', 'return', {
    returnTo: 'applicant',
    resubmission: 'step-by-step',
    opinion: '请补充协议盖章页',
  });
  expect(await story.row()).toMatchObject({ state: 'awaiting-correction', stage: 'bureau-decision' });
  expect((await story.openTurns()).map(({ purpose, personId }) => [purpose, personId])).toEqual([
    ['correct', 'teacher'],
  ]);
  await story.resubmit();
  expect(await story.row()).toMatchObject({
    state: 'in-review',
    stage: 'school-review',
    title: '中级双师型教师认定（补正）',
  });
  expect(await visits(story.caseId)).toEqual([
    'school-review 1 passed',
    'expert-panel 1 passed',
    'public-notice 1 passed',
    'bureau-decision 1 returned',
    'school-review 2 open',
  ]);
  expect((await story.told()).slice(-3)).toEqual([
    'teacher ← returned-to-applicant (bureau-decision)',
    'school-reviewer ← assignment-opened (school-review)',
    'school-reviewer-2 ← assignment-opened (school-review)',
  ]);
  await story.act('withdraw', 'teacher');
  await district.replays(story.handle, 'returned-step-by-step');
});

test('resubmitted directly, the case goes back to who returned it, and the clock runs on where it stopped', async () => {
  const story = await district.submit();
  const first = await district.prisma.stageVisit.findFirstOrThrow({ where: { caseId: story.caseId } });
  await district.pass({ workingDays: 2 });
  await story.decide('school-reviewer', 'return', { resubmission: 'direct' });
  await district.pass({ workingDays: 4 });
  await story.resubmit();
  const again = await district.prisma.stageVisit.findFirstOrThrow({ where: { caseId: story.caseId, round: 2 } });
  expect(await visits(story.caseId)).toEqual(['school-review 1 returned', 'school-review 2 open']);
  expect(first.dueRule).toEqual({ workingDays: 5 });
  expect(again.dueRule).toEqual({ workingDays: await district.leftWhenStopped(story.caseId, 'school-review') });
  await story.act('withdraw', 'teacher');
  await district.replays(story.handle, 'returned-direct');
});

test('returned to an earlier stage directly, the case comes back after that stage alone', async () => {
  const story = await district.submit();
  await story.decide('school-reviewer', 'approve');
  await story.vote();
  await district.pass({ workingDays: 5 });
  await story.decide('bureau-reviewer', 'return', { returnTo: 'school-review', resubmission: 'direct' });
  expect(await story.row()).toMatchObject({ state: 'in-review', stage: 'school-review' });
  await story.decide('school-reviewer-2', 'approve');
  expect(await story.row()).toMatchObject({ state: 'in-review', stage: 'bureau-decision' });
  await story.decide('bureau-reviewer', 'reject');
  await district.replays(story.handle, 'returned-to-stage');
});

test('a correction that never comes lapses, and the teacher is told', async () => {
  const story = await district.submit();
  await story.decide('school-reviewer', 'return');
  const { dueAt } = await story.turnOf('teacher');
  expect(await story.handle.result()).toEqual({ kind: 'lapsed' });
  expect(await story.row()).toMatchObject({ state: 'lapsed', openKey: null });
  expect((await story.told()).at(-1)).toBe('teacher ← case-lapsed');
  const lapsed = await district.prisma.event.findFirstOrThrow({ where: { caseId: story.caseId, kind: 'lapsed' } });
  const lateMs = new Date(lapsed.at).getTime() - (dueAt?.getTime() ?? 0);
  // Never early, and spread over at most an hour.
  expect(lateMs).toBeGreaterThanOrEqual(0);
  expect(lateMs).toBeLessThanOrEqual(3_600_000 + 60_000);
  await district.replays(story.handle, 'correction-lapsed');
});
