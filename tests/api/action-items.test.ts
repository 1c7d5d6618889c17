import { randomUUID } from 'node:crypto';
import readExcelFile from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { BoardFilters, ItemActBody, ItemRowInput } from '../../api/contract/action-items.ts';
import { dateOfDay, dayOfDate, shanghaiDate } from '../../processes/shanghai.ts';
import { openOffice, pdf, refused, type Office } from './office.ts';

let office: Office;
const today = shanghaiDate(Date.now());
const inDays = (days: number) => dateOfDay(dayOfDate(today) + days);
beforeAll(async () => {
  office = await openOffice();
  await newcomer('lead-leader', 'jingxinwei', 'leader');
  await newcomer('lead-contact', 'jingxinwei', 'clerk');
  await newcomer('lead-colleague', 'jingxinwei', 'clerk');
  await newcomer('school-principal', 'shuangqiao-zhiye', 'principal');
});
afterAll(() => office?.stop());

async function newcomer(id: string, unitId: string, role: string) {
  const { prisma } = office;
  const { password } = await prisma.account.findFirstOrThrow({ where: { userId: 'secretary' } });
  await prisma.user.create({ data: { id, name: `姓名${id}`, email: `${id}@example.test` } });
  await prisma.membership.create({ data: { userId: id, unitId, role } });
  await prisma.account.create({
    data: { id: `account-${id}`, accountId: id, providerId: 'credential', userId: id, password },
  });
}

const row = (change: Partial<ItemRowInput> = {}): ItemRowInput => ({
  meeting: '2026 年第三次联席会议',
  clause: '三(二)1',
  content: '建成五金产业学院实训基地',
  measure: '验收合格并投入使用',
  leadUnits: ['区经济信息委'],
  supportingUnits: ['caizhengju'],
  contact: 'lead-contact@example.test',
  dueOn: inDays(120),
  milestones: [{ name: '设备采购', dueOn: inDays(40) }],
  ...change,
});

const create = async (items: ItemRowInput[], key: string = randomUUID()) =>
  (await office.as('secretary')).createActionItems({ body: { items } }, { idempotencyKey: key });

async function created(change: Partial<ItemRowInput> = {}): Promise<string> {
  const { items } = await create([row(change)]);
  return items[0]!.id;
}

async function turn(login: string, id: string) {
  const api = await office.as(login);
  const { turns } = await api.getActionItem({ params: { id } });
  return { api, turn: turns[0]! };
}

async function decide(login: string, id: string, body: Record<string, unknown> = {}) {
  const { api, turn: mine } = await turn(login, id);
  return api.decideAssignment({ params: { id: mine.assignmentId }, body: { verdict: 'approve', ...body } });
}

test('items of a table are made in one go, in its order, and made once however often it is sent', async () => {
  const rows = [row(), row({ content: '举办职业教育活动月', supportingUnits: [], milestones: [] })];
  const key = randomUUID();
  const first = await create(rows, key);
  expect(first.items.map(({ number }) => number)).toEqual([...first.items.map(({ number }) => number)].toSorted());
  expect(await create(rows, key)).toEqual(first);
  const { items } = await (await office.as('secretary')).listActionItems({ query: { meeting: row().meeting ?? '' } });
  expect(items.filter(({ id }) => first.items.some((each) => each.id === id))).toHaveLength(2);
  expect(items[0]).toMatchObject({ light: 'green', lead: { id: 'jingxinwei' }, contact: { id: 'lead-contact' } });
});

