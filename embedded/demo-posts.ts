/**
 * Part-time posts: one whose last year is to be declared, one declared and accepted, one suspended, one ended early, one being registered, one
 * at the school's review; and a school's own income of last year, entered.
 */
import { randomUUID } from 'node:crypto';
import { Client as Temporal, Connection } from '@temporalio/client';
import { createCaseMessages } from '../api/case-messages.ts';
import { submitApplication } from '../api/submissions.ts';
import { createPrisma } from '../prisma/client.ts';
import { examplePartTime } from '../processes/part-time-income/example.ts';
import type { PartTimeForm } from '../processes/part-time-income/form.ts';
import type { Policy } from '../processes/policy.ts';
import { exampleSchoolIncome } from '../processes/school-income/example.ts';
import { shanghaiDate } from '../processes/shanghai.ts';
import { decide, type SignedIn } from './demo-acts.ts';
import { page } from './demo-evidence.ts';
import type { DemoConnections } from './demo-funding.ts';

interface Post {
  /** Of the teacher. */
  login: string;
  name: string;
  school: string;
  host: Pick<PartTimeForm['host'], 'name' | 'creditCode' | 'sector'>;
  title: string;
  /** Yuan a year. */
  yearly: number;
}

const today = shanghaiDate(Date.now());
const year = Number(today.slice(0, 4));
const last = String(year - 1);
const centre = '重庆市大足职业教育中心';
const longshui = { name: '龙水五金智造有限公司', creditCode: '91500225MA5U8K3T2P', sector: 'wujin' };
const shuangqiao = { name: '重庆双桥汽车零部件有限公司', creditCode: '91500111MA60L9Q7XM', sector: 'qimo' };

const posts = {
  wangMin: post('wang.min', '王敏', longshui, '模具设计技术顾问', 36_000),
  liuYang: post('liu.yang', '刘洋', shuangqiao, '焊接机器人工艺指导', 48_000),
  wangMinToo: post('wang.min', '王敏', shuangqiao, '工装夹具技术指导', 18_000),
  liuYangToo: post('liu.yang', '刘洋', longshui, '模具装配工艺指导', 12_000),
  chenJing: post('chen.jing', '陈静', longshui, '电商运营顾问', 24_000),
  zhaoLei: { ...post('zhao.lei', '赵磊', shuangqiao, '设备维护技术顾问', 30_000), school: '重庆市双桥职业学校' },
} satisfies Record<string, Post>;

