/** What happens to a post while it lasts: its terms change, and its history goes on in new runs. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { partTimeIncome } from '../../processes/part-time-income/definition.ts';
import * as messages from '../../workflows/messages.ts';
import { openDistrict, type District } from './district.ts';
import { refusalFrom } from './paper-office.ts';
import { applyForPost, newYear, plusDays, type PostStory, postForm, untilDay, type Wanted } from './part-time.ts';
import { person } from './rules.ts';

let district: District;
beforeAll(async () => {
  district = await openDistrict();
});
afterAll(() => district?.close());

async function inForce(wanted: Partial<Wanted> = {}): Promise<{ story: PostStory; startsOn: string; year: number }> {
  const startsOn = await newYear(district);
  const year = Number(startsOn.slice(0, 4));
  const story = await applyForPost(district, { startsOn, endsOn: `${year + 2}-12-31`, ...wanted });
  await story.register();
  return { story, startsOn, year };
}

/** The same post under other terms, as the teacher sends it. */
async function proposed(story: PostStory, change: Partial<Wanted>): Promise<string> {
  const { form } = story;
  const next = postForm({ startsOn: form.post.from, endsOn: form.post.to, host: form.host.name, ...change });
  const { id } = await district.prisma.submission.create({
    data: {
      caseId: story.caseId,
      ...{
        process: 'part-time-income',
        applicantId: 'teacher',
        unitId: 'dazu-zhijiao',
        title: partTimeIncome.title(next),
      },
      form: next,
      fileIds: [],
    },
  });
  return id;
}

const propose = async (story: PostStory, from: string, change: Partial<Wanted>) =>
  story.say({ kind: 'propose-change', submissionId: await proposed(story, change), from }, 'teacher');

const changes = async ({ caseId }: PostStory) =>
  (await district.prisma.engagementChange.findMany({ where: { caseId }, orderBy: { number: 'asc' } })).map(
    ({ state }) => state,
  );

/** Posts share limits: none stays in force beyond its story. */
const leave = (story: PostStory) => story.say({ kind: 'end' }, 'teacher');

test('changed from the first stage: sent back, corrected, on notice, registered; the old terms stay in force until then, and declarations go on', async () => {
  const { story, year } = await inForce();
  await untilDay(district, `${year}-12-28`);
  await propose(story, 'school-review', { workHours: 4, hours: 7 });
  expect(await story.row()).toMatchObject({ state: 'approved', businessState: 'in-force', stage: 'engagement' });
  expect(await refusalFrom(propose(story, 'school-review', {}))).toEqual({
    code: 'NotAllowed',
    what: 'change-under-way',
  });
  await story.decide('school-reviewer', 'return', { opinion: '请说明增加时间的理由' });
  expect(await story.turnOf('teacher')).toMatchObject({ purpose: 'correct', stage: 'school-review' });

  const corrected = await proposed(story, { workHours: 3, hours: 8 });
  const turn = await story.turnOf('teacher');
  const actor = { userId: 'teacher', as: person('teacher'), via: 'page' as const };
  await story.handle.executeUpdate(messages.resubmit, {
    args: [{ assignmentId: turn.id, submissionId: corrected, actor }],
  });
  expect((await story.row()).facts).toMatchObject({ workTimeMinutesAWeek: 120 });
  await story.decide('school-reviewer', 'approve');
  const back = (returnTo: string) =>
    refusalFrom(story.decide('school-reviewer', 'return', { returnTo, opinion: '退回' }));
  expect(await back('registration')).toMatchObject({ code: 'BadDecisionData', field: 'returnTo' });
  await story.decide('school-reviewer', 'approve', {
    data: { meetingOn: `${year}-12-28`, meetingNumber: '办公会〔12〕' },
  });
  const notice = await district.prisma.notice.findFirstOrThrow({
    where: { caseId: story.caseId },
    orderBy: { round: 'desc' },
  });
  expect(JSON.stringify(notice.body)).toContain('每周 8 小时，其中工作时间 3 小时');

  // The year ends, its declaration opens and is filed while the change is on its way.
  await untilDay(district, `${year + 1}-01-01`);
  await story.declareAndCheck(String(year), 3_600_000);
  await district.pass({ workingDays: 3 });
  await story.decide('principal', 'approve');
  await story.decide('bureau-reviewer', 'approve');
  expect(await story.post()).toMatchObject({ version: 1, workTimeMinutesAWeek: 120 });
  await story.decide('rensheju-reviewer', 'approve');
  expect(await story.post()).toMatchObject({
    version: 2,
    workTimeMinutesAWeek: 180,
    minutesAWeek: 480,
    state: 'in-force',
  });
  expect((await story.row()).facts).toMatchObject({ workTimeMinutesAWeek: 180 });
  expect(await changes(story)).toEqual(['approved']);
  expect(await district.prisma.engagementTerms.count({ where: { caseId: story.caseId } })).toBe(2);
  expect((await story.told()).at(-1)).toBe('teacher ← change-concluded (engagement)');
  await leave(story);
  await district.replays(story.handle, 'part-time-income/changed');
});

