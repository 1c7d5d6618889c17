import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { shanghaiDate } from '../../processes/working-days.ts';
import { exampleFunding } from '../../processes/program-funding/example.ts';
import { minutesOf } from '../workflows/meeting.ts';
import type { Verdict } from '../../processes/case.ts';
import {
  call,
  clerks,
  meetInOffice,
  office,
  read,
  send,
  take,
  today,
  toTheMembers,
  write,
  type Member,
} from './meeting-story.ts';
import { pdf, refused, until, type Office } from './office.ts';

meetInOffice();

test('from topics to the published paper: each unit sees its part, the office all of it', async () => {
  const id = await call();
  await send('caizhengju', id, ['基金年度预算', '绩效评价安排']);
  // What a unit has sent is its own and the office's until the agenda is set.
  expect((await read('rensheju-clerk', id)).topics).toEqual([]);
  expect((await read('caizhengju-reviewer', id)).topics.map(({ title }) => title)).toEqual([
    '基金年度预算',
    '绩效评价安排',
  ]);
  expect((await read('secretary', id)).topics).toHaveLength(2);
  await send('rensheju', id, ['技能等级认定']);
  await send('jiaowei', id);

  const collected = await read('secretary', id);
  expect(collected.members.map(({ unit, topics, sentTopics }) => [unit.id, topics, sentTopics])).toEqual([
    ['jiaowei', 'none', 0],
    ['caizhengju', 'sent', 2],
    ['rensheju', 'sent', 1],
  ]);
  const topicId = (title: string) => collected.topics.find((topic) => topic.title === title)?.id ?? '';
  const secretary = await office.as('secretary');
  const incomplete = { entries: [{ topicId: topicId('技能等级认定') }] };
  expect(await refused(secretary.saveAgenda({ params: { id }, body: incomplete }))).toMatchObject({
    code: 'RulesNotMet',
    errors: [{ path: 'body.entries', message: expect.stringContaining('2 个议题') }],
  });
  const entries = [
    { topicId: topicId('技能等级认定') },
    { title: '通报上次会议任务进展' },
    { topicId: topicId('基金年度预算') },
    { topicId: topicId('绩效评价安排'), dropReason: '并入基金年度预算' },
  ];
  const { agenda } = await secretary.saveAgenda({ params: { id }, body: { entries } });
  expect(agenda.map(({ topic, dropReason }) => [topic?.title, dropReason])).toEqual([
    ['技能等级认定', null],
    ['通报上次会议任务进展', null],
    ['基金年度预算', null],
    ['绩效评价安排', '并入基金年度预算'],
  ]);
  expect((await read('rensheju-clerk', id)).agenda).toEqual([]);
  await take('secretary', id);
  expect((await read('rensheju-clerk', id)).agenda).toHaveLength(4);
  expect(await refused(secretary.saveAgenda({ params: { id }, body: { entries } }))).toMatchObject({ code: 'NotOpen' });

  const first = await write(id, '会议议定：安排基金预算。');
  expect(first).toMatchObject({ version: 1, revision: 1, final: false });
  // Two people at the same text: the second is told.
  const second = await write(id, '会议议定：安排基金预算 1000 万元。', 1);
  expect(await refused(write(id, '旧稿', 1))).toMatchObject({ status: 409, code: 'DraftChanged' });
  expect(second.revision).toBe(2);
  expect((await read('caizhengju-reviewer', id)).minutes).toBeNull();
  await take('secretary', id);
  expect((await read('caizhengju-reviewer', id)).minutes).toMatchObject({ version: 1, final: true });
  expect(await refused(write(id, '再改', 2))).toMatchObject({ code: 'NotOpen' });

  for (const login of ['bureau-reviewer', 'caizhengju-reviewer', 'rensheju-reviewer']) await take(login, id);
  await until(async () => (await read('caizhengju-clerk', id)).document);
  const published = await read('caizhengju-clerk', id);
  expect(published).toMatchObject({ state: 'approved', businessState: 'published', stage: null });
  expect(published.minutesNumber).toMatch(/^大足职教联席纪〔\d{4}〕\d+号$/);
  expect(published.members.every(({ signature }) => signature === 'agreed')).toBe(true);
  const paper = await office.raw(`/api/v1/meetings/${id}/document`, { as: 'caizhengju-clerk' });
  expect(paper.headers.get('content-type')).toBe('application/pdf');
  expect(
    Buffer.from(await paper.arrayBuffer())
      .subarray(0, 5)
      .toString(),
  ).toBe('%PDF-');
});

