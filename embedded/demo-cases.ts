/** A few applications in different stages, made through the API as people would, so that no list of the demo is empty. */
import { createClient } from '../api/contract/client.ts';
import type { Client } from '../api/contract/client.ts';
import type { DemoAccount } from '../prisma/seed.ts';
import { evidenceFor } from './demo-evidence.ts';
import { demoForm } from './demo-form.ts';
import type { DemoTeacher } from './demo-form.ts';

const PROCESS = 'teacher-certification';

export interface DemoOffice {
  /** Root of the API, without a slash at the end. */
  baseUrl: string;
  accounts: DemoAccount[];
}

/** Makes the demo's cases once: with a case in the books it does nothing. */
export async function makeDemoCases({ baseUrl, accounts }: DemoOffice): Promise<void> {
  const as = signInAs(baseUrl, accounts);
  const { items } = await (await as('kong.xin')).listCases({ query: { view: 'all', limit: 1 } });
  if (items.length > 0) return;

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

type SignedIn = (login: string) => Promise<Client>;

function signInAs(baseUrl: string, accounts: DemoAccount[]): SignedIn {
  const known = new Map<string, Promise<Client>>();
  const signIn = async (login: string) => {
    const account = accounts.find(({ email }) => email.startsWith(`${login}@`));
    if (!account) throw new Error(`no demo account for ${login}`);
    const { email, password } = account;
    const { token } = await createClient({ baseUrl }).signIn({ body: { email, password } });
    return createClient({ baseUrl, headers: () => ({ Authorization: `Bearer ${token}` }) });
  };
  return (login) => {
    const client = known.get(login) ?? signIn(login);
    known.set(login, client);
    return client;
  };
}

async function apply(applicant: Client, demoTeacher: DemoTeacher): Promise<string> {
  const { form, files } = await formWithFiles(applicant, demoTeacher);
  const options = { idempotencyKey: `demo-${demoTeacher.idNumber}` };
  return (await applicant.submitCase({ body: { process: PROCESS, form, files } }, options)).id;
}

async function formWithFiles(applicant: Client, demoTeacher: DemoTeacher) {
  const files = new Map<string, string>();
  for (const { slot, file } of await evidenceFor(demoTeacher.name)) files.set(slot, (await applicant.uploadFile({ file })).id);
  return { form: { ...demoForm(demoTeacher, (slot) => files.get(slot) ?? '') }, files: [...files.values()] };
}

type Decision = Parameters<Client['decideAssignment']>[0]['body'];

async function decide(holder: Client, caseId: string, body: Decision): Promise<boolean> {
  const { items } = await holder.listAssignments({ query: { state: 'open', limit: 50 } });
  const turn = items.find((item) => item.caseId === caseId);
  if (turn) await holder.decideAssignment({ params: { id: turn.id }, body });
  return turn !== undefined;
}

/** The first `count` of the drawn experts vote in favour. */
async function vote(as: SignedIn, accounts: DemoAccount[], caseId: string, count: number): Promise<void> {
  const experts = accounts.filter(({ roles }) => roles.includes('expert')).map(({ email }) => email.split('@')[0] ?? '');
  let votes = 0;
  for (const login of experts) {
    if (votes === count) return;
    if (await decide(await as(login), caseId, { verdict: 'approve', opinion: '达到申报层级的条件。' })) votes += 1;
  }
}
