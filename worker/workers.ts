import { join } from 'node:path';
import { Worker } from '@temporalio/worker';
import type { NativeConnection, WorkerOptions } from '@temporalio/worker';
import { createItemRoundActivities } from '../activities/action-items/item-round-activities.ts';
import { createAskActivities } from '../activities/indicators/ask-activities.ts';
import { createCaseActivities } from '../activities/cases/case-activities.ts';
import { createEngagementActivities } from '../activities/engagements/engagement-activities.ts';
import { createFundActivities } from '../activities/fund/fund-activities.ts';
import { createDocumentActivities } from '../activities/documents/document-activities.ts';
import { createMailActivities } from '../activities/mail/mail-activities.ts';
import type { MailTransport } from '../activities/mail/smtp-transport.ts';
import { createRoundActivities } from '../activities/rounds/round-activities.ts';
import type { Queue, WorkerSettings } from '../config.ts';
import type { Prisma } from '../prisma/client.ts';
import type { Policy } from '../processes/policy.ts';
import type { Storage } from '../storage.ts';
import { CASES_QUEUE, MAIL_QUEUE, ROUNDS_QUEUE } from '../workflows/messages.ts';

export interface WorkerParts {
  settings: WorkerSettings;
  policy: Policy;
  prisma: Prisma;
  transport: MailTransport;
  storage: Storage;
  connection: NativeConnection;
  /** Aborts when the process is asked to stop. */
  closing: AbortSignal;
}

/** One worker a queue: a backlog of mails or rounds never stands before people's decisions. */
export const createWorkers = (parts: WorkerParts): Promise<Worker[]> =>
  Promise.all(
    parts.settings.WORKER_QUEUES.map((queue) => Worker.create({ ...common(parts), ...perQueue[queue](parts) })),
  );

const common = ({ connection, settings }: WorkerParts) =>
  ({
    connection,
    namespace: settings.TEMPORAL_NAMESPACE,
    ...workflows(settings),
    // The rest of a task in hand at SIGTERM; a transition takes milliseconds, a mail seconds.
    shutdownGraceTime: '20s',
    shutdownForceTime: '40s',
    // After a worker is killed, its cases' decisions wait this long on its sticky queue before another worker gets them.
    stickyQueueScheduleToStartTimeout: '2s',
  }) satisfies Partial<WorkerOptions>;

/** Right-hand side of every Message-ID. */
const mailDomain = ({ PUBLIC_URL }: WorkerSettings) => new URL(PUBLIC_URL).hostname;

/** A bundle made by `npm run build`, where the setting names one; else the worker bundles now, which takes some seconds. */
const workflows = ({ WORKFLOW_BUNDLE }: WorkerSettings) =>
  WORKFLOW_BUNDLE
    ? { workflowBundle: { codePath: WORKFLOW_BUNDLE } }
    : { workflowsPath: join(import.meta.dirname, '..', 'workflows', 'index.ts') };

const perQueue: Record<Queue, (parts: WorkerParts) => Pick<WorkerOptions, 'taskQueue' | 'activities'>> = {
  cases: ({ prisma, settings }) => ({
    taskQueue: CASES_QUEUE,
    activities: {
      ...createCaseActivities({ prisma, mailDomain: mailDomain(settings) }),
      ...createFundActivities({ prisma }),
      ...createEngagementActivities({ prisma }),
    },
  }),
  mail: ({ prisma, settings, policy, transport, storage, closing }) => ({
    taskQueue: MAIL_QUEUE,
    activities: {
      ...createMailActivities({
        prisma,
        transport,
        storage,
        closing,
        sender: settings.MAIL_FROM,
        listenUrl: settings.DATABASE_URL,
        nearWorkingDays: policy.dailyRound.nearWorkingDays,
        office: { name: policy.district.office.zh, nameEn: policy.district.office.en, publicUrl: settings.PUBLIC_URL },
      }),
      ...createDocumentActivities({ prisma, storage, publicUrl: settings.PUBLIC_URL, district: policy.district }),
    },
  }),
  rounds: ({ prisma, settings, policy, storage }) => ({
    taskQueue: ROUNDS_QUEUE,
    activities: {
      ...createItemRoundActivities({ prisma, policy, mailDomain: mailDomain(settings) }),
      ...createAskActivities({ prisma, policy, mailDomain: mailDomain(settings) }),
      ...createRoundActivities({
        ...{ prisma, storage, mailDomain: new URL(settings.PUBLIC_URL).hostname },
        nearWorkingDays: policy.dailyRound.nearWorkingDays,
        renewalDaysBefore: policy.processes['teacher-certification'].certificate.renewalReminders.daysBefore,
      }),
    },
  }),
};
