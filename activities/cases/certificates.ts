/** Certificates: issued, expired, revoked, always together with the case they stand on. */
import { randomBytes } from 'node:crypto';
import type { CaseRules } from '../../processes/case.ts';
import { shanghaiDate } from '../../processes/working-days.ts';
import { next } from './case-row.ts';
import { definitionOf, type Writing } from './writing.ts';

/** Valid for whole years from its day of issue: the last day is the day before the same date of the year it ends in. */
export async function issueCertificate(writing: Writing, validYears: number): Promise<void> {
  const { tx, request, at, result } = writing;
  const { form, rules } = await tx.case.findUniqueOrThrow({
    where: { id: request.caseId },
    select: { form: true, rules: true },
  });
  const certificate = definitionOf(request.process).certificate?.(form);
  if (!certificate) throw new TypeError(`${request.process} issues no certificates`);
  const issuedOn = shanghaiDate(at.getTime());
  const endMs = startOfSameDate(issuedOn, validYears);
  const year = issuedOn.slice(0, 4);
  const series = await next(tx, `certificate:${request.process}:${year}`);
  const { holderName, ...rest } = certificate;
  await tx.certificate.create({
    data: {
      ...rest,
      number: `${prefixIn(rules as unknown as CaseRules)}${year}${String(series).padStart(5, '0')}`,
      caseId: request.caseId,
      checkCode: randomBytes(9).toString('base64url'),
      teacherId: request.applicantId,
      teacherName: holderName,
      unitId: request.unitId,
      issuedOn,
      expiresOn: shanghaiDate(endMs - 1),
      expiresAt: new Date(endMs),
    },
    select: { number: true },
  });
  result.dueAtMs.certificate = endMs;
}

export async function setCertificate({ tx, request, at }: Writing, state: 'expired' | 'revoked'): Promise<void> {
  await tx.certificate.update({
    where: { caseId: request.caseId },
    data: { state, ...(state === 'revoked' && { revokedAt: at }) },
    select: { number: true },
  });
}

/** What every number began with before the policy said it: cases of that time carry none. */
const BEFORE_POLICY = 'DZSS';

function prefixIn({ stages }: CaseRules): string {
  const stage = stages.find(({ kind }) => kind === 'certificate');
  return (stage?.kind === 'certificate' && stage.numberPrefix) || BEFORE_POLICY;
}

/** 00:00 in Shanghai of the same date `years` later; 29 February becomes 1 March. */
function startOfSameDate(date: string, years: number): number {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  return Date.UTC(year + years, month - 1, day) - 8 * 3_600_000;
}
