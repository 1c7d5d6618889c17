/** Signing in and out, lock-out, idle time-out, passwords, and pages of other sites. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createClient } from '../../api/contract/client.ts';
import { openOffice, PASSWORD, refused } from './office.ts';
import type { Office } from './office.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice({ worker: false });
});
afterAll(() => office?.stop());

const credentials = (login: string, password = PASSWORD) => ({ body: { email: `${login}@example.test`, password } });

async function cookieOf(login: string): Promise<{ cookie: string; attributes: string }> {
  const response = await office.raw('/api/auth/sign-in/email', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(credentials(login).body),
  });
  const [set = ''] = response.headers.getSetCookie();
  return { cookie: set.split(';')[0] ?? '', attributes: set };
}

const me = async (headers: Record<string, string>) => (await office.raw('/api/v1/me', { headers })).status;
const securityLog = async (action: string) =>
  office.prisma.securityEvent.findMany({ where: { action }, orderBy: { id: 'asc' } });

test('by cookie or by bearer token, until signed out', async () => {
  const { cookie, attributes } = await cookieOf('teacher');
  expect(attributes).toMatch(/; Max-Age=1800; .*HttpOnly; SameSite=Lax/i);
  expect(await me({ Cookie: cookie })).toBe(200);
  expect(await me({ Cookie: cookie.replace(/.$/, 'x') })).toBe(401);
  const { token, user } = await office.anybody.signIn(credentials('colleague'));
  expect(user).toEqual({ id: 'colleague', name: 'colleague', email: 'colleague@example.test' });
  expect(await me({ Authorization: `Bearer ${token}` })).toBe(200);
  expect(await me({ Authorization: 'Bearer nonsense' })).toBe(401);
  expect(await me({})).toBe(401);

  const out = await office.raw('/api/auth/sign-out', {
    method: 'POST',
    headers: { Cookie: cookie, 'Content-Type': 'application/json' },
    body: '{}',
  });
  expect(out.status).toBe(200);
  expect(await me({ Cookie: cookie })).toBe(401);
  expect((await securityLog('signed-in')).map(({ userId }) => userId)).toEqual(['teacher', 'colleague']);
  expect((await securityLog('signed-out')).map(({ userId }) => userId)).toEqual(['teacher']);
});

describe('wrong passwords', () => {
  test('five lock the account for half an hour, also when all come in the same instant', async () => {
    const wrong = () => refused(office.anybody.signIn(credentials('principal', 'Wrong-2026')));
    const answers = await Promise.all(Array.from({ length: 8 }, wrong));
    expect(answers.filter(({ code }) => code === 'InvalidCredentials')).toHaveLength(5);
    const locked = answers.find(({ code }) => code === 'AccountLocked');
    expect(locked).toMatchObject({ status: 423, retryAfter: expect.any(Number) });
    expect(locked!.retryAfter).toBeGreaterThan(1700);
    expect(await refused(office.anybody.signIn(credentials('principal')))).toMatchObject({ code: 'AccountLocked' });
    expect(await securityLog('account-locked')).toMatchObject([{ userId: 'principal', ip: '127.0.0.1' }]);

    await office.prisma.user.update({ where: { id: 'principal' }, data: { lockedUntil: new Date(Date.now() - 1) } });
    await office.anybody.signIn(credentials('principal'));
    expect(await office.prisma.user.findUnique({ where: { id: 'principal' } })).toMatchObject({
      failedSignIns: 0,
      lockedUntil: null,
    });
  });

  test('four and a right one begin anew', async () => {
    for (let i = 0; i < 4; i++) await refused(office.anybody.signIn(credentials('bureau-leader', 'Wrong-2026')));
    await office.anybody.signIn(credentials('bureau-leader'));
    for (let i = 0; i < 4; i++) await refused(office.anybody.signIn(credentials('bureau-leader', 'Wrong-2026')));
    expect((await office.anybody.signIn(credentials('bureau-leader'))).user.id).toBe('bureau-leader');
  });

  test('an unknown address and a disabled account answer alike, and leave no session', async () => {
    await office.prisma.user.update({ where: { id: 'finance-reviewer' }, data: { disabled: true } });
    const before = await office.prisma.session.count();
    const answers = [
      await refused(office.anybody.signIn(credentials('nobody'))),
      await refused(office.anybody.signIn(credentials('finance-reviewer'))),
    ];
    expect(answers).toMatchObject([
      { status: 401, code: 'InvalidCredentials' },
      { status: 401, code: 'InvalidCredentials' },
    ]);
    expect(await office.prisma.session.count()).toBe(before);
  });
});

test('a disabled account is out at once', async () => {
  const { token } = await office.anybody.signIn(credentials('stand-in'));
  await office.prisma.user.update({ where: { id: 'stand-in' }, data: { disabled: true } });
  expect(await me({ Authorization: `Bearer ${token}` })).toBe(401);
});

test('thirty idle minutes end a session; a page refreshing itself does not keep it', async () => {
  const { cookie } = await cookieOf('other-teacher');
  const session = async () => office.prisma.session.findFirstOrThrow({ where: { userId: 'other-teacher' } });
  const halfway = new Date(Date.now() + 15 * 60_000);
  await office.prisma.session.updateMany({ where: { userId: 'other-teacher' }, data: { expiresAt: halfway } });
  expect(await me({ Cookie: cookie, 'X-Background': '1' })).toBe(200);
  expect((await session()).expiresAt).toEqual(halfway);
  const renewed = await office.raw('/api/v1/me', { headers: { Cookie: cookie } });
  expect(renewed.headers.getSetCookie()[0]).toMatch(/Max-Age=1800/);
  expect((await session()).expiresAt.getTime()).toBeGreaterThan(Date.now() + 29 * 60_000);
  await office.prisma.session.updateMany({
    where: { userId: 'other-teacher' },
    data: { expiresAt: new Date(Date.now() - 1000) },
  });
  expect(await me({ Cookie: cookie })).toBe(401);
});

test('a first password must be changed, to a strong one, and every other session ends', async () => {
  await office.prisma.user.update({ where: { id: 'teacher-5' }, data: { mustChangePassword: true } });
  const elsewhere = await office.anybody.signIn(credentials('teacher-5'));
  const { token } = await office.anybody.signIn(credentials('teacher-5'));
  const api = createClient({ baseUrl: office.url, headers: () => ({ Authorization: `Bearer ${token}` }) });
  expect(await api.getMe()).toMatchObject({ mustChangePassword: true });
  expect(await refused(api.listCases())).toMatchObject({ status: 403, code: 'PasswordChangeRequired' });
  for (const newPassword of ['short1A', 'alllowercase', 'lower and UPPER', PASSWORD, '12345678!']) {
    expect(await refused(api.changePassword({ body: { currentPassword: PASSWORD, newPassword } }))).toMatchObject({
      status: 422,
      code: 'WeakPassword',
    });
  }
  const newPassword = '大足-Lianban-2026';
  expect(await refused(api.changePassword({ body: { currentPassword: 'Wrong-2026', newPassword } }))).toMatchObject({
    code: 'InvalidCredentials',
  });
  const changed = await api.changePassword({ body: { currentPassword: PASSWORD, newPassword } });
  expect(await me({ Authorization: `Bearer ${elsewhere.token}` })).toBe(401);
  expect(await me({ Authorization: `Bearer ${changed.token}` })).toBe(200);
  expect(await refused(office.anybody.signIn(credentials('teacher-5')))).toMatchObject({ code: 'InvalidCredentials' });
  expect((await office.anybody.signIn(credentials('teacher-5', newPassword))).user.id).toBe('teacher-5');
});

test('nobody signs up, and no other door of the accounts library is open', async () => {
  for (const path of [
    'sign-up/email',
    'update-user',
    'delete-user',
    'request-password-reset',
    'change-email',
    'list-sessions',
    'get-session',
  ]) {
    const post = await office.raw(`/api/auth/${path}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: '{"email":"x@example.test","password":"Strong-2026","name":"x"}',
    });
    expect(`${path} ${post.status}`).toBe(`${path} 404`);
  }
});

test('pages of other sites cannot act with this browser’s session', async () => {
  const { cookie } = await cookieOf('colleague');
  const post = (headers: Record<string, string>) =>
    office
      .raw('/api/v1/quick-phrases', {
        method: 'POST',
        headers: { Cookie: cookie, 'Content-Type': 'application/json', ...headers },
        body: '{"body":"同意"}',
      })
      .then(({ status }) => status);
  expect(await post({ Origin: 'https://evil.example' })).toBe(403);
  expect(await post({ Origin: 'null' })).toBe(403);
  expect(await post({ 'Sec-Fetch-Site': 'cross-site' })).toBe(403);
  expect(await post({ 'Sec-Fetch-Site': 'same-site' })).toBe(403);
  expect(await post({ 'Content-Type': 'text/plain' })).toBe(415);
  expect(await post({ Origin: office.url, 'Sec-Fetch-Site': 'same-origin' })).toBe(201);
  expect(await office.prisma.quickPhrase.count()).toBe(1);
});

test('every answer carries strict headers', async () => {
  const { headers } = await office.raw('/api/v1/notices');
  const policy = headers.get('content-security-policy') ?? '';
  expect(policy).toMatch(/default-src 'none'; ?script-src 'self'; ?style-src 'self' 'nonce-[^']+'/);
  expect(policy).toContain("frame-ancestors 'none'");
  expect(headers.get('referrer-policy')).toBe('no-referrer');
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('x-powered-by')).toBeNull();
  expect(headers.get('x-correlation-id')).toMatch(/^[\w-]{36}$/);
  expect((await office.raw('/metrics', { headers: { 'X-Forwarded-For': '1.2.3.4' } })).status).toBe(404);
  expect(await (await office.raw('/metrics')).text()).toContain(
    'lianban_http_request_seconds_bucket{le="0.005",method="GET",route="GET /api/v1/notices",status="200"}',
  );
});
