/** Small pure parts of the API. */
import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { isStrongPassword } from '../../api/accounts/password-rules.ts';
import { sessionToken } from '../../api/accounts/session-token.ts';
import { createClient, ProblemError, routeUrl } from '../../api/contract/client.ts';
import { contract } from '../../api/contract/index.ts';
import type { Route } from '../../api/contract/route.ts';
import { faultFacts } from '../../api/fault-facts.ts';
import { problemOf } from '../../api/faults.ts';
import { decodeCursor, encodeCursor } from '../../api/paging.ts';
import { problemTexts } from '../../api/problem-texts.ts';
import { Problem, problemDocument, problemOfRefusal } from '../../api/problems.ts';
import { unsafePlace } from '../../api/unsafe-json.ts';
import { cleanName } from '../../api/uploads/receive-upload.ts';
import type { Refusal, RefusalCode } from '../../workflows/messages.ts';

test.each([
  ['Abcdef1!', true],
  ['abcdef12', false],
  ['abcdefg!1', true],
  ['Ab1!', false],
  ['大足-Lianban-2026', true],
  ['        ab', false],
  [`aB1!${'x'.repeat(130)}`, false],
])('password %s', (password, strong) => {
  expect(isStrongPassword(password)).toBe(strong);
});

test('every refusal of a case has its status', () => {
  const refusals: { [C in RefusalCode]: [Extract<Refusal, { code: C }>, number] } = {
    AlreadyDecided: [{ code: 'AlreadyDecided', assignmentId: 'a', by: 'b', atMs: 0 }, 409],
    NotYours: [{ code: 'NotYours' }, 403],
    OwnCase: [{ code: 'OwnCase' }, 403],
    LeadCannotClose: [{ code: 'LeadCannotClose' }, 403],
    NotFound: [{ code: 'NotFound' }, 404],
    WrongRound: [{ code: 'WrongRound', round: 2 }, 409],
    NotOpen: [{ code: 'NotOpen' }, 409],
    CaseClosed: [{ code: 'CaseClosed' }, 409],
    NotAllowed: [{ code: 'NotAllowed', what: 'recuse' }, 422],
    OpinionRequired: [{ code: 'OpinionRequired' }, 422],
    BadDecisionData: [{ code: 'BadDecisionData', field: 'score', rule: '0-100' }, 422],
    UrgedTooSoon: [{ code: 'UrgedTooSoon', againAtMs: 0 }, 429],
    NobodyToUrge: [{ code: 'NobodyToUrge' }, 409],
    OpenApplicationExists: [{ code: 'OpenApplicationExists' }, 409],
  };
  for (const [refusal, status] of Object.values(refusals)) {
    const problem = problemOfRefusal(refusal);
    expect({ code: problem.code, status: problem.status }).toEqual({ code: refusal.code, status });
  }
});

