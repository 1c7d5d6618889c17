/** For the auditor: is the record whole, and who looked. */
import { z } from 'zod';
import { defineRoute } from './route.ts';
import { idParams, instant, pageOf, paging } from './shapes.ts';

export const checkChain = defineRoute({
  method: 'get',
  path: '/audit/cases/:id/chain',
  tag: 'audit',
  summary: '核验办理记录 Recompute the hash chain of a case’s timeline',
  access: { roles: ['auditor'] },
  params: idParams,
  status: 200,
  response: z.object({
    caseId: z.string(),
    number: z.string(),
    events: z.int(),
    whole: z.boolean(),
    /** First row that does not fit, and why. */
    broken: z.object({ sequence: z.int(), why: z.string() }).nullable(),
  }),
});

export const securityEvent = z.object({
  id: z.string(),
  at: instant,
  userId: z.string().nullable(),
  userName: z.string().nullable(),
  action: z.string(),
  target: z.string().nullable(),
  reason: z.string().nullable(),
  ip: z.string().nullable(),
});

export const listSecurityEvents = defineRoute({
  method: 'get',
  path: '/audit/security-events',
  tag: 'audit',
  summary: '安全日志 Sign-ins, unmaskings, refused accesses; newest first',
  access: { roles: ['auditor'] },
  query: z.strictObject({ action: z.string().max(60).optional(), userId: z.string().max(128).optional(), ...paging }),
  status: 200,
  response: pageOf(securityEvent),
});
