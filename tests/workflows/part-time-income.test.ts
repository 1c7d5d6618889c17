import { afterAll, beforeAll, expect, test } from 'vitest';
import * as messages from '../../workflows/messages.ts';
import { openDistrict, type District } from './district.ts';
import { refusalFrom } from './paper-office.ts';
import { applyForPost, engagementStage, newYear, plusDays, principal, untilDay } from './part-time.ts';
import { person, role } from './rules.ts';

let district: District;
beforeAll(async () => {
  district = await openDistrict();
});
afterAll(() => district?.close());

const quarters = (first: number, years: number): string[] =>
  Array.from({ length: years * 4 }, (_, index) => `${first + Math.floor(index / 4)}-Q${(index % 4) + 1}`);

/** The day after a quarter. */
const after = (quarter: string): string => {
  const [year, q] = quarter.split('-Q').map(Number) as [number, number];
  return q === 4 ? `${year + 1}-01-01` : `${year}-${String(q * 3 + 1).padStart(2, '0')}-01`;
};

test('three years of quarters: nil returns, one missed and caught up, the end, and a renewal linked to the old post', async () => {
  const startsOn = await newYear(district);
  const first = Number(startsOn.slice(0, 4));
  const story = await applyForPost(district, { startsOn, endsOn: `${first + 2}-12-31`, every: 'quarter' });
  await story.register();
  expect(await story.row()).toMatchObject({ state: 'approved', businessState: 'in-force', stage: 'engagement' });

  const missed = `${first + 1}-Q2`;
  for (const quarter of quarters(first, 3)) {
    await untilDay(district, after(quarter));
    expect(await story.periods()).toContain(`${quarter} open`);
    if (quarter === missed) {
      const { dueAt, suspendsAt } = await district.prisma.declarationPeriod.findUniqueOrThrow({
        where: { caseId_period: { caseId: story.caseId, period: missed } },
      });
      const turn = await story.turnOf('teacher');
      expect(turn.dueAt).toEqual(dueAt);
      await district.env.sleep(dueAt.getTime() + 3_600_000 - (await district.env.currentTimeMs()));
      expect(await story.row()).toMatchObject({ businessState: 'in-force' });
      await district.env.sleep(suspendsAt.getTime() + 2 * 3_600_000 - (await district.env.currentTimeMs()));
      expect(await story.row()).toMatchObject({ state: 'approved', businessState: 'suspended' });
      expect(await story.post()).toMatchObject({ state: 'suspended' });
      expect(await story.periods()).toContain(`${missed} missed`);
      await story.declare(missed);
      expect(await story.row()).toMatchObject({ businessState: 'in-force' });
      expect(await story.post()).toMatchObject({ state: 'in-force' });
      await story.check();
    } else await story.declareAndCheck(quarter);
  }
  expect(await story.handle.result()).toEqual({ kind: 'approved' });
  expect(await story.row()).toMatchObject({ state: 'approved', businessState: 'ended', stage: null, openKey: null });
  expect(await story.ledger()).toEqual(quarters(first, 3).map((quarter) => [quarter, 'declared', 0, 0, 0]));
  expect((await story.told()).filter((told) => !told.includes('assignment-opened'))).toEqual([
    'teacher ← engagement-registered (engagement)',
    'principal ← engagement-suspended (engagement)',
    'teacher ← engagement-suspended (engagement)',
    'teacher ← engagement-resumed (engagement)',
    'teacher ← engagement-ended (engagement)',
  ]);
  const runs = await story.runs();
  for (const run of runs) expect(run.events?.length).toBeLessThan(2_000);
  await district.replays(story.handle, 'part-time-income/three-years');

  const renewed = await applyForPost(district, {
    startsOn: plusDays(`${first + 2}-12-31`, 1),
    endsOn: `${first + 3}-12-31`,
    host: story.form.host.name,
    renews: (await story.row()).number,
  });
  await renewed.register();
  expect(await renewed.post()).toMatchObject({ renewsId: story.caseId, state: 'in-force' });
});

