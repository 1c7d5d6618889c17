/** Accounts and sessions (better-auth): no sign-up, 30 idle minutes, cookie or bearer token. */
import { prismaAdapter } from 'better-auth/adapters/prisma';
import { betterAuth } from 'better-auth';
import { bearer } from 'better-auth/plugins/bearer';
import type { Prisma } from '../../prisma/client.ts';
import { MAX_PASSWORD_LENGTH, MIN_PASSWORD_LENGTH } from './password-rules.ts';

/** 等保 2.0: idle time-out 30 minutes. */
export const IDLE_SECONDS = 30 * 60;

export const COOKIE_PREFIX = 'lianban';

/** A minute's grain: not every request writes the session row. */
export const REFRESH_SECONDS = 60;

interface AccountOptions {
  prisma: Prisma;
  /** Signs cookies: ≥ 32 random characters, the same in every API process. */
  secret: string;
  publicUrl: string;
}

export const createAccounts = ({ prisma, secret, publicUrl }: AccountOptions) =>
  betterAuth({
    secret,
    baseURL: publicUrl,
    database: prismaAdapter(prisma, { provider: 'postgresql' }),
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: MIN_PASSWORD_LENGTH,
      maxPasswordLength: MAX_PASSWORD_LENGTH,
    },
    session: {
      expiresIn: IDLE_SECONDS,
      updateAge: REFRESH_SECONDS,
      freshAge: 0,
    },
    plugins: [bearer()],
    // The routes in front of it limit rates and check origins themselves; its router is not mounted.
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: { disabled: true },
    advanced: { cookiePrefix: COOKIE_PREFIX, ipAddress: { disableIpTracking: true } },
  });

export type Accounts = ReturnType<typeof createAccounts>;
