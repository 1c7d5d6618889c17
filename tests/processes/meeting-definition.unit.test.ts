import { expect, test } from 'vitest';
import { parseForm } from '../../processes/form-errors.ts';
import { formJsonSchema } from '../../processes/form-json-schema.ts';
import { jointMeeting } from '../../processes/joint-meeting/definition.ts';
import type { MeetingForm } from '../../processes/joint-meeting/form.ts';
import { parsePolicy } from '../../processes/policy.ts';
import { dazu, policyFile } from './dazu.ts';

const form = (change: { heldOn?: string; dueOn?: string; members?: string[] } = {}): MeetingForm => ({
  meeting: {
    title: '职业教育工作联席会议第 3 次会议',
    heldOn: change.heldOn ?? '2026-12-10',
    startsAt: '14:30',
    place: '512 会议室',
    chair: '分管副区长',
  },
  topics: { dueOn: change.dueOn ?? '2026-12-03' },
  members: (change.members ?? []).map((unit) => ({ unit })),
});
const check = (of: MeetingForm, today = '2026-11-24') =>
  jointMeeting
    .check(of, { policy: dazu(), today, openCases: [], certificates: [] })
    .map(({ level, path, message }) => [level, path, message.zh]);

test('a form as it should be has nothing to say', () => {
  expect(check(form())).toEqual([]);
  expect(parseForm(jointMeeting.form, form())).toEqual({ ok: true, form: form() });
});

test.each<[string, Parameters<typeof form>[0], string[]]>([
  ['held yesterday', { heldOn: '2026-11-23', dueOn: '2026-11-24' }, ['error', 'meeting.heldOn', '会议日期已过']],
  ['held on a Saturday', { heldOn: '2026-12-12' }, ['warning', 'meeting.heldOn', '会议日期是休息日，请核对']],
  ['topics due in the past', { dueOn: '2026-11-23' }, ['error', 'topics.dueOn', '截止日已过']],
  ['topics after the meeting', { dueOn: '2026-12-11' }, ['error', 'topics.dueOn', '截止日不得晚于会议日期']],
  [
    'topics on a Sunday that roll past the meeting',
    { heldOn: '2026-12-06', dueOn: '2026-12-06' },
    ['error', 'topics.dueOn', '截止日遇休息日顺延至 2026-12-07，晚于会议日期，请提前'],
  ],
  [
    'topics on a Sunday that roll',
    { dueOn: '2026-12-06' },
    ['warning', 'topics.dueOn', '截止日是休息日，顺延至 2026-12-07'],
  ],
  ['little time for topics', { dueOn: '2026-11-26' }, ['warning', 'topics.dueOn', '征集时间不足 5 天']],
  [
    'a unit that is no member',
    { members: ['jiaowei', 'dazu-zhijiao'] },
    ['error', 'members.1.unit', '不是成员单位：dazu-zhijiao'],
  ],
  ['a unit twice', { members: ['jiaowei', 'jiaowei'] }, ['error', 'members.1.unit', '单位重复']],
])('told before it is sent: %s', (_, change, finding) => {
  expect(check(form(change))).toContainEqual(finding);
});

test.each(['25:00', '9:30', '14.30', ''])('a time is not written %s', (startsAt) => {
  const of = form();
  const parsed = parseForm(jointMeeting.form, { ...of, meeting: { ...of.meeting, startsAt } });
  expect(parsed).toMatchObject({ ok: false, errors: [{ path: 'meeting.startsAt' }] });
});

test('units left unnamed are all members; those named come in the policy’s order', () => {
  const unitsOf = (members: string[]) => {
    const { stages } = jointMeeting.rules(dazu(), { unitId: 'jiaowei' }, form({ members }));
    return stages.map((stage) =>
      'units' in stage
        ? stage.units.map(({ holder }) => (holder.kind === 'role' ? `${holder.unitId}/${holder.role}` : ''))
        : [],
    );
  };
  expect(unitsOf([])[0]).toHaveLength(11);
  expect(unitsOf(['rensheju', 'jiaowei'])).toEqual([
    ['jiaowei/clerk', 'rensheju/clerk'],
    [],
    [],
    ['jiaowei/reviewer', 'rensheju/reviewer'],
    [],
  ]);
});

test('a quorum that fewer members cannot reach asks all of them', () => {
  const policy = dazu();
  policy.processes['joint-meeting'].countersign.quorum = { atLeast: 6 };
  const stage = (members: string[]) =>
    jointMeeting
      .rules(policy, { unitId: 'jiaowei' }, form({ members }))
      .stages.find((each) => each.kind === 'countersign')?.quorum;
  expect(stage([])).toEqual({ atLeast: 6 });
  expect(stage(['jiaowei', 'rensheju'])).toEqual({ atLeast: 2 });
});

test('the page learns the members from the policy', () => {
  const schema = formJsonSchema(jointMeeting, dazu()) as unknown as {
    properties: { members: { items: { properties: { unit: { options: { value: string }[] } } } } };
  };
  expect(schema.properties.members.items.properties.unit.options.map(({ value }) => value)).toHaveLength(11);
});

interface Spoiled {
  members: { units: string[]; signs: string };
  publication: { number: string };
}

test.each<[string, (meeting: Spoiled) => unknown]>([
  ['a member twice', ({ members }) => members.units.push('jiaowei')],
  ['a number without its year', ({ publication }) => Object.assign(publication, { number: '{number}号' })],
  ['a role that does not exist', ({ members }) => Object.assign(members, { signs: 'boss' })],
])('a policy is refused: %s', (_, spoil) => {
  const policy = policyFile() as { processes: { 'joint-meeting': Spoiled } };
  expect(() => parsePolicy(policy)).not.toThrow();
  spoil(policy.processes['joint-meeting']);
  expect(() => parsePolicy(policy)).toThrow();
});
