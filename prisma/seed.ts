import { readFile, writeFile } from 'node:fs/promises';
import type { Policy } from '../processes/policy.ts';
import type { Prisma } from './client.ts';
import { seedDemoFund } from './demo-fund.ts';
import { seedDemoRegisters } from './demo-registers.ts';
import { demoPeople, demoUnits } from './demo-people.ts';
import type { DemoPerson } from './demo-people.ts';
import { addPerson, randomPassword } from './people.ts';

/** One row of `demo-accounts.json`. */
export interface DemoAccount {
  email: string;
  password: string;
  name: string;
  /** Name of the unit. */
  unit: string;
  roles: string[];
}

/** The policy's departments, as the units of the database. */
export async function seedUnits(prisma: Prisma, policy: Policy): Promise<void> {
  for (const { id, name } of policy.units) {
    const unit = { name: name.zh, nameEn: name.en, kind: 'department' };
    await prisma.unit.upsert({ where: { id }, create: { id, ...unit }, update: unit });
  }
}

/**
 * Units, people and head counts of the demo. Passwords are random and kept in `accountsFile` only, readable by its owner alone. A
 * second call adds what is missing and changes nothing else; a database with people of its own is left alone (null).
 */
export async function seedDemo(prisma: Prisma, policy: Policy, accountsFile: string): Promise<DemoAccount[] | null> {
  const known = await readAccounts(accountsFile);
  const emails = demoPeople.map(emailOf);
  if (known.length === 0 && (await prisma.user.count({ where: { email: { notIn: emails } } })) > 0) return null;

  await seedUnits(prisma, policy);
  await seedDemoUnits(prisma);
  await seedDemoRegisters(prisma);
  const units = new Map((await prisma.unit.findMany()).map(({ id, name }) => [id, name]));
  const accounts: DemoAccount[] = demoPeople.map((person) => ({
    email: emailOf(person),
    password: known.find(({ email }) => email === emailOf(person))?.password ?? randomPassword(),
    name: person.name,
    unit: units.get(person.memberships[0]?.[0] ?? '') ?? '',
    roles: person.memberships.map(([, role]) => role),
  }));
  // Written first: an account whose password nobody knows is of no use.
  await writeFile(accountsFile, `${JSON.stringify(accounts, null, 2)}\n`, { mode: 0o600 });
  const passwords = new Map(accounts.map(({ email, password }) => [email, password]));
  // One after the other: hashing fills the processor, and connections asked for meanwhile would time out.
  for (const { name, memberships, fields, login } of demoPeople) {
    const email = emailOf({ login });
    const roles = memberships.map(([unitId, role]) => ({ unitId, role }));
    await addPerson(prisma, { email, name, password: passwords.get(email) ?? '', memberships: roles, fields });
  }
  await seedDemoFund(prisma, emailOf({ login: 'yan.li' }));
  return accounts;
}

async function seedDemoUnits(prisma: Prisma) {
  for (const { fullTime, ...unit } of demoUnits) {
    await prisma.unit.upsert({ where: { id: unit.id }, create: unit, update: {} });
    if (fullTime === undefined) continue;
    const key = { unitId: unit.id, year: new Date().getFullYear() };
    await prisma.headCount.upsert({ where: { unitId_year: key }, create: { ...key, fullTime }, update: {} });
  }
}

const emailOf = ({ login }: Pick<DemoPerson, 'login'>) => `${login}@dazu.example`;

async function readAccounts(file: string): Promise<DemoAccount[]> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as DemoAccount[];
  } catch {
    return [];
  }
}
