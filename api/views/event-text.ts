/** One sentence a timeline row: who did what. */
import type { Bilingual, Purpose, Verdict } from '../../processes/case.ts';
import type { EventKind } from '../../processes/event-names.ts';
import { eventNames } from '../../processes/event-names.ts';
import { formatYuan } from '../../processes/money.ts';
import { verdictNames } from '../../processes/names.ts';
import { excessOf, excessSentence } from '../../processes/part-time-income/limits.ts';
import { periodName } from '../../processes/part-time-income/periods.ts';
import { gradeNames } from '../../processes/program-funding/stage-words.ts';
import { itemSentences } from './item-event-text.ts';
import { findingNames } from '../finding-names.ts';
import { verdictLabel } from './decision-fields.ts';

export interface EventWords {
  /** Who acted, 乙 代 甲 included; empty for what the case does by itself. */
  actor: string;
  stage: Bilingual;
  facts: Record<string, unknown>;
  /** Names of the people in `facts.userIds`, `facts.userId` or `facts.experts`; empty where the reader may not know them. */
  others: string[];
  /** Name of the stage in `facts.to`. */
  returnedTo: Bilingual;
}

export function eventText(kind: string, words: EventWords): Bilingual {
  return kind in eventNames ? sentences[kind as EventKind](words) : { zh: kind, en: kind };
}

const says = (zh: string, en: string) => (): Bilingual => ({ zh, en });
const by =
  (zh: string, en: string) =>
  ({ actor }: EventWords): Bilingual => ({ zh: `${actor}${zh}`, en: `${actor} ${en}` });
const yuan = (fen: unknown): string => (typeof fen === 'number' ? formatYuan(fen) : '—');
const period = (key: unknown): Bilingual => periodName(String(key));
const names = (others: string[], zh: string, en: string): Bilingual =>
  others.length > 0 ? { zh: others.join('、'), en: others.join(', ') } : { zh, en };

function decided({ actor, stage, facts }: EventWords): Bilingual {
  if (facts.purpose === 'investigate') {
    const finding = findingNames[facts.finding === 'upheld' ? 'upheld' : 'dismissed'];
    return { zh: `${actor}完成异议核查：${finding.zh}`, en: `${actor} finished the investigation: ${finding.en}` };
  }
  if (facts.purpose === 'appoint-panel') return { zh: `${actor}指定专家`, en: `${actor} appointed experts` };
  const verdict = verdictLabel(facts.purpose as Purpose, (facts.verdict ?? 'approve') as Verdict);
  return { zh: `${actor}办理${stage.zh}：${verdict.zh}`, en: `${actor} decided ${stage.en}: ${verdict.en}` };
}

