/** One example of each mail: what the golden files show and what the screenshots are taken of. */
import type { CertificateFacts } from '../../activities/emails/certificate.ts';
import type { Item, Mail, MailCase, Office, Station } from '../../activities/emails/mail.ts';
import type { MeetingFacts } from '../../activities/emails/meeting.ts';
import { itemExamples } from './item-examples.ts';
import { mailKinds } from '../../activities/emails/mail-kinds.ts';
import type { MailKind } from '../../activities/emails/mail-kinds.ts';
import type { TurnFacts } from '../../activities/emails/turn.ts';

export const office: Office = {
  name: '大足区教育委员会职业教育办公室',
  nameEn: 'Vocational Education Office, Dazu District Education Commission',
  publicUrl: 'https://lianban.example',
};

const stations: Station[] = [
  { name: '提交', state: 'done', note: '11月3日' },
  { name: '学校初审', state: 'done', note: '11月6日 同意' },
  { name: '专家评议', state: 'done', note: '11月12日 同意 4 票，不同意 1 票' },
  { name: '公示', state: 'done', note: '11月19日 无异议' },
  { name: '区教委认定', state: 'now', note: '剩余 2 个工作日', tone: 'near' },
  { name: '发证', state: 'future', note: '预计 12月3日' },
];

const route = (change: Partial<Record<number, Partial<Station>>>): Station[] =>
  stations.map((station, index) => ({ ...station, ...change[index] }));

export const file: MailCase = {
  number: 'SS-2026-0017',
  title: '陈素兰：中职中级双师型教师认定',
  applicant: '陈素兰',
  unit: '大足职教中心',
  route: stations,
  keyFacts: [
    { label: '申请人', value: '陈素兰' },
    { label: '学校', value: '大足职教中心' },
    { label: '申报等级', value: '中职中级' },
    { label: '任教', value: '数控技术应用（专任教师，专业课教师，9 年）' },
    { label: '企业实践', value: '2 段，合并重叠后共 243 天' },
  ],
  link: 'https://lianban.example/cases/0b6f1c1e-5f43-4a53-9c3e-0d8f6a1b2c3d',
};

const turn: TurnFacts = {
  office,
  case: file,
  stage: '区教委认定',
  purpose: 'decide',
  verdicts: ['approve', 'return', 'reject'],
  due: '11月26日 24:00 前',
  actionLink: 'https://lianban.example/act/Rk3vYb0eXAMPLEXAMPLEXAMPLEXAMPLEXAMPLEXAMPL',
};

const funding: MailCase = {
  number: 'ZX-2026-0003',
  title: '重庆市大足职业教育中心：工业机器人技术应用专业新设资金 1,200,000.00 元',
  applicant: '林小满',
  unit: '大足职教中心',
  route: [
    { name: '提交', state: 'done', note: '9月3日' },
    { name: '联席会议审定', state: 'done', note: '11月6日 同意' },
    { name: '公示', state: 'done', note: '11月24日 公示期满' },
    { name: '立项', state: 'done', note: '11月24日 已立项' },
    { name: '第 1 期拨付（50 %）', state: 'now', note: '剩余 9 个工作日' },
    { name: '绩效评价', state: 'future' },
  ],
  keyFacts: [
    { label: '学校', value: '重庆市大足职业教育中心' },
    { label: '专业', value: '工业机器人技术应用（660303，中职）' },
    { label: '申请资金', value: '1,200,000.00 元（5 项，设备占 48.34 %）' },
  ],
  link: 'https://lianban.example/cases/5a1c2d3e-5f43-4a53-9c3e-0d8f6a1b2c3d',
};

const fundingTurn: TurnFacts = { ...turn, case: funding, stage: '区教委审定', verdicts: ['approve', 'reject'] };

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

const opinion = { by: '李建国（大足职教中心 审核人） 11月6日', text: '企业实践协议缺少盖章页。\n请补充后重新提交。' };

const returnedFile: MailCase = {
  ...file,
  route: route({
    1: { state: 'now', note: '待补正', tone: 'near' },
    2: { state: 'future', note: undefined },
    3: { state: 'future', note: undefined },
    4: { state: 'future', note: undefined, tone: undefined },
    5: { state: 'future', note: undefined },
  }),
};
const rejectedFile: MailCase = {
  ...file,
  route: route({ 4: { state: 'stopped', note: '11月25日 不同意', tone: 'late' }, 5: { note: undefined } }),
};
const doneFile: MailCase = {
  ...file,
  route: route({
    4: { state: 'done', note: '11月25日 同意', tone: undefined },
    5: { state: 'done', note: '11月25日' },
  }),
};

