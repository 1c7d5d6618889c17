import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { afterAll, describe, expect, it } from 'vitest';
import { throwAwayPostgres } from '../../embedded/throw-away-postgres.ts';
import { createPrisma } from '../../prisma/client.ts';
import type { Prisma } from '../../prisma/client.ts';
import { migrate } from '../../prisma/migrate.ts';
import { schemaDrift } from '../../prisma/schema-drift.ts';
import { serviceLogin } from '../../prisma/service-login.ts';
import { freshDatabase } from '../support/index.ts';

const database = await freshDatabase();
const owner = createPrisma(database.ownerUrl);
const service = createPrisma(database.url);
const ownerAsService = createPrisma(database.ownerUrl, { asService: true });
afterAll(() => Promise.all([owner, service, ownerAsService].map((prisma) => prisma.$disconnect())));

it('schema.prisma and the migrations agree', async () => {
  expect(await schemaDrift(database.ownerUrl)).toBe('');
});

it('a migrated database is left as it is', async () => {
  expect(await migrate(database.ownerUrl)).toEqual([]);
});

it('two processes may migrate an empty database at once', async () => {
  const url = new URL(database.ownerUrl);
  url.pathname = `/empty_${randomUUID().slice(0, 8)}`;
  await owner.$executeRawUnsafe(`CREATE DATABASE "${url.pathname.slice(1)}"`);
  const [one, other] = await Promise.all([migrate(url.href), migrate(url.href)]);
  expect([...one, ...other].sort()).toEqual([...new Set([...one, ...other])].sort());
  expect(one.length + other.length).toBeGreaterThan(0);
});

it('an owner who is no superuser can migrate and gives the service its login', async () => {
  const server = await throwAwayPostgres();
  const superuser = createPrisma(server.ownerUrl);
  await superuser.$executeRaw`CREATE ROLE office LOGIN CREATEROLE PASSWORD 'p4ssword'`;
  await superuser.$executeRaw`CREATE DATABASE office OWNER office`;
  await superuser.$disconnect();
  const url = new URL(server.ownerUrl);
  Object.assign(url, { username: 'office', password: 'p4ssword', pathname: '/office' });

  await migrate(url.href);
  const asService = createPrisma(url.href, { asService: true });
  const login = createPrisma(await serviceLogin(url.href, { name: 'lianban', password: 'other' }));
  for (const prisma of [asService, login]) {
    await writtenCase(prisma);
    await expect(prisma.event.deleteMany()).rejects.toThrow('permission denied');
    await prisma.$disconnect();
  }
  await server.stop();
});

describe.each([
  ['a login of its own', service],
  ["the owner's login with the service's role", ownerAsService],
] as [string, Prisma][])('the service, with %s,', (_, prisma) => {
  it('writes events and cannot change, delete or truncate them', async () => {
    const caseId = await writtenCase(prisma);
    await expect(prisma.event.updateMany({ data: { kind: 'approved' } })).rejects.toThrow('permission denied');
    await expect(prisma.event.deleteMany({ where: { caseId } })).rejects.toThrow('permission denied');
    await expect(prisma.$executeRaw`TRUNCATE event`).rejects.toThrow('permission denied');
    expect(await prisma.event.count({ where: { caseId, kind: 'submitted' } })).toBe(1);
  });

  it("cannot reach an event through its case's id", async () => {
    const id = await writtenCase(prisma);
    await expect(prisma.case.update({ where: { id }, data: { id: randomUUID() } })).rejects.toThrow();
    await expect(prisma.case.delete({ where: { id } })).rejects.toThrow();
    expect(await prisma.event.count({ where: { caseId: id } })).toBe(1);
  });

  it('writes the security log and cannot change or delete from it', async () => {
    await prisma.securityEvent.create({ data: { action: 'sign-in' } });
    await expect(prisma.securityEvent.updateMany({ data: { action: 'x' } })).rejects.toThrow('permission denied');
    await expect(prisma.securityEvent.deleteMany()).rejects.toThrow('permission denied');
  });
});

it('a queued notification and a written event wake those who listen', async () => {
  const listener = new Client({ connectionString: database.url });
  await listener.connect();
  const heard: [string, string | undefined][] = [];
  listener.on('notification', ({ channel, payload }) => heard.push([channel, payload]));
  await listener.query('LISTEN outbox; LISTEN case_changed');

  const caseId = await writtenCase(service);
  const row = { kind: 'urged', recipientId: 'u', facts: {} };
  await service.notification.createMany({
    data: [1, 2].map((n) => ({ ...row, key: `${caseId}:${n}`, messageId: `<${caseId}.${n}@test>` })),
  });
  await expect
    .poll(() => heard)
    .toEqual([
      ['case_changed', caseId],
      ['outbox', ''],
    ]);
  await listener.end();
});

it('a filter with undefined is refused, instead of matching everything', async () => {
  await expect(service.user.findMany({ where: { email: undefined } })).rejects.toThrow('undefined');
});

/** A case with one event, as a transition writes it. */
async function writtenCase(prisma: Prisma): Promise<string> {
  const id = randomUUID();
  await prisma.case.create({
    data: {
      id,
      number: `SS-${id}`,
      process: 'teacher-certification',
      title: '双师型教师认定',
      state: 'in-review',
      applicantId: 'u',
      unitId: 'dazu-zhijiao',
      form: {},
      rules: {},
      policyVersion: '1',
      facts: {},
      submittedAt: new Date(),
    },
  });
  const at = new Date().toISOString();
  await prisma.event.create({
    data: { caseId: id, sequence: 1, kind: 'submitted', facts: {}, at, prevHash: '', hash: 'h' },
  });
  return id;
}
