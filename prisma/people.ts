import { randomInt, randomUUID } from 'node:crypto';
import { hashPassword } from 'better-auth/crypto';
import type { Role } from '../processes/case.ts';
import type { Prisma } from './client.ts';

export interface NewPerson {
  email: string;
  name: string;
  password: string;
  /** The password is only for the first sign-in. */
  mustChangePassword?: boolean;
  memberships: { unitId: string; role: Role }[];
  /** For experts: the leading industries they judge. */
  fields?: string[];
}

/** Makes an account as better-auth keeps it, a user and its `credential`; false where the address has one already. */
export async function addPerson(prisma: Prisma, person: NewPerson): Promise<boolean> {
  const { email, name, memberships, mustChangePassword = false, fields = [] } = person;
  if (await prisma.user.findUnique({ where: { email }, select: { id: true } })) return false;
  const id = randomUUID();
  const password = await hashPassword(person.password);
  const expertIn = memberships.find(({ role }) => role === 'expert');
  await prisma.user.create({
    data: {
      id,
      email,
      name,
      emailVerified: true,
      mustChangePassword,
      accounts: { create: { id: randomUUID(), accountId: id, providerId: 'credential', password } },
      memberships: { create: memberships },
      ...(expertIn ? { expert: { create: { unitId: expertIn.unitId, fields } } } : {}),
    },
  });
  return true;
}

// Without characters that look alike: a person may have to type it.
const CLASSES = ['ABCDEFGHJKLMNPQRSTUVWXYZ', 'abcdefghijkmnpqrstuvwxyz', '23456789', '-+=%@#'];

/** 14 characters of all four classes, about 77 bits. */
export function randomPassword(): string {
  const all = CLASSES.join('');
  for (;;) {
    const password = Array.from({ length: 14 }, () => all[randomInt(all.length)]).join('');
    if (CLASSES.every((characters) => [...characters].some((one) => password.includes(one)))) return password;
  }
}
