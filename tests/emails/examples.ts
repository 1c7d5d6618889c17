/** One example of each mail: what the golden files show and what the screenshots are taken of. */
import type { CertificateFacts } from '../../activities/emails/certificate.ts';
import type { Item, Mail, MailCase, Office, Station } from '../../activities/emails/mail.ts';
import type { MeetingFacts } from '../../activities/emails/meeting.ts';
import { fundingExamples } from './funding-examples.ts';
import { itemExamples } from './item-examples.ts';
import { postExamples } from './post-examples.ts';
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
  ...fundingExamples(turn),
  ...postExamples(turn),
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
