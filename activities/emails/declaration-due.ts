import { type EngagementFacts, engagementNews } from './engagement.ts';
import type { Mail } from './mail.ts';

/** 申报提醒: 30 and 7 days before a declaration is due. */
export function declarationDue(
  facts: EngagementFacts & { period: string; daysLeft: number; due: string; declareLink: string },
): Mail {
  const { period, daysLeft, due, declareLink } = facts;
  const left = daysLeft === 0 ? '今天截止' : `还有 ${daysLeft} 天截止`;
  return engagementNews(facts, {
    verb: `收入申报${left}`,
    heading: `${period}收入申报${left}`,
    blocks: [
      { is: 'paragraph', text: `请于 ${due}申报 ${period}兼职收入，没有收入也要零申报。逾期未申报的，兼职将暂停。` },
      { is: 'buttons', lead: '一分钟完成', buttons: [{ label: '去申报', href: declareLink, tone: 'primary' }] },
    ],
    english: `Please declare the income of this period; ${daysLeft} days are left. A nil return counts.`,
  });
}
