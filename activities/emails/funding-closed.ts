import type { FundingFacts } from './funding.ts';
import { fundingNews } from './funding.ts';
import type { Mail, Row } from './mail.ts';

/** 已办结: what was awarded, paid and returned in all. */
export function fundingClosed(facts: FundingFacts & { sums: Row[] }): Mail {
  return fundingNews(facts, {
    verb: '已办结',
    heading: '已办结',
    blocks: [
      { is: 'paragraph', text: '绩效评价结束，本专业的资金支持已办结。' },
      { is: 'facts', rows: facts.sums },
    ],
    english: 'The funding of this program is completed and closed.',
  });
}