test('a declaration is sent back, lapses, is filed again; what was accepted is corrected by a new row, never edited', async () => {
  const startsOn = await newYear(district);
  const year = startsOn.slice(0, 4);
  const story = await applyForPost(district, { startsOn, endsOn: `${Number(year) + 1}-12-31` });
  await story.register();
  await untilDay(district, after(`${year}-Q4`));
  await story.declare(year, 3_000_000, 0, 90_000);
  await story.check('return', '缺完税证明');
  expect(await story.periods()).toEqual([`${year} open`]);
  const again = await story.turnOf('teacher');
  expect(again).toMatchObject({ purpose: 'declare', subjectId: year });
  // The time of the correction is over, but not yet the one after which a missing declaration suspends.
  const { suspendsAt } = await district.prisma.declarationPeriod.findFirstOrThrow({ where: { caseId: story.caseId } });
  expect(again.dueAt?.getTime()).toBeLessThan(suspendsAt.getTime());
  await district.env.sleep(suspendsAt.getTime() + 2 * 3_600_000 - (await district.env.currentTimeMs()));
  expect(await story.row()).toMatchObject({ businessState: 'suspended' });
  await story.declareAndCheck(year, 3_600_000, 500_000, 120_000);
  expect(await story.row()).toMatchObject({ businessState: 'in-force' });
  expect(await story.ledger()).toEqual([[year, 'declared', 3_600_000, 500_000, 120_000]]);

  const correct = async (incomeFen: number, opinion: string | null = '漏报一笔') =>
    story.say(
      {
        kind: 'correct-declaration',
        period: year,
        declarationId: await story.declaration(year, incomeFen, 500_000, 120_000),
      },
      'teacher',
      { opinion },
    );
  expect(await refusalFrom(correct(1, null))).toEqual({ code: 'OpinionRequired' });
  await correct(3_500_000);
  expect(await refusalFrom(correct(1))).toEqual({ code: 'NotAllowed', what: 'declaration-being-checked' });
  await story.check('return', '金额与流水不符');
  expect(await story.periods()).toEqual([`${year} accepted`]);
  await correct(3_400_000);
  await story.check();
  expect(await story.ledger()).toEqual([
    [year, 'declared', 3_600_000, 500_000, 120_000],
    [year, 'correction', -200_000, 0, 0],
  ]);
  expect((await story.events()).slice(-9)).toEqual([
    'declaration-missed',
    'engagement-suspended',
    'declaration-filed teacher',
    'engagement-resumed',
    'declaration-accepted finance',
    'declaration-corrected teacher',
    'declaration-returned finance',
    'declaration-corrected teacher',
    'declaration-accepted finance',
  ]);
  expect((await story.told()).filter((told) => told.startsWith('teacher'))).toEqual([
    'teacher ← engagement-registered (engagement)',
    'teacher ← assignment-opened (engagement)',
    'teacher ← declaration-returned (engagement)',
    'teacher ← engagement-suspended (engagement)',
    'teacher ← engagement-resumed (engagement)',
    'teacher ← correction-returned (engagement)',
  ]);
  await district.replays(story.handle, 'part-time-income/declaration-corrected');
});

test('two posts that together break a limit race for registration: one is in force, the other is back on the desk with the reason', async () => {
  const startsOn = await newYear(district);
  const endsOn = `${startsOn.slice(0, 4)}-12-31`;
  const applicantId = 'colleague';
  const wanted = { startsOn, endsOn, applicantId, hours: 8, workHours: 5 };
  const posts = [await applyForPost(district, wanted), await applyForPost(district, wanted)];
  for (const post of posts) await post.toRegistration();
  for (const post of posts) await post.decide('bureau-reviewer', 'approve');
  await Promise.all(posts.map((post) => post.decide('rensheju-reviewer', 'approve')));
  const states = await Promise.all(posts.map(async (post) => (await post.row()).stage));
  expect(states.toSorted()).toEqual(['engagement', 'registration']);
  const [winner, loser] = states[0] === 'engagement' ? posts : posts.toReversed();
  if (!winner || !loser) throw new Error('nobody lost');
  const over = await district.prisma.event.findFirstOrThrow({ where: { caseId: loser.caseId, kind: 'over-limit' } });
  expect(over.facts).toMatchObject({ limit: 'work-time', reached: 600, atMost: 480, on: startsOn });
  expect((await loser.told()).at(-1)).toBe('bureau-reviewer ← over-limit (registration)');
  expect((await loser.openTurns()).map(({ purpose }) => purpose)).toEqual(['coordinate']);

  // Still over: the lead's approval alone registers nothing.
  await loser.decide('bureau-reviewer', 'approve', { opinion: '再次提交备案' });
  expect(await loser.row()).toMatchObject({ stage: 'registration', state: 'in-review' });
  // The other post ends, and this one may be registered.
  await untilDay(district, plusDays(startsOn, 40));
  await winner.say({ kind: 'end' }, applicantId);
  await untilDay(district, plusDays(startsOn, 42));
  await loser.decide('bureau-reviewer', 'approve', { opinion: '另一兼职已终止' });
  expect(await loser.row()).toMatchObject({ stage: 'registration' });
  await loser.decide('bureau-reviewer', 'reject', { opinion: '期限与已终止的兼职仍有重叠' });
  expect(await loser.handle.result()).toEqual({ kind: 'rejected', stage: 'registration' });
  expect(await district.prisma.engagement.count({ where: { caseId: loser.caseId } })).toBe(0);
  await district.replays(loser.handle, 'part-time-income/over-limit');
});

