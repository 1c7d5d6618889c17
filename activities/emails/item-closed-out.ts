import { itemNews, type ItemFacts } from './item-news.ts';
import type { Mail, Opinion } from './mail.ts';

/** 已销号; that it was late stays on the record. */
export function itemClosedOut(facts: ItemFacts & { lateWorkingDays: number; opinion?: Opinion }): Mail {
  const { lateWorkingDays, opinion } = facts;
  return itemNews(facts, {
    verb: '任务已销号',
    blocks: [
      ...(opinion ? [{ is: 'opinion' as const, opinion }] : []),
      {
        is: 'paragraph',
        text:
          lateWorkingDays > 0
            ? `联席会议办公室已同意销号。本任务超期 ${lateWorkingDays} 个工作日，超期记录保留。`
            : '联席会议办公室已同意销号。本任务按期完成。',
      },
    ],
    english: 'The secretariat has closed this item out.',
    because: '您是本任务的联络员、分管领导或配合单位，因此收到此邮件。',
  });
}