test('a change is refused, withdrawn, not corrected in time, or over with the post: the old terms stay', async () => {
  const { story, startsOn } = await inForce({ endsOn: `${(await newYear(district)).slice(0, 4)}-12-31` });
  await untilDay(district, plusDays(startsOn, 5));
  expect(await refusalFrom(propose(story, 'engagement', {}))).toMatchObject({ code: 'BadDecisionData', field: 'from' });
  expect(await refusalFrom(story.say({ kind: 'withdraw-change' }, 'teacher'))).toEqual({
    code: 'NotAllowed',
    what: 'no-change-under-way',
  });

  await propose(story, 'principal-approval', { workHours: 4 });
  await story.decide('principal', 'reject', { opinion: '影响教学安排' });
  expect(await changes(story)).toEqual(['rejected']);

  await propose(story, 'principal-approval', { workHours: 4 });
  expect(
    await refusalFrom(story.decide('principal', 'return', { returnTo: 'school-review', opinion: '退回' })),
  ).toMatchObject({
    code: 'BadDecisionData',
    field: 'returnTo',
  });
  expect(await refusalFrom(story.say({ kind: 'withdraw-change' }, 'colleague'))).toEqual({ code: 'NotYours' });
  await story.say({ kind: 'withdraw-change' }, 'teacher', { opinion: null });
  expect(await story.openTurns()).toEqual([]);

  await propose(story, 'principal-approval', { workHours: 4 });
  await story.decide('principal', 'return', { opinion: '请补充协议' });
  await district.pass({ workingDays: 10 });
  expect(await changes(story)).toEqual(['rejected', 'withdrawn', 'lapsed']);
  expect(await story.row()).toMatchObject({ state: 'approved', businessState: 'in-force', stage: 'engagement' });
  expect(await story.openTurns()).toEqual([]);

  await propose(story, 'registration', { workHours: 4 });
  await untilDay(district, `${Number(startsOn.slice(0, 4)) + 1}-01-01`);
  expect(await changes(story)).toEqual(['rejected', 'withdrawn', 'lapsed', 'cancelled']);
  expect((await story.openTurns()).map(({ purpose }) => purpose)).toEqual(['declare']);
  expect(await story.post()).toMatchObject({ version: 1, state: 'ended', workTimeMinutesAWeek: 120 });
  const visits = await district.prisma.stageVisit.findMany({ where: { caseId: story.caseId, closedAt: null } });
  expect(visits.map(({ stage }) => stage)).toEqual(['engagement']);
  await story.declareAndCheck(startsOn.slice(0, 4));
  expect(await story.handle.result()).toEqual({ kind: 'approved' });
  await district.replays(story.handle, 'part-time-income/changes-refused');
});

test('a change that would break a limit comes back to the lead; sent back to the teacher, corrected, it is registered', async () => {
  const startsOn = await newYear(district);
  const endsOn = `${startsOn.slice(0, 4)}-12-31`;
  const { story } = await inForce({ endsOn, workHours: 4 });
  const { story: other } = await inForce({ endsOn, workHours: 4 });
  await propose(story, 'registration', { workHours: 5 });
  await story.decide('bureau-reviewer', 'approve');
  await story.decide('rensheju-reviewer', 'approve');
  const over = await district.prisma.event.findFirstOrThrow({ where: { caseId: story.caseId, kind: 'over-limit' } });
  expect(over.facts).toMatchObject({ limit: 'work-time', reached: 540, atMost: 480 });
  expect(await story.post()).toMatchObject({ version: 1, state: 'in-force' });
  await story.decide('bureau-reviewer', 'return', { opinion: '每周工作时间超限，请调整' });
  const corrected = await proposed(story, { workHours: 4, hours: 9 });
  const turn = await story.turnOf('teacher');
  const actor = { userId: 'teacher', as: person('teacher'), via: 'page' as const };
  await story.handle.executeUpdate(messages.resubmit, {
    args: [{ assignmentId: turn.id, submissionId: corrected, actor }],
  });
  await story.decide('bureau-reviewer', 'approve');
  await story.decide('rensheju-reviewer', 'approve');
  expect(await story.post()).toMatchObject({ version: 2, minutesAWeek: 540, workTimeMinutesAWeek: 240 });
  for (const post of [story, other]) await leave(post);
  await district.replays(story.handle, 'part-time-income/change-over-limit');
});

