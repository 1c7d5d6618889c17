/** News of a funded program to its school: the letter they share. Amounts in yuan, e.g. 1,200,000.00. */
import { layout } from './layout.tsx';
import type { Block, Mail, MailCase, Office } from './mail.ts';
import { subjectLine } from './mail.ts';

export interface FundingFacts {
  office: Office;
  case: MailCase;
}

export function fundingNews(
  { office, case: file }: FundingFacts,
  words: { verb: string; heading: string; blocks: Block[]; english: string; because?: string },
): Mail {
  return layout({
    office,
    subject: subjectLine(words.verb, file.title, file.number),
    over: file.number,
    heading: `${words.heading}｜${file.title}`,
    under: file.unit,
    blocks: [
      ...words.blocks,
      { is: 'route', stations: file.route },
      { is: 'link', label: '查看办理过程', href: file.link },
    ],
    english: words.english,
    because: words.because ?? '您是本事项的申请人，因此收到此邮件。',
  });
}
