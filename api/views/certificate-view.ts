import type { z } from 'zod';
import type { Bilingual } from '../../processes/case.ts';
import { shanghaiDate } from '../../processes/working-days.ts';
import { levelNames, trackNames } from '../../processes/teacher-certification/words.ts';
import type { certificate } from '../contract/certificates.ts';
import type { UnitRef } from '../contract/shapes.ts';
import { unitRef } from '../directory.ts';

interface CertificateRow {
  number: string;
  caseId: string;
  checkCode: string;
  teacherName: string;
  unitId: string;
  track: string;
  level: string;
  subject: string;
  state: string;
  issuedOn: string;
  expiresOn: string;
  revokedAt: Date | null;
}

export function certificateView(
  row: CertificateRow,
  units: ReadonlyMap<string, UnitRef>,
  publicUrl: string,
): z.input<typeof certificate> {
  const {
    number,
    caseId,
    checkCode,
    teacherName,
    unitId,
    track,
    level,
    subject,
    state,
    issuedOn,
    expiresOn,
    revokedAt,
  } = row;
  return {
    number,
    caseId,
    teacherName,
    track,
    level,
    subject,
    issuedOn,
    expiresOn,
    unit: unitRef(units, unitId),
    trackText: wordOf(trackNames, track),
    levelText: wordOf(levelNames, level),
    state: state as 'valid' | 'expired' | 'revoked',
    revokedOn: revokedAt && shanghaiDate(revokedAt.getTime()),
    checkUrl: `${publicUrl}/certificates/${encodeURIComponent(number)}?check=${encodeURIComponent(checkCode)}`,
  };
}

const wordOf = (words: Record<string, Bilingual>, slug: string): Bilingual => words[slug] ?? { zh: slug, en: slug };
