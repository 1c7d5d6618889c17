/** 职业教育工作联席会议, clause 四(二) of the plan. */
import type { Fact, ProcessDefinition } from '../process.ts';
import { checkMeeting } from './checks.ts';
import { type MeetingForm, meetingForm } from './form.ts';
import { meetingRules } from './rules.ts';

export const jointMeeting: ProcessDefinition<MeetingForm> = {
  slug: 'joint-meeting',
  prefix: 'LH',
  name: { zh: '联席会议', en: 'Joint meeting' },
  summary: {
    zh: '联席会议办公室召集会议：征集议题、编排议程、撰写纪要、成员单位会签、编号印发，并据此下达任务。',
    en: 'The secretariat calls a meeting: topics, agenda, minutes countersigned by the members, publication; action items follow.',
  },
  clause: '四(二)',
  applicantRoles: ['secretariat'],
  madeOn: '/meetings',
  applicantMayDecide: true,
  oneOpenCase: false,
  // The same day and place is one meeting, whoever of the secretariat opens it.
  openKey: ({ meeting }) => `${meeting.heldOn}:${meeting.startsAt}:${meeting.place}`,
  form: meetingForm,
  options: (policy) => {
    const { units } = policy.processes['joint-meeting'].members;
    return {
      'members.unit': policy.units
        .filter(({ id }) => units.includes(id))
        .map(({ id, name }) => ({ value: id, zh: name.zh, en: name.en })),
    };
  },
  check: checkMeeting,
  rules: meetingRules,
  facts: ({ meeting, topics }) => ({ heldOn: meeting.heldOn, topicsDueOn: topics.dueOn }),
  title: ({ meeting }) => meeting.title,
  keyFacts: (form) => facts(form),
  publicFacts: (form) => facts(form).slice(0, 1),
  fileIds: () => [],
  masked: (form) => form,
};

function facts({ meeting, topics, members }: MeetingForm): Fact[] {
  return [
    { label: { zh: '会议时间', en: 'Time' }, value: `${meeting.heldOn} ${meeting.startsAt}` },
    { label: { zh: '会议地点', en: 'Place' }, value: meeting.place },
    { label: { zh: '主持人', en: 'Chair' }, value: meeting.chair },
    { label: { zh: '议题截止', en: 'Topics due' }, value: topics.dueOn },
    {
      label: { zh: '参会单位', en: 'Members' },
      value: members.length === 0 ? '全部成员单位' : `${members.length} 个`,
      valueEn: members.length === 0 ? 'Every member' : String(members.length),
    },
    ...(topics.note ? [{ label: { zh: '征集说明', en: 'What is asked for' }, value: topics.note }] : []),
  ];
}
