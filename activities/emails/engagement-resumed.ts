import { type EngagementFacts, engagementNews } from './engagement.ts';
import type { Mail } from './mail.ts';

export function engagementResumed(facts: EngagementFacts): Mail {
  return engagementNews(facts, {
    verb: '兼职恢复',
    heading: '兼职恢复',
    blocks: [{ is: 'paragraph', text: '该兼职已恢复，按备案内容执行。' }],
    english: 'The post is in force again.',
  });
}
