/**
 * The few routes the light part calls, typed by the contract. The contract's own client carries every route's zod schema;
 * a phone that opens one link should not load them, so only the contract's types are used here.
 */
import type { Contract } from '../../api/contract/index.ts';
import type { Problem } from '../../api/contract/problem.ts';
import type { RouteRequest, RouteResponse } from '../../api/contract/route.ts';
import i18next from 'i18next';

const routes = {
  getAct: ['get', '/act/:token'],
  createActNonce: ['post', '/act/:token/nonce'],
  decideAct: ['post', '/act/:token'],
  listNotices: ['get', '/notices'],
  getNotice: ['get', '/notices/:id'],
  fileObjection: ['post', '/notices/:id/objections'],
  checkCertificate: ['get', '/certificates/:number'],
  listPublicIndicators: ['get', '/public-indicators'],
} as const satisfies { [N in keyof Contract]?: readonly [Contract[N]['method'], Contract[N]['path']] };

type Name = keyof typeof routes;

export class Refused extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.detail);
    this.problem = problem;
  }
}

/** Answers with the route's response; throws `Refused` with the problem document, code `Unreachable` without an answer. */
export const ask = async <N extends Name>(
  name: N,
  request: RouteRequest<Contract[N]>,
  idempotencyKey?: string,
): Promise<RouteResponse<Contract[N]>> => {
  const {
    params = {},
    query = {},
    body,
  } = request as {
    params?: Record<string, string>;
    query?: Record<string, string | number | undefined>;
    body?: unknown;
  };
  const [method, path] = routes[name];
  const filled = path.replace(/:(\w+)/g, (_, key: string) => encodeURIComponent(params[key] ?? ''));
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) if (value !== undefined) search.set(key, String(value));
  const response = await fetch(`/api/v1${filled}${search.size ? `?${search}` : ''}`, {
    method: method.toUpperCase(),
    headers: {
      Accept: 'application/json, application/problem+json',
      'Accept-Language': i18next.language === 'en' ? 'en' : 'zh-CN',
      ...(method === 'post' ? { 'Content-Type': 'application/json' } : {}),
      ...(idempotencyKey ? { 'Idempotency-Key': idempotencyKey } : {}),
    },
    body: method === 'post' ? JSON.stringify(body ?? {}) : undefined,
    credentials: 'same-origin',
    referrerPolicy: 'no-referrer',
  }).catch(() => null);
  if (!response) throw new Refused(emptyProblem(0, 'Unreachable'));
  if (!response.ok) {
    const problem = (await response.json().catch(() => ({}))) as Partial<Problem>;
    throw new Refused({ ...emptyProblem(response.status, `Http${response.status}`), ...problem });
  }
  return (response.status === 204 ? undefined : await response.json()) as RouteResponse<Contract[N]>;
};

export const problemOf = (error: unknown): Problem =>
  error instanceof Refused ? error.problem : emptyProblem(0, 'Unreachable');

const emptyProblem = (status: number, code: string): Problem => ({
  type: 'about:blank',
  status,
  title: '',
  detail: '',
  code,
});
