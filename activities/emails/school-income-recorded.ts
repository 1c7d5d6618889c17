import { layout } from './layout.tsx';
import type { Mail, MailCase, Office } from './mail.ts';
import { subjectLine } from './mail.ts';

/** 学校收入 is in the ledger. */
export function schoolIncomeRecorded({
  office,
  case: file,
  year,
}: {
  office: Office;
  case: MailCase;
  year: string;
}): Mail {
  return layout({
    office,
    subject: subjectLine('已记入台账', file.title, file.number),
    over: file.number,
    heading: `已记入台账｜${file.title}`,
    under: file.unit,
    blocks: [
      {
        is: 'paragraph',
        text: `${year} 年度学校收入及使用已由区教委和区财政局审核，记入台账。需要更正的，请重新申报该年度。`,
      },
      { is: 'facts', rows: file.keyFacts },
      { is: 'link', label: '查看办理过程', href: file.link },
    ],
    english: `The school's income of ${year} is entered in the ledger.`,
    because: '您是本事项的申请人，因此收到此邮件。',
  });
}