test('an objection to a change on notice: upheld, the change is refused and the post goes on', async () => {
  const { story } = await inForce();
  await propose(story, 'school-review', { workHours: 3 });
  await story.decide('school-reviewer', 'approve');
  const today = (
    await district.prisma.event.findFirstOrThrow({ where: { caseId: story.caseId }, orderBy: { sequence: 'desc' } })
  ).at.slice(0, 10);
  await story.decide('school-reviewer', 'approve', { data: { meetingOn: today, meetingNumber: '1' } });
  await story.object();
  await story.decide('school-reviewer', 'approve', { opinion: '查实占用教学时间', data: { finding: 'upheld' } });
  expect(await changes(story)).toEqual(['rejected']);
  expect(await story.row()).toMatchObject({ state: 'approved', businessState: 'in-force' });
  await leave(story);
});

test('a run that got long goes on in a new one in the middle of a declaration: no message is lost, and a repeated one has the same answer', async () => {
  const { story, year } = await inForce({ every: 'quarter', longestHistory: 60 });
  await untilDay(district, `${year}-04-01`);
  // Many speak while finance is about to look at the first quarter.
  const filed = await story.declare(`${year}-Q1`, 900_000);
  const actor = { userId: 'teacher', as: person('teacher'), via: 'page' as const };
  const said = await Promise.all(
    Array.from({ length: 12 }, (_, index) =>
      story.handle.executeUpdate(messages.comment, { args: [{ actor }], updateId: `comment:${index}` }),
    ),
  );
  expect(said).toHaveLength(12);
  expect((await story.runs()).length).toBeGreaterThan(1);
  const commented = (await story.events()).filter((event) => event === 'commented teacher');
  expect(commented).toHaveLength(12);

  // The very same updates again, now in another run.
  const before = (await story.events()).length;
  const repeated = await story.handle.executeUpdate(messages.decide, {
    args: [filed.decision],
    updateId: filed.updateId,
  });
  expect(repeated.caseId).toBe(story.caseId);
  expect(await story.handle.executeUpdate(messages.comment, { args: [{ actor }], updateId: 'comment:3' })).toEqual(
    said[3],
  );
  expect((await story.events()).length).toBe(before);
  // Another decision on the turn of an earlier run is told who was first.
  expect(
    await refusalFrom(story.handle.executeUpdate(messages.decide, { args: [filed.decision], updateId: 'another' })),
  ).toMatchObject({ code: 'AlreadyDecided', by: 'teacher' });

  await story.check();
  for (const quarter of [2, 3, 4]) {
    await untilDay(district, quarter === 4 ? `${year + 1}-01-01` : `${year}-${quarter === 2 ? '07' : '10'}-01`);
    await story.declareAndCheck(`${year}-Q${quarter}`, 100);
  }
  // A change keeps its run, and is registered in it.
  await propose(story, 'registration', { workHours: 4 });
  for (let index = 0; index < 15; index++) await story.handle.executeUpdate(messages.comment, { args: [{ actor }] });
  const runs = (await story.runs()).length;
  await story.decide('bureau-reviewer', 'approve');
  await story.decide('rensheju-reviewer', 'approve');
  expect(await story.post()).toMatchObject({ version: 2, workTimeMinutesAWeek: 240 });
  await story.handle.executeUpdate(messages.comment, { args: [{ actor }] });
  expect((await story.runs()).length).toBeGreaterThan(runs);

  await leave(story);
  await untilDay(district, `${year + 1}-04-02`);
  await story.declareAndCheck(`${year + 1}-Q1`);
  expect(await story.handle.result()).toEqual({ kind: 'approved' });
  expect((await story.ledger()).map(([period, kind, income]) => [period, kind, income])).toEqual([
    [`${year}-Q1`, 'declared', 900_000],
    [`${year}-Q2`, 'declared', 100],
    [`${year}-Q3`, 'declared', 100],
    [`${year}-Q4`, 'declared', 100],
    [`${year + 1}-Q1`, 'declared', 0],
  ]);
  const histories = await story.runs();
  for (const { events } of histories) expect(events?.length).toBeLessThan(200);
  for (const [index, history] of histories.entries())
    await district.replaysHistory(history, story.handle.workflowId, `part-time-income/long-life-${index + 1}`);
});
