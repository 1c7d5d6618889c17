/** What mails about a certificate know and show. */
import type { Office, Row } from './mail.ts';

export interface CertificateFacts {
  office: Office;
  number: string;
  holder: string;
  unit: string;
  /** E.g. 中职 · 中级. */
  grade: string;
  subject: string;
  /** E.g. 2026年11月24日. */
  issued: string;
  expires: string;
  /** Public check page, with the check code. */
  checkLink: string;
}

export const certificateRows = (facts: CertificateFacts): Row[] => [
  { label: '证书编号', value: facts.number },
  { label: '持证人', value: `${facts.holder}（${facts.unit}）` },
  { label: '级别', value: facts.grade },
  { label: '任教专业', value: facts.subject },
  { label: '发证日期', value: facts.issued },
  { label: '有效期至', value: facts.expires },
];