const certificate: CertificateFacts = {
  office,
  number: 'DZSS202600012',
  holder: '陈素兰',
  unit: '大足职教中心',
  grade: '中职中级',
  subject: '数控技术应用',
  issued: '2026年11月25日',
  expires: '2031年11月24日',
  checkLink: 'https://lianban.example/certificates/DZSS202600012?check=Vq3rT9xLm0Ab',
};

const item = (number: string, title: string, left: string, stage = '区教委认定'): Item => ({
  title,
  under: `${number} · 大足职教中心 · ${stage}`,
  left,
  href: `https://lianban.example/cases/${number}`,
});

const meeting: MeetingFacts = {
  office,
  number: 'LH-2026-0003',
  title: '职业教育工作联席会议第 3 次会议',
  time: '2026年12月3日 14:30',
  place: '区行政中心 3 号楼 512 会议室',
  chair: '区政府分管副区长',
  link: 'https://lianban.example/meetings/LH-2026-0003',
};

export const examples: Record<MailKind, () => Mail> = {
  ...itemExamples(office),
  'assignment-opened': () => mailKinds['assignment-opened'](turn),
  'returned-to-applicant': () =>
    mailKinds['returned-to-applicant']({
      office,
      case: returnedFile,
      stage: '学校初审',
      opinion,
      due: '11月20日 24:00 前',
      lapses: true,
      stopsClock: true,
      correctLink: `${file.link}/correct`,
    }),
  'case-approved': () => mailKinds['case-approved']({ office, case: doneFile, forApplicant: true }),
  'case-rejected': () =>
    mailKinds['case-rejected']({
      office,
      case: rejectedFile,
      forApplicant: true,
      stage: '区教委认定',
      opinion: { by: '周敏（区教委 审核人） 11月25日', text: '职业资格证书与任教专业不相关。' },
    }),
  'case-withdrawn': () => mailKinds['case-withdrawn']({ office, case: rejectedFile, forApplicant: false }),
  'case-terminated': () =>
    mailKinds['case-terminated']({
      office,
      case: rejectedFile,
      forApplicant: true,
      opinion: { by: '管理员 11月25日', text: '申请人已调离本区。' },
    }),
  'case-lapsed': () => mailKinds['case-lapsed']({ office, case: returnedFile, forApplicant: true }),
  urged: () =>
    mailKinds.urged({ ...turn, purpose: 'vote', stage: '专家评议', verdicts: ['approve', 'reject', 'recuse'] }),
  copied: () => mailKinds.copied({ office, case: file, by: '周敏' }),
  'consultation-answered': () =>
    mailKinds['consultation-answered']({
      ...turn,
      opinion: { by: '赵启明 11月24日', text: '证书真实有效，建议同意。' },
    }),
  'objection-filed': () => mailKinds['objection-filed']({ office, case: file, forApplicant: true }),
  'certificate-issued': () => mailKinds['certificate-issued']({ ...certificate, case: doneFile }),
  'certificate-expiring': () =>
    mailKinds['certificate-expiring']({
      ...certificate,
      daysLeft: 90,
      renewLink: 'https://lianban.example/processes/teacher-certification',
    }),
  'certificate-revoked': () =>
    mailKinds['certificate-revoked']({
      ...certificate,
      case: doneFile,
      opinion: { by: '分管领导 12月10日', text: '经核查，企业实践证明系伪造。' },
    }),
  'revocation-proposed': () =>
    mailKinds['revocation-proposed']({
      ...certificate,
      case: doneFile,
      forApplicant: true,
      opinion: { by: '周敏（区教委 审核人） 12月1日', text: '接到举报，企业实践证明存疑。' },
    }),
  'fund-short': () =>
    mailKinds['fund-short']({
      ...fundingTurn,
      awarded: '1,000,000.00',
      year: 2026,
      available: '700,000.00',
      notCarriedOver: '50,000.00',
    }),
  'voucher-refused': () =>
    mailKinds['voucher-refused']({
      ...fundingTurn,
      stage: '第 1 期拨付（50 %）',
      purpose: 'pay',
      verdicts: ['approve', 'return'],
      voucher: '财拨-0042',
    }),
  'report-returned': () =>
    mailKinds['report-returned']({
      ...fundingTurn,
      stage: '第 2 期拨付（30 %）',
      purpose: 'report',
      verdicts: ['approve'],
      due: '12月9日 24:00 前',
      opinion: { by: '吕芳（区教委 审核人） 11月25日', text: '缺设备采购合同。' },
    }),
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
  'award-granted': () =>
    mailKinds['award-granted']({
      office,
      case: funding,
      awarded: '1,000,000.00',
      instalments: [
        { label: '第 1 期拨付（50 %）', value: '500,000.00 元，立项后拨付' },
        { label: '第 2 期拨付（30 %）', value: '300,000.00 元，中期报告验收后拨付' },
        { label: '第 3 期拨付（20 %）', value: '200,000.00 元，验收报告验收后拨付' },
      ],
    }),
  'payment-made': () =>
    mailKinds['payment-made']({
      office,
      case: funding,
      instalment: '第 1 期拨付（50 %）',
      amount: '500,000.00',
      orderNumber: 'BF-2026-0007',
      voucher: '财拨-0042',
      left: '500,000.00',
    }),
  'payment-cancelled': () =>
    mailKinds['payment-cancelled']({ office, case: funding, orderNumber: 'BF-2026-0007', amount: '500,000.00' }),
  'evaluation-concluded': () =>
    mailKinds['evaluation-concluded']({
      office,
      case: funding,
      score: '58.5',
      grade: '差',
      failed: true,
      opinion: { by: '吕芳（区教委 审核人） 11月25日', text: '招生未达目标，实训车间未投入使用。' },
    }),
  'clawback-ordered': () =>
    mailKinds['clawback-ordered']({
      office,
      case: funding,
      amount: '300,000.00',
      opinion: { by: '张建国（区教委 分管领导） 11月26日', text: '整改不到位，收回三成。' },
    }),
  'funding-closed': () =>
    mailKinds['funding-closed']({
      office,
      case: funding,
      sums: [
        { label: '立项资金', value: '1,000,000.00 元' },
        { label: '已拨付', value: '1,000,000.00 元' },
        { label: '已收回', value: '300,000.00 元' },
      ],
    }),
  'meeting-called': () =>
    mailKinds['meeting-called']({
      ...meeting,
      agenda: [
        { label: '1', value: '产教融合型企业培育（区经济信息委）' },
        { label: '2', value: '审定：双桥职业学校智能制造专业新设资金 1,200,000.00 元（ZX-2026-0004）' },
        { label: '3', value: '跟踪任务：区人力社保局：开展技能等级认定（RW-2026-0012）' },
      ],
    }),
  'meeting-cancelled': () => mailKinds['meeting-cancelled'](meeting),
  'minutes-published': () => mailKinds['minutes-published']({ ...meeting, minutesNumber: '大足职教联席纪〔2026〕3号' }),
  'figures-asked': () =>
    mailKinds['figures-asked']({
      office,
      day: '11月24日 星期二',
      unit: '区人力社保局',
      overdue: [
        {
          ...{ title: '职业培训人次', under: '2026 年第 3 季度', left: '已超期 1 个工作日' },
          href: 'https://lianban.example/new/indicator-report',
        },
      ],
      open: [
        {
          ...{ title: '产教融合型企业', under: '2025 年', left: '剩余 5 个工作日' },
          href: 'https://lianban.example/new/indicator-report',
        },
      ],
      indicatorsLink: 'https://lianban.example/indicators',
    }),
  'daily-digest': () =>
    mailKinds['daily-digest']({
      office,
      day: '11月24日 星期二',
      overdue: [
        item('SS-2026-0009', '王立军：中职高级双师型教师认定', '已超期 3 个工作日', '学校初审'),
        item('SS-2026-0011', '刘晓燕：中职初级双师型教师认定', '已超期 1 个工作日', '学校初审'),
      ],
      today: [item('SS-2026-0015', '何志远：中职中级双师型教师认定', '今日到期', '学校初审')],
      near: [item('SS-2026-0017', '陈素兰：中职中级双师型教师认定', '剩余 2 个工作日')],
      actionItems: [
        {
          title: '区经济信息委：建成五金产业学院实训基地并投入使用',
          under: 'RW-2026-0007',
          left: '剩余 3 个工作日',
          href: 'https://lianban.example/items/9e5f4e5a',
        },
      ],
      inboxLink: 'https://lianban.example/inbox',
    }),
  'overdue-escalation': () =>
    mailKinds['overdue-escalation']({
      office,
      day: '11月24日 星期二',
      unit: '大足职教中心',
      overdue: [
        item('SS-2026-0009', '王立军：中职高级双师型教师认定', '已超期 3 个工作日', '学校初审'),
        item('SS-2026-0011', '刘晓燕：中职初级双师型教师认定', '已超期 1 个工作日', '学校初审'),
      ],
      total: 2,
      inboxLink: 'https://lianban.example/cases',
    }),
};
