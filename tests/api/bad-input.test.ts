/** What must never get in: each refused with the path, nothing stored. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { filledForm, openOffice, submit, turnOf } from './office.ts';
import type { Office } from './office.ts';

let office: Office;
let form: Record<string, unknown>;
let turn: string;
beforeAll(async () => {
  office = await openOffice();
  form = await filledForm(await office.as('teacher'));
  turn = await turnOf(office, await submit(await office.as('colleague')));
});
afterAll(() => office?.stop());

async function post(path: string, body: string, headers: Record<string, string> = {}, as = 'teacher') {
  const response = await office.raw(path, {
    as,
    method: 'POST',
    body,
    headers: { 'Content-Type': 'application/json', ...headers },
  });
  const problem = (await response.json()) as {
    code: string;
    errors?: { path: string; message: string }[];
    title: string;
  };
  return {
    status: response.status,
    media: response.headers.get('content-type'),
    paths: problem.errors?.map(({ path: at }) => at),
    ...problem,
  };
}

// oxlint-disable-next-line typescript/no-explicit-any -- tests put wrong things everywhere
const submission = (change: (form: Record<string, any>) => void = () => {}, more: object = {}) => {
  const changed = structuredClone(form);
  change(changed);
  return JSON.stringify({ process: 'teacher-certification', form: changed, ...more });
};

describe('a submission', () => {
  test.each([
    ['an extra field of the request', () => submission(undefined, { admin: true }), 'admin'],
    ['an extra field of the form', () => submission((each) => (each.applicant.salary = 1)), 'form.applicant.salary'],
    ['a list for an object', () => submission((each) => (each.applicant = [])), 'form.applicant'],
    [
      'a text for a number',
      () => submission((each) => (each.employment.teachingYears = '12')),
      'form.employment.teachingYears',
    ],
    ['an object for a text', () => submission((each) => (each.applicant.name = { $gt: '' })), 'form.applicant.name'],
    ['a missing field', () => submission((each) => delete each.applicant.name), 'form.applicant.name'],
    ['a wrong file id', () => submission(undefined, { files: ['../../etc/passwd'] }), 'files.0'],
    ['__proto__', () => submission().replace('"form":{', '"form":{"__proto__":{"admin":true},'), 'form.__proto__'],
    [
      '__proto__ deep inside',
      () => submission().replace('"applicant":{', '"applicant":{"__proto__":1,'),
      'form.applicant.__proto__',
    ],
    [
      'constructor',
      () => submission().replace('"form":{', '"form":{"constructor":{"prototype":{}},'),
      'form.constructor',
    ],
    ['a NUL in a text', () => submission((each) => (each.applicant.name = '陈\u0000思远')), 'form.applicant.name'],
    ['half a character', () => submission((each) => (each.applicant.name = '陈\ud800')), 'form.applicant.name'],
    [
      'nesting without end',
      () => `{"process":"teacher-certification","form":${'{"a":'.repeat(60)}1${'}'.repeat(60)}}`,
      `form${'.a'.repeat(23)}`,
    ],
  ])('%s', async (_, body, path) => {
    expect(await post('/api/v1/cases', body())).toMatchObject({
      status: 400,
      media: 'application/problem+json; charset=utf-8',
      paths: [path],
    });
  });

  test('the whole body of another shape', async () => {
    for (const body of ['[]', '"text"', '1', 'null'])
      expect(await post('/api/v1/cases', body)).toMatchObject({ status: 400 });
    expect(await post('/api/v1/cases', '{"process":')).toMatchObject({ status: 400, code: 'MalformedJson' });
    expect(await post('/api/v1/cases', '')).toMatchObject({ status: 400 });
    expect(
      await post('/api/v1/cases', 'process=x', { 'Content-Type': 'application/x-www-form-urlencoded' }),
    ).toMatchObject({ status: 415 });
    expect(await post('/api/v1/cases', submission(), { 'Content-Type': 'text/plain' })).toMatchObject({ status: 415 });
    expect(await post('/api/v1/cases', JSON.stringify({ form: 'x'.repeat(2_000_000) }))).toMatchObject({
      status: 413,
      code: 'TooLarge',
    });
  });

  test('rules that are not met, somebody else’s file, an unknown process', async () => {
    const unmet = await post(
      '/api/v1/cases',
      submission((each) => (each.pledge.accepted = false)),
    );
    expect(unmet).toMatchObject({ status: 422, code: 'RulesNotMet', paths: ['form.pledge.accepted'] });
    const foreign = await post('/api/v1/cases', submission(undefined, { files: [randomUUID()] }));
    expect(foreign).toMatchObject({ status: 422, code: 'RulesNotMet', paths: ['files'] });
    const stolen = await post('/api/v1/cases', submission(), {}, 'teacher-2');
    expect(stolen).toMatchObject({ status: 422, code: 'RulesNotMet' });
    expect(await post('/api/v1/cases', submission().replace('teacher-certification', 'no-such-process'))).toMatchObject(
      { status: 404 },
    );
    expect(await post('/api/v1/cases', submission(), {}, 'school-reviewer')).toMatchObject({ status: 403 });
  });

  test('nothing of all this is stored', async () => {
    expect(await office.prisma.case.count({ where: { applicantId: 'teacher' } })).toBe(0);
    expect(await office.prisma.submission.count({ where: { applicantId: 'teacher' } })).toBe(0);
    expect(await office.prisma.idempotencyKey.count({ where: { userId: 'teacher' } })).toBe(0);
  });
});

test.each([
  ['an unknown verdict', { verdict: 'maybe' }, 'verdict'],
  ['an extra field', { verdict: 'approve', as: 'administrator' }, 'as'],
  ['data that is an object', { verdict: 'approve', data: { score: { a: 1 } } }, 'data.score'],
  ['data under a strange name', { verdict: 'approve', data: { 'a.b': 1 } }, 'data.a.b'],
  ['an endless opinion', { verdict: 'approve', opinion: '同'.repeat(2001) }, 'opinion'],
  ['an invisible character', { verdict: 'approve', opinion: '同意\u0007' }, 'opinion'],
  ['no verdict', {}, 'verdict'],
])('a decision with %s', async (_, body, path) => {
  expect(await post(`/api/v1/assignments/${turn}/decision`, JSON.stringify(body), {}, 'school-reviewer')).toMatchObject(
    { status: 400, paths: [path] },
  );
});

test('addresses and queries are checked as well', async () => {
  const get = async (path: string) => {
    const response = await office.raw(path, { as: 'teacher' });
    return { status: response.status, ...((await response.json()) as { code?: string; errors?: { path: string }[] }) };
  };
  expect(await get('/api/v1/cases/not-a-uuid')).toMatchObject({ status: 400, errors: [{ path: 'params.id' }] });
  expect(await get('/api/v1/cases?limit=1000')).toMatchObject({ status: 400, errors: [{ path: 'query.limit' }] });
  expect(await get('/api/v1/cases?limit=1&limit=2')).toMatchObject({ status: 400 });
  expect(await get('/api/v1/cases?sort=form')).toMatchObject({ status: 400, errors: [{ path: 'query.sort' }] });
  expect(await get('/api/v1/cases?q=%00')).toMatchObject({ status: 400, errors: [{ path: 'query.q' }] });
  expect(await get('/api/v1/cases?cursor=eyJub3QiOiJhIGN1cnNvciJ9')).toMatchObject({ status: 400, code: 'BadCursor' });
  expect(await get('/api/v1/cases?q=%25_%5C')).toMatchObject({ status: 200 });
  expect(await get('/api/v1/cases/%E0%A4%A')).toMatchObject({ status: 400 });
  expect(await get('/api/v1/no-such-thing')).toMatchObject({ status: 404, code: 'NotFound' });
  expect((await office.raw('/api/v1/me', { as: 'teacher', method: 'DELETE' })).status).toBe(405);
  expect(await get('/api/v1/calendar/deadline?start=2026-02-30&workingDays=5')).toMatchObject({ status: 400 });
  expect(await get('/api/v1/calendar/deadline?start=2026-02-13&workingDays=5&days=5')).toMatchObject({ status: 400 });
});

test('refusals speak Chinese, or English to who prefers it', async () => {
  const zh = await post('/api/v1/cases', '{}');
  expect(zh).toMatchObject({ title: '请求有误', errors: [{ message: expect.stringMatching(/[\u4e00-\u9fff]/) }, {}] });
  const en = await post('/api/v1/cases', '{}', { 'Accept-Language': 'en-GB,en;q=0.9,zh;q=0.1' });
  expect(en).toMatchObject({
    title: 'The request is not valid',
    errors: [{ message: expect.stringMatching(/^Invalid input/) }, {}],
  });
});

test('objections: only to an open notice, of a bounded length', async () => {
  const body = { name: '李四', contact: '13800138000', body: '所附实践证明不实' };
  expect(await post('/api/v1/notices/nothing/objections', JSON.stringify(body))).toMatchObject({ status: 404 });
  expect(
    await post('/api/v1/notices/nothing/objections', JSON.stringify({ ...body, body: 'x'.repeat(4001) })),
  ).toMatchObject({ status: 400, paths: ['body'] });
});
