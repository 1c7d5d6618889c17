/** Letters about a certificate. */
import type { Prisma as PrismaTypes } from '../../../prisma/generated/client.ts';
import { dayOfDate, shanghaiDay } from '../../../processes/shanghai.ts';
import { certificateFileId } from '../../documents/certificate-file.ts';
import { checkLink, gradeName } from '../../documents/certificate-words.ts';
import type { CertificateFacts } from '../../emails/certificate.ts';
import { mailKinds } from '../../emails/mail-kinds.ts';
import { sayDate } from '../moments.ts';
import { caseFacts } from './case-facts.ts';
import { type Attachment, type Desk, type Letter, skip, type Task } from './letter.ts';
import { opinionOf } from './opinions.ts';

type Certificate = PrismaTypes.CertificateGetPayload<object>;

export async function issuedLetter(task: Task): Promise<Letter> {
  const { desk } = task;
  const certificate = await certificateOf(task);
  if (certificate?.state !== 'valid') return skip(`certificate ${certificate?.state ?? 'gone'}`);
  const file = await caseFacts(task);
  const mail = mailKinds['certificate-issued']({ ...(await certificateFacts(desk, certificate)), case: file.mail });
  return { kind: 'mail', mail, attachments: await pdf(desk, certificate) };
}

export async function expiringLetter(task: Task): Promise<Letter> {
  const { desk } = task;
  const certificate = await certificateOf(task);
  if (certificate?.state !== 'valid') return skip(`certificate ${certificate?.state ?? 'gone'}`);
  const daysLeft = dayOfDate(certificate.expiresOn) - shanghaiDay(desk.nowMs);
  if (daysLeft < 0) return skip('certificate expired');
  const { process } = await desk.prisma.case.findUniqueOrThrow({
    where: { id: certificate.caseId },
    select: { process: true },
  });
  const facts = await certificateFacts(desk, certificate);
  const renewLink = `${desk.office.publicUrl}/new/${process}`;
  return { kind: 'mail', mail: mailKinds['certificate-expiring']({ ...facts, daysLeft, renewLink }) };
}

export async function revokedLetter(task: Task): Promise<Letter> {
  const { desk, row } = task;
  const certificate = await certificateOf(task);
  if (!certificate) return skip('certificate gone');
  const file = await caseFacts(task);
  const said = await opinionOf(desk, { caseId: file.row.id, kinds: ['decided'], stage: row.stage, verdict: 'approve' });
  const facts = { ...(await certificateFacts(desk, certificate)), case: file.mail, ...(said && { opinion: said }) };
  return { kind: 'mail', mail: mailKinds['certificate-revoked'](facts) };
}

export async function revocationLetter(task: Task): Promise<Letter> {
  const { desk, recipient } = task;
  const certificate = await certificateOf(task);
  if (certificate?.state !== 'valid') return skip(`certificate ${certificate?.state ?? 'gone'}`);
  const file = await caseFacts(task);
  const said = await opinionOf(desk, { caseId: file.row.id, kinds: ['revocation-proposed'] });
  const forApplicant = recipient.id === file.row.applicantId;
  const facts = {
    ...(await certificateFacts(desk, certificate)),
    case: file.mail,
    forApplicant,
    ...(said && { opinion: said }),
  };
  return { kind: 'mail', mail: mailKinds['revocation-proposed'](facts) };
}

const certificateOf = ({ desk, row }: Task) =>
  desk.prisma.certificate.findUnique({ where: { caseId: row.caseId ?? '' } });

async function certificateFacts({ prisma, office }: Desk, certificate: Certificate): Promise<CertificateFacts> {
  const unit = await prisma.unit.findUnique({ where: { id: certificate.unitId }, select: { name: true } });
  return {
    office,
    number: certificate.number,
    holder: certificate.teacherName,
    unit: unit?.name ?? '',
    grade: gradeName(certificate),
    subject: certificate.subject,
    issued: sayDate(certificate.issuedOn),
    expires: sayDate(certificate.expiresOn),
    checkLink: checkLink(office.publicUrl, certificate),
  };
}

/** Throws when the document is not there yet: the mail then waits for it. */
async function pdf({ prisma, storage }: Desk, { number }: Certificate): Promise<Attachment[]> {
  const file = await prisma.file.findUniqueOrThrow({ where: { id: certificateFileId(number) } });
  return [{ filename: file.name, content: await storage.get(file.storageKey), contentType: file.mime }];
}