test('ended early: the last declaration is of the days that were, and the case closes when it is accepted', async () => {
  const startsOn = await newYear(district);
  const story = await applyForPost(district, { startsOn, endsOn: `${Number(startsOn.slice(0, 4)) + 2}-12-31` });
  await story.register();
  await untilDay(district, plusDays(startsOn, 100));
  const endedOn = plusDays(startsOn, 89);
  const end = (more: { endedOn?: string } = {}, userId = 'teacher', as = person(userId)) =>
    refusalFrom(story.say({ kind: 'end', ...more }, userId, { as }));
  expect(await end({ endedOn: plusDays(startsOn, 101) })).toMatchObject({ code: 'BadDecisionData', field: 'endedOn' });
  expect(await end({ endedOn: plusDays(startsOn, -1) })).toMatchObject({ code: 'BadDecisionData', field: 'endedOn' });
  expect(await end({ endedOn: '2027-02-30' })).toMatchObject({ code: 'BadDecisionData', field: 'endedOn' });
  expect(await end({}, 'colleague')).toEqual({ code: 'NotYours' });
  expect(await end({}, 'school-reviewer', role('dazu-zhijiao', 'reviewer'))).toEqual({ code: 'NotYours' });
  expect(await end({ endedOn }, 'principal', principal)).toBeUndefined();
  expect(await end()).toEqual({ code: 'NotOpen' });
  expect(await story.post()).toMatchObject({ state: 'ended-early', endedOn });
  const year = startsOn.slice(0, 4);
  expect(await district.prisma.declarationPeriod.findFirstOrThrow({ where: { caseId: story.caseId } })).toMatchObject({
    period: year,
    fromOn: startsOn,
    toOn: endedOn,
  });
  await story.declareAndCheck(year, 900_000);
  expect(await story.handle.result()).toEqual({ kind: 'approved' });
  expect(await story.row()).toMatchObject({ state: 'approved', businessState: 'ended-early', stage: null });
  expect((await story.told()).slice(-4)).toEqual([
    'principal ← engagement-ended (engagement)',
    'teacher ← assignment-opened (engagement)',
    'teacher ← engagement-ended (engagement)',
    'finance ← assignment-opened (engagement)',
  ]);
  await district.replays(story.handle, 'part-time-income/ended-early');
});

test('suspended and resumed by a supervisor; a missing last declaration is closed by an administrator with a reason', async () => {
  const startsOn = await newYear(district);
  const story = await applyForPost(district, { startsOn, endsOn: plusDays(startsOn, 200) });
  await story.register();
  const say = (act: messages.PostAct, userId: string, as = person(userId), opinion: string | null = '理由') =>
    refusalFrom(story.say(act, userId, { as, opinion }));
  const administrator = role('jiaowei', 'administrator');
  expect(await say({ kind: 'suspend' }, 'teacher')).toEqual({ code: 'OwnCase' });
  expect(await say({ kind: 'suspend' }, 'teacher', principal)).toEqual({ code: 'OwnCase' });
  expect(await say({ kind: 'suspend' }, 'colleague')).toEqual({ code: 'NotYours' });
  expect(await say({ kind: 'suspend' }, 'principal', principal, null)).toEqual({ code: 'OpinionRequired' });
  expect(await say({ kind: 'resume' }, 'principal', principal)).toEqual({ code: 'NotAllowed', what: 'not-suspended' });
  expect(await say({ kind: 'close' }, 'administrator', administrator)).toEqual({
    code: 'NotAllowed',
    what: 'post-in-force',
  });
  expect(await say({ kind: 'suspend' }, 'principal', principal)).toBeUndefined();
  expect(await story.row()).toMatchObject({ businessState: 'suspended' });
  expect(await say({ kind: 'suspend' }, 'principal', principal)).toEqual({
    code: 'NotAllowed',
    what: 'post-suspended',
  });
  expect(await say({ kind: 'propose-change', submissionId: 'x', from: 'registration' }, 'teacher')).toEqual({
    code: 'NotAllowed',
    what: 'post-suspended',
  });
  expect(await say({ kind: 'resume' }, 'bureau-reviewer', role('jiaowei', 'reviewer'))).toBeUndefined();
  expect(await story.row()).toMatchObject({ businessState: 'in-force' });
  expect((await story.events()).slice(-2)).toEqual([
    'engagement-suspended principal',
    'engagement-resumed bureau-reviewer',
  ]);

  await untilDay(district, plusDays(startsOn, 201));
  expect(await story.row()).toMatchObject({ businessState: 'ended' });
  expect(await say({ kind: 'resume' }, 'principal', principal)).toEqual({ code: 'NotOpen' });
  expect(await say({ kind: 'close' }, 'principal', principal)).toEqual({ code: 'NotYours' });
  expect(await say({ kind: 'close' }, 'administrator', administrator)).toBeUndefined();
  expect(await story.handle.result()).toEqual({ kind: 'approved' });
  expect(await story.openTurns()).toEqual([]);
  await district.replays(story.handle, 'part-time-income/closed-undeclared');
});