test('every problem speaks both languages, and what a route announces exists', () => {
  for (const { title, detail } of Object.values(problemTexts)) {
    for (const text of [title.zh, detail.zh]) expect(text).toMatch(/[\u4e00-\u9fff]/);
    for (const text of [title.en, detail.en]) expect(text).toMatch(/^[\x20-\x7e‘’–≥×`]+$/);
  }
  for (const route of Object.values(contract) as Route[])
    for (const code of route.problems ?? []) expect(Object.keys(problemTexts)).toContain(code);
  const document = problemDocument(
    new Problem('BadRequest', { errors: [{ path: 'a', message: { zh: '甲', en: 'A' } }] }),
    'en',
    'id',
  );
  expect(document).toEqual({
    type: '/api/docs#problem-BadRequest',
    status: 400,
    title: problemTexts.BadRequest.title.en,
    detail: problemTexts.BadRequest.detail.en,
    code: 'BadRequest',
    correlationId: 'id',
    errors: [{ path: 'a', message: 'A' }],
  });
});

describe('faults', () => {
  test.each([
    Object.assign(new Error('x'), { code: 'ECONNREFUSED' }),
    Object.assign(new Error('x'), { code: 'P1001' }),
    new Error('wrapped', { cause: Object.assign(new Error('x'), { code: '57P01' }) }),
    Object.assign(new Error('x'), {
      code: 'P2010',
      meta: { driverAdapterError: { cause: { kind: 'DatabaseNotReachable' } } },
    }),
    new AggregateError([Object.assign(new Error('x'), { code: 'ECONNREFUSED' })]),
    new Error('Connection terminated unexpectedly'),
  ])('away: %s', (error) => {
    expect(problemOf(error)).toMatchObject({ code: 'Unavailable', facts: { retryAfter: 5 } });
  });

  test.each([new Error('a defect'), Object.assign(new Error('x'), { code: 'P2002' }), 'text', null, undefined])(
    'a defect: %s',
    (error) => {
      expect(problemOf(error).code).toBe('Internal');
    },
  );

  test('the log holds no values', () => {
    const facts = faultFacts(
      new Error(`Invalid invocation {\n name: "陈思远"\n}\nvalue "500225198803120018" is too long`),
    );
    expect(facts.message).toBe('value … is too long');
    expect(JSON.stringify(facts)).not.toMatch(/陈思远|500225/);
  });
});

test('whatever JSON comes, the unsafe part is found and nothing else is', () => {
  fc.assert(
    fc.property(
      fc.jsonValue({ maxDepth: 8 }),
      fc.array(fc.stringMatching(/^[a-z]{1,6}$/), { maxLength: 6 }),
      (value, path) => {
        const clean = JSON.parse(
          JSON.stringify(value)
            .replaceAll(/\\u0000|\\ud[89a-f][0-9a-f]{2}/gi, '')
            .replaceAll(/__proto__|prototype|constructor/g, 'x'),
        ) as unknown;
        expect(unsafePlace(clean)).toBeNull();
        const wrapped = path.reduceRight<unknown>((inner, key) => ({ [key]: inner }), JSON.parse('{"__proto__":1}'));
        expect(unsafePlace(wrapped)?.path).toBe([...path, '__proto__'].join('.'));
      },
    ),
  );
});

test('a cursor comes back as it was; any other text is refused', () => {
  const shape = z.tuple([z.string().nullable(), z.string()]);
  fc.assert(
    fc.property(fc.option(fc.string({ unit: 'grapheme' })), fc.string({ unit: 'grapheme' }), (at, id) => {
      expect(decodeCursor(encodeCursor([at, id]), shape)).toEqual([at, id]);
    }),
  );
  for (const cursor of ['', 'x', encodeCursor(['only one'])])
    expect(() => decodeCursor(cursor, shape)).toThrow('BadCursor');
  expect(decodeCursor(undefined, shape)).toBeNull();
});

test.each([
  ['C:\\fakepath\\证书.pdf', '证书.pdf'],
  ['../../etc/passwd', 'passwd'],
  ['a\u0000b\r\nc.pdf', 'abc.pdf'],
  ['invoice\u202Efdp.exe', 'invoicefdp.exe'],
  ['.pdf', '附件.pdf'],
  ['///', '附件'],
])('the name %j becomes %j', (given, kept) => {
  expect(cleanName(given)).toBe(kept);
});

describe('session tokens', () => {
  const secret = 's'.repeat(32);
  const signed = (token: string, key = secret) =>
    encodeURIComponent(`${token}.${createHmac('sha256', key).update(token).digest('base64')}`);
  const cookie = (value: string) => ({ cookie: `other=1; lianban.session_token=${value}` });

  test('ours, by cookie or bearer', () => {
    expect(sessionToken(cookie(signed('abc')), secret)).toBe('abc');
    expect(sessionToken({ authorization: 'Bearer abc' }, secret)).toBe('abc');
    expect(sessionToken({ authorization: `Bearer ${signed('abc')}`, ...cookie(signed('def')) }, secret)).toBe('abc');
  });

  test.each([
    {},
    cookie('abc'),
    cookie(signed('abc', 'x'.repeat(32))),
    cookie('.x'),
    cookie('%E0%A4%A'),
    { authorization: 'Basic abc' },
    { authorization: 'Bearer a.b' },
  ])('not ours: %j', (headers) => {
    expect(sessionToken(headers, secret)).toBeNull();
  });
});

test('the typed client fills in addresses and turns every failure into a problem', async () => {
  expect(routeUrl(contract.getFile, { params: { id: 'a/b' } })).toBe('/api/v1/files/a%2Fb');
  expect(routeUrl(contract.listCases, { query: { q: '陈', cursor: undefined } })).toBe(
    `/api/v1/cases?q=${encodeURIComponent('陈')}`,
  );
  const answering = (answer: () => Promise<Response>) => createClient({ fetch: answer });
  const away = answering(() => Promise.reject(new TypeError('fetch failed')));
  await expect(away.getMe()).rejects.toMatchObject({ problem: { code: 'Unreachable', status: 0 } });
  const proxy = answering(async () => new Response('<html>', { status: 502, headers: { 'Retry-After': '7' } }));
  await expect(proxy.getMe()).rejects.toMatchObject({ problem: { code: 'Http502' }, retryAfter: 7 });
  await expect(proxy.getMe()).rejects.toBeInstanceOf(ProblemError);
});
