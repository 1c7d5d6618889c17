/** How often one address may ask what costs or tempts: counted in this process, answered as a Problem. */
import { ipKeyGenerator, rateLimit } from 'express-rate-limit';
import type { Request, RequestHandler } from 'express';
import { hashOf } from './act-links.ts';
import type { RouteName } from './contract/index.ts';
import { Problem } from './problems.ts';

interface Limit {
  windowMs: number;
  limit: number;
  key?: (request: Request) => string;
}

const MINUTE = 60_000;
const ip = (request: Request): string => ipKeyGenerator(request.ip ?? '');
/** The token itself is kept nowhere, not even in memory. */
const ipAndToken = (request: Request): string =>
  `${ip(request)} ${hashOf(String(request.params.token ?? '')).slice(0, 16)}`;

const limits: Partial<Record<RouteName, Limit[]>> = {
  // A whole school signs in through one address at half past eight; the lock-out guards each account.
  signIn: [{ windowMs: MINUTE, limit: 120 }],
  changePassword: [{ windowMs: 10 * MINUTE, limit: 10 }],
  // By address besides, so that tokens cannot be guessed through.
  getAct: [
    { windowMs: MINUTE, limit: 30, key: ipAndToken },
    { windowMs: MINUTE, limit: 300 },
  ],
  createActNonce: [
    { windowMs: MINUTE, limit: 10, key: ipAndToken },
    { windowMs: MINUTE, limit: 60 },
  ],
  // A report has at most 20 files; a link that went astray fills no disk.
  uploadActFile: [
    { windowMs: 10 * MINUTE, limit: 40, key: ipAndToken },
    { windowMs: MINUTE, limit: 60 },
  ],
  decideAct: [
    { windowMs: MINUTE, limit: 10, key: ipAndToken },
    { windowMs: MINUTE, limit: 60 },
  ],
  listNotices: [{ windowMs: MINUTE, limit: 120 }],
  getNotice: [{ windowMs: MINUTE, limit: 120 }],
  fileObjection: [{ windowMs: 60 * MINUTE, limit: 10 }],
  checkCertificate: [{ windowMs: MINUTE, limit: 30 }],
  listPublicIndicators: [{ windowMs: MINUTE, limit: 60 }],
  getDeadline: [{ windowMs: MINUTE, limit: 300 }],
  // Ten pieces of evidence an application, and a whole school behind one address.
  uploadFile: [{ windowMs: MINUTE, limit: 200 }],
  readItemTable: [{ windowMs: MINUTE, limit: 30 }],
  previewRegister: [{ windowMs: MINUTE, limit: 30 }],
  // Drawn anew each time, on the thread that answers everybody.
  getApprovalForm: [{ windowMs: MINUTE, limit: 60 }],
  printIncomeStatement: [{ windowMs: MINUTE, limit: 60 }],
  exportEngagements: [{ windowMs: MINUTE, limit: 30 }],
};

export const limitsOf = (route: RouteName): RequestHandler[] => (limits[route] ?? []).map(limiter);

const limiter = ({ windowMs, limit, key = ip }: Limit): RequestHandler =>
  rateLimit({
    windowMs,
    limit,
    keyGenerator: key,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    handler: (_request, response) => {
      const seconds = Number(response.getHeader('Retry-After')) || Math.ceil(windowMs / 1000);
      throw new Problem('TooManyRequests', {
        retryAfter: seconds,
        againAt: new Date(Date.now() + seconds * 1000).toISOString(),
      });
    },
  });
