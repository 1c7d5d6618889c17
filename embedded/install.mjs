// Installs what a fresh clone lacks. In plain JavaScript, because nothing is there yet; run before `npm start` and `npm test`.
import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`需要 Node.js 20.19 或更新版本,现在是 ${process.versions.node} · Node.js 20.19 or newer is needed`);
  process.exit(1);
}

const changedMs = (path) => statSync(join(root, path), { throwIfNoEntry: false })?.mtimeMs ?? 0;
if (changedMs('node_modules/.package-lock.json') < changedMs('package-lock.json')) {
  console.log('正在安装依赖,首次约需几分钟 · installing packages, some minutes the first time');
  // The versions of the lock file. `npm ci` would refuse a lock that lacks other platforms' optional binaries, which a registry that
  // does not serve them leaves out.
  run(process.platform === 'win32' ? 'npm.cmd' : 'npm', [
    'install',
    '--no-save',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ]);
}
if (changedMs('prisma/generated/client.ts') < changedMs('prisma/schema.prisma')) {
  run(process.execPath, [join(root, 'prisma', 'generate.mjs')]);
}

function run(command, args) {
  const { status, error } = spawnSync(command, args, {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status === 0) return;
  console.error(`没有成功:${command} ${args.join(' ')} · failed${error ? `: ${error.message}` : ''}`);
  process.exit(1);
}
