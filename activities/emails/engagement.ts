/** News of a part-time post: the letter they share. `forTeacher`: the reader holds it; else answers for it at the school. */
import { layout } from './layout.tsx';
import type { Block, Mail, MailCase, Office } from './mail.ts';
import { subjectLine } from './mail.ts';

export interface EngagementFacts {
  office: Office;
  case: MailCase;
  forTeacher: boolean;
}

export function engagementNews(
  { office, case: file, forTeacher }: EngagementFacts,
  words: { verb: string; heading: string; blocks: Block[]; english: string },
): Mail {
  return layout({
    office,
    subject: subjectLine(words.verb, file.title, file.number),
    over: file.number,
    heading: `${words.heading}｜${file.title}`,
    under: `${file.unit} · ${file.applicant}`,
    blocks: [
      ...words.blocks,
      { is: 'facts', rows: file.keyFacts },
      { is: 'link', label: '查看办理过程', href: file.link },
    ],
    english: words.english,
    because: forTeacher ? '您是该兼职的备案教师，因此收到此邮件。' : '您负责该校教师兼职的管理，因此收到此邮件。',
  });
}
