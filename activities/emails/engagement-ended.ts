import { type EngagementFacts, engagementNews } from './engagement.ts';
import type { Mail, Opinion } from './mail.ts';

/** 已到期, 已终止: the last declaration is still to come. `until`: its last day. */
export function engagementEnded(facts: EngagementFacts & { early: boolean; until: string; opinion?: Opinion }): Mail {
  const { early, until, forTeacher, opinion } = facts;
  const last = forTeacher ? '最后一期兼职收入请按期申报，没有收入也要零申报。' : '最后一期兼职收入仍须按期申报。';
  return engagementNews(facts, {
    verb: early ? '兼职已终止' : '兼职已到期',
    heading: early ? '兼职已终止' : '兼职已到期',
    blocks: [
      { is: 'paragraph', text: `该兼职${early ? '提前终止' : '已到期'}，最后一日为 ${until}。${last}` },
      ...(opinion ? [{ is: 'opinion' as const, opinion }] : []),
    ],
    english: 'The post has ended. The income of its last period is still to be declared.',
  });
}
