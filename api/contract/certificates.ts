/** Certificates: public check, and what they add up to. */
import { z } from 'zod';
import { defineRoute } from './route.ts';
import { bilingual, day, unit } from './shapes.ts';

export const certificate = z.object({
  number: z.string(),
  caseId: z.string(),
  teacherName: z.string(),
  unit,
  track: z.string(),
  trackText: bilingual,
  level: z.string(),
  levelText: bilingual,
  subject: z.string(),
  state: z.enum(['valid', 'expired', 'revoked']),
  issuedOn: day,
  expiresOn: day,
  revokedOn: day.nullable(),
  /** Public check page (the QR code's target). */
  checkUrl: z.string(),
});
export type Certificate = z.infer<typeof certificate>;

export const checkCertificate = defineRoute({
  method: 'get',
  path: '/certificates/:number',
  tag: 'certificates',
  summary: '证书查验 Check a certificate by its number and the code of its QR link',
  access: 'public',
  params: z.strictObject({ number: z.string().min(1).max(60) }),
  query: z.strictObject({ check: z.string().min(1).max(100) }),
  status: 200,
  response: certificate
    .omit({ caseId: true, checkUrl: true })
    .extend({ /** Part of the name is masked. */ teacherName: z.string() }),
});

export const schoolRatio = z.object({
  unit,
  year: z.int(),
  fullTime: z.int(),
  certified: z.int(),
  /** Basis points: 6000 = 60.00 %. Null without a head count. */
  ratioBp: z.int().nullable(),
});

export const getRatio = defineRoute({
  method: 'get',
  path: '/dual-qualified-ratio',
  tag: 'certificates',
  summary: '双师型教师占比 Share of full-time teachers with a valid certificate, by school',
  description: 'Target ≥ 60 % (二(二)).',
  access: 'signed-in',
  status: 200,
  response: z.object({
    targetBp: z.int(),
    clause: z.string(),
    schools: z.array(schoolRatio),
    all: schoolRatio.omit({ unit: true }),
  }),
});
export type Ratio = z.infer<(typeof getRatio)['response']>;
