import { type EngagementFacts, engagementNews } from './engagement.ts';
import type { Mail } from './mail.ts';

/** 到期提醒: 30 and 7 days before the last day of a post that nothing continues yet. */
export function engagementEnding(
  facts: EngagementFacts & { daysLeft: number; until: string; renewLink: string },
): Mail {
  const { daysLeft, until, renewLink } = facts;
  const left = daysLeft === 0 ? '今天到期' : `还有 ${daysLeft} 天到期`;
  return engagementNews(facts, {
    verb: `兼职${left}`,
    heading: `兼职${left}`,
    blocks: [
      { is: 'paragraph', text: `该兼职最后一日为 ${until}。继续兼职的，请在到期前申请续期；到期后不得继续。` },
      { is: 'buttons', lead: '续期', buttons: [{ label: '申请续期', href: renewLink, tone: 'primary' }] },
    ],
    english: `The post ends in ${daysLeft} days. Please apply for its renewal before then if it is to go on.`,
  });
}
