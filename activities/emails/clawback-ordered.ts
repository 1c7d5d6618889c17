import type { FundingFacts } from './funding.ts';
import { fundingNews } from './funding.ts';
import type { Mail, Opinion } from './mail.ts';

/** 收回资金: how much has to be returned, and why. */
export function clawbackOrdered(facts: FundingFacts & { amount: string; opinion?: Opinion }): Mail {
  const { amount, opinion } = facts;
  return fundingNews(facts, {
    verb: '收回资金',
    heading: `须退回 ${amount} 元`,
    blocks: [
      { is: 'paragraph', text: `经审定，收回已拨付资金 ${amount} 元，请按原渠道退回，到账后本事项办结。` },
      ...(opinion ? [{ is: 'opinion' as const, opinion }] : []),
      { is: 'paragraph', text: '对收回决定不服的，可以依法申请行政复议或者提起行政诉讼。' },
    ],
    english: `${amount} yuan of what was paid have to be returned.`,
  });
}
