import { join, relative } from 'node:path';
import type { StartSettings } from '../config.ts';
import type { DemoAccount } from '../prisma/seed.ts';
import type { Up } from './bring-up.ts';

/** The people of the demo's first story, in the order they act. */
const STORY = ['wang.min', 'zhou.hong', 'tao.jun', 'lv.fang', 'kong.xin'];

/** What a person sees when all is up: where to look, and whom to sign in as. */
export function summary({ running, accounts }: Up, { DATA_DIR }: StartSettings): string {
  const addresses: [string, string | null][] = [
    ['网页 page', running.page],
    ['接口文档 API docs', new URL('/api/docs', running.page).href],
    ['邮件收件箱 mail inbox', running.mailInbox],
    ['Temporal', running.temporal],
    ['PostgreSQL', running.postgres],
  ];
  const file = shown(join(DATA_DIR, 'demo-accounts.json'));
  return [
    '',
    '联办已就绪 · Lianban is ready',
    ...addresses.filter(([, address]) => address !== null).map(([name, address]) => `  ${padded(name, 24)}${address}`),
    ...(accounts ? ['', `演示账号 · demo accounts(全部见 all in ${file})`, ...accountLines(accounts)] : []),
    '',
    `数据与日志 · data and logs: ${shown(DATA_DIR)}    停止 · stop: Ctrl-C`,
    '',
  ].join('\n');
}

function accountLines(accounts: DemoAccount[]): string[] {
  const chosen = STORY.flatMap((login) => accounts.filter(({ email }) => email.startsWith(`${login}@`)));
  return chosen.map(
    ({ email, password, name, unit, roles }) =>
      `  ${padded(email, 26)}${padded(password, 17)}${name} · ${unit} · ${roles.join(', ')}`,
  );
}

const shown = (path: string) => (relative(process.cwd(), path).startsWith('..') ? path : relative(process.cwd(), path));

/** Chinese characters are two columns wide in a terminal. */
function padded(text: string, columns: number): string {
  const width = [...text].reduce((sum, character) => sum + (character > '⺀' ? 2 : 1), 0);
  return text + ' '.repeat(Math.max(1, columns - width));
}
