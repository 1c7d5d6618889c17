import { group } from './daily-digest.ts';
import { layout } from './layout.tsx';
import type { Item, Mail, Office } from './mail.ts';
import { subjectLine } from './mail.ts';

export interface EscalationFacts {
  office: Office;
  day: string;
  /** The leader's unit. */
  unit: string;
  overdue: Item[];
  /** How many are overdue in all, where more are than the list holds. */
  total: number;
  inboxLink: string;
}

/** 超期报告: to a leader, what is overdue in their unit. */
export function overdueEscalation(facts: EscalationFacts): Mail {
  return layout({
    office: facts.office,
    subject: subjectLine('超期提醒', `${facts.unit}有 ${facts.total} 件已超期`),
    over: facts.day,
    heading: `${facts.unit}有 ${facts.total} 件事项已超期`,
    under: '请督促办理；办理人也已收到提醒',
    blocks: [
      ...group('已超期', 'late', facts.overdue, facts.total),
      { is: 'buttons', lead: '全部事项', buttons: [{ label: '打开事项列表', href: facts.inboxLink, tone: 'primary' }] },
    ],
    english: `${facts.total} assignments of your unit are overdue.`,
    because: `您是${facts.unit}的负责人，因此收到此邮件。`,
  });
}
