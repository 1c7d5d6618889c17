/** A case has ended: the letter its five endings share. */
import { layout } from './layout.tsx';
import type { Block, Mail, MailCase, Office, Opinion } from './mail.ts';
import { subjectLine } from './mail.ts';

export interface EndedFacts {
  office: Office;
  case: MailCase;
  /** The reader applied for it; else took part in it. */
  forApplicant: boolean;
  /** The reason given, where one was. */
  opinion?: Opinion;
}

export function ended(
  { office, case: file, forApplicant, opinion }: EndedFacts,
  words: { verb: string; heading: string; blocks: Block[]; after?: Block[]; english: string },
): Mail {
  return layout({
    office,
    subject: subjectLine(words.verb, file.title, file.number),
    over: file.number,
    heading: `${words.heading}｜${file.title}`,
    under: file.unit,
    blocks: [
      ...words.blocks,
      ...(opinion ? [{ is: 'opinion' as const, opinion }] : []),
      { is: 'route', stations: file.route },
      ...(words.after ?? []),
      { is: 'link', label: '查看办理过程', href: file.link },
    ],
    english: words.english,
    because: forApplicant ? '您是本事项的申请人，因此收到此邮件。' : '您参与了本事项的办理，因此收到此邮件。',
  });
}
