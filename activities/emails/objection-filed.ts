import { layout } from './layout.tsx';
import type { Mail, MailCase, Office } from './mail.ts';
import { subjectLine } from './mail.ts';

export interface ObjectionFacts {
  office: Office;
  case: MailCase;
  forApplicant: boolean;
}

/** 异议: the notice stands still until the objection is investigated. Who objects, and with what words, is not for the mail. */
export function objectionFiled({ office, case: file, forApplicant }: ObjectionFacts): Mail {
  return layout({
    office,
    subject: subjectLine('公示收到异议', file.title, file.number),
    over: file.number,
    heading: `公示收到异议｜${file.title}`,
    under: file.unit,
    blocks: [
      {
        is: 'paragraph',
        text: forApplicant
          ? '您的申请在公示期间收到异议，正在核查。核查期间公示时限暂停计算，需要您说明情况时，办理人会与您联系。'
          : '本事项在公示期间收到异议，公示时限暂停计算，待核查后恢复或结束。',
      },
      { is: 'route', stations: file.route },
      { is: 'link', label: '查看办理过程', href: file.link },
    ],
    english: 'An objection was filed during the public notice; the clock stands still while it is investigated.',
    because: forApplicant ? '您是本事项的申请人，因此收到此邮件。' : '您负责核查公示期间的异议，因此收到此邮件。',
  });
}
