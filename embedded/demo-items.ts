/** The joint meeting's tasks in every light: new ones, some under way, one closed out, some that slipped. */
import type { Client } from '../api/contract/client.ts';
import type { ItemRowInput } from '../api/contract/action-items.ts';
import { createPrisma, type Prisma } from '../prisma/client.ts';
import { DAY_MS, shanghaiDate } from '../processes/shanghai.ts';
import type { SignedIn } from './demo-acts.ts';
import { page } from './demo-evidence.ts';
import type { DemoConnections } from './demo-funding.ts';

const day = (fromToday: number): string => shanghaiDate(Date.now() + fromToday * DAY_MS);

interface Task {
  lead: string;
  /** Login of the contact. */
  contact: string;
  supporting?: string[];
  content: string;
  measure: string;
  clause: string;
  /** Days from today; the start of what slipped lies in the past. */
  due: number;
  started?: number;
  milestones?: [name: string, due: number][];
  percent?: number;
  report?: string;
}

const tasks: Task[] = [
  task(
    'jingxinwei',
    'lu.chao',
    '培育产教融合型企业 2 家，并报市级认定',
    '2 家企业列入市级产教融合型企业目录',
    '三(二)1',
    55,
    {
      ...{
        supporting: ['fagaiwei', 'caizhengju'],
        started: -120,
        percent: 20,
        report: '1 家企业已提交申报材料，另 1 家在谈。',
      },
      milestones: [
        ['确定培育名单', -60],
        ['完成材料申报', -20],
        ['市级评审', 40],
      ],
    },
  ),
  task('caizhengju', 'jia.ning', '落实职业教育发展基金年度预算安排', '不少于 1000 万元到位', '四(三)', -6, {
    ...{ supporting: ['jiaowei'], started: -95, percent: 80, report: '已到位 800 万元，余款在办理拨付手续。' },
  }),
  task('rensheju', 'wan.fei', '建成职业技能等级认定站点 3 个', '3 个站点挂牌并完成首批认定', '二(二)', 3, {
    ...{ supporting: ['kejiju'], started: -60, percent: 85, report: '两个站点已挂牌，第三个正在验收。' },
  }),
  task('kejiju', 'shen.qi', '组织职业院校科技成果转化对接会', '签约项目不少于 5 个', '三(二)2', 48, {
    ...{ supporting: ['jingxinwei'], percent: 10, report: '已征集技术需求 23 项。' },
  }),
  task('jiaowei', 'gu.ting', '完成双师型教师认定 60 人', '专任教师双师比例达到 60%', '二(二)', 120, {
    ...{ supporting: ['rensheju'], percent: 15, report: '首批 12 人进入公示。' },
  }),
  task('zhujianwei', 'qian.duo', '推进职教中心新校区二期建设', '主体结构封顶', '三(一)', 200, {
    ...{ supporting: ['caizhengju', 'fagaiwei'] },
    milestones: [
      ['完成招标', 30],
      ['基础施工', 90],
      ['主体封顶', 195],
    ],
  }),
  task('zuzhibu', 'mao.yu', '出台企业高技能人才到校兼职办法', '办法印发', '三(四)4', 30, { supporting: ['rensheju'] }),
  task('fagaiwei', 'yu.hang', '将职业教育纳入年度重大项目计划', '项目列入计划并公布', '四(一)', 75, {}),
  task('nongyewei', 'pan.yue', '开展高素质农民培训 500 人次', '培训 500 人次，合格率 95% 以上', '二(二)', 90, {
    ...{ percent: 40, report: '已完成 4 期 210 人次。' },
  }),
  task('shuiwuju', 'tan.rui', '落实产教融合型企业税收抵免政策', '完成政策辅导和首批抵免', '三(二)1', 60, {}),
  task('dazu-zhijiao', 'feng.juan', '五金产业学院实训基地投入使用', '设备到位、验收合格、首批学生入驻', '三(二)2', 20, {
    ...{ supporting: ['jingxinwei'], percent: 70, report: '设备安装完成，正在调试。' },
    milestones: [
      ['设备采购', 2],
      ['安装调试', 12],
    ],
  }),
  task('waiban', 'dai.xin', '对接新加坡职业院校合作办学', '签署合作备忘录', '三(五)', 100, {}),
];

function task(
  lead: string,
  contact: string,
  content: string,
  measure: string,
  clause: string,
  due: number,
  more: Partial<Task>,
): Task {
  return { lead, contact, content, measure, clause, due, ...more };
}

