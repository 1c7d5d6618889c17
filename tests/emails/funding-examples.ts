/** Mails of program funding, as they would read in Dazu. */
import { mailKinds, type MailKind } from '../../activities/emails/mail-kinds.ts';
import type { Mail, MailCase } from '../../activities/emails/mail.ts';
import type { TurnFacts } from '../../activities/emails/turn.ts';

type FundingKind = Extract<
  MailKind,
  | 'fund-short'
  | 'voucher-refused'
  | 'report-returned'
  | 'award-granted'
  | 'payment-made'
  | 'payment-cancelled'
  | 'evaluation-concluded'
  | 'clawback-ordered'
  | 'funding-closed'
>;

/** `turn`: one as any process has it. */
export function fundingExamples(turn: TurnFacts): Record<FundingKind, () => Mail> {
  const { office } = turn;
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
  return {
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
  };
}
