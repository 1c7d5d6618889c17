import { createHash } from 'node:crypto';
import { mkdir, readFile, readdir, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { projectRoot } from '../config.ts';

/** Something built from files of the project; paths start at its root. */
export interface Built {
  output: string;
  from: string[];
  build: () => Promise<unknown>;
}

/** Whether it is missing, or was built from other files than those there now. */
export async function isStale({ output, from }: Built): Promise<boolean> {
  const there = await stat(join(projectRoot, output)).catch(() => undefined);
  return !there || (await readFile(stampOf(output), 'utf8').catch(() => '')) !== (await fingerprint(from));
}

export async function buildIfStale(built: Built): Promise<void> {
  if (!(await isStale(built))) return;
  const before = await fingerprint(built.from);
  await built.build();
  const stamp = stampOf(built.output);
  await mkdir(dirname(stamp), { recursive: true });
  await writeFile(stamp, before);
}

const stampOf = (output: string) => join(projectRoot, 'dist', `.${output.replaceAll(/[^a-z]+/gi, '-')}`);

async function fingerprint(paths: string[]): Promise<string> {
  const hash = createHash('sha256');
  for (const path of paths) {
    for (const file of await filesUnder(path)) hash.update(file).update(await readFile(join(projectRoot, file)));
  }
  return hash.digest('hex');
}

async function filesUnder(path: string): Promise<string[]> {
  if ((await stat(join(projectRoot, path))).isFile()) return [path];
  const entries = await readdir(join(projectRoot, path), { withFileTypes: true });
  const nested = entries
    .filter(({ name }) => name !== 'dist')
    .sort((one, other) => (one.name < other.name ? -1 : 1))
    .map(({ name }) => filesUnder(join(path, name)));
  return (await Promise.all(nested)).flat();
}
