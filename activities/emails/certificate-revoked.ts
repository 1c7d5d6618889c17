import type { CertificateFacts } from './certificate.ts';
import { certificateRows } from './certificate.ts';
import { layout } from './layout.tsx';
import type { Mail, MailCase, Opinion } from './mail.ts';
import { subjectLine } from './mail.ts';

/** 撤销: the certificate no longer holds, and why. */
export function certificateRevoked(facts: CertificateFacts & { case: MailCase; opinion?: Opinion }): Mail {
  const { case: file, opinion } = facts;
  return layout({
    office: facts.office,
    subject: subjectLine('证书已撤销', file.title, file.number),
    over: file.number,
    heading: `证书已撤销：${facts.number}`,
    under: `${facts.unit} · ${facts.holder}`,
    blocks: [
      { is: 'paragraph', text: '该“双师型”教师证书已被撤销，自即日起无效，公开查验页面同步显示。' },
      ...(opinion ? [{ is: 'opinion' as const, opinion }] : []),
      { is: 'facts', rows: certificateRows(facts) },
      { is: 'paragraph', text: '对撤销决定不服的，可以依法申请行政复议或者提起行政诉讼。' },
      { is: 'link', label: '查看办理过程', href: file.link },
    ],
    english: 'The certificate was revoked and is no longer valid.',
    because: '您是本证书的持证人或所在单位的相关人员，因此收到此邮件。',
  });
}
