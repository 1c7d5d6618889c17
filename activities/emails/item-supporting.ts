import { itemNews, type ItemFacts } from './item-news.ts';
import type { Mail } from './mail.ts';

/** 配合任务: the lead has taken the item on; the unit is named to support it. */
export const itemSupporting = (facts: ItemFacts): Mail =>
  itemNews(facts, {
    verb: '请配合任务',
    blocks: [
      {
        is: 'paragraph',
        text: '牵头单位已认领本任务，贵单位为配合单位。申请销号时将请贵单位确认，逾期未答复视为确认。',
      },
    ],
    english: 'The lead has taken on this item; your unit supports it and will be asked to confirm before close-out.',
    because: '贵单位是本任务的配合单位，因此收到此邮件。',
  });
