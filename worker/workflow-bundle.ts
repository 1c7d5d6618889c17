import { mkdir, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { DefaultLogger, bundleWorkflowCode } from '@temporalio/worker';

/** Bundles all workflows of workflows/index.ts into one file and returns its path. */
export async function writeWorkflowBundle(
  codePath: string,
  workflowsPath = join(import.meta.dirname, '..', 'workflows', 'index.ts'),
): Promise<string> {
  const { code } = await bundleWorkflowCode({
    workflowsPath,
    logger: new DefaultLogger('WARN'),
  });
  await mkdir(dirname(codePath), { recursive: true });
  // Two processes that bundle at once must not read each other's half.
  await writeFile(`${codePath}.${process.pid}`, code);
  await rename(`${codePath}.${process.pid}`, codePath);
  return codePath;
}
