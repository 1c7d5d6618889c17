/** The session token a request carries, read as better-auth writes it: `token.signature` in the cookie, the bare token as bearer. */
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { getSessionCookie } from 'better-auth/cookies';
import { COOKIE_PREFIX } from './accounts.ts';

/** Null when there is none, or its signature is not ours. A bearer token goes before a cookie. */
export function sessionToken({ authorization, cookie }: IncomingHttpHeaders, secret: string): string | null {
  const bearer = /^bearer (\S+)$/i.exec(authorization ?? '')?.[1];
  // A bare token needs no signature: it is as long and random as the signature's key would have to be.
  if (bearer !== undefined && !bearer.includes('.')) return bearer;
  const signed = bearer ?? (cookie && getSessionCookie(new Headers({ cookie }), { cookiePrefix: COOKIE_PREFIX }));
  if (!signed) return null;
  const value = decoded(signed);
  const dot = value.lastIndexOf('.');
  const token = value.slice(0, dot);
  const given = Buffer.from(value.slice(dot + 1), 'base64');
  const right = createHmac('sha256', secret).update(token).digest();
  return dot > 0 && given.length === right.length && timingSafeEqual(given, right) ? token : null;
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return '';
  }
}
