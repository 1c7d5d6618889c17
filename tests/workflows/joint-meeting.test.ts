import { WorkflowUpdateFailedError } from '@temporalio/client';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { shanghaiDate } from '../../processes/shanghai.ts';
import { openDistrict, type District } from './district.ts';
import { callMeeting } from './meeting.ts';

let district: District;
beforeAll(async () => {
  district = await openDistrict();
});
afterAll(() => district?.close());

const refused = async (attempt: Promise<unknown>): Promise<unknown> => {
  const error: unknown = await attempt.then(
    () => 'not refused',
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof WorkflowUpdateFailedError)) return error;
  return (error.cause as { details?: unknown[] }).details?.[0];
};

test('a meeting: topics from the units, the agenda, minutes after it was held, signed by every member, numbered and sent', async () => {
  const story = await callMeeting(district);
  expect((await story.row()).number).toMatch(/^LH-\d{4}-\d{4}$/);
  expect(await story.meeting()).toMatchObject({
    heldOn: story.form.meeting.heldOn,
    memberIds: ['jiaowei', 'caizhengju', 'rensheju'],
    minutesNumber: null,
  });

  await story.send('rensheju', ['职业技能等级认定']);
  await story.send('caizhengju', ['基金年度预算', '绩效评价安排']);
  await story.send('jiaowei', []);
  // All have answered: nobody waits for the day.
  expect(await story.row()).toMatchObject({ stage: 'agenda', state: 'in-review' });
  expect(await story.agenda()).toEqual([
    { kind: 'topic', about: '基金年度预算', final: false },
    { kind: 'topic', about: '绩效评价安排', final: false },
    { kind: 'topic', about: '职业技能等级认定', final: false },
  ]);

  await story.setAgenda();
  expect((await story.agenda()).every(({ final }) => final)).toBe(true);
  await story.held();
  await story.write('会议议定：安排基金预算。');
  for (const unit of ['jiaowei', 'caizhengju', 'rensheju'] as const) await story.sign(unit);

  expect(await story.handle.result()).toEqual({ kind: 'approved' });
  expect(await story.row()).toMatchObject({
    state: 'approved',
    businessState: 'published',
    stage: null,
    openKey: null,
  });
  const { minutesNumber, publishedAt } = await story.meeting();
  const year = shanghaiDate(publishedAt!.getTime()).slice(0, 4);
  expect(minutesNumber).toBe(`大足职教联席纪〔${year}〕1号`);
  const everybody = (kind: string, stage: string) =>
    [
      'bureau-reviewer',
      'caizhengju-clerk',
      'caizhengju-reviewer',
      'rensheju-clerk',
      'rensheju-reviewer',
      'stand-in',
    ].map((reader) => `${reader} ← ${kind} (${stage})`);
  const told = await story.told();
  expect(told.slice(0, 4)).toEqual([
    'caizhengju-clerk ← assignment-opened (topics)',
    'rensheju-clerk ← assignment-opened (topics)',
    'stand-in ← assignment-opened (topics)',
    'secretary ← assignment-opened (agenda)',
  ]);
  expect(told.slice(4, 11).toSorted()).toEqual(
    [...everybody('meeting-called', 'agenda'), 'secretary ← assignment-opened (minutes)'].toSorted(),
  );
  expect(told.slice(11)).toEqual([
    'bureau-reviewer ← assignment-opened (members)',
    'caizhengju-reviewer ← assignment-opened (members)',
    'rensheju-reviewer ← assignment-opened (members)',
    ...everybody('minutes-published', 'publication'),
  ]);
  await district.replays(story.handle, 'joint-meeting/published');
});

