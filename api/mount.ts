/** Puts a route of the contract on Express: who may call, validation, idempotency, answer. The same order for every route. */
import express from 'express';
import type { Express, Request, RequestHandler, Response } from 'express';
import { z } from 'zod';
import type { Prisma } from '../prisma/client.ts';
import type { Asker, Askers } from './asker.ts';
import { hasRole } from './asker.ts';
import type { Call } from './call.ts';
import type { Access, Route } from './contract/route.ts';
import { routePath } from './contract/route.ts';
import { once } from './idempotency.ts';
import { languageOf } from './language.ts';
import { Problem } from './problems.ts';
import type { Language } from './problems.ts';
import { refuseCrossSite } from './same-origin.ts';
import { unsafePlace } from './unsafe-json.ts';
import { validate } from './validate.ts';

interface Mounting {
  app: Express;
  askers: Askers;
  prisma: Prisma;
  publicUrl: string;
}

const parseJson = express.json({ limit: '1mb', type: 'application/json' });

export type AnyHandler = (call: Call) => Promise<unknown>;

/** `before`: limits of this route alone, run first. `open`: may be called while the first password is still to be changed. */
export function mount(
  { app, askers, prisma, publicUrl }: Mounting,
  route: Route,
  handler: AnyHandler,
  { before = [], open = false }: { before?: RequestHandler[]; open?: boolean } = {},
): void {
  app[route.method](routePath(route), ...before, async (request: Request, response: Response) => {
    response.locals.route = `${route.method.toUpperCase()} ${routePath(route)}`;
    refuseCrossSite(request, publicUrl);
    const language = languageOf(request);
    const asker = await admit(askers, route.access, request, response, open);
    const params = route.params && validate(route.params, safe(request.params, 'params'), language, 'params');
    const query = validate(route.query ?? emptyQuery, safe(request.query, 'query'), language, 'query');
    const body = await readBody(route, request, response, language);

    const call = {
      params,
      query,
      body,
      asker,
      request,
      response,
      language,
      via: request.headers.authorization ? 'api' : 'page',
      correlationId: String(response.locals.correlationId),
      ip: request.ip ?? '',
    } as unknown as Omit<Call, 'idempotency'>;
    const key = route.idempotent ? request.get('idempotency-key') : undefined;
    if (key === undefined) {
      const answer = await handler({ ...call, idempotency: null });
      if (!response.headersSent) send(response, route, route.status, answer);
      return;
    }
    const owner = asker?.id ?? `public ${request.path}`;
    const answer = await once({ prisma, owner, key, request: [route.method, request.path, body] }, async (caseId) => ({
      status: route.status,
      body: await handler({ ...call, idempotency: { key, caseId } }),
    }));
    send(response, route, answer.status, answer.body);
  });
}

const emptyQuery = z.strictObject({});

async function admit(
  askers: Askers,
  access: Access,
  request: Request,
  response: Response,
  open: boolean,
): Promise<Asker | null> {
  const anybody = access === 'public' || access === 'link';
  const quiet = anybody || request.get('x-background') === '1';
  const signedIn = await askers.signedIn(request.headers, { quiet });
  if (signedIn) for (const cookie of signedIn.cookies) response.append('Set-Cookie', cookie);
  const asker = signedIn?.asker ?? null;
  if (anybody) return asker;
  if (!asker) throw new Problem('SignInRequired');
  if (asker.mustChangePassword && !open) throw new Problem('PasswordChangeRequired');
  if (access !== 'signed-in' && !access.roles.some((role) => hasRole(asker, role))) throw new Problem('Forbidden');
  return asker;
}

async function readBody(route: Route, request: Request, response: Response, language: Language): Promise<unknown> {
  if (!route.body) return undefined;
  const empty =
    request.headers['content-length'] === '0' ||
    (!request.headers['content-length'] && !request.headers['transfer-encoding']);
  if (!empty && !request.is('application/json')) throw new Problem('UnsupportedType');
  await new Promise<void>((resolve, reject) => {
    parseJson(request, response, (error?: unknown) => (error ? reject(error) : resolve()));
  });
  return validate(route.body, safe(empty ? undefined : (request.body as unknown)), language);
}

/** Refuses keys and characters that no schema may let through. */
function safe(value: unknown, at = ''): unknown {
  const unsafe = unsafePlace(value, at);
  if (unsafe) throw new Problem('UnsafeField', { errors: [unsafe] });
  return value;
}

function send(response: Response, route: Route, status: number, answer: unknown): void {
  response.status(status);
  if (status === 204 || !route.response) response.end();
  else response.json(answer);
}
