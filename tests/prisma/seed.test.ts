import { mkdtemp, readFile, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { verifyPassword } from 'better-auth/crypto';
import { afterAll, expect, it } from 'vitest';
import { isStrongPassword } from '../../api/accounts/password-rules.ts';
import { createPrisma } from '../../prisma/client.ts';
import { demoPeople } from '../../prisma/demo-people.ts';
import { randomPassword } from '../../prisma/people.ts';
import { seedDemo } from '../../prisma/seed.ts';
import type { DemoAccount } from '../../prisma/seed.ts';
import { parsePolicy } from '../../processes/policy.ts';
import { freshDatabase } from '../support/index.ts';

const policy = parsePolicy(JSON.parse(await readFile('policy/dazu.json', 'utf8')));
const accountsFile = join(await mkdtemp(join(tmpdir(), 'lianban-seed-')), 'demo-accounts.json');
const prisma = createPrisma((await freshDatabase()).url);
afterAll(() => prisma.$disconnect());

it('seeds an account for every person, with the password that the file tells', async () => {
  const accounts = await seedDemo(prisma, policy, accountsFile);
  expect(JSON.parse(await readFile(accountsFile, 'utf8'))).toEqual(accounts);
  expect((await stat(accountsFile)).mode & 0o777).toBe(0o600);
  expect(accounts).toHaveLength(demoPeople.length);
  const { email, password } = (accounts as DemoAccount[])[0]!;
  const { accounts: stored } = await prisma.user.findUniqueOrThrow({ where: { email }, include: { accounts: true } });
  expect(await verifyPassword({ hash: stored[0]!.password!, password })).toBe(true);
  expect(stored[0]!.password).not.toContain(password);
});

it('fills every role and leaves a panel of five from other units for either school', async () => {
  const roles = new Set((await prisma.membership.findMany()).map(({ role }) => role));
  expect([...roles].sort()).toEqual(
    'administrator auditor clerk expert finance fund-manager leader principal reviewer secretariat teacher'.split(' '),
  );
  for (const unitId of ['dazu-zhijiao', 'shuangqiao-zhiye']) {
    expect(await prisma.expert.count({ where: { unitId } })).toBe(1);
    expect(await prisma.expert.count({ where: { unitId: { not: unitId } } })).toBeGreaterThanOrEqual(7);
  }
});

it('changes nothing at a second start', async () => {
  const rows = () => prisma.user.findMany({ include: { accounts: true, memberships: true }, orderBy: { id: 'asc' } });
  const [before, file] = [await rows(), await readFile(accountsFile, 'utf8')];
  await seedDemo(prisma, policy, accountsFile);
  expect(await rows()).toEqual(before);
  expect(await readFile(accountsFile, 'utf8')).toBe(file);
});

it('leaves a database alone that has people of its own', async () => {
  const other = createPrisma((await freshDatabase()).url);
  await other.user.create({ data: { id: 'u', email: 'someone@dazu.gov.example', name: '某人' } });
  expect(await seedDemo(other, policy, join(tmpdir(), 'never-written.json'))).toBeNull();
  expect(await other.user.count()).toBe(1);
  await other.$disconnect();
});

it('makes passwords that the rules take, never the same twice', () => {
  const passwords = Array.from({ length: 200 }, randomPassword);
  expect(passwords.filter((password) => !isStrongPassword(password))).toEqual([]);
  expect(new Set(passwords).size).toBe(200);
});
