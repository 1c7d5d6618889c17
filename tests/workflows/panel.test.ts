import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDistrict, type District } from './district.ts';
import { certificationRules } from './rules.ts';

let district: District;
beforeAll(async () => {
  district = await openDistrict();
});
afterAll(() => district?.close());

test('neither the own school nor who shares a result is drawn, and votes stay sealed until the last', async () => {
  const story = await district.submit({ rules: certificationRules({ seats: 3 }) });
  await story.decide('school-reviewer', 'approve');
  const drawn = (await story.openTurns()).map(({ personId }) => personId ?? '');
  expect(drawn).not.toContain('own-school-expert');
  expect(drawn).not.toContain('expert-4');
  const [first, second, third] = drawn as [string, string, string];
  await story.decide(first, 'reject', { opinion: '教学成果不足' });
  await story.decide(second, 'approve');
  const sealed = await district.prisma.assignment.findMany({ where: { caseId: story.caseId, purpose: 'vote' } });
  expect(sealed.map((vote) => vote.sealed)).toEqual([true, true, true]);
  const cast = await district.prisma.event.findMany({ where: { caseId: story.caseId, kind: 'vote-cast' } });
  expect(cast.map(({ facts, remarkId }) => [facts, remarkId])).toEqual([
    [{}, null],
    [{}, null],
  ]);
  await story.decide(third, 'approve');
  const closed = await district.prisma.event.findFirstOrThrow({
    where: { caseId: story.caseId, kind: 'panel-closed' },
  });
  expect(closed.facts).toEqual({ passed: true, inFavour: 2, against: 1 });
  const open = await district.prisma.assignment.findMany({ where: { caseId: story.caseId, purpose: 'vote' } });
  expect(open.every((vote) => !vote.sealed)).toBe(true);
  await story.act('withdraw', 'teacher');
});

test('an expert who recuses is replaced by another draw', async () => {
  const story = await district.submit();
  await story.decide('school-reviewer', 'approve');
  const drawn = (await story.openTurns()).map(({ personId }) => personId ?? '');
  await story.decide(drawn[0] as string, 'recuse', { opinion: '与申请人有师生关系' });
  const now = (await story.openTurns()).map(({ personId }) => personId ?? '');
  expect(now).toHaveLength(3);
  expect(now).not.toContain(drawn[0]);
  await story.vote();
  expect(await story.row()).toMatchObject({ state: 'on-notice' });
  await story.act('withdraw', 'teacher');
  await district.replays(story.handle, 'panel-recusal');
});

test('when the draw falls short the convener names experts, and only as many seats count as there are', async () => {
  const story = await district.submit({ rules: certificationRules({ seats: 5 }) });
  await story.decide('school-reviewer', 'approve');
  // Five are needed; four are free of the school and of shared results.
  expect((await story.openTurns()).map(({ purpose }) => purpose).toSorted()).toEqual([
    'appoint-panel',
    'vote',
    'vote',
    'vote',
    'vote',
  ]);
  await story.decide('bureau-reviewer', 'approve', { data: { experts: ['bureau-leader'] } });
  expect((await story.openTurns()).map(({ personId }) => personId)).toContain('bureau-leader');
  await story.vote();
  expect(await story.row()).toMatchObject({ state: 'on-notice' });
  await story.act('withdraw', 'teacher');
  await district.replays(story.handle, 'panel-short');
});

test('less than two thirds in favour ends the case', async () => {
  const story = await district.submit();
  await story.decide('school-reviewer', 'approve');
  const drawn = (await story.openTurns()).map(({ personId }) => personId ?? '');
  await story.vote({ against: drawn.slice(0, 2) });
  expect(await story.handle.result()).toEqual({ kind: 'rejected', stage: 'expert-panel' });
  await district.replays(story.handle, 'panel-rejected');
});
