/** Letters about a joint meeting to the people of its member units. */
import { layout } from './layout.tsx';
import type { Block, Mail, Office, Row } from './mail.ts';
import { subjectLine } from './mail.ts';

export interface MeetingFacts {
  office: Office;
  number: string;
  title: string;
  /** 12月3日 14:30 */
  time: string;
  place: string;
  chair: string;
  /** The meeting's page. */
  link: string;
}

/** 会议通知: when and where, and what will be talked about, in order. */
export function meetingCalled(facts: MeetingFacts & { agenda: Row[] }): Mail {
  return meetingLetter(facts, {
    verb: '会议通知',
    blocks: [
      { is: 'paragraph', text: '联席会议议程已经确定，请准时参会；不能参会的，请提前告知联席会议办公室。' },
      { is: 'facts', rows: whenAndWhere(facts) },
      ...(facts.agenda.length > 0
        ? [
            { is: 'paragraph' as const, text: '会议议程' },
            { is: 'facts' as const, rows: facts.agenda },
          ]
        : []),
      { is: 'link', label: '查看会议材料', href: facts.link },
    ],
    english: `You are called to the joint meeting at ${facts.time}; its agenda is above.`,
  });
}

/** 会议取消 */
export function meetingCancelled(facts: MeetingFacts): Mail {
  return meetingLetter(facts, {
    verb: '会议取消',
    blocks: [
      { is: 'paragraph', text: '本次联席会议已取消，无需再报送议题或参会。' },
      { is: 'facts', rows: whenAndWhere(facts) },
      { is: 'link', label: '查看会议', href: facts.link },
    ],
    english: 'This joint meeting is cancelled: nothing more is asked of you.',
  });
}

/** 纪要印发: the number, and the document attached. */
export function minutesPublished(facts: MeetingFacts & { minutesNumber: string }): Mail {
  return meetingLetter(facts, {
    verb: '纪要印发',
    blocks: [
      { is: 'paragraph', text: `会议纪要已经成员单位会签，现予印发（${facts.minutesNumber}），见附件。` },
      { is: 'facts', rows: [{ label: '文号', value: facts.minutesNumber }, ...whenAndWhere(facts)] },
      { is: 'link', label: '查看会议和任务', href: facts.link },
    ],
    english: `The minutes of the joint meeting (${facts.minutesNumber}) are attached.`,
  });
}

const whenAndWhere = ({ time, place, chair }: MeetingFacts): Row[] => [
  { label: '会议时间', value: time },
  { label: '会议地点', value: place },
  { label: '主持人', value: chair },
];

function meetingLetter(
  { office, title, number, time }: MeetingFacts,
  words: { verb: string; blocks: Block[]; english: string },
): Mail {
  return layout({
    office,
    subject: subjectLine(words.verb, title, number),
    over: number,
    heading: `${words.verb}｜${title}`,
    under: time,
    blocks: words.blocks,
    english: words.english,
    because: '您所在单位是联席会议成员单位，因此收到此邮件。',
  });
}
