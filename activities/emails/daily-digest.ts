import { layout } from './layout.tsx';
import type { Block, Item, Mail, Office, Tone } from './mail.ts';
import { subjectLine } from './mail.ts';

export interface DigestFacts {
  office: Office;
  /** E.g. 11月24日 星期二. */
  day: string;
  overdue: Item[];
  today: Item[];
  near: Item[];
  /** 联席会议任务 of the reader, as contact or leader in charge. */
  actionItems?: Item[];
  inboxLink: string;
}

const SHOWN = 20;

/** 每日提醒: one mail a person and working day, the late ones first. */
export function dailyDigest(facts: DigestFacts): Mail {
  const { overdue, today, near, actionItems = [] } = facts;
  const counts = [
    overdue.length > 0 && `已超期 ${overdue.length} 件`,
    today.length > 0 && `今日到期 ${today.length} 件`,
    near.length > 0 && `即将到期 ${near.length} 件`,
    actionItems.length > 0 && `会议任务 ${actionItems.length} 件`,
  ].filter(Boolean);
  const total = overdue.length + today.length + near.length + actionItems.length;
  return layout({
    office: facts.office,
    subject: subjectLine('今日待办', counts.join('，')),
    over: facts.day,
    heading: `您有 ${total} 件待办需要留意`,
    under: counts.join(' · '),
    blocks: [
      ...group('已超期', 'late', overdue),
      ...group('今日到期', 'near', today),
      ...group('即将到期', 'near', near),
      ...group('联席会议任务', 'near', actionItems),
      { is: 'buttons', lead: '全部待办', buttons: [{ label: '打开待办列表', href: facts.inboxLink, tone: 'primary' }] },
    ],
    english: `${total} of your assignments are overdue or due soon.`,
    because: '每个工作日汇总一次；您有待办临近或超过时限，因此收到此邮件。',
  });
}

/** At most 20 of a group are listed, the rest counted. */
export function group(heading: string, tone: Tone, items: Item[], total = items.length): Block[] {
  if (items.length === 0) return [];
  const rest = total - Math.min(items.length, SHOWN);
  const more = rest > 0 ? { more: `另有 ${rest} 件，请在列表中查看。` } : {};
  return [{ is: 'items', heading: `${heading}（${total}）`, tone, items: items.slice(0, SHOWN), ...more }];
}
