/** One definition a route: validation, OpenAPI and the web's types all come from it (design.md §6). */
import type { z } from 'zod';
import type { Role } from '../../processes/case.ts';

/**
 * Who may call: anybody, whoever holds a mailed link, whoever is signed in, or holders of a role in any unit.
 * What they may then see or do is checked a second time, by unit and role, in the route.
 */
export type Access = 'public' | 'link' | 'signed-in' | { roles: readonly [Role, ...Role[]] };

type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';

export interface Route {
  method: Method;
  /** Path below `base`, parameters as `:name`. */
  path: `/${string}`;
  /** `/api/v1` when absent. */
  base?: '/api/v1' | '/api/auth';
  tag: string;
  summary: string;
  description?: string;
  access: Access;
  params?: z.ZodObject;
  query?: z.ZodObject;
  body?: z.ZodType;
  /** `multipart`: one part named `file`. */
  bodyKind?: 'json' | 'multipart';
  status: 200 | 201 | 204;
  /** Absent: 204, or a file or stream described by `produces`. */
  response?: z.ZodType;
  produces?: string;
  /** Takes an `Idempotency-Key` header: the same key and body give the same answer. */
  idempotent?: boolean;
  /** Codes of the problem documents to expect besides the common ones. */
  problems?: readonly string[];
}

/** Keeps the literal types of a definition; a route without `access` does not compile. */
export const defineRoute = <const R extends Route>(route: R): R => route;

export const routePath = (route: Route): string => `${route.base ?? '/api/v1'}${route.path}`;

type Input<S> = S extends z.ZodType ? z.input<S> : never;
type Output<S> = S extends z.ZodType ? z.output<S> : never;

export type RouteParams<R extends Route> = Output<R['params']>;
export type RouteQuery<R extends Route> = Output<R['query']>;
export type RouteBody<R extends Route> = Output<R['body']>;
export type RouteResponse<R extends Route> = R extends { response: z.ZodType } ? Output<R['response']> : void;

type Part<Name extends string, S> = S extends z.ZodType
  ? object extends Input<S>
    ? { [K in Name]?: Input<S> }
    : undefined extends Input<S>
      ? { [K in Name]?: Input<S> }
      : { [K in Name]: Input<S> }
  : object;

/** What a caller gives: only the parts the route has. */
export type RouteRequest<R extends Route> = Part<'params', R['params']> &
  Part<'query', R['query']> &
  (R extends { bodyKind: 'multipart' } ? { file: File } : Part<'body', R['body']>);
