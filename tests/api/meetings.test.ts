import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import writeExcelFile from 'write-excel-file/node';
import type { MeetingView } from '../../api/contract/meetings.ts';
import type { Verdict } from '../../processes/case.ts';
import { exampleFunding } from '../../processes/program-funding/example.ts';
import { shanghaiDate } from '../../processes/working-days.ts';
import { minutesOf } from '../workflows/meeting.ts';
import { openOffice, pdf, refused, until, type Office } from './office.ts';

let office: Office;
const today = shanghaiDate(Date.now());
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office?.stop());

const clerks = { jiaowei: 'stand-in', caizhengju: 'caizhengju-clerk', rensheju: 'rensheju-clerk' } as const;
type Member = keyof typeof clerks;

/** A meeting of three units, today. */
async function call(change: { heldOn?: string; dueOn?: string; members?: string[] } = {}): Promise<string> {
  const { heldOn = today, dueOn = heldOn, members = Object.keys(clerks) } = change;
  const form = {
    meeting: { title: '职业教育工作联席会议', heldOn, startsAt: '14:30', place: randomUUID(), chair: '分管副区长' },
    topics: { dueOn },
    members: members.map((unit) => ({ unit })),
  };
  const secretary = await office.as('secretary');
  return (await secretary.submitCase({ body: { process: 'joint-meeting', form } }, { idempotencyKey: randomUUID() }))
    .id;
}

const read = async (login: string, id: string): Promise<MeetingView> =>
  (await office.as(login)).getMeeting({ params: { id } });

async function take(login: string, id: string, verdict: Verdict = 'approve', opinion?: string) {
  const [turn] = (await read(login, id)).turns;
  if (!turn) throw new Error(`${login} has no turn`);
  const body = { verdict, round: turn.round, ...(opinion && { opinion }) };
  return (await office.as(login)).decideAssignment({ params: { id: turn.assignmentId }, body });
}

async function send(unitId: Member, id: string, titles: string[] = []) {
  const api = await office.as(clerks[unitId]);
  const topics = titles.map((title) => ({ title, body: `${title}的说明` }));
  await api.saveTopics({ params: { id }, body: { unitId, topics } });
  await take(clerks[unitId], id);
}

async function write(id: string, text: string, revision = 0) {
  const api = await office.as('secretary');
  return api.saveMinutes({ params: { id }, body: { document: minutesOf(text), revision } });
}

async function toTheMembers(id: string) {
  for (const unit of Object.keys(clerks) as Member[]) await send(unit, id);
  await take('secretary', id);
  await write(id, '会议议定事项。');
  await take('secretary', id);
}

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

async function published(): Promise<string> {
  const id = await call();
  await toTheMembers(id);
  for (const login of ['bureau-reviewer', 'caizhengju-reviewer', 'rensheju-reviewer']) await take(login, id);
  return id;
}

const HEADS = [
  '任务内容 *',
  '衡量标准 *',
  '牵头单位 *',
  '配合单位',
  '完成时限 *',
  '联络员',
  '分管领导',
  '议题',
  '方案条款',
];
type Cell = string | number | boolean | Date | null;
/** A Wednesday of next March, its Saturday and the Monday after: no holiday is near. */
const march = Date.parse(`${Number(today.slice(0, 4)) + 1}-03-08T00:00:00Z`);
const dayAfter = (days: number): string => new Date(march + days * 86_400_000).toISOString().slice(0, 10);
const toWednesday = (10 - new Date(march).getUTCDay()) % 7;
const workday = dayAfter(toWednesday);
const saturday = dayAfter(toWednesday + 3);
const monday = dayAfter(toWednesday + 5);
const nextYear = workday.slice(0, 4);
const line = (change: Record<number, Cell> = {}): Cell[] => {
  const cells: Cell[] = [`任务 ${randomUUID()}`, '完成', '区教委', '区财政局', workday, null, null, null, '四(二)'];
  for (const [index, cell] of Object.entries(change)) cells[Number(index)] = cell;
  return cells;
};
async function sheetOf(lines: Cell[][], name = '任务表.xlsx'): Promise<File> {
  const typed = (value: Cell) =>
    value === null
      ? null
      : value instanceof Date
        ? { value, type: Date, format: 'yyyy-mm-dd' }
        : { value, type: typeof value === 'number' ? Number : typeof value === 'boolean' ? Boolean : String };
  const data = [HEADS.map(typed), ...lines.map((cells) => cells.map(typed))] as never;
  const bytes = await writeExcelFile(data).toBuffer();
  return new File([new Uint8Array(bytes)], name);
}

const preview = async (id: string, lines: Cell[][]) =>
  (await office.as('secretary')).readItemTable({ params: { id }, file: await sheetOf(lines) });

