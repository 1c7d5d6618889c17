/** A few applications in different stages, made through the API as people would, so that no list of the demo is empty. */
import type { DemoAccount } from '../prisma/seed.ts';
import type { SignedIn } from './demo-acts.ts';
import { PROCESS, apply, decide, formWithFiles, signInAs, vote } from './demo-acts.ts';
import { makeDemoFigures } from './demo-figures.ts';
import type { DemoTeacher } from './demo-form.ts';
import { makeDemoFunding, type DemoConnections } from './demo-funding.ts';
import { makeDemoItems } from './demo-items.ts';
import { makeDemoMeetings } from './demo-meetings.ts';
import { makeDemoPosts } from './demo-posts.ts';

export interface DemoOffice {
  /** Root of the API, without a slash at the end. */
  baseUrl: string;
  accounts: DemoAccount[];
  connections: DemoConnections;
}

/** Makes the demo's cases once: with a case in the books it does nothing. */
export async function makeDemoCases({ baseUrl, accounts, connections }: DemoOffice): Promise<void> {
  const as = signInAs(baseUrl, accounts);
  const { items } = await (await as('kong.xin')).listCases({ query: { view: 'all', limit: 1 } });
  if (items.length > 0) return;
  await Promise.all([
    makeCertifications(as, accounts),
    makeDemoFunding(as, accounts, connections),
    makeDemoMeetings(as),
    makeDemoFigures(as, connections),
    makeDemoItems(as, connections),
    makeDemoPosts(as, connections),
  ]);
}

async function makeCertifications(as: SignedIn, accounts: DemoAccount[]): Promise<void> {
  await apply(await as('liu.yang'), teachers.liuYang);

  const returned = await apply(await as('chen.jing'), teachers.chenJing);
  const opinion = '企业实践证明缺少盖章页，请补充后重新提交。';
  await decide(await as('zhou.hong'), returned, { verdict: 'return', opinion, returnTo: 'applicant' });

  const atPanel = await apply(await as('zhao.lei'), teachers.zhaoLei);
  await decide(await as('xu.ping'), atPanel, { verdict: 'approve', opinion: '材料齐全，同意推荐。' });
  await vote(as, accounts, atPanel, 2);

  const onNotice = await apply(await as('sun.yan'), teachers.sunYan);
  await decide(await as('xu.ping'), onNotice, { verdict: 'approve', opinion: '同意推荐。' });
  await vote(as, accounts, onNotice, 5);

  // The first account of the list starts where a teacher starts: with a draft.
  const wangMin = await as('wang.min');
  const { form } = await formWithFiles(wangMin, teachers.wangMin);
  await wangMin.createDraft({ body: { process: PROCESS, form: { ...form, pledge: { accepted: false } } } });
}

const teachers = {
  wangMin: teacher('王敏', '大足职教中心', '500225198610150026', '数控技术应用', '数控车工'),
  liuYang: teacher('刘洋', '大足职教中心', '500225199003120030', '汽车运用与维修', '汽车维修'),
  chenJing: teacher('陈静', '大足职教中心', '500225198812060045', '电子商务', '电子商务师'),
  zhaoLei: teacher('赵磊', '双桥职业学校', '500225198507210019', '机电技术应用', '电工'),
  sunYan: teacher('孙燕', '双桥职业学校', '500225199109180023', '工艺美术', '石雕'),
} satisfies Record<string, DemoTeacher>;

function teacher(name: string, school: string, idNumber: string, subject: string, certificate: string): DemoTeacher {
  return { name, school, idNumber, subject, certificate };
}
