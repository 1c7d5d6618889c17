import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { verifyPassword } from 'better-auth/crypto';
import { afterAll, expect, it } from 'vitest';
import { createPrisma } from '../../prisma/client.ts';
import { freshDatabase } from '../support/index.ts';

const { url } = await freshDatabase();
const prisma = createPrisma(url);
afterAll(() => prisma.$disconnect());

it('an office without accounts adds its schools and its first administrator', async () => {
  const school = ['--name', '大足职教中心', '--name-en', 'Dazu Centre', '--kind', 'school', '--full-time', '186'];
  await run('add-unit', '--id', 'dazu-zhijiao', ...school);
  const roles = ['--role', 'administrator@jiaowei', '--role', 'expert@dazu-zhijiao'];
  const { stdout } = await run('add-person', '--email', 'kong@dazu.example', '--name', '孔欣', ...roles);

  const user = await prisma.user.findUniqueOrThrow({
    where: { email: 'kong@dazu.example' },
    include: { accounts: true, memberships: true, expert: true },
  });
  expect(user).toMatchObject({ name: '孔欣', mustChangePassword: true, expert: { unitId: 'dazu-zhijiao' } });
  expect(user.memberships.map(({ role, unitId }) => `${role}@${unitId}`).sort()).toEqual(
    roles.filter((each) => each.includes('@')),
  );
  const password = /kong@dazu\.example {2}(\S+)/.exec(stdout)![1]!;
  expect(await verifyPassword({ hash: user.accounts[0]!.password!, password })).toBe(true);
});

it.each([
  [
    'the same address again',
    ['--email', 'kong@dazu.example', '--name', '孔欣', '--role', 'auditor@jiaowei'],
    '已有账号',
  ],
  ['a unit that is not there', ['--email', 'a@b.cn', '--name', '甲', '--role', 'teacher@nowhere'], '没有单位 nowhere'],
  ['a role that is not there', ['--email', 'a@b.cn', '--name', '甲', '--role', 'boss@jiaowei'], '--role: one of'],
  ['no address', ['--name', '甲', '--role', 'teacher@jiaowei'], '--email'],
])('refuses %s', async (_, args, reason) => {
  await expect(run('add-person', ...args)).rejects.toMatchObject({ code: 2, stderr: expect.stringContaining(reason) });
});

const run = (script: string, ...args: string[]) =>
  promisify(execFile)('npx', ['tsx', `prisma/run-${script}.ts`, ...args], {
    env: { ...process.env, DATABASE_URL: url },
  });