test('a meeting is nothing to whoever is no member of it; its list holds the meetings of one’s units', async () => {
  const id = await call({ members: ['jiaowei', 'rensheju'] });
  for (const login of ['teacher', 'caizhengju-clerk', 'kejiju-reviewer'])
    expect(await refused(read(login, id))).toMatchObject({ status: 404 });
  const listed = async (login: string) =>
    (await (await office.as(login)).listMeetings({ query: {} })).items.some((row) => row.id === id);
  expect(await listed('rensheju-clerk')).toBe(true);
  expect(await listed('secretary')).toBe(true);
  expect(await listed('auditor')).toBe(true);
  expect(await listed('caizhengju-clerk')).toBe(false);
  expect(await listed('teacher')).toBe(false);
  expect((await read('rensheju-reviewer', id)).office).toBe(false);
});

test('who has no such turn changes nothing', async () => {
  const id = await call();
  const body = { unitId: 'caizhengju', topics: [{ title: '议题' }] };
  for (const login of ['rensheju-clerk', 'caizhengju-reviewer', 'secretary'])
    expect(await refused((await office.as(login)).saveTopics({ params: { id }, body }))).toMatchObject({
      status: 403,
      code: 'NotYours',
    });
  const secretary = await office.as('secretary');
  expect(await refused(secretary.saveAgenda({ params: { id }, body: { entries: [] } }))).toMatchObject({
    code: 'NotOpen',
  });
  expect(await refused(write(id, '太早'))).toMatchObject({ code: 'NotOpen' });
  const clerk = await office.as('caizhengju-clerk');
  await clerk.saveTopics({ params: { id }, body });
  await take('caizhengju-clerk', id);
  expect(await refused(clerk.saveTopics({ params: { id }, body }))).toMatchObject({ code: 'NotOpen' });
});

test('topics typed behind the mailed link: a line each, beside the drafts on the page, and once however often they are sent', async () => {
  const id = await call();
  const api = await office.as('caizhengju-clerk');
  await api.saveTopics({ params: { id }, body: { unitId: 'caizhengju', topics: [{ title: '草稿中的议题' }] } });
  const [turn] = (await read('caizhengju-clerk', id)).turns;
  const decisionId = randomUUID();
  const decide = () =>
    api.decideAssignment({
      params: { id: turn?.assignmentId ?? '' },
      body: {
        verdict: 'approve',
        decisionId,
        data: { topics: `基金年度预算\n\n  绩效评价安排  \n${'长'.repeat(130)}` },
      },
    });
  const receipt = await decide();
  expect(await decide()).toEqual(receipt);
  expect(
    (await read('caizhengju-clerk', id)).topics.map(({ title, body }) => [title.length, body.length, title]),
  ).toEqual([
    [6, 0, '草稿中的议题'],
    [6, 0, '基金年度预算'],
    [6, 0, '绩效评价安排'],
    [100, 30, '长'.repeat(100)],
  ]);
  const event = await office.prisma.event.findFirstOrThrow({ where: { caseId: id, kind: 'decided' } });
  expect(JSON.stringify(event.facts)).not.toContain('基金');
});

test('somebody who stands in for a clerk sends for their unit', async () => {
  const id = await call();
  await (
    await office.as('caizhengju-clerk')
  ).createSubstitute({
    body: { substituteId: 'kejiju-reviewer', startsOn: today, endsOn: today, processes: ['joint-meeting'] },
  });
  await (
    await office.as('kejiju-reviewer')
  ).saveTopics({
    params: { id },
    body: { unitId: 'caizhengju', topics: [{ title: '代拟议题' }] },
  });
  await take('kejiju-reviewer', id);
  expect((await read('caizhengju-clerk', id)).members.find(({ unit }) => unit.id === 'caizhengju')).toMatchObject({
    topics: 'sent',
    sentTopics: 1,
  });
});

