/** A page of another site must not act with this browser's session (CSRF). */
import type { Request } from 'express';
import { Problem } from './problems.ts';

const READING = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Writes must come from our own pages, or from a program that sends neither `Origin` nor `Sec-Fetch-Site`. Bearer tokens are never
 * sent by a browser on its own, so they pass. Cookies are SameSite=Lax and bodies must be JSON besides.
 */
export function refuseCrossSite(request: Request, publicUrl: string): void {
  if (READING.has(request.method) || request.headers.authorization) return;
  const site = request.get('sec-fetch-site');
  if (site !== undefined && site !== 'same-origin' && site !== 'none') throw new Problem('CrossSite');
  const origin = request.get('origin');
  if (origin !== undefined && origin !== new URL(publicUrl).origin && origin !== ownOrigin(request))
    throw new Problem('CrossSite');
}

/** The address the browser itself used: `127.0.0.1` beside `localhost`, say. */
const ownOrigin = (request: Request): string => `${request.protocol}://${request.get('host') ?? ''}`;
