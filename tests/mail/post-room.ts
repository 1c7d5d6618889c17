/** A post room for tests: a database with people and cases, a real SMTP catcher, and the activities that send. */
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { MockActivityEnvironment } from '@temporalio/testing';
import {
  createMailActivities,
  type MailDependencies,
  type SendingTally,
} from '../../activities/mail/mail-activities.ts';
import { smtpTransport } from '../../activities/mail/smtp-transport.ts';
import { messageIdFor } from '../../activities/cases/notifications.ts';
import { asJson } from '../../activities/cases/writing.ts';
import { createPrisma, type Prisma } from '../../prisma/client.ts';
import type { Prisma as Rows } from '../../prisma/generated/client.ts';
import { exampleCertification } from '../../processes/teacher-certification/example.ts';
import { createStorage } from '../../storage.ts';
import { type FreshDatabase, freshDatabase, mailCatcher } from '../support/index.ts';
import { settlePeople } from '../workflows/people.ts';
import { certificationRules } from '../workflows/rules.ts';

export type PostRoom = Awaited<ReturnType<typeof openPostRoom>>;

export const office = {
  name: '大足区教育委员会职业教育办公室',
  nameEn: 'Vocational Education Office',
  publicUrl: 'https://lianban.test',
};
export const sender = '大足区职教联办 <lianban@dazu.test>';

/** With a database of its own, or in the given district. */
export async function openPostRoom(district?: { prisma: Prisma; database: FreshDatabase }) {
  const [catcher, folder] = await Promise.all([mailCatcher(), mkdtemp(join(tmpdir(), 'lianban-mail-'))]);
  const database = district?.database ?? (await freshDatabase());
  const prisma = district?.prisma ?? createPrisma(database.url);
  if (!district) await settlePeople(prisma);
  const storage = createStorage(pathToFileURL(folder).href);
  const transport = smtpTransport(catcher.url);
  const dependencies: MailDependencies = {
    prisma,
    transport,
    storage,
    office,
    sender,
    nearWorkingDays: 2,
    listenUrl: database.url,
    restMs: 50,
  };

  return {
    database,
    catcher,
    prisma,
    storage,
    dependencies,
    /** Runs the activity once, until nothing is due. */
    send: (change: Partial<MailDependencies> = {}, forMs = 0): Promise<SendingTally> => {
      const { sendPendingMail } = createMailActivities({ ...dependencies, ...change });
      return new MockActivityEnvironment().run(sendPendingMail, { forMs });
    },
    /** A queued mail, by default for the school's reviewer about the open turn of a case. */
    async queue(change: Partial<Rows.NotificationCreateManyInput> = {}) {
      const id = randomUUID();
      await prisma.notification.createMany({
        data: {
          id,
          key: id,
          kind: 'assignment-opened',
          recipientId: 'school-reviewer',
          facts: {},
          messageId: messageIdFor(id, 'lianban.test'),
          ...change,
        },
      });
      return id;
    },
    row: (id: string) => prisma.notification.findUniqueOrThrow({ where: { id } }),
    /** As if the wait before the next attempt, or a lease, had passed. */
    comeDue: () => prisma.notification.updateMany({ data: { nextAttemptAt: new Date(0) } }),
    async close() {
      transport.close();
      await catcher.stop();
      if (!district) await prisma.$disconnect();
      await rm(folder, { recursive: true });
    },
  };
}

/** A case of the school with one open turn of its reviewers. */
export async function settleCase(
  prisma: Prisma,
  change: { assignment?: Partial<Rows.AssignmentUncheckedCreateInput>; number?: string; title?: string } = {},
) {
  const caseId = randomUUID();
  const now = new Date();
  const dueAt = new Date(now.getTime() + 5 * 86_400_000);
  await prisma.case.create({
    data: {
      id: caseId,
      number: change.number ?? `SS-2026-${caseId.slice(0, 4)}`,
      title: change.title ?? '陈思远：中职中级双师型教师认定',
      process: 'teacher-certification',
      state: 'in-review',
      stage: 'school-review',
      applicantId: 'teacher',
      unitId: 'dazu-zhijiao',
      form: exampleCertification(() => randomUUID()),
      rules: asJson(certificationRules()),
      policyVersion: 'test-1',
      facts: {},
      submittedAt: now,
      visits: { create: { stage: 'school-review', round: 1, state: 'open', openedAt: now, dueAt } },
    },
  });
  const assignmentId = `${caseId}-1`;
  await prisma.assignment.create({
    data: {
      id: assignmentId,
      caseId,
      dueAt,
      process: 'teacher-certification',
      stage: 'school-review',
      round: 1,
      purpose: 'decide',
      state: 'open',
      unitId: 'dazu-zhijiao',
      role: 'reviewer',
      excludedId: 'teacher',
      openedAt: now,
      ...change.assignment,
    },
  });
  return { caseId, assignmentId };
}