test('role by role, stage by stage: only the one whose turn it is, and to others it says why', async () => {
  const id = await call();
  const insiders = ['secretary', 'caizhengju-clerk', 'caizhengju-reviewer', 'bureau-leader', 'auditor'];
  const outsiders = ['zuzhibu-reviewer', 'teacher', 'clerk'];
  const attempts = {
    topics: [
      'caizhengju-clerk',
      (api) => api.saveTopics({ params: { id }, body: { unitId: 'caizhengju', topics: [] } }),
    ],
    agenda: ['secretary', (api) => api.saveAgenda({ params: { id }, body: { entries: [] } })],
    minutes: [
      'secretary',
      (api) => api.saveMinutes({ params: { id }, body: { document: minutesOf('稿'), revision: 0 } }),
    ],
  } satisfies Record<string, [holder: string, (api: Awaited<ReturnType<Office['as']>>) => Promise<unknown>]>;
  const outcome = async (attempt: Promise<unknown>): Promise<string> =>
    attempt.then(
      () => 'done',
      async () => (await refused(attempt)).code,
    );
  const items = (api: Awaited<ReturnType<Office['as']>>) =>
    api.createMeetingItems({ params: { id }, body: { items: [{ content: '缺牵头单位', measure: '完成' }] } });

  for (const stage of ['topics', 'agenda', 'minutes', 'members', null]) {
    expect((await read('secretary', id)).stage?.slug ?? null).toBe(stage);
    for (const login of [...insiders, ...outsiders]) {
      const api = await office.as(login);
      for (const [of, [holder, attempt]] of Object.entries(attempts)) {
        const expected = outsiders.includes(login)
          ? 'NotFound'
          : of !== stage
            ? 'NotOpen'
            : login === holder
              ? 'done'
              : 'NotYours';
        expect([stage, login, of, await outcome(attempt(api))]).toEqual([stage, login, of, expected]);
      }
      const given = login !== 'secretary' ? 'Forbidden' : stage === null ? 'RulesNotMet' : 'NotOpen';
      expect([stage, login, 'items', await outcome(items(api))]).toEqual([stage, login, 'items', given]);
    }
    if (stage === 'topics') for (const unit of Object.keys(clerks) as Member[]) await send(unit, id);
    else if (stage === 'members')
      for (const login of ['bureau-reviewer', 'caizhengju-reviewer', 'rensheju-reviewer']) await take(login, id);
    else if (stage !== null) await take('secretary', id);
  }
});

test('a meeting in the past, topics after it, units that are no members: refused with the field', async () => {
  const yesterday = shanghaiDate(Date.now() - 86_400_000);
  expect(await refused(call({ heldOn: yesterday }))).toMatchObject({
    code: 'RulesNotMet',
    errors: expect.arrayContaining([expect.objectContaining({ path: 'form.meeting.heldOn' })]),
  });
  const later = shanghaiDate(Date.now() + 5 * 86_400_000);
  expect(await refused(call({ dueOn: later }))).toMatchObject({
    errors: [expect.objectContaining({ path: 'form.topics.dueOn' })],
  });
  expect(await refused(call({ members: ['jiaowei', 'dazu-zhijiao'] }))).toMatchObject({
    errors: [expect.objectContaining({ path: 'form.members.1.unit' })],
  });
  const teacher = await office.as('teacher');
  expect(
    await refused(
      teacher.submitCase({ body: { process: 'joint-meeting', form: {} } }, { idempotencyKey: randomUUID() }),
    ),
  ).toMatchObject({ status: 403 });
});

test('minutes are a text of few kinds of blocks: anything else, and an empty one, is refused', async () => {
  const id = await call();
  for (const unit of Object.keys(clerks) as Member[]) await send(unit, id);
  await take('secretary', id);
  const save = (document: unknown) =>
    office.raw(`/api/v1/meetings/${id}/minutes`, {
      as: 'secretary',
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ document, revision: 0 }),
    });
  for (const block of [
    { type: 'image', attrs: { src: 'https://elsewhere.example/x.png' } },
    {
      type: 'paragraph',
      content: [{ type: 'text', text: 'x', marks: [{ type: 'link', attrs: { href: 'javascript:1' } }] }],
    },
    { type: 'paragraph', attrs: { style: 'position:fixed' } },
    { type: 'heading', attrs: { level: 9 } },
    { type: 'paragraph', content: [{ type: 'text', text: '\u202e反' }] },
  ])
    expect((await save({ type: 'doc', content: [block] })).status).toBe(400);
  await write(id, '   ');
  expect(await refused(take('secretary', id))).toMatchObject({
    code: 'BadDecisionData',
    errors: [expect.objectContaining({ path: 'data.minutesId' })],
  });
});

test('a member disagrees: the office sends the text back to itself and everybody signs the new version', async () => {
  const id = await call();
  await toTheMembers(id);
  await take('bureau-reviewer', id);
  await take('rensheju-reviewer', id, 'reject', '经费渠道不对');
  await take('caizhengju-reviewer', id);
  expect((await read('secretary', id)).members.find(({ unit }) => unit.id === 'rensheju')).toMatchObject({
    signature: 'refused',
    opinion: '经费渠道不对',
  });
  await take('secretary', id, 'return', '按会议记录修改');
  const again = await read('secretary', id);
  expect(again).toMatchObject({ stage: { slug: 'minutes' }, minutes: { version: 1, final: true } });
  const draft = await write(id, '会议议定：从基金列支。');
  expect(draft).toMatchObject({ version: 2, revision: 1 });
  await take('secretary', id);
  const api = await office.as('rensheju-reviewer');
  expect((await api.getMinutes({ params: { id, version: 1 } })).version).toBe(1);
  expect((await read('rensheju-reviewer', id)).versions).toHaveLength(2);
  for (const login of ['bureau-reviewer', 'caizhengju-reviewer', 'rensheju-reviewer']) await take(login, id);
  expect(await read('rensheju-reviewer', id)).toMatchObject({ businessState: 'published' });
});

