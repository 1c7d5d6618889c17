/** A worker for the outbox as a process of its own, to be killed. With `hang` it stops for ever once the mail server has accepted a mail. */
import { NativeConnection, Worker } from '@temporalio/worker';
import { createMailActivities } from '../../activities/mail/mail-activities.ts';
import { smtpTransport } from '../../activities/mail/smtp-transport.ts';
import { createPrisma } from '../../prisma/client.ts';
import { createStorage } from '../../storage.ts';
import { MAIL_QUEUE } from '../../workflows/messages.ts';

export interface SenderSettings {
  address: string;
  namespace: string;
  codePath: string;
  databaseUrl: string;
  smtpUrl: string;
  storageUrl: string;
  hang: boolean;
}

const settings = JSON.parse(process.argv[2] ?? '{}') as SenderSettings;
const transport = smtpTransport(settings.smtpUrl);
const activities = createMailActivities({
  prisma: createPrisma(settings.databaseUrl),
  storage: createStorage(settings.storageUrl),
  office: { name: '区教委', nameEn: 'Commission', publicUrl: 'https://lianban.test' },
  sender: 'lianban@dazu.test',
  nearWorkingDays: 2,
  listenUrl: settings.databaseUrl,
  transport: {
    async sendMail(mail) {
      await transport.sendMail(mail);
      if (!settings.hang) return;
      process.stdout.write('accepted\n');
      await new Promise(() => {});
    },
  },
});
const worker = await Worker.create({
  connection: await NativeConnection.connect({ address: settings.address }),
  namespace: settings.namespace,
  taskQueue: MAIL_QUEUE,
  workflowBundle: { codePath: settings.codePath },
  activities,
  stickyQueueScheduleToStartTimeout: '1s',
});
await worker.run();
