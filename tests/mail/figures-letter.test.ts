/** The mail about figures that are owed, composed when it is sent. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { figuresLetter } from '../../activities/mail/letters/figures-letter.ts';
import type { Task } from '../../activities/mail/letters/letter.ts';
import { createPrisma, type Prisma } from '../../prisma/client.ts';
import { calendarFor } from '../../processes/working-days.ts';
import { freshDatabase } from '../support/index.ts';
import { settlePeople } from '../workflows/people.ts';

const nowMs = Date.parse('2026-10-30T08:30:00+08:00');

let prisma: Prisma;
beforeAll(async () => {
  prisma = createPrisma((await freshDatabase()).url);
  await settlePeople(prisma);
  await prisma.indicatorAsk.createMany({
    data: [
      { indicator: 'training', period: '2026-Q3', unitId: 'rensheju', dueAt: new Date('2026-10-29T16:00:00Z') },
      { indicator: 'jobs', period: '2026', unitId: 'rensheju', dueAt: new Date('2026-11-06T16:00:00Z') },
      { indicator: 'other', period: '2025', unitId: 'jiaowei', dueAt: new Date('2026-10-29T16:00:00Z') },
    ].map((ask) => ({ ...ask, askedAt: new Date(nowMs) })),
  });
});
afterAll(() => prisma?.$disconnect());

const letter = (date = '2026-10-30') =>
  figuresLetter({
    desk: {
      ...{ prisma, nowMs, near: 2, calendar: calendarFor() },
      office: { name: '职教办', nameEn: 'Office', publicUrl: 'https://lianban.test' },
    },
    row: { facts: { date, indicators: ['training', 'jobs'], names: ['职业培训人次', '就业人数'] } },
    recipient: { id: 'rensheju-clerk', name: '万菲' },
  } as unknown as Task);

test('lists what the unit owes, the late ones first, and nothing of another unit', async () => {
  const written = await letter();
  if (written.kind !== 'mail') throw new Error(written.reason);
  const { subject, text } = written.mail;
  expect(subject).toBe('【联办】指标填报｜区人力社保局有 2 项待填报，其中 1 项已超期');
  expect(text).toMatch(/已超期（1）[\s\S]*职业培训人次[\s\S]*2026 年第 3 季度[\s\S]*待填报（1）[\s\S]*就业人数/);
  expect(text).not.toContain('other');
});

test('leaves out what was accepted meanwhile, and is not sent when nothing is owed or on another day', async () => {
  const accept = (indicator: string, period: string) => {
    const id = randomUUID();
    return prisma.case.create({
      data: {
        ...{ id, number: id, process: 'indicator-report', title: '', state: 'approved', applicantId: 'rensheju-clerk' },
        ...{ unitId: 'rensheju', form: {}, rules: {}, policyVersion: '1', facts: { indicator, period } },
        submittedAt: new Date(nowMs),
      },
    });
  };
  await accept('training', '2026-Q3');
  const written = await letter();
  expect(written.kind === 'mail' && written.mail.subject).toBe('【联办】指标填报｜区人力社保局有 1 项待填报');
  expect(await letter('2026-10-29')).toMatchObject({ kind: 'skip' });
  await accept('jobs', '2026');
  expect(await letter()).toMatchObject({ kind: 'skip', reason: 'reported meanwhile' });
});
