/** `npm run picture`: draws who imports whom into docs/architecture.md, from the code itself. `--check` only says whether it is current. */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const page = join(import.meta.dirname, 'architecture.md');
const root = dirname(import.meta.dirname);
const folders = 'processes|workflows|activities|paper|api|worker|web|prisma|embedded';
const arguments_ = [
  ...['.', '--no-config', '--ts-pre-compilation-deps', '--output-type', 'mermaid'],
  ...['--collapse', `^(${folders})`, '--include-only', `^(${folders}|config\\.ts|storage\\.ts)`],
  ...['--exclude', '(dist|generated|node_modules)'],
];
const drawn = execFileSync(join(root, 'node_modules', '.bin', 'depcruise'), arguments_, {
  cwd: root,
  encoding: 'utf8',
});

const before = readFileSync(page, 'utf8');
const after = before.replace(
  /(<!-- picture -->\n)[^]*?(<!-- \/picture -->)/,
  `$1\`\`\`mermaid\n${drawn.trim()}\n\`\`\`\n$2`,
);
if (process.argv.includes('--check')) {
  if (after !== before) {
    console.error('docs/architecture.md shows an old picture: npm run picture');
    process.exitCode = 1;
  }
} else writeFileSync(page, after);