test('a table with one wrong row makes nothing, and says what is wrong in every row', async () => {
  const before = await office.prisma.actionItem.count();
  const answer = await refused(
    create([
      row(),
      row({ leadUnits: ['区经济信息委', '区财政局'], supportingUnits: [] }),
      row({ leadUnits: [] }),
      row({ supportingUnits: ['区经济信息委'] }),
      row({ dueOn: inDays(-1), milestones: [] }),
      row({ content: '', dueOn: '明年春天', contact: '查无此人', supportingUnits: ['caizhengju', '区财政局'] }),
      row({ leadUnits: ['区园林局'] }),
      row({ milestones: [{ name: '太晚', dueOn: inDays(130) }] }),
      row({ leadUnits: ['区税务局'], contact: undefined }),
    ]),
  );
  expect(answer).toMatchObject({ status: 422, code: 'RulesNotMet' });
  const errors = (answer.errors ?? []).map(({ path, message }) => `${path} ${message}`);
  expect(errors).toEqual([
    'items.1.leadUnits 有 2 个牵头单位（区经济信息委、区财政局）；只能有一个，其余列为配合单位',
    'items.2.leadUnits 没有牵头单位；须有且只有一个',
    'items.3.supportingUnits.0 区经济信息委已是牵头单位，不能又列为配合单位',
    `items.4.dueOn 完成时限 ${inDays(-1)} 已经过去`,
    'items.5.contact 区经济信息委没有“查无此人”',
    expect.stringContaining('items.5.content 任务内容：'),
    expect.stringContaining('items.5.dueOn 完成时限：'),
    'items.5.supportingUnits.1 配合单位重复：区财政局',
    'items.6.leadUnits.0 没有单位“区园林局”',
    `items.7.milestones.0.dueOn 节点“太晚”晚于完成时限 ${inDays(120)}`,
    'items.8.leader 牵头单位没有分管领导账号，请指定分管领导',
  ]);
  expect(await office.prisma.actionItem.count()).toBe(before);
});

test('a due date on a holiday is accepted, rolls and is told', async () => {
  // 2027-02-06 is a Saturday of a year whose schedule is not published.
  const { rows } = await (
    await office.as('secretary')
  ).checkActionItems({ body: { items: [row({ dueOn: '2027年2月6日' }), row({ dueOn: '' })] } });
  expect(rows[0]).toEqual({
    errors: [],
    notes: [
      {
        path: 'dueOn',
        message: {
          zh: '2027-02-06 不是工作日，完成时限顺延至 2027-02-08',
          en: '2027-02-06 is a day off: the item is due on 2027-02-08',
        },
      },
    ],
  });
  expect(rows[1]?.errors.map(({ path }) => path)).toEqual(['dueOn']);
  const id = await created({ dueOn: '2027-02-06' });
  expect(await (await office.as('secretary')).getActionItem({ params: { id } })).toMatchObject({
    dueOn: '2027-02-08',
    askedDueOn: '2027-02-06',
  });
});

test('only the secretariat makes items', async () => {
  const clerk = await office.as('clerk');
  expect(await refused(clerk.createActionItems({ body: { items: [row()] } }))).toMatchObject({ status: 403 });
});

