/** A typed fetch made from the contract: `await api.getCase({ params: { id } })`. For the web page, scripts and tests. */
import { contract } from './index.ts';
import type { Contract, RouteName } from './index.ts';
import type { Problem } from './problem.ts';
import { routePath } from './route.ts';
import type { Route, RouteRequest, RouteResponse } from './route.ts';

/** Thrown for every answer that is not a success; `problem.code` says what to do. Network faults have code `Unreachable`. */
export class ProblemError extends Error {
  override name = 'ProblemError';
  readonly problem: Problem;
  /** Seconds to wait, from `Retry-After`. */
  readonly retryAfter: number | null;
  constructor(problem: Problem, retryAfter: number | null = null) {
    super(problem.detail);
    this.problem = problem;
    this.retryAfter = retryAfter;
  }
}

interface CallOptions {
  idempotencyKey?: string;
  /** The page reads again by itself (a live update, a timer): the idle time of the session runs on. */
  background?: boolean;
  signal?: AbortSignal;
}

export type Client = {
  [N in RouteName]: object extends RouteRequest<Contract[N]>
    ? (request?: RouteRequest<Contract[N]>, options?: CallOptions) => Promise<RouteResponse<Contract[N]>>
    : (request: RouteRequest<Contract[N]>, options?: CallOptions) => Promise<RouteResponse<Contract[N]>>;
};

interface ClientOptions {
  /** '' in the browser. */
  baseUrl?: string;
  fetch?: typeof fetch;
  /** Asked on every call, e.g. for `Accept-Language` or a bearer token. */
  headers?: () => Record<string, string>;
}

interface AnyRequest {
  params?: Record<string, unknown>;
  query?: Record<string, unknown>;
  body?: unknown;
  file?: File;
}

export function createClient({ baseUrl = '', fetch: doFetch, headers }: ClientOptions = {}): Client {
  const call = async (route: Route, request: AnyRequest = {}, options: CallOptions = {}): Promise<unknown> => {
    const json = request.body !== undefined || (route.method === 'post' && route.bodyKind !== 'multipart');
    const response = await (doFetch ?? fetch)(baseUrl + routeUrl(route, request), {
      method: route.method.toUpperCase(),
      headers: {
        Accept: 'application/json, application/problem+json',
        ...(json ? { 'Content-Type': 'application/json' } : {}),
        ...(options.background ? { 'X-Background': '1' } : {}),
        ...(options.idempotencyKey ? { 'Idempotency-Key': options.idempotencyKey } : {}),
        ...headers?.(),
      },
      body: request.file ? filePart(request.file) : json ? JSON.stringify(request.body ?? {}) : undefined,
      credentials: 'same-origin',
      signal: options.signal,
    }).catch((error: unknown) => {
      if (options.signal?.aborted) throw error;
      throw new ProblemError(unreachable);
    });
    if (!response.ok) throw await problemOf(response);
    return response.status === 204 ? undefined : await response.json();
  };
  const names = Object.keys(contract) as RouteName[];
  return Object.fromEntries(
    names.map((name) => [
      name,
      (request?: AnyRequest, options?: CallOptions) => call(contract[name], request, options),
    ]),
  ) as unknown as Client;
}

/** Path with parameters and query filled in, e.g. for a download link. */
export function routeUrl(route: Route, { params = {}, query = {} }: Pick<AnyRequest, 'params' | 'query'> = {}): string {
  const path = routePath(route).replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(params[name])));
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value !== undefined) search.set(name, String(value));
  return search.size ? `${path}?${search}` : path;
}

function filePart(file: File): FormData {
  const form = new FormData();
  form.append('file', file, file.name);
  return form;
}

async function problemOf(response: Response): Promise<ProblemError> {
  const retryAfter = Number(response.headers.get('Retry-After') ?? Number.NaN);
  const body = (await response.json().catch(() => ({}))) as Partial<Problem> & { message?: string };
  const problem: Problem = {
    type: 'about:blank',
    title: response.statusText,
    detail: body.message ?? response.statusText,
    code: `Http${response.status}`,
    status: response.status,
    ...body,
  };
  return new ProblemError(problem, Number.isNaN(retryAfter) ? null : retryAfter);
}

const unreachable: Problem = {
  type: 'about:blank',
  status: 0,
  title: '连接不上服务器 / The server cannot be reached',
  detail: '您填写的内容仍保留在本页。/ What you typed is kept on this page.',
  code: 'Unreachable',
};
