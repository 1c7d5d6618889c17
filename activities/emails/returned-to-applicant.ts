import { layout } from './layout.tsx';
import type { Mail, MailCase, Office, Opinion } from './mail.ts';
import { subjectLine } from './mail.ts';

export interface ReturnedFacts {
  office: Office;
  case: MailCase;
  /** The stage that returned it. */
  stage: string;
  opinion?: Opinion;
  /** E.g. 12月8日 24:00 前. */
  due?: string;
  /** A period that lapses ends the case. */
  lapses: boolean;
  /** The office's clock stands still meanwhile. */
  stopsClock: boolean;
  /** Form of the case, ready to be corrected. */
  correctLink: string;
}

/** 退回: what is missing, until when, where to correct it. */
export function returnedToApplicant(facts: ReturnedFacts): Mail {
  const { case: file, due, opinion } = facts;
  const consequences = [
    due && facts.lapses && '逾期未补正的，本次申请将按逾期未补正结束。',
    facts.stopsClock && '补正期间不计入办理时限。',
  ].filter(Boolean);
  return layout({
    office: facts.office,
    subject: subjectLine('请补正', file.title, file.number),
    over: file.number,
    heading: `请补正｜${file.title}`,
    under: [`${facts.stage}退回`, due && `请于 ${due}重新提交`].filter(Boolean).join(' · '),
    blocks: [
      opinion
        ? { is: 'opinion', opinion }
        : { is: 'paragraph', text: `您的申请在“${facts.stage}”环节被退回，请核对材料后重新提交。` },
      ...(consequences.length > 0 ? [{ is: 'paragraph' as const, text: consequences.join('') }] : []),
      { is: 'route', stations: file.route },
      {
        is: 'buttons',
        lead: '已填写的内容都已保留',
        buttons: [{ label: '补正并重新提交', href: facts.correctLink, tone: 'primary' }],
      },
      { is: 'link', label: '查看办理过程', href: file.link },
    ],
    english: `Your application was returned for correction${due ? '; please resubmit before the date above' : ''}. What you filled in is kept.`,
    because: '您是本事项的申请人，因此收到此邮件。',
  });
}
