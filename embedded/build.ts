/** `npm run build`: the page (web/dist) and the workflow bundle (dist/workflows.js), each unless it is up to date. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { projectRoot } from '../config.ts';
import { buildIfStale, isStale } from './stale.ts';
import type { Built } from './stale.ts';

/** For WORKFLOW_BUNDLE. */
export const bundlePath = join(projectRoot, 'dist', 'workflows.js');

const outputs: Built[] = [
  {
    output: 'web/dist/index.html',
    from: ['web', 'api/contract', 'processes', 'package-lock.json'],
    async build() {
      const { build } = await import('vite');
      await build({ configFile: join(projectRoot, 'web', 'vite.config.ts'), mode: 'production', logLevel: 'warn' });
    },
  },
  {
    output: 'dist/workflows.js',
    from: ['workflows', 'processes', 'package-lock.json'],
    async build() {
      const { writeWorkflowBundle } = await import('../worker/workflow-bundle.ts');
      await writeWorkflowBundle(bundlePath);
    },
  },
];

export const isBuilt = async (): Promise<boolean> => !(await Promise.all(outputs.map(isStale))).includes(true);

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const output of outputs) await buildIfStale(output);
}
