/** Words and buttons of mails that ask somebody to take a turn. */
import type { Purpose, Verdict } from '../../processes/case.ts';
import type { Block, Button, MailCase, Office } from './mail.ts';

/** A turn is open and the reader may take it. */
export interface TurnFacts {
  office: Office;
  case: MailCase;
  stage: string;
  purpose: Purpose;
  verdicts: Verdict[];
  /** E.g. 11月26日 24:00 前; absent where nothing is due. */
  due?: string;
  /** The reader's personal link: `…/act/TOKEN`. */
  actionLink: string;
  /** The reader stands in for this person (代理). */
  onBehalfOf?: string;
}

/** What the reader is asked to do, as the subject starts. */
export const ASK: Record<Purpose, string> = {
  decide: '请办理',
  vote: '请评议投票',
  score: '请评审打分',
  coordinate: '请协调会签',
  'appoint-panel': '请指定专家',
  investigate: '请核查异议',
  correct: '请补正',
  consult: '请提出意见',
  'sign-after': '请会签确认',
  report: '请提交报告',
  accept: '请验收',
  pay: '请拨付',
  evaluate: '请作绩效评价',
  rectify: '请整改',
  'claw-back': '请审定收回资金',
  recover: '请确认收回到账',
  progress: '请推进并报送进度',
  extend: '请审批延期',
  confirm: '请确认配合事项',
  'close-out': '请审核销号',
  'send-topics': '请报送议题',
  'set-agenda': '请编排议程',
  'write-minutes': '请撰写纪要',
  declare: '请申报兼职收入',
  'check-declaration': '请核对收入申报',
};

export const ASK_ENGLISH: Record<Purpose, string> = {
  decide: 'decide on this case',
  vote: 'cast your vote on this case',
  score: 'score this case',
  coordinate: 'settle the differing opinions on this case',
  'appoint-panel': 'name the experts of this panel',
  investigate: 'investigate the objection to this case',
  correct: 'correct this application',
  consult: 'give your opinion on this case',
  'sign-after': 'sign this decision after your colleague',
  report: 'file the report that is due',
  accept: 'accept what was reported, or send it back',
  pay: 'pay the instalment and note its voucher',
  evaluate: 'evaluate the performance of this program',
  rectify: 'mend what the evaluation found',
  'claw-back': 'decide whether money is clawed back',
  recover: 'confirm that the money has come back',
  progress: 'carry out this task and report its progress',
  extend: 'decide on the extension asked for',
  confirm: 'confirm that the task is done as far as your unit is concerned',
  'close-out': 'close this task out, or send it back',
  'send-topics': 'send the topics of your unit for the joint meeting, or say that there is none',
  'set-agenda': 'set the agenda of the joint meeting',
  'write-minutes': 'write the minutes of the joint meeting',
  declare: 'declare the income of the period',
  'check-declaration': 'check the income that was declared',
};

/** Route, key facts, the buttons and what they do not do: the same for a new turn and an urged one. */
export function turnBlocks(facts: TurnFacts): Block[] {
  return [
    { is: 'route', stations: facts.case.route },
    { is: 'facts', rows: facts.case.keyFacts },
    { is: 'link', label: '查看完整材料', href: facts.case.link },
    { is: 'buttons', lead: '您的意见', buttons: decisionButtons(facts) },
    {
      is: 'note',
      text: '打开页面不会作出任何决定，在页面上确认后才生效。此链接仅供您本人使用，办理后失效，请勿转发。',
    },
  ];
}

export const turnUnder = ({ case: file, stage, due }: TurnFacts) => [file.unit, stage, due].filter(Boolean).join(' · ');

/** The fragment only tells the page which button was pressed; it chooses nothing. */
function decisionButtons({ purpose, verdicts, actionLink }: TurnFacts): Button[] {
  return verdicts.map((verdict) => ({
    label: verdictLabel(purpose, verdict),
    href: `${actionLink}#${verdict}`,
    tone: verdict === 'approve' ? 'primary' : verdict === 'reject' ? 'refuse' : 'plain',
  }));
}

function verdictLabel(purpose: Purpose, verdict: Verdict): string {
  if (verdict === 'approve') {
    if (purpose === 'score') return '去打分';
    if (purpose === 'appoint-panel') return '指定专家';
    if (purpose === 'investigate') return '填写核查结论';
    if (purpose === 'report') return '提交报告';
    if (purpose === 'rectify') return '提交整改情况';
    if (purpose === 'accept') return '通过验收';
    if (purpose === 'pay') return '登记已拨付';
    if (purpose === 'evaluate') return '去评价';
    if (purpose === 'claw-back') return '决定收回';
    if (purpose === 'recover') return '登记到账';
    if (purpose === 'progress') return '报送进度';
    if (purpose === 'extend') return '同意延期';
    if (purpose === 'confirm') return '确认完成';
    if (purpose === 'close-out') return '销号';
    if (purpose === 'send-topics') return '报送议题';
    if (purpose === 'set-agenda') return '确定议程';
    if (purpose === 'write-minutes') return '提交纪要';
    if (purpose === 'declare') return '去申报';
    if (purpose === 'check-declaration') return '核对无误';
  }
  if (purpose === 'claw-back') return '不予收回';
  if (purpose === 'pay') return '财政退回';
  if (purpose === 'extend') return '不予延期';
  if (purpose === 'confirm') return '有异议';
  if (purpose === 'close-out') return '退回重办';
  return { approve: '同意', return: '退回', reject: '不同意', recuse: '回避' }[verdict];
}
