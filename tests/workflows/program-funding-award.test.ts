import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { inOrder } from '../fund/books.ts';
import { openDistrict, type District } from './district.ts';
import { applyForFunding, closes, fillFund, leaveInFund, leftInFund } from './funding.ts';
import { refusalFrom } from './paper-office.ts';
import { role } from './rules.ts';
let district: District;
beforeAll(async () => {
  district = await openDistrict();
});
beforeEach(() => fillFund(district, 500_000_000));
afterAll(async () => {
  if (district) await inOrder(district.prisma);
  await district?.close();
});

test('not corrected in time, the case lapses, and the fund never heard of it', async () => {
  const story = await applyForFunding(district);
  await story.decide('bureau-reviewer', 'return', { opinion: '一次性告知：缺预算依据；缺合作协议盖章页' });
  expect(await story.row()).toMatchObject({ state: 'awaiting-correction', stage: 'formal-review' });
  expect(await story.handle.result()).toEqual({ kind: 'lapsed' });
  await closes(story, 'lapsed', null);
  expect(await district.prisma.fundPosting.count({ where: { caseId: story.caseId } })).toBe(0);
  expect(await story.told()).toEqual([
    'bureau-reviewer ← assignment-opened (formal-review)',
    'clerk ← returned-to-applicant (formal-review)',
    'clerk ← case-lapsed',
  ]);
  await district.replays(story.handle, 'program-funding/correction-lapsed');
});

test('all defects are named at once: a case corrected with its clock stopped is not returned a second time', async () => {
  const story = await applyForFunding(district);
  await district.pass({ workingDays: 2 });
  await story.decide('bureau-reviewer', 'return', { opinion: '缺预算依据', resubmission: 'direct' });
  await story.resubmit();
  const visits = await district.prisma.stageVisit.findMany({
    where: { caseId: story.caseId, stage: 'formal-review' },
    orderBy: { round: 'asc' },
  });
  expect(visits[1]?.dueRule).toEqual({ workingDays: await district.leftWhenStopped(story.caseId, 'formal-review') });
  expect(await refusalFrom(story.decide('bureau-reviewer', 'return', { opinion: '还缺一份' }))).toEqual({
    code: 'NotAllowed',
    what: 'return-again',
  });
  await story.decide('bureau-reviewer', 'reject', { opinion: '专业不在主导产业目录' });
  expect(await story.handle.result()).toEqual({ kind: 'rejected', stage: 'formal-review' });
  expect((await story.told()).at(-1)).toBe('clerk ← case-rejected (formal-review)');
  await district.replays(story.handle, 'program-funding/corrected-once');
});

test('one department refuses: the lead coordinates, records what came of it, and the case goes on', async () => {
  const story = await applyForFunding(district);
  await story.decide('bureau-reviewer', 'approve');
  await story.countersign({ refusing: ['shuiwuju'] });
  expect((await story.openTurns()).map(({ purpose, role: held }) => [purpose, held])).toEqual([
    ['coordinate', 'leader'],
  ]);
  await story.decide('bureau-leader', 'approve', { opinion: '税务局意见已采纳，协议补充发票条款' });
  expect(await story.row()).toMatchObject({ stage: 'expert-scoring' });
  await story.act('withdraw', 'clerk');
  expect(await story.handle.result()).toEqual({ kind: 'withdrawn' });
  expect((await story.told()).filter((told) => told.startsWith('bureau-leader'))).toEqual([
    'bureau-leader ← assignment-opened (countersign)',
  ]);
  await district.replays(story.handle, 'program-funding/coordinated');
});

test('a coordinator’s return to the school counts as its one correction: nobody returns it to the school a second time', async () => {
  const story = await applyForFunding(district);
  await story.decide('bureau-reviewer', 'approve');
  await story.countersign({ refusing: ['caizhengju'] });
  await story.decide('bureau-leader', 'return', { opinion: '预算依据不足，退回学校补正' });
  expect(await story.row()).toMatchObject({ state: 'awaiting-correction', stage: 'countersign' });
  await story.resubmit();

  // 逐级: the formal review again, which may refuse but not return.
  const again = { code: 'NotAllowed', what: 'return-again' };
  expect(await refusalFrom(story.decide('bureau-reviewer', 'return', { opinion: '还缺一份' }))).toEqual(again);
  await story.decide('bureau-reviewer', 'approve');
  await story.countersign({ refusing: ['caizhengju'] });
  expect(await refusalFrom(story.decide('bureau-leader', 'return', { opinion: '再退学校' }))).toEqual(again);
  await story.decide('bureau-leader', 'return', { opinion: '请形式审查复核预算', returnTo: 'formal-review' });
  expect(await story.row()).toMatchObject({ state: 'in-review', stage: 'formal-review' });
  await story.decide('bureau-reviewer', 'reject', { opinion: '预算依据始终不足' });
  expect(await story.handle.result()).toEqual({ kind: 'rejected', stage: 'formal-review' });
  await closes(story, 'rejected', null);
  expect((await story.told()).filter((told) => told.startsWith('clerk'))).toEqual([
    'clerk ← returned-to-applicant (countersign)',
    'clerk ← case-rejected (formal-review)',
  ]);
  await district.replays(story.handle, 'program-funding/coordinator-returned');
});

