/**
 * `npm run add-person -- --email zhang@example.cn --name 张三 --role administrator@jiaowei [--role reviewer@jiaowei]`: an account
 * with a random password, printed once, to be changed at the first sign-in. The policy's departments are made first.
 */
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { peopleSettings } from '../config.ts';
import type { Role } from '../processes/case.ts';
import { parsePolicy } from '../processes/policy.ts';
import { createPrisma } from './client.ts';
import { addPerson, randomPassword } from './people.ts';
import { seedUnits } from './seed.ts';

const ROLES = [
  'teacher',
  'clerk',
  'reviewer',
  'principal',
  'leader',
  'expert',
  'secretariat',
  'fund-manager',
  'finance',
  'auditor',
  'administrator',
] as const satisfies Role[];

const person = z.object({
  email: z.email('--email'),
  name: z.string('--name').min(1),
  role: z
    .array(
      z.string().regex(new RegExp(`^(${ROLES.join('|')})@[a-z0-9-]+$`), `--role: one of ${ROLES.join(', ')}, @unit`),
    )
    .min(1, '--role role@unit'),
});

const text = { type: 'string' } as const;
const { values } = parseArgs({ options: { email: text, name: text, role: { ...text, multiple: true, default: [] } } });
const { data, error } = person.safeParse(values);
if (error) stop(`缺少或有误 · missing or wrong: ${error.issues.map(({ message }) => message).join('; ')}`);

const { DATABASE_URL, POLICY_FILE } = peopleSettings();
const prisma = createPrisma(DATABASE_URL, { asService: true });
await seedUnits(prisma, parsePolicy(JSON.parse(await readFile(POLICY_FILE, 'utf8'))));
const memberships = data.role.map((each) => {
  const [role = '', unitId = ''] = each.split('@');
  return { role: role as Role, unitId };
});
const known = new Set((await prisma.unit.findMany({ select: { id: true } })).map(({ id }) => id));
const unknown = memberships.map(({ unitId }) => unitId).find((unitId) => !known.has(unitId));
if (unknown) stop(`没有单位 ${unknown} · no such unit; there are: ${[...known].join(', ')}`);

const password = randomPassword();
const added = await addPerson(prisma, { ...data, password, memberships, mustChangePassword: true });
await prisma.$disconnect();
if (!added) stop(`${data.email} 已有账号 · has an account already`);
console.log(`${data.email}  ${password}\n首次登录后请修改密码 · to be changed at the first sign-in`);

function stop(reason: string): never {
  console.error(reason);
  process.exit(2);
}