test('units that send nothing are passed over when the day has come; minutes a member refuses are written again', async () => {
  const story = await callMeeting(district);
  await story.send('caizhengju', ['基金年度预算']);
  await district.pass({ days: 8 });
  expect(await story.row()).toMatchObject({ stage: 'agenda' });
  const skipped = await district.prisma.assignment.findMany({
    where: { caseId: story.caseId, stage: 'topics', state: 'skipped' },
    orderBy: { unitId: 'asc' },
  });
  expect(skipped.map(({ unitId }) => unitId)).toEqual(['jiaowei', 'rensheju']);

  await story.setAgenda();
  await story.held();
  const first = await story.write('会议议定：培训经费由区人力社保局承担。');
  await story.sign('jiaowei');
  await story.sign('rensheju', 'reject', '经费渠道不是这样议定的');
  await story.sign('caizhengju');
  // The secretariat settles it: the text is written again, the meeting is not refused.
  expect(await refused(story.decide('secretary', 'reject'))).toMatchObject({ code: 'NotAllowed', what: 'reject' });
  expect(await refused(story.decide('secretary', 'return', { returnTo: 'topics' }))).toMatchObject({
    code: 'BadDecisionData',
    field: 'returnTo',
  });
  await story.decide('secretary', 'return', { opinion: '按会议记录修改' });
  expect(await story.row()).toMatchObject({ stage: 'minutes', state: 'in-review' });

  await story.write('会议议定：培训经费从基金列支。');
  for (const unit of ['jiaowei', 'caizhengju', 'rensheju'] as const) await story.sign(unit);
  expect(await story.handle.result()).toEqual({ kind: 'approved' });
  expect((await story.meeting()).minutesNumber).toMatch(/〕\d+号$/);
  const versions = await district.prisma.minutes.findMany({
    where: { caseId: story.caseId },
    orderBy: { version: 'asc' },
  });
  expect(versions.map(({ version, final }) => [version, final])).toEqual([
    [1, true],
    [2, true],
  ]);
  // What was handed on stays as it was read.
  await expect(district.prisma.minutes.update({ where: { id: first }, data: { revision: 9 } })).rejects.toThrow(
    /final/,
  );
  await district.replays(story.handle, 'joint-meeting/rewritten');
});

test('a difference that is settled in words: published as it stands', async () => {
  const story = await callMeeting(district);
  for (const unit of ['jiaowei', 'caizhengju', 'rensheju'] as const) await story.send(unit, []);
  await story.setAgenda();
  await story.held();
  await story.write('会议议定：无。');
  await story.sign('jiaowei');
  await story.sign('rensheju', 'reject', '建议补充');
  await story.sign('caizhengju');
  await story.decide('secretary', 'approve', { opinion: '经沟通，区人力社保局同意印发' });
  expect(await story.handle.result()).toEqual({ kind: 'approved' });
  await district.replays(story.handle, 'joint-meeting/settled');
});

test('a meeting called off: everybody who was asked learns it, and nothing is open any more', async () => {
  const story = await callMeeting(district);
  await story.send('caizhengju', ['基金年度预算']);
  await story.act('withdraw', 'secretary');
  expect(await story.handle.result()).toEqual({ kind: 'withdrawn' });
  expect(await story.openTurns()).toEqual([]);
  expect((await story.told()).filter((line) => line.includes('meeting-cancelled'))).toHaveLength(6);
  await district.replays(story.handle, 'joint-meeting/called-off');
});

test('refused: minutes before the meeting, without a text, and more topics than a unit may send', async () => {
  const story = await callMeeting(district);
  expect(await refused(story.decide('caizhengju-clerk', 'approve'))).toMatchObject({ code: 'BadDecisionData' });
  const many = Array.from({ length: 21 }, (_, index) => `议题 ${index}`);
  expect(await refused(story.send('caizhengju', many))).toMatchObject({
    code: 'BadDecisionData',
    rule: 'at-most-20-topics',
  });
  expect(await refused(story.decide('caizhengju-clerk', 'reject', { data: { topicIds: [] } }))).toMatchObject({
    code: 'NotAllowed',
  });
  for (const unit of ['jiaowei', 'caizhengju', 'rensheju'] as const) await story.send(unit, []);
  await story.setAgenda();
  expect(await refused(story.write('会议尚未召开'))).toMatchObject({ rule: 'after-the-meeting' });
  await story.held();
  expect(await refused(story.decide('secretary', 'approve'))).toMatchObject({ field: 'minutesId', rule: 'required' });
  await story.act('withdraw', 'secretary');
});