test('a tie, four departments for and four against, is no majority either way: the lead coordinates and may refuse', async () => {
  const story = await applyForFunding(district);
  await story.decide('bureau-reviewer', 'approve');
  await story.countersign({ refusing: ['kejiju', 'caizhengju', 'zhujianwei', 'shuiwuju'] });
  expect(await story.row()).toMatchObject({ state: 'in-review', stage: 'countersign' });
  const opened = await district.prisma.event.findFirstOrThrow({
    where: { caseId: story.caseId, kind: 'coordination-opened' },
  });
  expect(opened.facts).toEqual({ agreed: 4, refused: 4, units: 8 });
  await story.decide('bureau-leader', 'reject', { opinion: '四家不同意，协调未果' });
  expect(await story.handle.result()).toEqual({ kind: 'rejected', stage: 'countersign' });
  await closes(story, 'rejected', null);
  expect(await story.holds()).toEqual({});
  await district.replays(story.handle, 'program-funding/tied');
});

test('a tie of all experts: one highest and one lowest are dropped, not every equal score', async () => {
  const story = await applyForFunding(district);
  await story.decide('bureau-reviewer', 'approve');
  await story.countersign();
  await story.score([60, 60, 60, 60, 60]);
  expect(await story.row()).toMatchObject({ stage: 'bureau-decision' });
  const closed = await district.prisma.event.findFirstOrThrow({
    where: { caseId: story.caseId, kind: 'panel-closed' },
  });
  expect(closed.facts).toMatchObject({ passed: true, scores: 5, mean: 60 });
  await story.act('withdraw', 'clerk');
});

test('a mean at the mark passes, highest and lowest dropped; a tenth below does not', async () => {
  const passing = await applyForFunding(district);
  await passing.decide('bureau-reviewer', 'approve');
  await passing.countersign();
  await passing.score([0, 60, 60, 60, 100]);
  expect(await passing.row()).toMatchObject({ stage: 'bureau-decision' });
  await passing.act('withdraw', 'clerk');

  const failing = await applyForFunding(district);
  await failing.decide('bureau-reviewer', 'approve');
  await failing.countersign();
  await failing.score([0, 60, 59.9, 60, 100]);
  expect(await failing.handle.result()).toEqual({ kind: 'rejected', stage: 'expert-scoring' });
  await closes(failing, 'rejected', null);
  await district.replays(failing.handle, 'program-funding/scored-too-low');
});

test('an expert recuses and no other can be drawn: the convener names one, and the scores are counted', async () => {
  const story = await applyForFunding(district);
  await story.decide('bureau-reviewer', 'approve');
  await story.countersign();
  await story.decide('expert-2', 'recuse', { opinion: '与申报学校有合作' });
  expect(await story.events()).toContain('panel-short');
  await story.decide('bureau-reviewer', 'approve', { data: { experts: ['stand-in'] } });
  await story.score([70, 70, 70, 70, 70]);
  expect(await story.row()).toMatchObject({ stage: 'bureau-decision' });
  await story.act('withdraw', 'clerk');
  expect((await story.told()).slice(-4)).toEqual([
    'bureau-reviewer ← assignment-opened (expert-scoring)',
    'stand-in ← assignment-opened (expert-scoring)',
    'bureau-leader ← assignment-opened (bureau-decision)',
    'clerk ← case-withdrawn',
  ]);
  await district.replays(story.handle, 'program-funding/expert-recused');
});

