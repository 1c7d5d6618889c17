/** Four programs on their way through the fund: one paid in part, one ordered from finance, one before the joint meeting, one being countersigned. */
import { randomUUID } from 'node:crypto';
import { Client as Temporal, Connection } from '@temporalio/client';
import type { Client } from '../api/contract/client.ts';
import { createCaseMessages } from '../api/case-messages.ts';
import { submitApplication } from '../api/submissions.ts';
import { createPrisma } from '../prisma/client.ts';
import type { DemoAccount } from '../prisma/seed.ts';
import type { Policy } from '../processes/policy.ts';
import { exampleFunding } from '../processes/program-funding/example.ts';
import { decide, type SignedIn } from './demo-acts.ts';
import { page } from './demo-evidence.ts';

export interface DemoConnections {
  databaseUrl: string;
  temporalAddress: string;
  namespace: string;
  policy: Policy;
}

interface Program {
  /** Of the school that applies. */
  clerk: string;
  school: string;
  name: string;
  /** Of the national catalogue. */
  code: string;
  industry: string;
}

const programs = {
  robots: program('feng.juan', '重庆市大足职业教育中心', '工业机器人技术应用', '660303', 'zhineng'),
  cars: program('ding.hao', '重庆市双桥职业学校', '新能源汽车制造与检测', '660702', 'qimo'),
  moulds: program('feng.juan', '重庆市大足职业教育中心', '模具制造技术', '660108', 'wujin'),
  strontium: program('ding.hao', '重庆市双桥职业学校', '化学工艺', '670201', 'siyan'),
};

const COUNTERSIGNERS = ['lv.fang', 'liang.jing', 'song.tao', 'tang.li', 'han.xue', 'deng.bo', 'xiao.ming', 'dong.ping'];

export async function makeDemoFunding(as: SignedIn, accounts: DemoAccount[], demo: DemoConnections): Promise<void> {
  const connection = await Connection.connect({ address: demo.temporalAddress });
  const prisma = createPrisma(demo.databaseUrl, { asService: true, poolSize: 3 });
  const temporal = new Temporal({ connection, namespace: demo.namespace });
  const desk = { prisma, policy: withBriefNotice(demo.policy), messages: createCaseMessages({ temporal, prisma }) };
  const experts = accounts
    .filter(({ roles }) => roles.includes('expert'))
    .map(({ email }) => email.split('@')[0] ?? '');

  try {
    await Promise.all([
      paidInPart(),
      ordered(),
      toTheMeeting(programs.moulds, 90_000_000),
      beingCountersigned(programs.strontium),
    ]);
  } finally {
    await Promise.all([connection.close(), prisma.$disconnect()]);
  }

  async function paidInPart(): Promise<void> {
    await awarded(programs.robots, 110_000_000);
    const manager = await as('yan.li');
    const number = await orderOf(manager, programs.robots);
    await manager.markOrderPaid({ params: { number }, body: { voucher: `财拨-${new Date().getFullYear()}-0001` } });
  }

  async function ordered(): Promise<void> {
    await awarded(programs.cars, 80_000_000);
    await orderOf(await as('yan.li'), programs.cars);
  }

  async function awarded(applied: Program, awardedFen: number): Promise<void> {
    const caseId = await toTheMeeting(applied, awardedFen);
    await decide(await as('cao.wei'), caseId, { verdict: 'approve', opinion: '联席会议审议通过。' });
  }

  /** Up to the joint meeting: the money is reserved. */
  async function toTheMeeting(applied: Program, awardedFen: number): Promise<string> {
    const caseId = await underCountersign(applied);
    await Promise.all(COUNTERSIGNERS.map(async (login) => decide(await as(login), caseId, { verdict: 'approve' })));
    await Promise.all(
      experts.map(async (login, index) =>
        decide(await as(login), caseId, { verdict: 'approve', data: { score: 78 + (index % 5) * 3 } }),
      ),
    );
    await decide(await as('zhang.jianguo'), caseId, { verdict: 'approve', data: { awardedFen } });
    return caseId;
  }

  async function beingCountersigned(applied: Program): Promise<void> {
    const caseId = await underCountersign(applied);
    await decide(await as('song.tao'), caseId, { verdict: 'approve', opinion: '同意，产业急需。' });
    await decide(await as('deng.bo'), caseId, { verdict: 'approve' });
    const opinion = '实训楼改造须先办消防审验，协议中未写明。';
    await decide(await as('xiao.ming'), caseId, { verdict: 'reject', opinion });
  }

  async function underCountersign({ clerk, ...applied }: Program): Promise<string> {
    const applicant = await as(clerk);
    const name = `申报材料-${applied.name}.pdf`;
    const { id: file } = await applicant.uploadFile({
      file: new File([await page(applied.name)], name, { type: 'application/pdf' }),
    });
    const form = exampleFunding(() => file);
    const caseId = randomUUID();
    const asker = await prisma.user.findFirstOrThrow({
      where: { email: { startsWith: `${clerk}@` } },
      select: { id: true, name: true, email: true, memberships: { select: { unitId: true } } },
    });
    await submitApplication(
      desk,
      {
        ...asker,
        memberships: asker.memberships.map(({ unitId }) => ({ unitId, role: 'clerk' })),
        ...{ mustChangePassword: false, standIns: [] },
      },
      caseId,
      {
        process: 'program-funding',
        form: {
          ...form,
          program: { ...form.program, ...applied },
          payee: { ...form.payee, accountName: applied.school },
        },
        files: [file],
      },
    );
    await decide(await as('lv.fang'), caseId, { verdict: 'approve', opinion: '材料齐全，符合申报条件。' });
    return caseId;
  }
}

/** The demo's own: seven working days of public notice would leave the fund's pages empty for more than a week. */
function withBriefNotice(policy: Policy): Policy {
  const brief = structuredClone(policy);
  brief.processes['program-funding'].notice.deadline = { duration: 'PT1S' };
  return brief;
}

/** The award follows the notice by itself, and the order the award. */
async function orderOf(manager: Client, { name }: Program): Promise<string> {
  for (let patience = 100; patience > 0; patience--) {
    const { items } = await manager.listPaymentOrders();
    // Written a moment before the turn that pays it opens.
    const order = items.find((each) => each.case.title.includes(name) && each.assignmentId !== null);
    if (order) return order.number;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`no payment order for ${name}`);
}

function program(clerk: string, school: string, name: string, code: string, industry: string): Program {
  return { clerk, school, name, code, industry };
}
