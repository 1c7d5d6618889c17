import { type EngagementFacts, engagementNews } from './engagement.ts';
import type { Mail, Opinion } from './mail.ts';

/** 更正退回: what was accepted before stands. */
export function correctionReturned(facts: EngagementFacts & { period: string; opinion?: Opinion }): Mail {
  const { period, opinion } = facts;
  return engagementNews(facts, {
    verb: '更正申报退回',
    heading: '更正申报退回',
    blocks: [
      {
        is: 'paragraph',
        text: `您对 ${period}兼职收入的更正未通过学校财务核对，原申报仍然有效；确需更正的，请重新提交。`,
      },
      ...(opinion ? [{ is: 'opinion' as const, opinion }] : []),
    ],
    english: 'Your correction was sent back; what was declared before stands.',
  });
}
