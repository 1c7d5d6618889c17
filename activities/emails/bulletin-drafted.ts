import { layout } from './layout.tsx';
import type { Mail, Office } from './mail.ts';
import { subjectLine } from './mail.ts';

/** 月通报待审: the secretariat reads it before the units do. `month` as 2026年11月. */
export const bulletinDrafted = ({ office, month, link }: { office: Office; month: string; link: string }): Mail =>
  layout({
    office,
    subject: subjectLine('请审核通报', `${month}任务推进情况通报`),
    over: month,
    heading: `请审核${month}任务推进情况通报`,
    blocks: [
      { is: 'paragraph', text: '本月通报已按当前记录生成。请核对、补充前言后发布；发布后将发送各单位。' },
      { is: 'buttons', lead: '通报', buttons: [{ label: '打开通报', href: link, tone: 'primary' }] },
    ],
    english: 'The monthly bulletin is drafted; review it and publish.',
    because: '您是联席会议办公室成员，因此收到此邮件。',
  });