test('the amount awarded is whole fen from the least award to what was asked for; anything else is refused with its rule', async () => {
  const story = await applyForFunding(district);
  await story.toTheDesk();
  const refusalOf = async (awardedFen: unknown) => {
    const refusal = await refusalFrom(
      story.decide('bureau-leader', 'approve', { data: { awardedFen: awardedFen as number } }),
    );
    return refusal?.code === 'BadDecisionData' ? `${refusal.field} ${refusal.rule}` : refusal;
  };
  expect(await refusalFrom(story.decide('bureau-leader', 'approve'))).toMatchObject({
    code: 'BadDecisionData',
    field: 'awardedFen',
    rule: 'required',
  });
  expect(await refusalOf(120_000_001)).toBe('awardedFen above-maximum');
  expect(await refusalOf(1e15)).toBe('awardedFen above-maximum');
  expect(await refusalOf(0)).toBe('awardedFen below-minimum');
  expect(await refusalOf(-1)).toBe('awardedFen negative');
  expect(await refusalOf(100_000_000.5)).toBe('awardedFen whole-fen');
  expect(await refusalOf('120000000')).toBe('awardedFen required');
  await story.award(120_000_000);
  expect(await story.holds()).toEqual({ reserved: 120_000_000 });
  await story.act('withdraw', 'clerk');
  expect(await story.handle.result()).toEqual({ kind: 'withdrawn' });
  expect(await story.holds()).toEqual({});
});

test('the money is short: the decision comes back to the desk with what is left, and a smaller award goes on', async () => {
  const story = await applyForFunding(district);
  await story.toTheDesk();
  const giveBack = await leaveInFund(district, 70_000_000);
  await story.award(100_000_000);
  expect(await story.row()).toMatchObject({ stage: 'bureau-decision', state: 'in-review' });
  expect(await story.holds()).toEqual({});
  const short = await district.prisma.event.findFirstOrThrow({ where: { caseId: story.caseId, kind: 'fund-short' } });
  expect(short.facts).toMatchObject({ awardedFen: 100_000_000, availableFen: 70_000_000 });
  await story.award(70_000_000);
  expect(await story.holds()).toEqual({ reserved: 70_000_000 });
  expect((await story.told()).slice(-3)).toEqual([
    'bureau-leader ← assignment-opened (bureau-decision)',
    'bureau-leader ← fund-short (bureau-decision)',
    'secretary ← assignment-opened (joint-meeting)',
  ]);
  await story.decide('secretary', 'reject', { opinion: '本次会议不予通过' });
  expect(await story.handle.result()).toEqual({ kind: 'rejected', stage: 'joint-meeting' });
  await closes(story, 'rejected', 'released');
  expect(await story.holds()).toEqual({});
  expect((await story.told()).at(-1)).toBe('clerk ← case-rejected (joint-meeting)');
  await giveBack();
  await district.replays(story.handle, 'program-funding/money-short');
});

test('two awards meet at the last money: one gets it, the other comes back to the desk', async () => {
  const stories = [await applyForFunding(district), await applyForFunding(district)];
  for (const story of stories) await story.toTheDesk();
  const giveBack = await leaveInFund(district, 100_000_000);
  await Promise.all(stories.map((story) => story.award(60_000_000)));
  const stages = await Promise.all(stories.map(async (story) => (await story.row()).stage));
  expect(stages.toSorted()).toEqual(['bureau-decision', 'joint-meeting']);
  const loser = stories[stages.indexOf('bureau-decision')];
  expect(
    await district.prisma.event.findFirstOrThrow({ where: { caseId: loser?.caseId, kind: 'fund-short' } }),
  ).toMatchObject({
    facts: { awardedFen: 60_000_000, availableFen: 40_000_000 },
  });
  for (const story of stories) await story.act('withdraw', 'clerk');
  await giveBack();
});

test('an objection is upheld: the case is rejected and what was reserved is the fund’s again', async () => {
  const left = await leftInFund(district);
  const story = await applyForFunding(district);
  await story.toTheDesk();
  await story.award(100_000_000);
  await story.decide('secretary', 'approve');
  const notice = await district.prisma.notice.findFirstOrThrow({ where: { caseId: story.caseId } });
  expect(JSON.stringify(notice.body)).toContain('1,000,000.00');
  await story.object();
  await story.decide('bureau-reviewer', 'approve', { opinion: '查实重复申报', data: { finding: 'upheld' } });
  expect(await story.handle.result()).toEqual({ kind: 'rejected', stage: 'public-notice' });
  await closes(story, 'rejected', 'released');
  expect(await leftInFund(district)).toBe(left);
  await district.replays(story.handle, 'program-funding/objection-upheld');
});

test('an administrator terminates a case while its reservation stands', async () => {
  const story = await applyForFunding(district);
  await story.toTheDesk();
  await story.award(100_000_000);
  await story.act('terminate', 'administrator', role('jiaowei', 'administrator'));
  expect(await story.handle.result()).toEqual({ kind: 'terminated' });
  await closes(story, 'terminated', 'released');
  expect(await story.holds()).toEqual({});
  await district.replays(story.handle, 'program-funding/terminated');
});
