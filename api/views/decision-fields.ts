/** What a decision answers besides its verdict, and how its buttons are labelled. */
import type { AmountLimits, Bilingual, PanelStage, Purpose, Stage, Verdict } from '../../processes/case.ts';
import { verdictNames } from '../../processes/names.ts';
import type { DecideAction } from '../contract/actions.ts';
import type { Person } from '../contract/shapes.ts';
import { backwardsReasonNames } from '../../processes/meeting-action-items/words.ts';
import { findingNames } from '../finding-names.ts';
import type { CaseRecord } from './case-record.ts';

type Field = DecideAction['fields'][number];

/** Fields of an approval; a return or a refusal needs words only. */
export function fieldsFor(
  purpose: Purpose,
  stage: Stage | undefined,
  { experts, record }: { experts: Person[]; record: Pick<CaseRecord, 'visits'> },
): Field[] {
  switch (purpose) {
    case 'score':
      return [score({ zh: '评分（0–100）', en: 'Score (0–100)' })];
    case 'evaluate':
      return [score({ zh: '评价得分（0–100）', en: 'Score (0–100)' })];
    case 'investigate':
      return [finding];
    case 'appoint-panel':
      return [panelists((stage as PanelStage | undefined)?.seats ?? 1, experts)];
    case 'decide':
      return stage?.kind === 'review' && stage.award
        ? [amount('awardedFen', { zh: '审定金额', en: 'Amount awarded' }, stage.award)]
        : stage?.kind === 'review' && stage.meeting
          ? meeting
          : [];
    case 'claw-back':
      return [
        amount('clawedBackFen', { zh: '收回金额', en: 'Amount clawed back' }, { minFen: 1, maxFen: paidFen(record) }),
      ];
    case 'pay':
    case 'recover':
      return [voucher];
    case 'report':
    case 'rectify':
      return [{ kind: 'files', name: 'fileIds', label: { zh: '附件', en: 'Files' }, max: 20, required: false }];
    case 'send-topics':
      return [topics];
    case 'progress':
      return progressFields;
    case 'set-agenda':
    case 'write-minutes':
    case 'extend':
    case 'confirm':
    case 'close-out':
    case 'vote':
    case 'coordinate':
    case 'correct':
    case 'consult':
    case 'sign-after':
    case 'accept':
    case 'declare': // a declaration is a form of its own
    case 'check-declaration':
      return [];
  }
}

/** Whether files come with the answer: then they may be uploaded from the mailed link as well. */
export const takesFiles = (purpose: Purpose): boolean =>
  fieldsFor(purpose, undefined, { experts: [], record: { visits: [] } }).some(({ kind }) => kind === 'files');

const score = (label: Bilingual): Field => ({ kind: 'number', name: 'score', label, min: 0, max: 100, required: true });

/** Typed where there is no room for a table; on the meeting's page each topic has a title and a text. */
const topics: Field = {
  ...{
    kind: 'text',
    name: 'topics',
    label: { zh: '议题（一行一个，没有请留空）', en: 'Topics (one a line; none: leave empty)' },
  },
  ...{ maxLength: 500, required: false, multiline: true },
};

const finding: Field = {
  kind: 'choice',
  name: 'finding',
  label: { zh: '核查结论', en: 'Finding' },
  options: [
    { value: 'dismissed', label: findingNames.dismissed },
    { value: 'upheld', label: findingNames.upheld },
  ],
  required: true,
};

const meeting: Field[] = [
  { kind: 'day', name: 'meetingOn', label: { zh: '会议日期', en: 'Day of the meeting' }, required: true },
  {
    kind: 'text',
    name: 'meetingNumber',
    label: { zh: '会议纪要编号', en: 'Number of its minutes' },
    maxLength: 40,
    required: true,
  },
];

const progressFields: Field[] = [
  {
    ...{ kind: 'number', name: 'percent', label: { zh: '完成进度（%）', en: 'Progress (%)' } },
    ...{ min: 0, max: 100, required: true },
  },
  {
    kind: 'choice',
    name: 'reason',
    label: { zh: '进度后退的原因（进度比上次低时必选）', en: 'Why progress went back (where it is lower than before)' },
    options: backwardsReasonNames,
    required: false,
  },
  { kind: 'files', name: 'fileIds', label: { zh: '佐证材料', en: 'Evidence' }, max: 20, required: false },
];

const panelists = (count: number, candidates: Person[]): Field => ({
  ...{ kind: 'people', name: 'experts', label: { zh: '专家', en: 'Experts' } },
  ...{ count, candidates, required: true },
});

const amount = (name: string, label: Bilingual, { minFen, maxFen }: Omit<AmountLimits, 'clause'>): Field => ({
  ...{ kind: 'money', name, label, minFen, maxFen, required: true },
});

const voucher: Field = {
  ...{ kind: 'text', name: 'voucher', label: { zh: '凭证号', en: 'Voucher number' }, maxLength: 60, required: true },
};

/** What the instalments of the case have paid so far. */
function paidFen({ visits }: Pick<CaseRecord, 'visits'>): number {
  return visits.reduce((sum, { stage, state, result }) => {
    const { amountFen } = (result ?? {}) as { amountFen?: number };
    return stage.startsWith('payment-') && state === 'passed' ? sum + (amountFen ?? 0) : sum;
  }, 0);
}

export function verdictLabel(purpose: Purpose, verdict: Verdict): Bilingual {
  return labels[purpose]?.[verdict] ?? verdictNames[verdict];
}

const labels: Partial<Record<Purpose, Partial<Record<Verdict, Bilingual>>>> = {
  investigate: { approve: { zh: '提交核查结论', en: 'Submit the finding' } },
  'appoint-panel': { approve: { zh: '确定专家', en: 'Appoint' } },
  score: { approve: { zh: '提交评分', en: 'Submit the score' } },
  report: { approve: { zh: '提交报告', en: 'File the report' } },
  rectify: { approve: { zh: '提交整改情况', en: 'Report the rectification' } },
  accept: { approve: { zh: '通过验收', en: 'Accept' } },
  pay: { approve: { zh: '登记已拨付', en: 'Mark as paid' }, return: { zh: '财政退回', en: 'Sent back by finance' } },
  evaluate: { approve: { zh: '提交评价', en: 'Submit the evaluation' } },
  'claw-back': { approve: { zh: '收回', en: 'Claw back' }, reject: { zh: '不予收回', en: 'No clawback' } },
  recover: { approve: { zh: '登记到账', en: 'Confirm the return' } },
  progress: { approve: { zh: '报送进度', en: 'Report' } },
  extend: { approve: { zh: '同意延期', en: 'Extend' }, reject: { zh: '不予延期', en: 'No extension' } },
  confirm: { approve: { zh: '确认完成', en: 'Confirm' }, return: { zh: '有异议', en: 'Disagree' } },
  'close-out': { approve: { zh: '销号', en: 'Close out' }, return: { zh: '退回重办', en: 'Send back' } },
  'send-topics': { approve: { zh: '报送议题', en: 'Send topics' } },
  'set-agenda': { approve: { zh: '确定议程', en: 'Set the agenda' } },
  'write-minutes': { approve: { zh: '提交纪要', en: 'Hand on the minutes' } },
  declare: { approve: { zh: '申报收入', en: 'Declare' } },
  'check-declaration': { approve: { zh: '核对无误', en: 'Accept' } },
};
