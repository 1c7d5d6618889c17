import { Client, Connection } from '@temporalio/client';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ProblemError, createClient } from '../../api/contract/client.ts';
import type { Client as Api } from '../../api/contract/client.ts';
import { apply, decide, vote } from '../../embedded/demo-acts.ts';
import type { ServiceProcess } from '../../embedded/service-process.ts';
import { caseWorkflowId } from '../../workflows/messages.ts';
import { applyWithOneFile, colleagues } from './colleagues.ts';
import { openDistrict } from './district.ts';
import type { District } from './district.ts';

const APPROVE = { verdict: 'approve', opinion: '同意。' } as const;
const STOPPED = { code: 0, signal: null };
let district: District;
let api: ServiceProcess;
let cases: ServiceProcess;
let mail: ServiceProcess;

beforeAll(async () => {
  district = await openDistrict();
  [api, cases, mail] = await Promise.all([
    district.startApi(),
    district.startWorker('worker-cases', 'cases'),
    district.startWorker('worker-mail', 'mail,rounds'),
  ]);
});
afterAll(() => district.close());

it('certifies a teacher, from the form to the public check', async () => {
  const { as, accounts, mails, baseUrl } = district;
  const wangMin = await as('wang.min');
  const caseId = await apply(wangMin, {
    name: '王敏',
    school: '大足职教中心',
    idNumber: '500225198610150026',
    subject: '数控技术应用',
    certificate: '数控车工',
  });
  // Waited for before each decision: a mail of a turn that is decided already is not sent.
  const told = () => mails.mails.flatMap(({ envelopeTo }) => envelopeTo);
  const hears = (...people: string[]) => expect.poll(told, { timeout: 20_000 }).toEqual(expect.arrayContaining(people));
  await hears('zhou.hong@dazu.example', 'wu.qiang@dazu.example');
  expect(await decide(await as('zhou.hong'), caseId, APPROVE)).toBe(true);
  await vote(as, accounts, caseId, 5);

  const anybody = createClient({ baseUrl });
  expect((await anybody.listNotices({ query: { state: 'all' } })).items).toHaveLength(1);
  const bureau = await as('lv.fang');
  const open = async () => (await bureau.listAssignments({ query: { state: 'open' } })).items.length;
  await expect.poll(open, { timeout: 20_000, interval: 200 }).toBe(1);
  await hears('lv.fang@dazu.example');
  expect(await decide(bureau, caseId, APPROVE)).toBe(true);

  const [mine] = (await wangMin.listMyCertificates()).items;
  const { searchParams } = new URL(mine!.checkUrl, baseUrl);
  const check = { params: { number: mine!.number }, query: { check: searchParams.get('check') ?? '' } };
  expect(await anybody.checkCertificate(check)).toMatchObject({ number: mine!.number, state: 'valid' });

  const withDocument = () => mails.mails.find(({ attachments }) => attachments.length > 0)?.envelopeTo;
  await expect.poll(withDocument, { timeout: 20_000 }).toEqual(['wang.min@dazu.example']);
});

it('loses no decision when a worker is stopped while they arrive', async () => {
  const caseIds = await applications(8);
  await district.startWorker('worker-cases-2', 'cases');
  const reviewer = await district.as('zhou.hong');

  const decisions = (await turnsIn(reviewer, caseIds)).map((id) =>
    reviewer.decideAssignment({ params: { id }, body: APPROVE }),
  );
  await Promise.race(decisions);
  await cases.stop();
  expect(await cases.ended).toEqual(STOPPED);
  await Promise.all(decisions);
  expect(await decidedTimes(caseIds)).toEqual(caseIds.map(() => 1));
  expect(await timedOut(caseIds.map(caseWorkflowId))).toEqual([]);
});

it('lets the mail worker finish what it has in hand', async () => {
  const { prisma, mails } = district;
  await applications(3);
  await mail.stop();
  expect(await mail.ended).toEqual(STOPPED);
  expect(await prisma.notification.count({ where: { state: 'sending' } })).toBe(0);

  await district.startWorker('worker-mail-2', 'mail,rounds');
  await expect.poll(() => prisma.notification.count({ where: { state: 'pending' } }), { timeout: 30_000 }).toBe(0);
  expect(await timedOut(['outbox'])).toEqual([]);
  const messageIds = mails.mails.map(({ messageId }) => messageId);
  expect(messageIds).toEqual([...new Set(messageIds)]);
});

it('answers the requests in hand when the API is stopped', async () => {
  const caseIds = await applications(6);
  const reviewer = await district.as('zhou.hong');
  const turns = await turnsIn(reviewer, caseIds);

  const answers = turns.map((id) => answered(reviewer.decideAssignment({ params: { id }, body: APPROVE })));
  await Promise.race(answers);
  await api.stop();
  expect(await api.ended).toEqual(STOPPED);
  // Those that came too late were never taken in; whatever was written was answered.
  const written = (await decidedTimes(caseIds)).filter((times) => times > 0).length;
  expect((await Promise.all(answers)).filter(Boolean)).toHaveLength(written);
  expect(written).toBeGreaterThan(0);
});

async function applications(count: number): Promise<string[]> {
  const { prisma, baseUrl } = district;
  return Promise.all((await colleagues(prisma, baseUrl, count)).map(applyWithOneFile));
}

async function turnsIn(holder: Api, caseIds: string[]): Promise<string[]> {
  const { items } = await holder.listAssignments({ query: { state: 'open', limit: 50 } });
  const turns = items.filter(({ caseId }) => caseIds.includes(caseId)).map(({ id }) => id);
  expect(turns).toHaveLength(caseIds.length);
  return turns;
}

/** False where the API could not be reached any more; every other failure is one. */
async function answered(answer: Promise<unknown>): Promise<boolean> {
  try {
    await answer;
    return true;
  } catch (error) {
    if (error instanceof ProblemError && error.problem.code === 'Unreachable') return false;
    throw error;
  }
}

/** How often each case's first review was decided. */
const decidedTimes = (caseIds: string[]): Promise<number[]> =>
  Promise.all(caseIds.map((caseId) => district.prisma.event.count({ where: { caseId, kind: 'decided' } })));

/** Time-outs in the histories of workflows: of activities, and of workflow tasks that a worker had taken. */
async function timedOut(workflowIds: string[]): Promise<string[]> {
  const { address, namespace } = district.temporal;
  const connection = await Connection.connect({ address });
  const client = new Client({ connection, namespace });
  const found: string[] = [];
  for (const workflowId of workflowIds) {
    const { events } = await client.workflow.getHandle(workflowId).fetchHistory();
    for (const { activityTaskTimedOutEventAttributes: activity, workflowTaskTimedOutEventAttributes: task } of events ??
      []) {
      if (activity) found.push(`${workflowId}: activity`);
      // Type 1 = start to close; a task that no worker had taken yet only moves to another queue.
      if (task?.timeoutType === 1) found.push(`${workflowId}: workflow task`);
    }
  }
  await connection.close();
  return found;
}
