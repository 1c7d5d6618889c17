import type { FundingFacts } from './funding.ts';
import { fundingNews } from './funding.ts';
import type { Mail, Row } from './mail.ts';

/** 已立项: how much, and what each instalment waits for. */
export function awardGranted(facts: FundingFacts & { awarded: string; instalments: Row[] }): Mail {
  return fundingNews(facts, {
    verb: '已立项',
    heading: '已立项',
    blocks: [
      { is: 'paragraph', text: `公示期满，本专业已立项，支持资金 ${facts.awarded} 元，按下列各期拨付。` },
      { is: 'facts', rows: facts.instalments },
    ],
    english: `The program is awarded ${facts.awarded} yuan, paid in the instalments above.`,
  });
}
