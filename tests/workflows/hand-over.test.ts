import { afterAll, beforeAll, expect, test } from 'vitest';
import * as messages from '../../workflows/messages.ts';
import { openDistrict, type District } from './district.ts';
import { refusalFrom } from './paper-office.ts';

let district: District;
beforeAll(async () => {
  district = await openDistrict();
});
afterAll(() => district?.close());

test('transferred, the turn is somebody else’s and the old one is dead', async () => {
  const story = await district.submit();
  const before = await story.as('school-reviewer');
  await story.transfer('school-reviewer', 'principal');
  const late = { ...before, round: 1, verdict: 'approve' as const };
  expect(await refusalFrom(story.handle.executeUpdate(messages.decide, { args: [late] }))).toEqual({ code: 'NotOpen' });
  await story.decide('principal', 'approve');
  expect(await story.row()).toMatchObject({ stage: 'expert-panel' });
  expect((await story.told())[2]).toBe('principal ← assignment-opened (school-review)');
  await story.act('withdraw', 'teacher');
  await district.replays(story.handle, 'transferred');
});

test('delegated, the opinion comes back to who asked, who alone decides', async () => {
  const story = await district.submit();
  await story.consult('school-reviewer', 'colleague');
  expect((await story.openTurns()).map(({ purpose, personId }) => [purpose, personId])).toEqual([
    ['consult', 'colleague'],
  ]);
  await story.decide('colleague', 'approve', { opinion: '实践情况属实' });
  expect(await story.row()).toMatchObject({ stage: 'school-review' });
  expect((await story.openTurns()).map(({ purpose, role }) => [purpose, role])).toEqual([['decide', 'reviewer']]);
  await story.decide('school-reviewer', 'approve');
  expect(await story.row()).toMatchObject({ stage: 'expert-panel' });
  await story.act('withdraw', 'teacher');
  await district.replays(story.handle, 'delegated');
});

test('a signer added before waits in front, a signer added after follows, and a refusal of either counts as it should', async () => {
  const story = await district.submit();
  await story.consult('school-reviewer', 'colleague', 'signer-before');
  expect(
    await district.prisma.assignment.findFirstOrThrow({ where: { caseId: story.caseId, purpose: 'decide' } }),
  ).toMatchObject({ state: 'awaiting-signer' });
  // A signer before advises: the holder still decides.
  await story.decide('colleague', 'reject', { opinion: '建议补充材料' });
  await story.addSigner('school-reviewer', 'principal');
  await story.decide('school-reviewer', 'approve');
  expect((await story.openTurns()).map(({ purpose, personId }) => [purpose, personId])).toEqual([
    ['sign-after', 'principal'],
  ]);
  await story.decide('principal', 'reject', { opinion: '不同意' });
  expect(await story.handle.result()).toEqual({ kind: 'rejected', stage: 'school-review' });
  await district.replays(story.handle, 'signed-after');
});

test('a claimed turn is one person’s', async () => {
  const story = await district.submit();
  const other = await story.as('school-reviewer-2');
  await story.claim('school-reviewer');
  const decision = { ...other, round: 1, verdict: 'approve' as const };
  expect(await refusalFrom(story.handle.executeUpdate(messages.decide, { args: [decision] }))).toEqual({
    code: 'NotYours',
  });
  await story.decide('school-reviewer', 'approve');
  expect(await story.row()).toMatchObject({ stage: 'expert-panel' });
  await story.act('withdraw', 'teacher');
});

test('a substitute is told too, and the record reads 乙 代 甲', async () => {
  await district.prisma.substitute.create({
    data: {
      principalId: 'school-reviewer',
      substituteId: 'stand-in',
      startsOn: '2020-01-01',
      endsOn: '2099-12-31',
      processes: [],
    },
  });
  const story = await district.submit();
  expect(await story.told()).toContain('stand-in ← assignment-opened (school-review)');
  await story.decide('stand-in', 'approve', { onBehalfOf: 'school-reviewer' });
  expect(
    await district.prisma.event.findFirstOrThrow({ where: { caseId: story.caseId, kind: 'decided' } }),
  ).toMatchObject({
    actorId: 'stand-in',
    onBehalfOfId: 'school-reviewer',
  });
  await story.act('withdraw', 'teacher');
  await district.prisma.substitute.deleteMany();
});

test('an urge reaches the handlers, once in four hours', async () => {
  const story = await district.submit();
  await story.act('urge', 'teacher');
  expect((await story.told()).slice(-2)).toEqual(
    ['school-reviewer ← urged (school-review)', 'school-reviewer-2 ← urged (school-review)'].toSorted(),
  );
  expect(await refusalFrom(story.act('urge', 'teacher'))).toMatchObject({ code: 'UrgedTooSoon' });
  await district.env.sleep('241 minutes');
  await story.act('urge', 'teacher');
  expect((await story.told()).filter((line) => line.includes('urged')).length).toBeGreaterThanOrEqual(4);
  await story.act('withdraw', 'teacher');
});
