/** The built page as the API serves it. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import express from 'express';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { nonces, strictHeaders } from '../../api/headers.ts';
import { mountWebPage } from '../../api/web-page.ts';

let folder: string;
let url: string;
const app = express();
const server = createServer(app);
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lianban-page-'));
  await mkdir(join(folder, 'assets'));
  await writeFile(join(folder, 'index.html'), '<meta name="csp-nonce" content="__CSP_NONCE__"><div id="root"></div>');
  await writeFile(join(folder, 'assets', 'main-1a2b.js'), 'start()');
  await writeFile(join(folder, 'seal.svg'), '<svg/>');
  app.use(nonces, strictHeaders(true));
  mountWebPage(app, folder);
  app.use((_request, response) => void response.status(404).json({ code: 'NotFound' }));
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  server.close();
  await rm(folder, { recursive: true, force: true });
});

test.each(['/', '/cases/1', '/act/token', '/notices'])('%s is the page, with this answer’s nonce', async (path) => {
  const one = await fetch(url + path);
  const [html, other] = [await one.text(), await (await fetch(url + path)).text()];
  const nonce = /content="([^"]+)"/.exec(html)?.[1] ?? '';
  expect(nonce).toMatch(/^[A-Za-z0-9+/=]{24}$/);
  expect(one.headers.get('content-security-policy')).toContain(`'nonce-${nonce}'`);
  expect(other).not.toContain(nonce);
  expect(one.headers.get('cache-control')).toBe('no-store');
  expect(one.headers.get('strict-transport-security')).toContain('max-age=31536000');
});

test('assets never change under their name; what is missing is not the page', async () => {
  const asset = await fetch(`${url}/assets/main-1a2b.js`);
  expect([asset.status, asset.headers.get('cache-control')]).toEqual([200, 'public, max-age=31536000, immutable']);
  expect((await fetch(`${url}/assets/gone.js`)).status).toBe(404);
  expect((await fetch(`${url}/seal.svg`)).headers.get('content-type')).toBe('image/svg+xml');
  for (const path of ['/api/v1/nothing', '/api/nothing']) {
    const answer = await fetch(url + path);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([404, 'application/json; charset=utf-8']);
  }
  expect((await fetch(`${url}/..%2f..%2fpackage.json`)).headers.get('content-type')).toBe('text/html; charset=utf-8');
});
