/** `/api/docs`: Swagger UI out of node_modules, nothing from elsewhere, and no inline script, so that the strict CSP holds. */
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import type { Express } from 'express';
import type { openApi } from './openapi.ts';

const assets = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));

const PAGE = `<!doctype html>
<html lang="zh-CN">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>大足区职教联办 API</title>
<link rel="stylesheet" href="/api/docs/swagger-ui.css">
<div id="docs"></div>
<script src="/api/docs/swagger-ui-bundle.js"></script>
<script src="/api/docs/start.js"></script>
</html>
`;

const START = `SwaggerUIBundle({ url: '/api/v1/openapi.json', dom_id: '#docs', deepLinking: true, docExpansion: 'list', validatorUrl: null });
`;

export function mountDocs(app: Express, document: ReturnType<typeof openApi>): void {
  app.get('/api/v1/openapi.json', (_request, response) => void response.json(document));
  app.get('/api/docs', (_request, response) => void response.type('html').send(PAGE));
  app.get('/api/docs/start.js', (_request, response) => void response.type('js').send(START));
  for (const file of ['swagger-ui.css', 'swagger-ui-bundle.js']) {
    app.get(`/api/docs/${file}`, (_request, response) => response.sendFile(file, { root: assets, maxAge: '1d' }));
  }
}
