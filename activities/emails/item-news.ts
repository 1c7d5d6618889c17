/** News of an action item to those who work on it: the letter they share. */
import { layout } from './layout.tsx';
import type { Block, Mail, MailCase, Office } from './mail.ts';
import { subjectLine } from './mail.ts';

export interface ItemFacts {
  office: Office;
  case: MailCase;
}

export function itemNews(
  { office, case: file }: ItemFacts,
  words: { verb: string; blocks: Block[]; english: string; because: string },
): Mail {
  return layout({
    office,
    subject: subjectLine(words.verb, file.title, file.number),
    over: file.number,
    heading: `${words.verb}｜${file.title}`,
    blocks: [
      ...words.blocks,
      { is: 'facts', rows: file.keyFacts },
      { is: 'route', stations: file.route },
      { is: 'link', label: '查看任务', href: file.link },
    ],
    english: words.english,
    because: words.because,
  });
}
