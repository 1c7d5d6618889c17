import { Connection } from '@temporalio/client';
import { createTransport } from 'nodemailer';
import { expect, it } from 'vitest';
import { createPrisma } from '../../prisma/client.ts';
import { devServer, freshDatabase, mailCatcher, timeSkipping, workflowBundle } from './index.ts';

it('databases of two tests do not see each other', async () => {
  const [one, other] = (await Promise.all([freshDatabase(), freshDatabase()])).map(({ url }) => createPrisma(url));
  await one!.unit.create({ data: { id: 'a', name: '甲校', nameEn: 'A', kind: 'school' } });
  expect(await one!.unit.count()).toBe(1);
  expect(await other!.unit.count()).toBe(0);
  await Promise.all([one!.$disconnect(), other!.$disconnect()]);
});

it('the dev server gives every asker a namespace', async () => {
  const [one, other] = await Promise.all([devServer(), devServer()]);
  expect(one.namespace).not.toBe(other.namespace);
  const connection = await Connection.connect({ address: one.address });
  await connection.workflowService.describeNamespace({ namespace: one.namespace });
  await connection.close();
});

it('the time-skipping server skips', async () => {
  const environment = await timeSkipping();
  const before = await environment.currentTimeMs();
  await environment.sleep('30 days');
  expect((await environment.currentTimeMs()) - before).toBeGreaterThanOrEqual(30 * 86_400_000);
  await environment.teardown();
});

it('the workflows are bundled once', async () => {
  const [one, other] = await Promise.all([workflowBundle(), workflowBundle()]);
  expect(one).toEqual(other);
});

it('the mail catcher keeps what it accepts', async () => {
  const mails = await mailCatcher();
  const transport = createTransport(mails.url);
  mails.refuse(451);
  const mail = { from: 'office@dazu.test', to: 'wang@dazu.test', subject: '待办:学校初审', text: '请办理' };
  await expect(transport.sendMail(mail)).rejects.toThrow('451');
  mails.refuse(null);
  await transport.sendMail(mail);
  const [caught] = await mails.waitFor(1);
  expect(caught).toMatchObject({ subject: '待办:学校初审', envelopeTo: ['wang@dazu.test'], text: '请办理' });
  await mails.stop();
});
