/** OpenAPI 3.1 of the whole contract. */
import { createDocument } from 'zod-openapi';
import type { ZodOpenApiOperationObject, ZodOpenApiPathsObject, ZodOpenApiResponsesObject } from 'zod-openapi';
import { z } from 'zod';
import { contract } from './contract/index.ts';
import { problem } from './contract/problem.ts';
import { routePath } from './contract/route.ts';
import type { Access, Route } from './contract/route.ts';
import { problemTexts } from './problem-texts.ts';
import type { ProblemCode } from './problem-texts.ts';

export function openApi(version: string) {
  const routes = Object.entries(contract) as [string, Route][];
  const paths: ZodOpenApiPathsObject = {};
  for (const [name, route] of routes) {
    const path = routePath(route).replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [route.method]: operation(name, route) };
  }
  return createDocument({
    openapi: '3.1.0',
    info: {
      title: '大足区职教联办 API',
      version,
      description: [
        'Approval service of a district’s vocational-education office. JSON; times are ISO 8601 with offset; lists are paged by an opaque cursor.',
        'Sign in at `POST /api/auth/sign-in/email`, then send the session cookie or `Authorization: Bearer <token>`.',
        'Errors are `application/problem+json` (RFC 9457) in Chinese, or in English where `Accept-Language` prefers it; act on `code`:',
        ...Object.entries(problemTexts).map(
          ([code, { status, title }]) => `- \`${code}\` (${status}) ${title.zh} · ${title.en}`,
        ),
      ].join('\n\n'),
    },
    paths,
    components: {
      schemas: { Problem: problem },
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'lianban.session_token' },
        token: { type: 'http', scheme: 'bearer' },
      },
    },
  });
}

function operation(name: string, route: Route): ZodOpenApiOperationObject {
  const idempotent = route.idempotent || name === 'decideAssignment';
  return {
    operationId: name,
    tags: [route.tag],
    summary: route.summary,
    description: [route.description, accessText(route.access)].filter(Boolean).join('\n\n'),
    security: route.access === 'public' || route.access === 'link' ? [] : [{ session: [] }, { token: [] }],
    requestParams: {
      ...(route.params && { path: route.params }),
      ...(route.query && { query: route.query }),
      ...(idempotent && { header: z.object({ 'Idempotency-Key': z.string().max(200).optional() }) }),
    },
    ...(requestBody(route) && { requestBody: requestBody(route) }),
    responses: responses(route),
  };
}

function requestBody(route: Route): ZodOpenApiOperationObject['requestBody'] {
  if (route.bodyKind === 'multipart') {
    const file = { type: 'string' as const, format: 'binary' };
    return {
      required: true,
      content: { 'multipart/form-data': { schema: { type: 'object', properties: { file }, required: ['file'] } } },
    };
  }
  if (!route.body) return undefined;
  return {
    required: !route.body.safeParse(undefined).success,
    content: { 'application/json': { schema: route.body } },
  };
}

function responses(route: Route): ZodOpenApiResponsesObject {
  const success = route.response
    ? { description: 'OK', content: { 'application/json': { schema: route.response } } }
    : route.produces
      ? { description: 'OK', content: { [route.produces]: { schema: { type: 'string' as const } } } }
      : { description: 'Done' };
  const codes = (route.problems ?? []) as ProblemCode[];
  const statuses = [...new Set(codes.map((code) => problemTexts[code].status))];
  return {
    [String(route.status)]: success,
    ...Object.fromEntries(
      statuses.map((status) => [
        String(status),
        problemResponse(codes.filter((code) => problemTexts[code].status === status).join(', ')),
      ]),
    ),
    default: problemResponse('Any other error'),
  };
}

const problemResponse = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: problem } },
});

function accessText(access: Access): string {
  if (access === 'public') return '无需登录 · no sign-in';
  if (access === 'link') return '凭邮件中的个人链接 · by a mailed link';
  if (access === 'signed-in') return '须登录 · signed in';
  return `须登录且具有角色 · signed in with a role: ${access.roles.join(', ')}`;
}
