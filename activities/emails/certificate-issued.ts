import type { CertificateFacts } from './certificate.ts';
import { certificateRows } from './certificate.ts';
import { layout } from './layout.tsx';
import type { Mail, MailCase } from './mail.ts';
import { subjectLine } from './mail.ts';

/** 发证: the certificate as a PDF, and where anybody can check it. */
export function certificateIssued(facts: CertificateFacts & { case: MailCase }): Mail {
  const { case: file } = facts;
  return layout({
    office: facts.office,
    subject: subjectLine('已发证', file.title, file.number),
    over: file.number,
    heading: `证书已颁发｜${file.title}`,
    under: `${facts.unit} · ${facts.holder}`,
    blocks: [
      {
        is: 'paragraph',
        text: '恭喜您通过“双师型”教师认定。电子证书见附件，扫描证书上的二维码或打开下面的链接可以查验真伪。',
      },
      { is: 'facts', rows: certificateRows(facts) },
      {
        is: 'buttons',
        lead: '任何人都可以查验',
        buttons: [{ label: '查验证书', href: facts.checkLink, tone: 'primary' }],
      },
      { is: 'route', stations: file.route },
      { is: 'link', label: '查看办理过程', href: file.link },
      { is: 'note', text: '证书到期前会再次提醒您申请复核。' },
    ],
    english: 'Your dual-qualified teacher certificate is attached; anybody can check it at the link above.',
    because: '您是本证书的持证人，因此收到此邮件。',
  });
}
