/** Everything the API may refuse or fail with: thrown as `Problem`, answered as an RFC 9457 document in Chinese or English. */
import type { Bilingual, Verdict } from '../processes/case.ts';
import type { Refusal } from '../workflows/messages.ts';
import type { Problem as ProblemDocument } from './contract/problem.ts';
import { problemTexts } from './problem-texts.ts';
import type { ProblemCode } from './problem-texts.ts';

export type { ProblemCode } from './problem-texts.ts';
export type Language = 'zh' | 'en';

/** Members of the document besides what the code says. */
export type ProblemFacts = Pick<ProblemDocument, 'decidedBy' | 'decidedAt' | 'verdict' | 'againAt' | 'round'> & {
  errors?: readonly { path: string; message: string | Bilingual }[];
  /** Instead of the code's own sentence. */
  detail?: Bilingual;
  /** Seconds for `Retry-After`. */
  retryAfter?: number;
};

/** The one error that routes throw on purpose. */
export class Problem extends Error {
  override name = 'Problem';
  readonly code: ProblemCode;
  readonly facts: ProblemFacts;
  constructor(code: ProblemCode, facts: ProblemFacts = {}, options?: ErrorOptions) {
    super(code, options);
    this.code = code;
    this.facts = facts;
  }
  get status(): number {
    return problemTexts[this.code].status;
  }
}

export function problemDocument(problem: Problem, language: Language, correlationId: string): ProblemDocument {
  const { status, title, detail } = problemTexts[problem.code];
  const { detail: own, retryAfter: _, errors, ...facts } = problem.facts;
  return {
    type: `/api/docs#problem-${problem.code}`,
    status,
    title: title[language],
    detail: (own ?? detail)[language],
    code: problem.code,
    correlationId,
    ...(errors && {
      errors: errors.map(({ path, message }) => ({
        path,
        message: typeof message === 'string' ? message : message[language],
      })),
    }),
    ...facts,
  };
}

/** What the asker may know about who decided; absent for a sealed vote or a case they may not see. */
export interface Decided {
  by: string;
  at: string;
  verdict: Verdict | undefined;
}

/** A workflow's refusal as an HTTP problem. Exhaustive: a new refusal does not compile until it has its status (style.md R4). */
export function problemOfRefusal(refusal: Refusal, decided?: Decided): Problem {
  switch (refusal.code) {
    case 'AlreadyDecided':
      return alreadyDecided(decided);
    case 'NotYours':
    case 'OwnCase':
    case 'NotFound':
    case 'NotOpen':
    case 'CaseClosed':
    case 'OpinionRequired':
    case 'LeadCannotClose':
    case 'NobodyToUrge':
    case 'OpenApplicationExists':
      return new Problem(refusal.code);
    case 'WrongRound':
      return new Problem('WrongRound', { round: refusal.round });
    case 'NotAllowed':
      return new Problem('NotAllowed');
    case 'BadDecisionData':
      return new Problem('BadDecisionData', { errors: [decisionDataError(refusal)] });
    case 'UrgedTooSoon':
      return new Problem('UrgedTooSoon', { againAt: new Date(refusal.againAtMs).toISOString() });
    default:
      return neverRefusal(refusal);
  }
}

/** `returnTo` is a field of the decision itself, the others are in its `data`. */
const decisionDataError = ({ field, rule, message }: Extract<Refusal, { code: 'BadDecisionData' }>) => ({
  path: field === 'returnTo' ? field : `data.${field}`,
  message: message ?? decisionRules[rule] ?? { zh: `不符合要求（${rule}）`, en: `does not meet the rule (${rule})` },
});

const decisionRules: Partial<Record<string, Bilingual>> = {
  '0-100': { zh: '分数为 0–100，至多一位小数', en: 'a score from 0 to 100 with at most one decimal' },
  'upheld-or-dismissed': { zh: '请选择异议成立或不成立', en: 'say whether the objection is upheld or dismissed' },
  'distinct-people': {
    zh: '请选择互不相同、未在本组且非申请人的专家',
    en: 'choose different experts who are neither on the panel nor the applicant',
  },
  'earlier-stage': { zh: '只能退回申请人或之前的环节', en: 'only to the applicant or an earlier stage' },
  required: { zh: '请填写', en: 'please fill in' },
  voucher: { zh: '请填写凭证号，1–60 个字', en: 'the voucher number, 1 to 60 characters' },
  'voucher-used': { zh: '该凭证号已登记在另一笔款项上', en: 'this voucher is on record for another payment' },
  'your-files': { zh: '附件不存在或不是您上传的', en: 'a file does not exist or is not yours' },
  'rewritten-stage': { zh: '只能退回撰写纪要环节', en: 'only back to the writing of the minutes' },
  'at-most-20-topics': { zh: '一个单位至多报送 20 个议题', en: 'at most 20 topics a unit' },
  'after-the-meeting': { zh: '会议召开后才能提交纪要', en: 'minutes are handed on after the meeting' },
  percent: { zh: '进度为 0–100 的整数', en: 'a whole number from 0 to 100' },
  'at-most-20-files': { zh: '附件至多 20 个', en: 'at most 20 files' },
};

/** Names who decided and when, where the asker may know. */
export function alreadyDecided(decided?: Decided): Problem {
  if (!decided) return new Problem('AlreadyDecided');
  const at = shanghaiMinute(decided.at);
  return new Problem('AlreadyDecided', {
    decidedBy: decided.by,
    decidedAt: decided.at,
    verdict: decided.verdict,
    detail: {
      zh: `${decided.by} 已于 ${at} 办理，无需重复办理。`,
      en: `${decided.by} decided this at ${at} (Beijing time); nothing more is needed.`,
    },
  });
}

const shanghaiMinute = (instant: string): string =>
  new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');

function neverRefusal(refusal: never): never {
  throw new Error(`refusal without a problem: ${JSON.stringify(refusal)}`);
}