export async function makeDemoPosts(as: SignedIn, demo: DemoConnections): Promise<void> {
  const connection = await Connection.connect({ address: demo.temporalAddress });
  const prisma = createPrisma(demo.databaseUrl, { asService: true, poolSize: 3 });
  const temporal = new Temporal({ connection, namespace: demo.namespace });
  const desk = { prisma, policy: withBriefNotice(demo.policy), messages: createCaseMessages({ temporal, prisma }) };

  try {
    await Promise.all([
      registered(posts.wangMin),
      registered(posts.liuYang).then((id) => declared(id, posts.liuYang)),
      registered(posts.wangMinToo).then(suspended),
      registered(posts.liuYangToo).then((id) => endedEarly(id, posts.liuYangToo)),
      beingRegistered(posts.chenJing),
      applied(posts.zhaoLei),
      schoolIncome(),
    ]);
  } finally {
    await Promise.all([connection.close(), prisma.$disconnect()]);
  }

  async function schoolIncome(): Promise<void> {
    const clerk = await as('feng.juan');
    const accounts = new File([await page('accounts')], `${last}年收入决算.pdf`, { type: 'application/pdf' });
    const { id: file } = await clerk.uploadFile({ file: accounts });
    const example = exampleSchoolIncome(() => file);
    const form = { ...example, school: { ...example.school, year: Number(last) } };
    const body = { process: 'school-income', form: { ...form } };
    const { id } = await clerk.submitCase({ body }, { idempotencyKey: randomUUID() });
    for (const login of ['zheng.hua', 'lv.fang', 'han.xue']) await decide(await as(login), id, { verdict: 'approve' });
  }

  async function declared(id: string, { login, yearly }: Post): Promise<void> {
    const teacher = await as(login);
    const proof = new File([await page('proof of income')], '劳务费发放表.pdf', { type: 'application/pdf' });
    const { id: file } = await teacher.uploadFile({ file: proof });
    const incomeFen = (yearly * 100 * 7) / 12;
    const form = {
      income: { nothing: false, incomeFen, equityFen: 0, taxFen: Math.round(incomeFen * 0.03) },
      proof: { files: [file] },
      correction: {},
    };
    await teacher.declareIncome({ params: { id }, body: { period: last, form } }, { idempotencyKey: randomUUID() });
    await decide(await as('gao.fen'), id, { verdict: 'approve', opinion: '与发放表一致。' });
  }

  async function suspended(id: string): Promise<void> {
    const principal = await as('zheng.hua');
    const body = { reason: '本学期承担技能大赛集训，暂停兼职。' };
    await principal.suspendEngagement({ params: { id }, body }, { idempotencyKey: randomUUID() });
  }

  async function endedEarly(id: string, { login }: Post): Promise<void> {
    const teacher = await as(login);
    const body = { reason: '企业项目提前结题，双方协商终止。' };
    await teacher.endEngagement({ params: { id }, body }, { idempotencyKey: randomUUID() });
  }

  async function registered(held: Post): Promise<string> {
    const id = await beingRegistered(held);
    await decide(await as('deng.bo'), id, { verdict: 'approve' });
    return id;
  }

  /** The Education Commission has signed, human resources have not. */
  async function beingRegistered(held: Post): Promise<string> {
    const id = await applied(held);
    await decide(await as('zhou.hong'), id, { verdict: 'approve', opinion: '不影响教学，同意。' });
    const data = { meetingOn: today, meetingNumber: `校务会〔${year}〕第 21 次` };
    await decide(await as('zhou.hong'), id, { verdict: 'approve', data });
    const principal = await as('zheng.hua');
    for (let left = 60; left > 0; left--) {
      if (await decide(principal, id, { verdict: 'approve' })) break;
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
    await decide(await as('lv.fang'), id, { verdict: 'approve' });
    return id;
  }

  async function applied({ login, name, school, host, title, yearly }: Post): Promise<string> {
    const teacher = await as(login);
    // One upload stands for all: uploads are limited by the minute.
    const file = new File([await page(title)], `兼职材料-${name}.pdf`, { type: 'application/pdf' });
    const { id: fileId } = await teacher.uploadFile({ file });
    const example = examplePartTime(() => fileId);
    const form: PartTimeForm = {
      ...example,
      teacher: { ...example.teacher, name, school },
      host: { ...example.host, ...host },
      post: { ...example.post, title, from: `${year - 1}-06-01`, to: `${year + 1}-05-31` },
      pay: { ...example.pay, yearlyFen: yearly * 100 },
    };
    const asker = await prisma.user.findFirstOrThrow({
      where: { email: { startsWith: `${login}@` } },
      include: { memberships: true },
    });
    const caseId = randomUUID();
    await submitApplication(
      desk,
      {
        ...asker,
        memberships: asker.memberships.map(({ unitId }) => ({ unitId, role: 'teacher' })),
        standIns: [],
      },
      caseId,
      { process: 'part-time-income', form, files: [fileId] },
    );
    return caseId;
  }
}

/** The demo does not wait three working days. */
function withBriefNotice(policy: Policy): Policy {
  const brief = structuredClone(policy);
  brief.processes['part-time-income'].notice.deadline = { duration: 'PT1S' };
  return brief;
}

function post(login: string, name: string, host: Post['host'], title: string, yearly: number): Post {
  return { login, name, school: centre, host, title, yearly };
}
