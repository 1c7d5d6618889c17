/** Request log: method, route as written in the contract, status, time, correlation id. No address parameters, query, body, name or token. */
import { randomUUID } from 'node:crypto';
import type { RequestHandler } from 'express';
import type { Logger } from 'pino';
import type { Metrics } from './metrics.ts';

const CORRELATION_ID = /^[\w-]{8,64}$/;

/** Takes a caller's `X-Correlation-Id` when it is a plain id, and always answers with one. */
export const correlate: RequestHandler = (request, response, next) => {
  const given = request.get('x-correlation-id');
  const id = given !== undefined && CORRELATION_ID.test(given) ? given : randomUUID();
  response.locals.correlationId = id;
  response.set('X-Correlation-Id', id);
  next();
};

export const logRequests =
  (log: Logger, metrics: Metrics): RequestHandler =>
  (request, response, next) => {
    const startedAt = process.hrtime.bigint();
    response.once('close', () => {
      const ms = Number(process.hrtime.bigint() - startedAt) / 1e6;
      const route = String(response.locals.route ?? 'page or unknown');
      metrics.request.observe({ method: request.method, route, status: response.statusCode }, ms / 1000);
      const level = response.statusCode >= 500 ? 'error' : 'info';
      log[level]({
        method: request.method,
        route,
        status: response.statusCode,
        ms: Math.round(ms * 10) / 10,
        correlationId: response.locals.correlationId as string,
        ...(response.writableFinished ? {} : { aborted: true }),
      });
    });
    next();
  };
