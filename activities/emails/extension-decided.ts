import { itemNews, type ItemFacts } from './item-news.ts';
import type { Mail, Opinion } from './mail.ts';

/** 延期: granted with the new date, or not. `from` and `dueOn` as 2026年12月31日. */
export function extensionDecided(
  facts: ItemFacts & { granted: boolean; from: string; dueOn: string; opinion?: Opinion },
): Mail {
  const { granted, from, dueOn, opinion } = facts;
  return itemNews(facts, {
    verb: granted ? '已同意延期' : '未同意延期',
    blocks: [
      ...(opinion ? [{ is: 'opinion' as const, opinion }] : []),
      {
        is: 'paragraph',
        text: granted
          ? `完成时限由 ${from} 延至 ${dueOn}。遇节假日顺延至下一工作日。`
          : `延至 ${dueOn} 的申请未获同意，完成时限仍为 ${from}。`,
      },
    ],
    english: granted ? 'The item is extended; see the new due date above.' : 'The extension was not granted.',
    because: '您是本任务的联络员，因此收到此邮件。',
  });
}
