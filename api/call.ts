/** What a route's handler gets, and what it answers: typed by its contract. */
import type { Request, Response } from 'express';
import type { Contract, RouteName } from './contract/index.ts';
import type { Route, RouteBody, RouteParams, RouteQuery, RouteResponse } from './contract/route.ts';
import type { Asker } from './asker.ts';
import type { Language } from './problems.ts';

export interface Call<R extends Route = Route> {
  params: RouteParams<R>;
  query: RouteQuery<R>;
  body: RouteBody<R>;
  /** Signed in, except where the route is public or behind a mailed link. */
  asker: R['access'] extends 'public' | 'link' ? Asker | null : Asker;
  language: Language;
  /** Came with a bearer token instead of a session cookie: a program. */
  via: 'page' | 'api';
  correlationId: string;
  ip: string;
  /** The `Idempotency-Key`, and the case id reserved under it. */
  idempotency: { key: string; caseId: string } | null;
  request: Request;
  response: Response;
}

export type Handler<R extends Route> = (call: Call<R>) => Promise<RouteResponse<R>>;

/** One handler a route: leaving one out does not compile. */
export type Handlers<N extends RouteName = RouteName> = { [K in N]: Handler<Contract[K]> };