const rowOf = ({
  lead,
  contact,
  supporting = [],
  content,
  measure,
  clause,
  due,
  milestones = [],
}: Task): ItemRowInput => ({
  meeting: '职业教育工作联席会议第 3 次会议',
  ...{ clause, content, measure, leadUnits: [lead], supportingUnits: supporting, contact: `${contact}@dazu.example` },
  // What slipped is given its past dates once it is made.
  dueOn: day(Math.max(due, 1)),
  milestones: milestones.map(([name, at]) => ({ name, dueOn: day(Math.max(0, Math.min(at, due))) })),
});

export async function makeDemoItems(as: SignedIn, { databaseUrl }: DemoConnections): Promise<void> {
  const secretary = await as('cao.wei');
  const { items } = await secretary.createActionItems(
    { body: { items: tasks.map(rowOf) } },
    { idempotencyKey: 'demo-action-items' },
  );
  const prisma = createPrisma(databaseUrl, { asService: true, poolSize: 2 });
  try {
    for (const [index, each] of tasks.entries()) {
      const id = items[index]?.id ?? '';
      // Two are still to be taken on.
      if (index > 9 && each.percent === undefined) continue;
      await workOn(await as(each.contact), id, each);
      await setBack(prisma, id, each);
    }
    await closeOne(as, secretary);
  } finally {
    await prisma.$disconnect();
  }
}

async function workOn(contact: Client, id: string, { percent, report }: Task): Promise<void> {
  await take(contact, id, { verdict: 'approve', opinion: '已认领，尽快落实。' });
  if (percent === undefined) return;
  const { id: fileId } = await contact.uploadFile({ file: await evidence('进展情况说明') });
  await take(contact, id, { verdict: 'approve', opinion: report ?? '', data: { percent, fileIds: [fileId] } });
}

/** As if it had been given out in the past: the board of a fresh demo has every light. */
async function setBack(prisma: Prisma, caseId: string, { started, due, milestones = [] }: Task): Promise<void> {
  if (started === undefined) return;
  const dueOn = day(due);
  await prisma.actionItem.update({ where: { caseId }, data: { startsOn: day(started), dueOn, firstDueOn: dueOn } });
  for (const [index, [, at]] of milestones.entries())
    await prisma.itemMilestone.updateMany({ where: { caseId, number: index + 1 }, data: { dueOn: day(at) } });
  if (due >= 1) return;
  const dueAt = new Date(`${day(due + 1)}T00:00:00+08:00`);
  await prisma.assignment.updateMany({ where: { caseId, purpose: 'progress', state: 'open' }, data: { dueAt } });
  await prisma.stageVisit.updateMany({ where: { caseId, stage: 'carrying-out' }, data: { dueAt } });
}

/** One that is done: evidence, a supporting unit's word, 销号. */
async function closeOne(as: SignedIn, secretary: Client): Promise<void> {
  const done = task('kejiju', 'shen.qi', '举办职业教育活动月主场活动', '活动举办，参与师生 3000 人以上', '四(四)', 14, {
    supporting: ['jiaowei'],
  });
  const { items } = await secretary.createActionItems(
    { body: { items: [rowOf(done)] } },
    { idempotencyKey: 'demo-action-item-done' },
  );
  const id = items[0]?.id ?? '';
  const contact = await as(done.contact);
  await take(contact, id, { verdict: 'approve', opinion: '已认领。' });
  const { id: fileId } = await contact.uploadFile({
    file: await evidence('活动总结'),
  });
  await contact.actOnActionItem({
    params: { id },
    body: { kind: 'ask-close-out', text: '活动已举办，附总结。', fileIds: [fileId] },
  });
  await take(await as('lv.fang'), id, { verdict: 'approve', opinion: '情况属实。' });
  await take(secretary, id, { verdict: 'approve', opinion: '同意销号。' });
}

const evidence = async (name: string) => new File([await page('progress')], `${name}.pdf`, { type: 'application/pdf' });

type Decision = Parameters<Client['decideAssignment']>[0]['body'];

async function take(person: Client, id: string, body: Decision): Promise<void> {
  const [turn] = (await person.getActionItem({ params: { id } })).turns;
  if (!turn) throw new Error(`nothing to do on item ${id}`);
  await person.decideAssignment({ params: { id: turn.assignmentId }, body: { round: turn.round, ...body } });
}