describe('an item over HTTP', () => {
  test('goes from its contact to 销号, with the evidence in the hands of whoever sees it', async () => {
    const id = await created();
    await decide('lead-contact', id, { opinion: '认领' });
    const contact = await office.as('lead-contact');
    const { id: fileId } = await contact.uploadFile({ file: pdf('招标公告.pdf') });
    await decide('lead-contact', id, { opinion: '完成招标', data: { percent: 55, fileIds: [fileId] } });
    const act = (body: Parameters<typeof contact.actOnActionItem>[0]['body']) =>
      contact.actOnActionItem({ params: { id }, body });
    await act({ kind: 'milestone', milestone: 1, text: '设备到货' });
    expect((await contact.getActionItem({ params: { id } })).acts).toEqual(['ask-extension', 'ask-close-out']);

    const without = await refused(act({ kind: 'ask-close-out', text: '完成' }));
    expect(without).toMatchObject({
      status: 422,
      code: 'BadDecisionData',
      errors: [{ message: '申请销号须附佐证材料' }],
    });
    const { id: evidence } = await contact.uploadFile({ file: pdf('验收单.pdf') });
    await act({ kind: 'ask-close-out', text: '全部完成', fileIds: [evidence] });

    const finance = await office.as('caizhengju-reviewer');
    const seen = await finance.getActionItem({ params: { id } });
    expect(seen.journal.map(({ kind, files }) => [kind, files.map(({ name }) => name)])).toEqual([
      ['opened', []],
      ['accepted', []],
      ['progress', ['招标公告.pdf']],
      ['milestone', []],
      ['close-out-asked', ['验收单.pdf']],
    ]);
    const file = await office.raw(`/api/v1/action-items/${id}/files/${evidence}`, { as: 'caizhengju-reviewer' });
    expect(file.status).toBe(200);
    expect(await file.text()).toMatch(/^%PDF/);
    await decide('caizhengju-reviewer', id);

    expect(
      await refused(contact.actOnActionItem({ params: { id }, body: { kind: 'reopen', dueOn: inDays(9), text: '' } })),
    ).toMatchObject({ code: 'NotYours' });
    await decide('secretary', id, { opinion: '同意销号' });
    const closed = await finance.getActionItem({ params: { id } });
    expect(closed).toMatchObject({ state: 'closed', light: 'blue', late: false, percent: 100, acts: [], turns: [] });
    expect(closed.runs.at(-1)).toMatchObject({ light: 'blue', to: today });
    expect((await (await office.as('secretary')).getActionItem({ params: { id } })).acts).toEqual(['reopen']);
  });

  test('progress beyond 100 or backwards without a reason is refused, with one it is taken', async () => {
    const id = await created();
    await decide('lead-contact', id);
    const report = (data: Record<string, unknown>) => decide('lead-contact', id, { opinion: '进展', data });
    for (const percent of [101, -1, 50.5, '60', undefined])
      expect(await refused(report({ percent }))).toMatchObject({ status: 422, code: 'BadDecisionData' });
    await report({ percent: 60 });
    const back = await refused(report({ percent: 40 }));
    expect(back.errors).toEqual([{ path: 'data.reason', message: '进度由 60% 退到 40%，请选择原因' }]);
    await report({ percent: 40, reason: 'recount' });
    const item = await (await office.as('lead-contact')).getActionItem({ params: { id } });
    expect(item.percent).toBe(40);
    expect(item.journal.at(-1)?.note?.zh).toBe('由 60% 后退：统计口径更正');
  });

  test('is nobody’s business elsewhere: 404, not even its evidence', async () => {
    const id = await created({ supportingUnits: [] });
    for (const login of ['teacher', 'caizhengju-reviewer', 'other-reviewer', 'expert-1']) {
      const api = await office.as(login);
      expect(await refused(api.getActionItem({ params: { id } }))).toMatchObject({ status: 404 });
      expect((await api.listActionItems({ query: {} })).items.map((each) => each.id)).not.toContain(id);
      const acting = api.actOnActionItem({ params: { id }, body: { kind: 'set-light', light: 'green', text: '好' } });
      expect(await refused(acting)).toMatchObject({ status: 404 });
    }
  });

  test('gets another contact of its lead unit when one leaves, and the board shows who has gone', async () => {
    const id = await created();
    await decide('lead-contact', id);
    const leader = await office.as('lead-leader');
    const change = (userId: string) =>
      leader.actOnActionItem({ params: { id }, body: { kind: 'change-contact', userId, text: '原联络员调离' } });
    expect(await refused(change('secretary'))).toMatchObject({ code: 'BadDecisionData' });
    await office.prisma.membership.deleteMany({ where: { userId: 'lead-contact' } });
    expect(await leader.getActionItem({ params: { id } })).toMatchObject({ contactGone: true });
    await change('lead-colleague');
    await office.prisma.membership.create({ data: { userId: 'lead-contact', unitId: 'jingxinwei', role: 'clerk' } });
    expect(await leader.getActionItem({ params: { id } })).toMatchObject({
      contact: { id: 'lead-colleague' },
      contactGone: false,
    });
    const former = await office.as('lead-contact');
    const asked = former.actOnActionItem({
      params: { id },
      body: { kind: 'ask-extension', dueOn: inDays(150), text: '晚' },
    });
    expect(await refused(asked)).toMatchObject({ code: 'NotYours' });
    await decide('lead-colleague', id, { opinion: '接手', data: { percent: 5 } });
  });

  test('a light set by hand needs a reason and is on its journal', async () => {
    const id = await created();
    const secretary = await office.as('secretary');
    const set = (light: 'red' | null, text: string) =>
      secretary.actOnActionItem({ params: { id }, body: { kind: 'set-light', light, text } });
    expect(await refused(set('red', ''))).toMatchObject({ code: 'OpinionRequired' });
    expect(await refused(set(null, ''))).toMatchObject({ code: 'NotOpen' });
    await set('red', '主要领导要求重点督办');
    const item = await secretary.getActionItem({ params: { id } });
    expect(item).toMatchObject({ light: 'red', overridden: true });
    expect(item.journal.at(-1)).toMatchObject({
      kind: 'light-set',
      text: '主要领导要求重点督办',
      note: { zh: '红灯' },
    });
    await set(null, '');
    expect(await secretary.getActionItem({ params: { id } })).toMatchObject({ light: 'green', overridden: false });
  });
});

