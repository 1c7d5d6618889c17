/** The built page: assets that never change under their name, and index.html for every address of the page itself. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import express from 'express';
import type { Express } from 'express';
import { Problem } from './problems.ts';

const NONCE = '__CSP_NONCE__';

/** `folder` = web/dist. `__CSP_NONCE__` in index.html becomes the nonce of the answer, for the page's style engine. */
export function mountWebPage(app: Express, folder: string): void {
  const index = join(folder, 'index.html');
  const html = existsSync(index) ? readFileSync(index, 'utf8') : null;
  app.use(
    '/assets',
    express.static(join(folder, 'assets'), { immutable: true, maxAge: '1y', index: false }),
    // A page from before an upgrade asks for files that are gone.
    () => {
      throw new Problem('NotFound');
    },
  );
  app.use(express.static(folder, { index: false, maxAge: '1h', dotfiles: 'ignore' }));
  app.get('/{*page}', (request, response, next) => {
    if (html === null || request.path.startsWith('/api/')) return next();
    response.locals.route = 'page';
    response
      .type('html')
      .set('Cache-Control', 'no-store')
      .send(html.replaceAll(NONCE, String(response.locals.nonce)));
  });
}
