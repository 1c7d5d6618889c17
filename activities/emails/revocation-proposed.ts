import type { CertificateFacts } from './certificate.ts';
import { certificateRows } from './certificate.ts';
import { layout } from './layout.tsx';
import type { Mail, MailCase, Opinion } from './mail.ts';
import { subjectLine } from './mail.ts';

/** 拟撤销: the holder hears of it before it is decided and may state their case. */
export function revocationProposed(
  facts: CertificateFacts & { case: MailCase; opinion?: Opinion; forApplicant: boolean },
): Mail {
  const { case: file, opinion, forApplicant } = facts;
  return layout({
    office: facts.office,
    subject: subjectLine('拟撤销证书', file.title, file.number),
    over: file.number,
    heading: `拟撤销证书：${facts.number}`,
    under: `${facts.unit} · ${facts.holder}`,
    blocks: [
      {
        is: 'paragraph',
        text: forApplicant
          ? '办理机关拟撤销您的“双师型”教师证书，尚未作出决定。您有权陈述和申辩，可在事项页面留言并补充材料。'
          : '有人提出撤销该“双师型”教师证书，等待决定。',
      },
      ...(opinion ? [{ is: 'opinion' as const, opinion }] : []),
      { is: 'facts', rows: certificateRows(facts) },
      { is: 'link', label: forApplicant ? '陈述、申辩' : '查看事项', href: file.link },
    ],
    english: 'Revocation of the certificate was proposed; nothing is decided yet and the holder may state their case.',
    because: forApplicant ? '您是本证书的持证人，因此收到此邮件。' : '您参与了本事项的办理，因此收到此邮件。',
  });
}
