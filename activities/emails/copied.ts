import { layout } from './layout.tsx';
import type { Mail, MailCase, Office } from './mail.ts';
import { subjectLine } from './mail.ts';

/** 抄送: somebody wants the reader to know of a case; nothing is asked. */
export function copied({ office, case: file, by }: { office: Office; case: MailCase; by: string }): Mail {
  return layout({
    office,
    subject: subjectLine('抄送', file.title, file.number),
    over: file.number,
    heading: `抄送给您｜${file.title}`,
    under: file.unit,
    blocks: [
      { is: 'paragraph', text: `${by}将本事项抄送给您，供您知悉，无需办理。` },
      { is: 'route', stations: file.route },
      { is: 'facts', rows: file.keyFacts },
      { is: 'link', label: '查看事项', href: file.link },
    ],
    english: 'This case was copied to you for information; nothing is asked of you.',
    because: `${by}将本事项抄送给您，因此收到此邮件。`,
  });
}
