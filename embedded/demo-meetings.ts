/** Two joint meetings: one whose minutes are published, and one that is still collecting topics. */
import { randomUUID } from 'node:crypto';
import type { Client } from '../api/contract/client.ts';
import type { Block, MinutesText } from '../processes/joint-meeting/minutes-text.ts';
import { DAY_MS, shanghaiDate } from '../processes/shanghai.ts';
import type { Verdict } from '../processes/case.ts';
import type { SignedIn } from './demo-acts.ts';

const day = (fromToday: number): string => shanghaiDate(Date.now() + fromToday * DAY_MS);

/** Clerk and signer of each member, by login. */
const members: Record<string, [clerk: string, signer: string]> = {
  jiaowei: ['gu.ting', 'lv.fang'],
  zuzhibu: ['mao.yu', 'liang.jing'],
  kejiju: ['shen.qi', 'song.tao'],
  jingxinwei: ['lu.chao', 'tang.li'],
  caizhengju: ['jia.ning', 'han.xue'],
  rensheju: ['wan.fei', 'deng.bo'],
  zhujianwei: ['qian.duo', 'xiao.ming'],
  shuiwuju: ['tan.rui', 'dong.ping'],
  fagaiwei: ['yu.hang', 'fan.qing'],
  nongyewei: ['pan.yue', 'peng.tian'],
  waiban: ['dai.xin', 'lu.yao'],
};

export async function makeDemoMeetings(as: SignedIn): Promise<void> {
  const secretary = await as('cao.wei');
  const published = await call(secretary, '职业教育工作联席会议第 3 次会议', 0, 0);
  const topics: Partial<Record<string, string[]>> = {
    jingxinwei: ['产教融合型企业培育'],
    rensheju: ['职业技能等级认定与技能培训'],
    caizhengju: ['职业教育发展基金年度安排'],
  };
  for (const [unitId, [clerk]] of Object.entries(members))
    await send(await as(clerk), published, unitId, topics[unitId]);
  await take(secretary, published);
  await secretary.saveMinutes({ params: { id: published }, body: { document: minutes, revision: 0 } });
  await take(secretary, published);
  for (const [, signer] of Object.values(members)) await take(await as(signer), published, 'approve', '无异议。');

  const collecting = await call(secretary, '职业教育工作联席会议第 4 次会议', 16, 9);
  await send(await as('shen.qi'), collecting, 'kejiju', ['职业院校科技成果转化', '技术技能创新平台共建']);
  await send(await as('dai.xin'), collecting, 'waiban');
}

async function call(secretary: Client, title: string, heldIn: number, dueIn: number): Promise<string> {
  const form = {
    meeting: {
      ...{ title, heldOn: day(heldIn), startsAt: '14:30' },
      place: '区行政中心 3 号楼 512 会议室',
      chair: '区政府分管副区长',
    },
    topics: { dueOn: day(dueIn), note: '请围绕产教融合、双师型教师队伍和技能型社会建设报送议题。' },
    members: [],
  };
  return (await secretary.submitCase({ body: { process: 'joint-meeting', form } }, { idempotencyKey: randomUUID() }))
    .id;
}

async function send(clerk: Client, id: string, unitId: string, titles: string[] = []): Promise<void> {
  const topics = titles.map((title) => ({ title, body: `${title}情况汇报及下一步建议。` }));
  if (topics.length > 0) await clerk.saveTopics({ params: { id }, body: { unitId, topics } });
  await take(clerk, id);
}

/** The person's open turn in the meeting. */
async function take(person: Client, id: string, verdict: Verdict = 'approve', opinion?: string): Promise<void> {
  const [turn] = (await person.getMeeting({ params: { id } })).turns;
  if (!turn) throw new Error(`nothing to do in meeting ${id}`);
  const body = { verdict, round: turn.round, ...(opinion && { opinion }) };
  await person.decideAssignment({ params: { id: turn.assignmentId }, body });
}

const paragraph = (text: string): Block => ({ type: 'paragraph', content: [{ type: 'text', text }] });
const heading = (text: string): Block => ({
  type: 'heading',
  attrs: { level: 2 },
  content: [{ type: 'text', text }],
});

const minutes: MinutesText = {
  type: 'doc',
  content: [
    paragraph('会议听取了各成员单位职业教育工作情况汇报，研究了产教融合、技能培训和发展基金安排等事项，议定如下。'),
    heading('一、关于产教融合型企业培育'),
    paragraph('由区经济信息委牵头，区教委、区发展改革委配合，建立产教融合型企业培育库，新增产教融合型企业 2 家以上。'),
    heading('二、关于职业技能等级认定'),
    paragraph('由区人力社保局牵头，区教委配合，组织职业院校学生参加职业技能等级认定，取证率不低于 80%。'),
    heading('三、关于职业教育发展基金'),
    paragraph('由区财政局牵头，区教委配合，落实年度基金不少于 1000 万元，按季通报使用情况。'),
  ],
};
