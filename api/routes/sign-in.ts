import { fromNodeHeaders } from 'better-auth/node';
import { isStrongPassword } from '../accounts/password-rules.ts';
import { signIn } from '../accounts/sign-in.ts';
import type { Call, Handlers } from '../call.ts';
import type { Needs } from '../needs.ts';
import { Problem } from '../problems.ts';

export function signInRoutes(needs: Needs): Handlers<'signIn' | 'signOut' | 'changePassword'> {
  const { prisma, accounts, security } = needs;
  return {
    async signIn({ body, ip, request, response }) {
      const { cookies, ...session } = await signIn(needs, {
        ...body,
        ip,
        userAgent: (request.get('user-agent') ?? '').slice(0, 200),
      });
      sendCookies(response, cookies);
      return session;
    },

    async signOut({ asker, ip, request, response }) {
      const { headers } = await accounts.api.signOut({
        headers: fromNodeHeaders(request.headers),
        returnHeaders: true,
      });
      sendCookies(response, headers.getSetCookie());
      await security({ action: 'signed-out', userId: asker.id, ip });
      return { success: true };
    },

    async changePassword({ asker, body, ip, request, response }) {
      const { currentPassword, newPassword } = body;
      if (!isStrongPassword(newPassword) || newPassword === currentPassword) throw new Problem('WeakPassword');
      const { response: changed, headers } = await accounts.api
        .changePassword({
          // A changed password ends every other session: whoever knew the old one is out.
          body: { currentPassword, newPassword, revokeOtherSessions: true },
          headers: fromNodeHeaders(request.headers),
          returnHeaders: true,
        })
        .catch(wrongPassword);
      await prisma.user.update({ where: { id: asker.id }, data: { mustChangePassword: false }, select: { id: true } });
      await security({ action: 'password-changed', userId: asker.id, ip });
      sendCookies(response, headers.getSetCookie());
      const { id, name, email } = changed.user;
      return { token: changed.token, user: { id, name, email } };
    },
  };
}

/** The cookies of the answer replace those that reading the session may have set. */
function sendCookies(response: Call['response'], cookies: string[]): void {
  response.removeHeader('Set-Cookie');
  for (const cookie of cookies) response.append('Set-Cookie', cookie);
}

function wrongPassword(error: unknown): never {
  if (
    typeof error === 'object' &&
    error !== null &&
    'statusCode' in error &&
    (error.statusCode === 400 || error.statusCode === 401)
  ) {
    throw new Problem('InvalidCredentials');
  }
  throw error;
}