test('a spreadsheet of action items: every bad cell is pointed at by its place, and nothing is made', async () => {
  const id = await published();
  const bad: [string, string, Cell[]][] = [
    ['A2', '任务内容', line({ 0: null })],
    ['A3', '任务内容', line({ 0: '长'.repeat(1001) })],
    ['A4', '是/否', line({ 0: true })],
    ['A5', '控制字符', line({ 0: '任务\u202e反' })],
    ['B6', '衡量标准', line({ 1: '  ' })],
    ['B7', '却是日期', line({ 1: new Date(`${workday}T00:00:00Z`) })],
    ['B8', '衡量标准', line({ 1: '长'.repeat(501) })],
    ['C9', '没有牵头单位', line({ 2: null })],
    ['C10', '没有单位“区旅游局”', line({ 2: '区旅游局' })],
    ['C11', '2 个牵头单位', line({ 2: '区教委、区科技局' })],
    ['C12', '公式出错', line({ 2: '#REF!' })],
    ['D13', '没有单位', line({ 3: '区财政局，区旅游局' })],
    ['D14', '已是牵头单位', line({ 3: '区教委' })],
    ['D15', '配合单位重复', line({ 3: '区财政局；区财政局' })],
    ['E16', '完成时限', line({ 4: null })],
    ['E17', '不是日期', line({ 4: '年底前' })],
    ['E18', '没有年份', line({ 4: '3月10日' })],
    ['E19', `没有“${nextYear}-02-30”这一天`, line({ 4: `${nextYear}-02-30` })],
    ['E20', '已经过去', line({ 4: new Date('2024-03-08T00:00:00Z') })],
    ['E21', '年份有误', line({ 4: '1927-03-10' })],
    ['F22', '没有“张三”', line({ 5: '张三' })],
    ['G23', '没有“李四”', line({ 6: '李四' })],
    ['H24', '没有议题', line({ 7: '别的会议的议题' })],
    ['I25', '方案条款', line({ 8: '条'.repeat(81) })],
  ];
  const { problems, rows } = await preview(
    id,
    bad.map(([, , cells]) => cells),
  );
  expect(problems).toEqual([]);
  expect(
    rows.map(({ line: number, errors }) => [number, errors.map(({ cell, message }) => `${cell} ${message.zh}`)]),
  ).toEqual(
    bad.map(([cell, words], index) => [
      index + 2,
      [expect.stringMatching(new RegExp(`^${cell} .*${words.replaceAll(/[()]/g, '\\$&')}`))],
    ]),
  );
  expect(await office.prisma.actionItem.count({ where: { meetingId: id } })).toBe(0);
});

test('dates as cells hold them, a holiday that rolls, then all items in one go, once', async () => {
  const id = await published();
  const { rows } = await preview(id, [
    line({ 4: new Date(`${workday}T00:00:00Z`) }),
    line({ 4: workday.replace(/^(....)-(..)-(..)$/, '$1年$2月$3日'), 3: null }),
    line({ 4: Number(saturday.replaceAll('-', '')), 5: 'stand-in' }),
  ]);
  expect(rows.map(({ errors }) => errors)).toEqual([[], [], []]);
  expect(rows.map(({ row }) => row.dueOn)).toEqual([workday, workday, saturday]);
  expect(rows[2]?.notes).toMatchObject([{ cell: 'E4', message: { zh: expect.stringContaining(`顺延至 ${monday}`) } }]);
  const secretary = await office.as('secretary');
  const create = (key: string) =>
    secretary.createMeetingItems(
      { params: { id }, body: { items: rows.map(({ row }) => row) } },
      { idempotencyKey: key },
    );
  const key = randomUUID();
  const { items } = await create(key);
  expect(items.map(({ number }) => number)).toEqual(items.map(() => expect.stringMatching(/^RW-\d{4}-\d{4}$/)));
  expect((await create(key)).items).toEqual(items);
  const { minutesNumber } = await read('secretary', id);
  const made = await office.prisma.actionItem.findMany({ where: { meetingId: id } });
  expect(made).toHaveLength(3);
  expect(made.every(({ meeting }) => meeting === `职业教育工作联席会议（${minutesNumber}）`)).toBe(true);

  // What is not done by the next meeting is on its agenda.
  const next = await call();
  for (const unit of Object.keys(clerks) as Member[]) await send(unit, next);
  const { agenda } = await read('secretary', next);
  const carried = agenda.filter(({ kind }) => kind === 'item').map(({ about }) => about?.id);
  expect(items.every(({ id: item }) => carried.includes(item))).toBe(true);
});

test('one wrong row and nothing is made; before publication, and for anybody else, neither', async () => {
  const id = await published();
  const secretary = await office.as('secretary');
  const good = { content: '任务', measure: '完成', leadUnits: ['jiaowei'], dueOn: workday };
  const create = (meeting: string, items: object[], login = 'secretary') =>
    office.as(login).then((api) => api.createMeetingItems({ params: { id: meeting }, body: { items: items } }));
  expect(await refused(create(id, [good, { ...good, content: '另一任务', leadUnits: [] }]))).toMatchObject({
    code: 'RulesNotMet',
    errors: [expect.objectContaining({ path: 'items.1.leadUnits' })],
  });
  expect(await office.prisma.actionItem.count({ where: { meetingId: id } })).toBe(0);
  expect(await refused(create(id, [good], 'bureau-reviewer'))).toMatchObject({ status: 403 });
  const early = await call();
  expect(await refused(create(early, [good]))).toMatchObject({ code: 'NotOpen' });
  const file = await sheetOf([line()]);
  expect(await refused(secretary.readItemTable({ params: { id: early }, file }))).toMatchObject({ code: 'NotOpen' });
  expect(await refused(secretary.readItemTable({ params: { id }, file: pdf() }))).toMatchObject({
    code: 'FileTypeNotAllowed',
  });
});

test('the template reads as a table without rows, under the heads that the preview knows', async () => {
  const id = await published();
  const answer = await office.raw(`/api/v1/meetings/${id}/action-items/template`, { as: 'secretary' });
  const file = new File([await answer.arrayBuffer()], '模板.xlsx');
  const secretary = await office.as('secretary');
  const { problems } = await secretary.readItemTable({ params: { id }, file });
  expect(problems).toMatchObject([{ message: { zh: '表中没有任务' } }]);
});
