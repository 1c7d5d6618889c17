import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDistrict, type District, type Story } from './district.ts';
import { refusalFrom } from './paper-office.ts';

let district: District;
beforeAll(async () => {
  district = await openDistrict();
});
afterAll(() => district?.close());

async function onNotice(): Promise<Story> {
  const story = await district.submit();
  await story.decide('school-reviewer', 'approve');
  await story.vote();
  return story;
}

const noticeOf = (story: Story) => district.prisma.notice.findFirstOrThrow({ where: { caseId: story.caseId } });

test('a notice shows what the public may see and nothing that identifies beyond it', async () => {
  const story = await onNotice();
  const notice = await noticeOf(story);
  expect(JSON.stringify(notice.body)).toContain('陈思远');
  expect(JSON.stringify(notice.body)).not.toMatch(/500225|19880312/);
  await story.act('withdraw', 'teacher');
});

test('an objection stops the clock; dismissed, the notice runs on for what was left', async () => {
  const story = await onNotice();
  await district.pass({ workingDays: 2 });
  const objectionId = await story.object();
  expect(await story.row()).toMatchObject({ state: 'objection', stage: 'public-notice' });
  const left = await district.leftWhenStopped(story.caseId, 'public-notice');
  expect(await noticeOf(story)).toMatchObject({ state: 'suspended' });
  // Far longer than the notice would have run: it stands still.
  await district.pass({ workingDays: 8 });
  expect(await story.row()).toMatchObject({ state: 'objection' });
  await story.decide('bureau-reviewer', 'approve', { data: { finding: 'dismissed' }, opinion: '经核查，实践属实' });
  expect(await story.row()).toMatchObject({ state: 'on-notice' });
  expect(await district.prisma.objection.findUniqueOrThrow({ where: { id: objectionId } })).toMatchObject({
    state: 'dismissed',
  });
  const visit = await district.prisma.stageVisit.findFirstOrThrow({
    where: { caseId: story.caseId, stage: 'public-notice' },
  });
  expect(visit.dueRule).toEqual({ workingDays: left });
  expect((await noticeOf(story)).endsAt).toEqual(visit.dueAt);
  await district.pass({ workingDays: left });
  expect(await story.row()).toMatchObject({ state: 'in-review', stage: 'bureau-decision' });
  expect(await refusalFrom(story.object())).toEqual({ code: 'NotOpen' });
  await story.act('withdraw', 'teacher');
  await district.replays(story.handle, 'objection-dismissed');
});

test('two objections are two investigations, and the notice waits for both', async () => {
  const story = await onNotice();
  await story.object();
  await story.object();
  await story.decide('bureau-reviewer', 'approve', { data: { finding: 'dismissed' } });
  expect(await story.row()).toMatchObject({ state: 'objection' });
  await story.decide('bureau-reviewer', 'approve', { data: { finding: 'dismissed' } });
  expect(await story.row()).toMatchObject({ state: 'on-notice' });
  await story.act('withdraw', 'teacher');
});

test('an objection upheld ends the case, also when the investigation changed hands', async () => {
  const story = await onNotice();
  const objectionId = await story.object();
  await story.transfer('bureau-reviewer', 'bureau-leader');
  await story.decide('bureau-leader', 'approve', { data: { finding: 'upheld' }, opinion: '实践证明系伪造' });
  expect(await story.handle.result()).toEqual({ kind: 'rejected', stage: 'public-notice' });
  expect(await noticeOf(story)).toMatchObject({ state: 'cancelled' });
  expect(await district.prisma.objection.findUniqueOrThrow({ where: { id: objectionId } })).toMatchObject({
    state: 'upheld',
  });
  await district.replays(story.handle, 'objection-upheld');
});