test('what is offered is what the workflow takes: every role, every act, at work and closed', async () => {
  const bodies: ItemActBody[] = [
    { kind: 'milestone', milestone: 99, text: '', fileIds: [] },
    { kind: 'ask-extension', dueOn: inDays(1), text: '试' },
    { kind: 'ask-close-out', text: '试', fileIds: [] },
    { kind: 'reopen', dueOn: inDays(10), text: '' },
    { kind: 'change-contact', userId: 'nobody-of-the-unit', text: '试' },
    { kind: 'set-light', light: 'red', text: '' },
  ];
  const logins = [
    'lead-contact',
    'lead-colleague',
    'lead-leader',
    'secretary',
    'caizhengju-reviewer',
    'administrator',
    'bureau-leader',
  ];
  const outcomes = async (id: string) => {
    const rows: string[] = [];
    for (const login of logins) {
      const api = await office.as(login);
      const { acts } = await api.getActionItem({ params: { id } });
      for (const body of bodies) {
        const { code } = await refused(api.actOnActionItem({ params: { id }, body }));
        // Each body has a flaw of its own: whoever may act hears of that, whoever may not hears that they may not.
        const flawed = ['BadDecisionData', 'OpinionRequired', 'NotFound'].includes(code);
        expect([login, body.kind, flawed], code).toEqual([login, body.kind, acts.includes(body.kind)]);
        if (flawed) rows.push(`${login} ${body.kind}`);
      }
    }
    return rows;
  };
  const id = await created({ supportingUnits: ['caizhengju'] });
  await decide('lead-contact', id);
  expect(await outcomes(id)).toEqual([
    'lead-contact milestone',
    'lead-contact ask-extension',
    'lead-contact ask-close-out',
    'lead-leader change-contact',
    'secretary change-contact',
    'secretary set-light',
    'administrator change-contact',
  ]);
  const contact = await office.as('lead-contact');
  const { id: fileId } = await contact.uploadFile({ file: pdf() });
  await contact.actOnActionItem({ params: { id }, body: { kind: 'ask-close-out', text: '完成', fileIds: [fileId] } });
  await decide('caizhengju-reviewer', id);
  await decide('secretary', id);
  expect(await outcomes(id)).toEqual(['secretary reopen']);
});

