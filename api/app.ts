/** The API as an Express application, made of what it depends on. */
import type { Client } from '@temporalio/client';
import express from 'express';
import type { ErrorRequestHandler, Express, RequestHandler } from 'express';
import type { Logger } from 'pino';
import type { Prisma } from '../prisma/client.ts';
import type { Policy } from '../processes/policy.ts';
import type { Storage } from '../storage.ts';
import { createAccounts } from './accounts/accounts.ts';
import { createAskers } from './asker.ts';
import type { Handlers } from './call.ts';
import { createCaseDoor } from './case-door.ts';
import { createCaseMessages } from './case-messages.ts';
import { contract } from './contract/index.ts';
import type { RouteName } from './contract/index.ts';
import { routePath } from './contract/route.ts';
import { createDirectory } from './directory.ts';
import { mountDocs } from './docs-page.ts';
import { problemOf } from './faults.ts';
import { faultFacts } from './fault-facts.ts';
import { nonces, strictHeaders } from './headers.ts';
import { languageOf } from './language.ts';
import { limitsOf } from './limits.ts';
import { createLiveHub } from './live-hub.ts';
import { correlate, logRequests } from './log.ts';
import { createMetrics } from './metrics.ts';
import { mount } from './mount.ts';
import type { Needs } from './needs.ts';
import { createOfficeClock } from './office-clock.ts';
import { officesOf } from './offices.ts';
import { openApi } from './openapi.ts';
import { mountOperations } from './operations.ts';
import { Problem, problemDocument } from './problems.ts';
import { actLinkRoutes } from './routes/act-links.ts';
import { actRoutes } from './routes/acts.ts';
import { approvalFormRoutes } from './routes/approval-form.ts';
import { assignmentRoutes } from './routes/assignments.ts';
import { auditRoutes } from './routes/audit.ts';
import { calendarRoutes } from './routes/calendar.ts';
import { actionItemRoutes } from './routes/action-items.ts';
import { caseRoutes } from './routes/cases.ts';
import { certificateRoutes } from './routes/certificates.ts';
import { draftRoutes } from './routes/drafts.ts';
import { engagementRoutes } from './routes/engagements.ts';
import { fileRoutes } from './routes/files.ts';
import { fundRoutes } from './routes/fund.ts';
import { incomeRoutes } from './routes/income.ts';
import { indicatorRoutes } from './routes/indicators.ts';
import { leaverRoutes } from './routes/leavers.ts';
import { liveRoutes } from './routes/live.ts';
import { meRoutes } from './routes/me.ts';
import { meetingRoutes } from './routes/meetings.ts';
import { noticeRoutes } from './routes/notices.ts';
import { peopleRoutes } from './routes/people.ts';
import { processRoutes } from './routes/processes.ts';
import { registerRoutes } from './routes/registers.ts';
import { signInRoutes } from './routes/sign-in.ts';
import { createSecurityLog } from './security-log.ts';
import { mountWebPage } from './web-page.ts';

export interface AppOptions {
  prisma: Prisma;
  /** For the one connection that listens for changes. */
  databaseUrl: string;
  temporal: Client;
  policy: Policy;
  storage: Storage;
  log: Logger;
  /** Root of all links, without a slash at the end. */
  publicUrl: string;
  /** Signs session cookies; the same in every API process. */
  authSecret: string;
  /** Proxies in front, whose word on the caller's address counts. */
  trustProxy: number;
  /** web/dist */
  webFolder: string;
  version: string;
}

export interface App {
  express: Express;
  /** Ends live connections, so that the server can drain. */
  stop(): Promise<void>;
}

/** Routes that work while the first password is still to be changed. */
const OPEN_BEFORE_PASSWORD: readonly RouteName[] = ['getMe', 'signOut', 'changePassword'];

export function createApp(options: AppOptions): App {
  const { prisma, temporal, policy, publicUrl, log, authSecret, databaseUrl } = options;
  const accounts = createAccounts({ prisma, secret: authSecret, publicUrl });
  const askers = createAskers({ accounts, prisma, secret: authSecret });
  const offices = officesOf(policy);
  const security = createSecurityLog(prisma);
  const metrics = createMetrics();
  const live = createLiveHub({ databaseUrl, prisma, offices, metrics, log });
  const needs: Needs & { askers: typeof askers } = {
    prisma,
    temporal,
    policy,
    storage: options.storage,
    accounts,
    offices,
    security,
    live,
    log,
    publicUrl,
    askers,
    directory: createDirectory({ prisma }),
    clock: createOfficeClock({ prisma, policy }),
    door: createCaseDoor({ prisma, offices, security }),
    messages: createCaseMessages({ temporal, prisma }),
  };

  const app = express();
  app.disable('x-powered-by').set('trust proxy', options.trustProxy).set('etag', false);
  app.use(correlate, logRequests(log, metrics), nonces, strictHeaders(publicUrl.startsWith('https:')));
  mountOperations(app, { prisma, temporal, metrics });
  mountDocs(app, openApi(options.version));
  app.use('/api', noStore);

  const handlers: Handlers = {
    ...signInRoutes(needs),
    ...meRoutes(needs),
    ...processRoutes(needs),
    ...draftRoutes(needs),
    ...fileRoutes(needs),
    ...caseRoutes(needs),
    ...approvalFormRoutes(needs),
    ...actRoutes(needs),
    ...assignmentRoutes(needs),
    ...actLinkRoutes(needs),
    ...noticeRoutes(needs),
    ...certificateRoutes(needs),
    ...actionItemRoutes(needs),
    ...fundRoutes(needs),
    ...engagementRoutes(needs),
    ...incomeRoutes(needs),
    ...indicatorRoutes(needs),
    ...registerRoutes(needs),
    ...meetingRoutes(needs),
    ...calendarRoutes(needs),
    ...peopleRoutes(needs),
    ...auditRoutes(needs),
    ...leaverRoutes(needs),
    ...liveRoutes(needs),
  };
  const names = Object.keys(contract) as RouteName[];
  for (const name of names) {
    const open = OPEN_BEFORE_PASSWORD.includes(name);
    mount({ app, askers, prisma, publicUrl }, contract[name], handlers[name], {
      before: limitsOf(name),
      open,
    });
  }
  for (const path of new Set(names.map((name) => routePath(contract[name])))) app.all(path, wrongMethod);

  mountWebPage(app, options.webFolder);
  app.use(nothingHere, answerProblem(log));
  return { express: app, stop: () => live.stop() };
}

const noStore: RequestHandler = (_request, response, next) => {
  response.set('Cache-Control', 'no-store');
  next();
};

const wrongMethod: RequestHandler = (request) => {
  throw new Problem(request.method === 'OPTIONS' ? 'CrossSite' : 'MethodNotAllowed');
};

const nothingHere: RequestHandler = () => {
  throw new Problem('NotFound');
};

/** The last word on every request that was not answered. */
const answerProblem =
  (log: Logger): ErrorRequestHandler =>
  (error: unknown, request, response, next) => {
    const problem = problemOf(error);
    const correlationId = String(response.locals.correlationId);
    if (problem.status >= 500)
      log.error({ fault: faultFacts(problem.cause ?? problem), correlationId, code: problem.code }, 'request failed');
    // Half an answer is out (a download, a live line): only the connection can say that it failed.
    if (response.headersSent) return next(error);
    if (problem.facts.retryAfter !== undefined) response.set('Retry-After', String(problem.facts.retryAfter));
    response.status(problem.status).type('application/problem+json');
    response.send(JSON.stringify(problemDocument(problem, languageOf(request), correlationId)));
  };
