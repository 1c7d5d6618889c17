import type { CertificateFacts } from './certificate.ts';
import { certificateRows } from './certificate.ts';
import { layout } from './layout.tsx';
import type { Mail } from './mail.ts';
import { subjectLine } from './mail.ts';

/** 复核提醒: 90 and 30 days before a certificate ends. */
export function certificateExpiring(facts: CertificateFacts & { daysLeft: number; renewLink: string }): Mail {
  return layout({
    office: facts.office,
    subject: subjectLine(`证书还有 ${facts.daysLeft} 天到期`, '', facts.number),
    over: facts.number,
    heading: `您的“双师型”教师证书还有 ${facts.daysLeft} 天到期`,
    under: `有效期至 ${facts.expires}`,
    blocks: [
      { is: 'paragraph', text: '请在到期前申请复核。到期未复核的，证书自动失效，不再计入学校“双师型”教师比例。' },
      { is: 'facts', rows: certificateRows(facts) },
      { is: 'buttons', lead: '复核', buttons: [{ label: '申请复核', href: facts.renewLink, tone: 'primary' }] },
      { is: 'link', label: '查验证书', href: facts.checkLink },
    ],
    english: `Your certificate expires in ${facts.daysLeft} days. Please apply for renewal before then.`,
    because: '您是本证书的持证人，因此收到此邮件。',
  });
}
