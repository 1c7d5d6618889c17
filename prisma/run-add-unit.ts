/** `npm run add-unit -- --id dazu-zhijiao --name 大足职教中心 --name-en "Dazu Vocational Education Centre" --kind school --full-time 186` */
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { migrationSettings } from '../config.ts';
import { createPrisma } from './client.ts';

const unit = z.object({
  id: z.string('--id').regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, '--id: lower-case letters, digits and dashes'),
  name: z.string('--name').min(1),
  'name-en': z.string('--name-en').min(1),
  kind: z.enum(['department', 'school', 'enterprise'], '--kind: department, school or enterprise'),
  'full-time': z.coerce.number('--full-time').int().min(0).optional(),
});

const text = { type: 'string' } as const;
const { values } = parseArgs({ options: { id: text, name: text, 'name-en': text, kind: text, 'full-time': text } });
const { data, error } = unit.safeParse(values);
if (error) {
  console.error(`缺少或有误 · missing or wrong: ${error.issues.map(({ message }) => message).join('; ')}`);
  process.exit(2);
}

const prisma = createPrisma(migrationSettings().DATABASE_URL, { asService: true });
const { id, name, kind, 'name-en': nameEn, 'full-time': fullTime } = data;
await prisma.unit.upsert({ where: { id }, create: { id, name, nameEn, kind }, update: { name, nameEn, kind } });
if (fullTime !== undefined) {
  const key = { unitId: id, year: new Date().getFullYear() };
  await prisma.headCount.upsert({ where: { unitId_year: key }, create: { ...key, fullTime }, update: { fullTime } });
}
await prisma.$disconnect();
console.log(`${name}(${id})`);
