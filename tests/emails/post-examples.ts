/** Mails of part-time posts and of the schools' income, as they would read in Dazu. */
import { mailKinds, type MailKind } from '../../activities/emails/mail-kinds.ts';
import type { Mail, MailCase } from '../../activities/emails/mail.ts';
import type { TurnFacts } from '../../activities/emails/turn.ts';

type PostKind = Extract<
  MailKind,
  | 'over-limit'
  | 'declaration-returned'
  | 'engagement-registered'
  | 'engagement-suspended'
  | 'engagement-resumed'
  | 'engagement-ended'
  | 'engagement-ending'
  | 'change-concluded'
  | 'correction-returned'
  | 'declaration-due'
  | 'school-income-recorded'
>;

/** `turn`: one as any process has it. */
export function postExamples(turn: TurnFacts): Record<PostKind, () => Mail> {
  const { office } = turn;
  const post: MailCase = {
    number: 'JZ-2026-0008',
    title: '陈思远：龙水五金智造有限公司 模具设计技术顾问',
    applicant: '陈思远',
    unit: '大足职教中心',
    route: [
      { name: '提交', state: 'done', note: '9月3日' },
      { name: '学校审核', state: 'done', note: '9月8日 同意' },
      { name: '集体研究', state: 'done', note: '9月15日 同意' },
      { name: '校内公示', state: 'done', note: '9月18日 公示期满' },
      { name: '学校审批', state: 'done', note: '9月22日 同意' },
      { name: '备案', state: 'now', note: '剩余 4 个工作日' },
      { name: '在期', state: 'future' },
    ],
    keyFacts: [
      { label: '教师', value: '陈思远（大足职教中心）' },
      { label: '兼职单位', value: '龙水五金智造有限公司' },
      { label: '期限', value: '2026年10月1日至2029年9月30日' },
      { label: '时间', value: '每周 6 小时，其中工作时间 4 小时' },
    ],
    link: 'https://lianban.example/cases/7c3d2c3e-5f43-4a53-9c3e-0d8f6a1b2c3d',
  };

  const livingPost: MailCase = {
    ...post,
    route: post.route.map((station, index) =>
      index < 6 ? { name: station.name, state: 'done' } : { name: station.name, state: 'now' },
    ),
  };
  const postFacts = { office, case: livingPost, forTeacher: true };
  const declareLink = 'https://lianban.example/posts/7c3d2c3e-5f43-4a53-9c3e-0d8f6a1b2c3d/declare/2027-Q1';

  const postTurn: TurnFacts = { ...turn, case: post, stage: '备案', verdicts: ['approve', 'return', 'reject'] };
  return {
    'over-limit': () =>
      mailKinds['over-limit']({
        ...postTurn,
        purpose: 'coordinate',
        excess: {
          zh: '2027-03-01 起每周占用工作时间共 10 小时，上限 8 小时',
          en: '10 hours of working time a week from 2027-03-01, at most 8',
        },
        clause: '三(三)4',
      }),
    'declaration-returned': () =>
      mailKinds['declaration-returned']({
        ...postTurn,
        stage: '在期',
        purpose: 'declare',
        verdicts: ['approve'],
        due: '2月11日 24:00 前',
        period: '2026 年第 4 季度',
        opinion: { by: '蒋丽（大足职教中心 财务人员） 2月3日', text: '缺个人所得税完税证明。' },
      }),
    'engagement-registered': () =>
      mailKinds['engagement-registered']({
        ...postFacts,
        from: '2026年10月1日',
        until: '2029年9月30日',
        every: '每季度',
      }),
    'engagement-suspended': () =>
      mailKinds['engagement-suspended']({ ...postFacts, period: '2027 年第 1 季度', declareLink }),
    'engagement-resumed': () => mailKinds['engagement-resumed'](postFacts),
    'engagement-ended': () =>
      mailKinds['engagement-ended']({
        ...postFacts,
        forTeacher: false,
        early: true,
        until: '2027年4月30日',
        opinion: { by: '陈思远 4月30日', text: '合作项目提前结束。' },
      }),
    'engagement-ending': () =>
      mailKinds['engagement-ending']({
        ...postFacts,
        daysLeft: 30,
        until: '2029年9月30日',
        renewLink: 'https://lianban.example/posts/7c3d2c3e-5f43-4a53-9c3e-0d8f6a1b2c3d',
      }),
    'change-concluded': () =>
      mailKinds['change-concluded']({
        ...postFacts,
        end: 'rejected',
        opinion: { by: '黄志强（大足职教中心 校长） 3月9日', text: '本学期课时已满，不宜增加时间。' },
      }),
    'correction-returned': () =>
      mailKinds['correction-returned']({
        ...postFacts,
        period: '2026 年',
        opinion: { by: '蒋丽（大足职教中心 财务人员） 3月9日', text: '更正金额与银行流水不符。' },
      }),
    'declaration-due': () =>
      mailKinds['declaration-due']({
        ...postFacts,
        period: '2027 年第 1 季度',
        daysLeft: 7,
        due: '4月30日 24:00 前',
        declareLink,
      }),
    'school-income-recorded': () =>
      mailKinds['school-income-recorded']({
        office,
        case: {
          ...post,
          number: 'SR-2026-0002',
          title: '重庆市大足职业教育中心：2026 年度学校收入',
          keyFacts: [
            { label: '年度', value: '2026' },
            { label: '收入合计', value: '2,000,000.00 元' },
            { label: '学校发展基金', value: '1,200,000.00 元（60.00 %）' },
          ],
        },
        year: '2026',
      }),
  };
}
