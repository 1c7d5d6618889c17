import { layout } from './layout.tsx';
import type { Mail, Office, Row } from './mail.ts';
import { subjectLine } from './mail.ts';

export interface BulletinFacts {
  office: Office;
  /** 2026年11月 */
  month: string;
  preface: string;
  /** Of the whole district. */
  counts: Row[];
  unit: string;
  /** Of the reader's unit. */
  own: Row[];
  link: string;
}

/** 月通报: to every unit, its own figures first; the document is attached. */
export const bulletinPublished = (facts: BulletinFacts): Mail =>
  layout({
    office: facts.office,
    subject: subjectLine('月通报', `${facts.month}任务推进情况通报`),
    over: facts.month,
    heading: `${facts.month}任务推进情况通报`,
    under: facts.unit,
    blocks: [
      ...(facts.preface ? [{ is: 'paragraph' as const, text: facts.preface }] : []),
      { is: 'paragraph', text: `${facts.unit}` },
      { is: 'facts', rows: facts.own },
      { is: 'paragraph', text: '全区' },
      { is: 'facts', rows: facts.counts },
      { is: 'link', label: '查看通报全文', href: facts.link },
    ],
    english: `Bulletin of the joint meeting's action items for ${facts.month}; the document is attached.`,
    because: '您是联席会议成员单位的联络员或负责人，因此收到此邮件。',
  });