const sentences: Record<EventKind, (words: EventWords) => Bilingual> = {
  'topics-closed': ({ facts }) => ({
    zh: `议题征集结束：${facts.units} 个单位中 ${facts.answered} 个已报，共 ${facts.topics} 个议题`,
    en: `Topics closed: ${facts.answered} of ${facts.units} units answered, ${facts.topics} topics`,
  }),
  'minutes-published': says('纪要编号印发', 'The minutes are numbered and published'),
  'minutes-sent': says('纪要发送各参会单位', 'The minutes are sent to the members'),
  submitted: by('提交申请', 'submitted the application'),
  'stage-opened': ({ stage }) => ({ zh: `进入${stage.zh}`, en: `${stage.en} opened` }),
  decided,
  returned: ({ actor, returnedTo }) => ({
    zh: `${actor}退回${returnedTo.zh}`,
    en: `${actor} returned it to ${returnedTo.en}`,
  }),
  resubmitted: by('重新提交', 'resubmitted'),
  'vote-cast': by('已提交评议（未拆封）', 'cast a sealed vote'),
  'panel-drawn': ({ others }) => {
    const drawn = names(others, '若干名专家', 'experts');
    return { zh: `随机抽取专家：${drawn.zh}`, en: `Experts drawn: ${drawn.en}` };
  },
  'panel-short': ({ facts }) => ({
    zh: `可抽取的专家不足，缺 ${facts.missing} 名`,
    en: `Not enough experts to draw: ${facts.missing} missing`,
  }),
  'panel-appointed': ({ actor, others }) => {
    const appointed = names(others, '专家', 'experts');
    return { zh: `${actor}指定专家：${appointed.zh}`, en: `${actor} appointed ${appointed.en}` };
  },
  'panel-closed': ({ facts }) =>
    typeof facts.mean === 'number'
      ? { zh: `评审结束：平均 ${facts.mean} 分`, en: `Panel closed: mean ${facts.mean}` }
      : {
          zh: `评议结束：${facts.inFavour} 票同意，${facts.against} 票不同意`,
          en: `Panel closed: ${facts.inFavour} in favour, ${facts.against} against`,
        },
  recused: by('回避', 'recused themself'),
  countersigned: by('完成会签', 'countersigned'),
  'coordination-opened': says('会签有不同意见，转牵头单位协调', 'A unit refused: the lead coordinates'),
  coordinated: by('完成协调', 'recorded the coordination'),
  'notice-published': says('公示发布', 'Public notice published'),
  'objection-filed': says('收到异议', 'An objection was filed'),
  'notice-suspended': says('公示暂停，核查异议', 'Notice suspended while the objection is investigated'),
  'objection-dismissed': by('认定异议不成立', 'dismissed the objection'),
  'objection-upheld': by('认定异议成立', 'upheld the objection'),
  'notice-resumed': says('公示恢复', 'Notice resumed'),
  'notice-ended': says('公示期满', 'Notice period over'),
  transferred: by('转办', 'transferred the turn'),
  claimed: by('签收', 'took the turn'),
  delegated: ({ actor, others }) => {
    const asked = names(others, '他人', 'somebody');
    return { zh: `${actor}委派${asked.zh}提出意见`, en: `${actor} asked ${asked.en} for an opinion` };
  },
  consulted: ({ actor, facts }) => {
    const verdict = verdictNames[facts.verdict as Verdict] ?? verdictNames.approve;
    return { zh: `${actor}提出意见：${verdict.zh}`, en: `${actor} gave an opinion: ${verdict.en}` };
  },
  'signer-added': ({ actor, others, facts }) => {
    const signer = names(others, '他人', 'somebody');
    const where = facts.position === 'after' ? { zh: '后', en: 'after' } : { zh: '前', en: 'before' };
    return { zh: `${actor}加签（${where.zh}）${signer.zh}`, en: `${actor} added ${signer.en} as signer ${where.en}` };
  },
  urged: by('催办', 'urged'),
  commented: by('评论', 'commented'),
  copied: ({ actor, others }) => {
    const readers = names(others, '有关人员', 'others');
    return { zh: `${actor}抄送${readers.zh}`, en: `${actor} copied in ${readers.en}` };
  },
  escalated: says('已超期，提醒分管领导', 'Overdue: the leader was told'),
  'deadlines-recomputed': says('工作日历更新，重新计算时限', 'Calendar imported: deadlines computed again'),
  withdrawn: by('撤回申请', 'withdrew the application'),
  terminated: by('终止事项', 'terminated the case'),
  lapsed: says('逾期未补正，事项终结', 'Not corrected in time: the case has lapsed'),
  approved: says('认定通过', 'Approved'),
  rejected: says('未通过', 'Rejected'),
  'certificate-issued': says('颁发证书', 'Certificate issued'),
  'certificate-expired': says('证书到期', 'Certificate expired'),
  'revocation-proposed': by('提请撤销证书', 'proposed to revoke the certificate'),
  'revocation-refused': says('不予撤销', 'The certificate stays'),
  'certificate-revoked': says('证书已撤销', 'Certificate revoked'),
  'fund-reserved': ({ facts }) => ({
    zh: `预留资金 ${yuan(facts.awardedFen)} 元（${facts.year} 年度）`,
    en: `${yuan(facts.awardedFen)} yuan reserved of ${facts.year}`,
  }),
  'fund-short': ({ facts }) => ({
    zh: `资金不足：拟支持 ${yuan(facts.awardedFen)} 元，${facts.year} 年度可用 ${yuan(facts.availableFen)} 元，退回重新审定`,
    en: `Not enough money: ${yuan(facts.awardedFen)} yuan decided, ${yuan(facts.availableFen)} left in ${facts.year}; to be decided again`,
  }),
  'fund-committed': ({ facts }) => ({
    zh: `立项，承诺资金 ${yuan(facts.awardedFen)} 元`,
    en: `Awarded: ${yuan(facts.awardedFen)} yuan committed`,
  }),
  'fund-released': ({ facts }) => ({
    zh: `未拨付的 ${yuan(facts.amountFen)} 元退回基金`,
    en: `${yuan(facts.amountFen)} yuan not paid are the fund's again`,
  }),
  'report-filed': by('提交报告', 'filed the report'),
  'payment-ordered': ({ facts }) => ({
    zh: `开具拨付通知 ${facts.orderNumber}，${yuan(facts.amountFen)} 元`,
    en: `Payment order ${facts.orderNumber} of ${yuan(facts.amountFen)} yuan`,
  }),
  'payment-made': ({ facts }) => ({
    zh: `已拨付 ${yuan(facts.amountFen)} 元（${facts.orderNumber}，凭证 ${facts.voucher}）`,
    en: `${yuan(facts.amountFen)} yuan paid (${facts.orderNumber}, voucher ${facts.voucher})`,
  }),
  'payment-returned': ({ facts }) => ({
    zh: `财政退回拨付通知 ${facts.orderNumber}`,
    en: `Finance sent payment order ${facts.orderNumber} back`,
  }),
  'payment-cancelled': ({ facts }) => ({
    zh: `拨付通知 ${facts.orderNumber} 作废`,
    en: `Payment order ${facts.orderNumber} cancelled`,
  }),
  'voucher-refused': ({ facts }) => ({
    zh: `凭证号 ${facts.voucher} 已登记过，请核对`,
    en: `Voucher ${facts.voucher} is used already`,
  }),
  evaluated: ({ facts }) => ({
    zh: `绩效评价 ${facts.score} 分，${gradeNames[facts.grade as keyof typeof gradeNames]?.zh ?? facts.grade}`,
    en: `Evaluated: ${facts.score} points, ${gradeNames[facts.grade as keyof typeof gradeNames]?.en ?? facts.grade}`,
  }),
  'rectification-opened': says('评价不合格，责令整改', 'Failed: rectification asked for'),
  'rectification-filed': by('提交整改情况', 'reported the rectification'),
  'rectification-lapsed': says('逾期未提交整改情况', 'Rectification not reported in time'),
  'clawback-opened': ({ facts }) => ({
    zh: `提请审定收回资金（已拨付 ${yuan(facts.paidFen)} 元）`,
    en: `Clawback to be decided (${yuan(facts.paidFen)} yuan paid)`,
  }),
  'clawback-ordered': ({ actor, facts }) => ({
    zh: `${actor}决定收回 ${yuan(facts.amountFen)} 元`,
    en: `${actor} claws back ${yuan(facts.amountFen)} yuan`,
  }),
  'clawback-waived': by('决定不予收回', 'decided not to claw back'),
  'clawed-back': ({ facts }) => ({
    zh: `收回 ${yuan(facts.amountFen)} 元到账（凭证 ${facts.voucher}）`,
    en: `${yuan(facts.amountFen)} yuan returned (voucher ${facts.voucher})`,
  }),
  completed: says('办结', 'Completed'),
  ...itemSentences,
  'engagement-registered': ({ facts }) => ({
    zh: `完成备案，在期至 ${facts.endsOn}`,
    en: `Registered, in force until ${facts.endsOn}`,
  }),
  'over-limit': ({ facts }) => {
    const { zh, en } = excessSentence(excessOf(facts));
    return { zh: `${zh}，未予备案，退回牵头单位`, en: `${en}: not registered, back to the lead unit` };
  },
  'declaration-opened': ({ facts }) => ({
    zh: `开始申报 ${period(facts.period).zh}收入`,
    en: `Income of ${period(facts.period).en} to be declared`,
  }),
  'declaration-filed': ({ actor, facts }) => ({
    zh: `${actor}申报 ${period(facts.period).zh}收入`,
    en: `${actor} declared the income of ${period(facts.period).en}`,
  }),
  'declaration-corrected': ({ actor, facts }) => ({
    zh: `${actor}更正 ${period(facts.period).zh}收入申报`,
    en: `${actor} corrected the declaration of ${period(facts.period).en}`,
  }),
  'declaration-accepted': ({ actor, facts }) => ({
    zh: `${actor}核对 ${period(facts.period).zh}收入申报无误，记入台账`,
    en: `${actor} accepted the declaration of ${period(facts.period).en}; entered in the ledger`,
  }),
  'declaration-returned': ({ actor, facts }) => ({
    zh: `${actor}退回 ${period(facts.period).zh}收入申报`,
    en: `${actor} sent the declaration of ${period(facts.period).en} back`,
  }),
  'declaration-missed': ({ facts }) => ({
    zh: `逾期未申报 ${period(facts.period).zh}收入`,
    en: `The income of ${period(facts.period).en} was not declared in time`,
  }),
  'engagement-suspended': ({ actor }) =>
    actor
      ? { zh: `${actor}暂停兼职`, en: `${actor} suspended the post` }
      : { zh: '兼职暂停，补报后恢复', en: 'Post suspended until the income is declared' },
  'engagement-resumed': ({ actor }) =>
    actor
      ? { zh: `${actor}恢复兼职`, en: `${actor} resumed the post` }
      : { zh: '已补报，兼职恢复', en: 'Declared: the post is resumed' },
  'change-proposed': by('申请变更兼职内容', 'proposed a change of the post'),
  'change-approved': says('变更通过并备案，新内容生效', 'The change is registered and in force'),
  'change-rejected': says('变更未通过，按原备案内容执行', 'The change was not approved; the old terms stay'),
  'change-withdrawn': by('撤回变更申请', 'withdrew the change'),
  'change-lapsed': says('变更逾期未补正，按原备案内容执行', 'The change was not corrected in time; the old terms stay'),
  'engagement-ended-early': ({ actor, facts }) => ({
    zh: `${actor}提前终止兼职，最后一日 ${facts.endsOn}`,
    en: `${actor} ended the post early; its last day is ${facts.endsOn}`,
  }),
  'engagement-ended': says('兼职到期', 'The post has come to its end'),
  'school-income-recorded': ({ facts }) => ({
    zh: `${facts.year} 年度收入记入台账`,
    en: `Income of ${facts.year} entered in the ledger`,
  }),
};
