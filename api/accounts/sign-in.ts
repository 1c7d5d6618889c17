/** Signing in with lock-out: five wrong passwords in a row lock an account for 30 minutes (等保 2.0). */
import type { Prisma } from '../../prisma/client.ts';
import type { SecurityLog } from '../security-log.ts';
import { instant } from '../instant.ts';
import { Problem } from '../problems.ts';
import type { Accounts } from './accounts.ts';

const MAX_FAILURES = 5;
const LOCKED_MINUTES = 30;

interface Attempt {
  email: string;
  password: string;
  ip: string;
  userAgent: string;
}

export interface SignedInSession {
  token: string;
  user: { id: string; name: string; email: string };
  cookies: string[];
}

interface Needed {
  prisma: Prisma;
  accounts: Accounts;
  security: SecurityLog;
}

/** Throws InvalidCredentials or AccountLocked. */
export async function signIn(
  { prisma, accounts, security }: Needed,
  { email, password, ip, userAgent }: Attempt,
): Promise<SignedInSession> {
  const userId = await countAttempt({ prisma, security }, email, ip);
  const answer = await accounts.api
    .signInEmail({
      body: { email, password, rememberMe: true },
      headers: new Headers({ 'user-agent': userAgent }),
      returnHeaders: true,
    })
    .catch(refusedAs);
  if (!answer || userId === null) {
    // The right password of a disabled account: no session stays behind.
    if (answer) await prisma.session.deleteMany({ where: { token: answer.response.token } });
    await security({ action: 'sign-in-failed', userId, ip });
    throw new Problem('InvalidCredentials');
  }
  await prisma.user.update({
    where: { id: userId },
    data: { failedSignIns: 0, lockedUntil: null },
    select: { id: true },
  });
  await prisma.session.deleteMany({ where: { userId, expiresAt: { lt: new Date() } } });
  await security({ action: 'signed-in', userId, ip });
  const { token, user } = answer.response;
  return { token, user: { id: user.id, name: user.name, email: user.email }, cookies: answer.headers.getSetCookie() };
}

/**
 * Counts the attempt before the password is looked at, in one statement: a hundred guesses in the same instant are five.
 * Null for an address nobody has, or a disabled account: the password is checked all the same, for the same time.
 */
async function countAttempt(
  { prisma, security }: Omit<Needed, 'accounts'>,
  email: string,
  ip: string,
): Promise<string | null> {
  const [counted] = await prisma.$queryRaw<{ id: string; failures: number }[]>`
    UPDATE "user" AS u SET
      failed_sign_ins = CASE WHEN u.locked_until IS NULL THEN u.failed_sign_ins + 1 ELSE 1 END,
      locked_until = CASE WHEN u.locked_until IS NULL AND u.failed_sign_ins + 1 >= ${MAX_FAILURES}
        THEN now() + make_interval(mins => ${LOCKED_MINUTES}) ELSE NULL END
    WHERE u.email = ${email.toLowerCase()} AND NOT u.disabled AND (u.locked_until IS NULL OR u.locked_until <= now())
    RETURNING u.id, u.failed_sign_ins AS failures`;
  if (counted) {
    if (counted.failures === MAX_FAILURES) await security({ action: 'account-locked', userId: counted.id, ip });
    return counted.id;
  }
  const locked = await prisma.user.findFirst({
    where: { email: email.toLowerCase(), disabled: false },
    select: { id: true, lockedUntil: true },
  });
  if (!locked?.lockedUntil) return null;
  await security({ action: 'sign-in-failed', userId: locked.id, reason: 'locked', ip });
  throw new Problem('AccountLocked', {
    againAt: instant(locked.lockedUntil),
    retryAfter: Math.ceil((locked.lockedUntil.getTime() - Date.now()) / 1000),
  });
}

/** Wrong password or unknown address; anything else is a fault. */
function refusedAs(error: unknown): null {
  if (typeof error === 'object' && error !== null && 'statusCode' in error && error.statusCode === 401) return null;
  throw error;
}