test('a funding case that waits for the joint meeting is put on the agenda and decided from it, once, in the meeting’s name', async () => {
  await fill();
  const caseId = await fundingAtTheMeeting();
  const id = await call();
  for (const unit of Object.keys(clerks) as Member[]) await send(unit, id);
  expect((await read('secretary', id)).candidates.map((each) => each.id)).toContain(caseId);
  const secretary = await office.as('secretary');
  const { agenda } = await secretary.saveAgenda({ params: { id }, body: { entries: [{ caseId }] } });
  const entryId = agenda[0]?.id ?? '';
  const decide = (login: string, verdict: Verdict, opinion?: string) =>
    office
      .as(login)
      .then((api) => api.decideEntry({ params: { id, entryId }, body: { verdict, ...(opinion && { opinion }) } }));
  // Before the agenda is set nothing is decided by it.
  expect(await refused(decide('secretary', 'approve'))).toMatchObject({ status: 404 });
  await take('secretary', id);
  expect((await read('secretary', id)).agenda[0]?.about?.verdicts.map(({ verdict }) => verdict)).toEqual([
    'approve',
    'reject',
  ]);
  expect((await read('rensheju-clerk', id)).agenda[0]?.about?.verdicts).toEqual([]);
  expect(await refused(decide('rensheju-clerk', 'approve'))).toMatchObject({ status: 404 });
  expect(await refused(decide('secretary', 'reject'))).toMatchObject({ code: 'OpinionRequired' });
  await decide('secretary', 'approve');
  const decided = (await read('secretary', id)).agenda[0]?.about;
  expect(decided).toMatchObject({ decided: { verdict: { zh: '同意' } }, verdicts: [] });
  expect(await office.prisma.case.findUnique({ where: { id: caseId } })).toMatchObject({ stage: 'public-notice' });
  const remark = await office.prisma.remark.findFirstOrThrow({
    where: { caseId, authorId: 'secretary', final: true },
  });
  const { number } = await read('secretary', id);
  expect(remark.body).toBe(`经${today}职业教育工作联席会议（${number}）审议同意。`);
  expect(await refused(decide('secretary', 'reject', '改主意'))).toMatchObject({ status: 409 });
});

async function fill() {
  const manager = await office.as('fund-manager');
  return manager.recordSource(
    {
      body: {
        year: Number(today.slice(0, 4)),
        ...{ source: 'district-budget', payer: '区财政局', document: '大足财教〔2026〕12号' },
        receivedOn: today,
        amountFen: 1_000_000_000,
      },
    },
    { idempotencyKey: randomUUID() },
  );
}

async function fundingAtTheMeeting(): Promise<string> {
  const clerk = await office.as('clerk');
  const { id: file } = await clerk.uploadFile({ file: pdf() });
  const form = exampleFunding(() => file) as unknown as Record<string, unknown>;
  const { id } = await clerk.submitCase(
    { body: { process: 'program-funding', form } },
    { idempotencyKey: randomUUID() },
  );
  const decide = async (login: string, data?: Record<string, number>) => {
    const api = await office.as(login);
    const { items } = await api.listAssignments({ query: { state: 'open', process: 'program-funding' } });
    const turn = items.find(({ caseId }) => caseId === id);
    if (!turn) throw new Error(`${login} has no turn`);
    await api.decideAssignment({ params: { id: turn.id }, body: { verdict: 'approve', ...(data && { data }) } });
  };
  await decide('bureau-reviewer');
  for (const unit of ['bureau', 'zuzhibu', 'kejiju', 'jingxinwei', 'caizhengju', 'rensheju', 'zhujianwei', 'shuiwuju'])
    await decide(`${unit}-reviewer`);
  const seats = await office.prisma.assignment.findMany({ where: { caseId: id, purpose: 'score', state: 'open' } });
  for (const { personId } of seats) await decide(personId ?? '', { score: 82 });
  await decide('bureau-leader', { awardedFen: 100_000_000 });
  return id;
}
