import { randomUUID } from 'node:crypto';
import { createClient } from '../../api/contract/client.ts';
import type { Client } from '../../api/contract/client.ts';
import { PROCESS } from '../../embedded/demo-acts.ts';
import { evidenceFor } from '../../embedded/demo-evidence.ts';
import { demoForm } from '../../embedded/demo-form.ts';
import type { DemoTeacher } from '../../embedded/demo-form.ts';
import type { Prisma } from '../../prisma/client.ts';
import { addPerson, randomPassword } from '../../prisma/people.ts';

export interface Colleague {
  client: Client;
  teacher: DemoTeacher;
}

/** More teachers of 大足职教中心, signed in: a person has one open application, so many cases need many people. */
export const colleagues = (prisma: Prisma, baseUrl: string, count: number): Promise<Colleague[]> =>
  Promise.all(Array.from({ length: count }, (_, index) => colleague(prisma, baseUrl, index)));

/** Applies with the same scan in every slot: an address may upload only so many files a minute. */
export async function applyWithOneFile({ client, teacher }: Colleague): Promise<string> {
  const [scan] = await evidenceFor(teacher.name);
  const { id } = await client.uploadFile({ file: scan!.file });
  const form = { ...demoForm(teacher, () => id) };
  return (await client.submitCase({ body: { process: PROCESS, form, files: [] } })).id;
}

async function colleague(prisma: Prisma, baseUrl: string, index: number): Promise<Colleague> {
  const [email, password] = [`${randomUUID()}@dazu.example`, randomPassword()];
  const name = `同事${index + 1}`;
  await addPerson(prisma, { email, name, password, memberships: [{ unitId: 'dazu-zhijiao', role: 'teacher' }] });
  const { token } = await createClient({ baseUrl }).signIn({ body: { email, password } });
  return {
    client: createClient({ baseUrl, headers: () => ({ Authorization: `Bearer ${token}` }) }),
    teacher: {
      name,
      school: '大足职教中心',
      idNumber: withCheck(`50022519900101${String(100 + index)}`),
      subject: '数控技术应用',
      certificate: '数控车工',
    },
  };
}

/** GB 11643: the 18th character checks the 17 before it. */
function withCheck(digits: string): string {
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, index) => total + weight * Number(digits[index]), 0);
  return digits + '10X98765432'[sum % 11];
}