test('what cannot be: a meeting of tomorrow, a declaration of another period, of a period not in force, by somebody else', async () => {
  const startsOn = await newYear(district);
  const year = startsOn.slice(0, 4);
  const story = await applyForPost(district, { startsOn, endsOn: `${year}-12-31`, every: 'quarter' });
  await story.decide('school-reviewer', 'approve');
  const meet = (data?: Record<string, string>) =>
    refusalFrom(story.decide('school-reviewer', 'approve', { ...(data && { data }) }));
  expect(await meet()).toMatchObject({ code: 'BadDecisionData', field: 'meetingOn' });
  expect(await meet({ meetingOn: '2099-01-01', meetingNumber: '1' })).toMatchObject({
    field: 'meetingOn',
    rule: 'day-until-today',
  });
  expect(await meet({ meetingOn: '2026-11-31', meetingNumber: '1' })).toMatchObject({ field: 'meetingOn' });
  expect(await meet({ meetingOn: '2026-11-20', meetingNumber: '' })).toMatchObject({ field: 'meetingNumber' });
  expect(await refusalFrom(story.say({ kind: 'end' }, 'teacher'))).toEqual({ code: 'NotOpen' });
  expect(await meet({ meetingOn: '2026-11-20', meetingNumber: '办公会〔2026〕3号' })).toBeUndefined();
  await district.pass({ workingDays: 3 });
  await story.decide('principal', 'approve');
  await story.decide('bureau-reviewer', 'approve');
  await story.decide('rensheju-reviewer', 'approve');

  await untilDay(district, after(`${year}-Q1`));
  const turn = await story.turnOf('teacher');
  const declare = (more: Partial<messages.Decision>) =>
    refusalFrom(
      story.handle.executeUpdate(messages.decide, {
        args: [
          {
            ...{ assignmentId: turn.id, round: turn.round, verdict: 'approve' as const },
            actor: { userId: 'teacher', as: person('teacher'), via: 'page' },
            data: { declarationId: 'x', period: `${year}-Q1` },
            ...more,
          },
        ],
      }),
    );
  expect(await declare({ data: { declarationId: 'x', period: `${year}-Q2` } })).toMatchObject({
    field: 'period',
    rule: 'period-of-the-turn',
  });
  expect(await declare({ data: { period: `${year}-Q1` } })).toMatchObject({ field: 'declarationId' });
  expect(await declare({ actor: { userId: 'colleague', as: person('teacher'), via: 'page' } })).toEqual({
    code: 'NotYours',
  });
  expect(await declare({ verdict: 'reject' })).toEqual({ code: 'NotAllowed', what: 'reject' });
  const correct = (period: string) =>
    refusalFrom(story.say({ kind: 'correct-declaration', period, declarationId: 'x' }, 'teacher'));
  expect(await correct(`${year}-Q1`)).toEqual({ code: 'NotAllowed', what: 'declaration-due' });
  expect(await correct(`${year}-Q2`)).toMatchObject({ field: 'period', rule: 'period-in-force' });
  expect(await correct('2019-Q1')).toMatchObject({ field: 'period', rule: 'period-in-force' });
  expect(await refusalFrom(story.transfer('teacher', 'colleague'))).toEqual({ code: 'NotAllowed', what: 'hand-over' });
  await story.declare(`${year}-Q1`);
  expect(await declare({})).toMatchObject({ code: 'AlreadyDecided', by: 'teacher' });
  expect(engagementStage((await story.row()).rules as never).declaration.every).toBe('quarter');
  await story.say({ kind: 'end' }, 'teacher');
});