test('the board filters by light, unit, meeting and day, and its sheet says the same', async () => {
  const meeting = `2026 年第 ${Math.floor(Math.random() * 1e6)} 次联席会议`;
  await create([
    row({ meeting, dueOn: inDays(3), milestones: [] }),
    row({ meeting, leadUnits: ['shuangqiao-zhiye'], contact: 'other-reviewer', supportingUnits: [] }),
  ]);
  const api = await office.as('secretary');
  const list = async (query: Partial<BoardFilters>) =>
    (await api.listActionItems({ query: { meeting, ...query } })).items.map(({ lead, light }) => `${lead.id} ${light}`);
  expect(await list({})).toEqual(['jingxinwei yellow', 'shuangqiao-zhiye green']);
  expect(await list({ light: 'green' })).toEqual(['shuangqiao-zhiye green']);
  expect(await list({ light: 'green,yellow' })).toHaveLength(2);
  expect(await list({ unit: 'caizhengju' })).toEqual(['jingxinwei yellow']);
  expect(await list({ unit: 'caizhengju', role: 'lead' })).toEqual([]);
  expect(await list({ dueTo: inDays(10) })).toEqual(['jingxinwei yellow']);
  expect(await list({ state: 'closed' })).toEqual([]);
  expect((await api.listActionItems({ query: { meeting, light: 'green' } })).counts).toMatchObject({
    yellow: 1,
    green: 1,
    red: 0,
  });
  const sheet = await office.raw(`/api/v1/action-items.xlsx?meeting=${encodeURIComponent(meeting)}`, {
    as: 'secretary',
  });
  const [sheetRows] = await readExcelFile(Buffer.from(await sheet.arrayBuffer()));
  expect(sheetRows?.data.map((cells) => cells[4])).toEqual(['牵头单位', '区经济信息委', '双桥职业学校']);
});

test('scores of a year are derived line by line; a year without items is not assessed', async () => {
  const api = await office.as('secretary');
  const year = Number(today.slice(0, 4));
  expect(await refused(api.getItemScores({ query: { year: 2021 } }))).toMatchObject({
    status: 404,
    code: 'NoItemsInYear',
  });
  expect(await refused(api.getItemScores({ query: { year: year + 1 } }))).toMatchObject({ code: 'NoItemsInYear' });
  const id = await created();
  // As if it had been given out in February and was due in June.
  const { owner } = office;
  await owner.actionItem.update({
    where: { caseId: id },
    data: { startsOn: `${year}-02-02`, firstDueOn: `${year}-06-30`, dueOn: `${year}-06-30` },
  });
  await owner.itemEntry.updateMany({ where: { caseId: id }, data: { on: `${year}-02-02` } });
  const { units, rule } = await api.getItemScores({ query: { year } });
  const unit = units.find((each) => each.unit.id === 'jingxinwei');
  expect(rule.zh).toMatch('每次转红灯扣 2 分');
  const lines = unit?.lines.filter((line) => line.id === id).map(({ points, reason }) => `${points} ${reason.zh}`);
  expect(lines).toEqual([expect.stringMatching(/^-2 转红灯：时间已过 80%/)]);
  expect(unit!.score).toBe(unit!.start + unit!.lines.reduce((sum, { points }) => sum + points, 0));
  const sheet = await office.raw(`/api/v1/action-items/scores.xlsx?year=${year}`, { as: 'secretary' });
  const sheets = await readExcelFile(Buffer.from(await sheet.arrayBuffer()));
  expect(sheets.map((each) => each.sheet)).toEqual(['得分', '扣分明细']);
});

test('a yearly item is looked at when it is set down', async () => {
  const api = await office.as('secretary');
  const {
    dueOn: _,
    milestones: __,
    ...template
  } = row({ contact: undefined, leadUnits: ['区经济信息委'], content: '职业教育活动月' });
  const wrong = await refused(
    api.createItemSeries({ body: { template: { ...template, leadUnits: [] }, dueMonth: 2, dueDay: 30, leadDays: 60 } }),
  );
  expect(wrong.errors?.map(({ path }) => path)).toEqual(['dueDay', 'template.leadUnits']);
  await api.createItemSeries({
    body: { template: { ...template, contact: 'lead-contact' }, dueMonth: 5, dueDay: 31, leadDays: 60 },
  });
  const { items } = await api.listItemSeries();
  expect(items).toHaveLength(1);
  await api.stopItemSeries({ params: { id: items[0]!.id } });
  expect((await api.listItemSeries()).items[0]).toMatchObject({ active: false });
});
