/** The vocabulary of a case: the words that code, tables, screens and mails share (design.md §3, domain.md §1). */
import type { DeadlineRule } from './deadline-rule.ts';

export interface Bilingual {
  zh: string;
  en: string;
}

/** 草稿 is not here: a draft is not a case yet. */
export type CaseState =
  | 'in-review' // 审批中
  | 'awaiting-correction' // 待补正
  | 'returned' // 已退回: the applicant may change and resubmit
  | 'on-notice' // 公示中
  | 'objection' // 异议处理
  | 'approved' // 已通过
  | 'rejected' // 未通过
  | 'withdrawn' // 已撤回
  | 'lapsed' // 逾期未补正
  | 'terminated' // 已终止
  | 'archived'; // 已归档

export type BusinessState =
  | 'certified'
  | 'expired'
  | 'revoked'
  | 'awarded' // 已立项
  | 'paying' // 拨付中
  | 'paid' // 已拨付: every instalment
  | 'rectifying' // 整改中
  | 'clawing-back' // 收回中
  | 'clawed-back' // 已收回
  | 'released' // 已释放: ended early, what was not paid is the fund's again
  | 'completed' // 已办结
  | 'carrying-out' // 推进中: an action item
  | 'closed-out' // 已销号
  | 'published' // 已印发: the minutes of a meeting
  | 'in-force' // 在期: a post is held
  | 'suspended' // 暂停
  | 'ended' // 已到期
  | 'ended-early'; // 已终止

export type AssignmentState =
  | 'open' // 待办理
  | 'approved' // 已同意
  | 'returned' // 已退回
  | 'rejected' // 不同意
  | 'recused' // 已回避
  | 'transferred' // 已转办
  | 'delegated' // 委派中
  | 'awaiting-signer' // 加签等待
  | 'submitted' // 已提交: a sealed vote, a score, a correction
  | 'skipped' // 已跳过
  | 'cancelled'; // 已取消

export type Verdict = 'approve' | 'return' | 'reject' | 'recuse';

export type StageKind =
  | 'review'
  | 'countersign'
  | 'panel'
  | 'notice'
  | 'certificate'
  | 'award' // 立项: the fund commits the amount; nobody has a turn
  | 'payment' // 拨付
  | 'evaluation' // 绩效评价
  | 'task' // 推进落实: an action item until its close-out
  | 'topics' // 征集议题
  | 'drafting' // 议程, 纪要: one office writes
  | 'publication' // 印发: nobody has a turn
  | 'engagement'; // 在期: a registered post until its end

export type StageState = 'open' | 'suspended' | 'passed' | 'returned' | 'rejected' | 'cancelled';

/** One stay of a case in a stage; a return opens the next round. */
export interface VisitKey {
  stage: string;
  round: number;
}

export const visitKey = ({ stage, round }: VisitKey) => `${stage}#${round}`;

/** Why somebody has the turn. */
export type Purpose =
  | 'decide' // review or countersign
  | 'vote' // an expert's sealed vote
  | 'score' // an expert's sealed score
  | 'coordinate' // the lead settles a refusal in a countersign
  | 'appoint-panel' // too few experts could be drawn: name them
  | 'investigate' // an objection
  | 'correct' // the applicant corrects and resubmits
  | 'consult' // delegated, or added as signer before: gives an opinion, then it returns
  | 'sign-after' // added as signer after
  | 'report' // the funded unit reports
  | 'accept' // a report or a rectification is looked at
  | 'pay' // a payment order is marked paid
  | 'evaluate' // 绩效评价: gives the score
  | 'rectify' // 整改: the funded unit says what it mended
  | 'claw-back' // 收回: how much, or nothing
  | 'recover' // money clawed back has come
  | 'progress' // the contact of an action item reports how far it is
  | 'extend' // 延期 is approved or not
  | 'confirm' // 配合单位确认: a supporting unit agrees that the item is done
  | 'close-out' // 销号 by the secretariat, or 退回重办
  | 'send-topics' // 报送议题: a member unit, several or none
  | 'set-agenda' // 编排议程
  | 'write-minutes' // 撰写纪要
  | 'declare' // 收入申报: the teacher declares the income of a period
  | 'check-declaration'; // the school's finance checks it

export type Role =
  | 'teacher'
  | 'clerk'
  | 'reviewer'
  | 'principal'
  | 'leader'
  | 'expert'
  | 'secretariat'
  | 'fund-manager'
  | 'finance'
  | 'auditor'
  | 'administrator';

/** Who may take an assignment: any holder of a role in a unit (任一人), or one named person. */
export type Holder = { kind: 'role'; unitId: string; role: Role } | { kind: 'person'; userId: string };

/** Who acts. `as` is the holder the API found the person entitled to; `onBehalfOf` is set for a substitute (乙 代 甲). */
export interface Actor {
  userId: string;
  as: Holder;
  onBehalfOf?: string;
  via: 'page' | 'mail' | 'api';
}

/** After 退回 to the applicant: every stage again (逐级), or straight back to the stage that returned it (直达). */
export type ResubmissionRoute = 'step-by-step' | 'direct';

/** What is due when a stage opens, snapshotted from the policy at submission. */
interface StageBase {
  slug: string;
  name: Bilingual;
  /** Source clause shown beside the stage. */
  clause: string;
  deadline: DeadlineRule;
}

export interface ReviewStage extends StageBase {
  kind: 'review';
  holder: Holder;
  /** Verdicts open to the holder besides approve. */
  mayReturn: boolean;
  mayReject: boolean;
  /** An approval names the amount awarded, `data.awardedFen` within these limits (`amountRefusal` in processes/money.ts). */
  award?: AmountLimits;
  /** 集体研究: an approval names the meeting, `data.meetingOn` (YYYY-MM-DD, not after today) and `data.meetingNumber`. */
  meeting?: { clause: string };
}

/** Integer fen, both included. */
export interface AmountLimits {
  minFen: number;
  maxFen: number;
  clause: string;
}

export interface CountersignStage extends StageBase {
  kind: 'countersign';
  units: { holder: Holder; name: Bilingual }[];
  lead: Holder;
  /** How many units must agree: all of them, or at least `atLeast`. */
  quorum: 'all' | { atLeast: number };
  /** Time the lead has to coordinate after a refusal. */
  coordination: DeadlineRule;
  /** What is signed is a text: the lead settles the difference, or sends it back to this stage to be written again. The matter is not refused. */
  rewrites?: string;
}

export interface PanelStage extends StageBase {
  kind: 'panel';
  /** Seats to draw: odd and ≥ 3 for a vote. */
  seats: number;
  /** Expert field the draw is limited to, e.g. the industry; none = any. */
  field?: string;
  method:
    | { kind: 'vote'; passNumerator: number; passDenominator: number }
    | { kind: 'score'; dropHighest: number; dropLowest: number; passMark: number };
  /** Who names experts when the draw falls short. */
  convener: Holder;
  mayReturn: boolean;
}

export interface NoticeStage extends StageBase {
  kind: 'notice';
  /** Who investigates an objection, and by when. */
  investigator: Holder;
  investigation: DeadlineRule;
}

export interface CertificateStage extends StageBase {
  kind: 'certificate';
  validYears: number;
  /** Start of certificate numbers; absent from cases submitted before the policy said it. */
  numberPrefix?: string;
  /** Who may propose and who decides on a revocation (撤销). */
  proposer: Holder;
  revocation: ReviewStage;
}

/** 立项: follows the notice by itself. */
export interface AwardStage extends StageBase {
  kind: 'award';
}

/** 拨付: one instalment of the award, released by the award itself or by an accepted report. `deadline`: from release to payment. */
export interface PaymentStage extends StageBase {
  kind: 'payment';
  /** Whole percent of the award; those of a case add up to 100. `splitByPercent` (processes/money.ts) gives the fen of each. */
  percent: number;
  release: { kind: 'award' } | { kind: 'report'; report: ReportRules };
  /** Marks the payment order paid, with the voucher's number. */
  payer: Holder;
}

/** A report that the funded unit owes before an instalment is paid. */
export interface ReportRules {
  /** `mid-term-report`, `final-report`. */
  slug: string;
  name: Bilingual;
  clause: string;
  author: Holder;
  /** Counted from the award. */
  due: DeadlineRule;
  /** Accepts the report or sends it back to its author, `correction` being the time for that. */
  acceptance: { holder: Holder; deadline: DeadlineRule };
  correction: DeadlineRule;
}

/** 绩效评价, and what a failing grade leads to. */
export interface EvaluationStage extends StageBase {
  kind: 'evaluation';
  /** Gives the score, 0–100 in tenths of a point. */
  holder: Holder;
  /** From the highest to the lowest, which starts at 0 and fails; `gradeOf` (program-funding/grades.ts) reads them. */
  grades: EvaluationGrade[];
  /** 整改: the funded unit mends what failed, `acceptor` says whether it did. */
  rectification: { author: Holder; deadline: DeadlineRule; acceptor: Holder; acceptance: DeadlineRule; clause: string };
  /** 收回: decided by a person, `data.clawedBackFen` from 1 to what was paid. */
  clawback: { holder: Holder; deadline: DeadlineRule; clause: string };
}

export interface EvaluationGrade {
  grade: 'excellent' | 'good' | 'pass' | 'fail';
  name: Bilingual;
  fromScore: number;
}

/**
 * 在期: a registered post, alive until its end and its last declaration. Its days, hours and pay are the form's (`EngagementTerms`); they
 * are read when the registration passes. `deadline` is not used: the stage ends with the post.
 */
export interface EngagementStage extends StageBase {
  kind: 'engagement';
  /** Over all posts of one teacher at once; held by the database whatever else was approved meanwhile. */
  limits: {
    paidPosts: { atMost: number; clause: string };
    workTime: { minutesAWeekAtMost: number; clause: string };
    /** The same host is engaged once at a time. */
    oncePerHost: { clause: string };
  };
  declaration: DeclarationRules;
  /** Days before the end at which the teacher is reminded, e.g. 30 and 7. */
  remindDaysBefore: number[];
  /** Told of what is missing and of a suspension: the principal. */
  escalation: Holder;
  /** Who suspends, resumes and ends the post early; the teacher may end it too. */
  supervisors: Holder[];
  /** Stages that the approval of a change may start from; it goes on from there to the registration. */
  changesFrom: string[];
  /** 续期: a new case may be sent this many days before the end. */
  renewal: { openDaysBefore: number; clause: string };
}

/** 收入申报, after each period's last day; a nil return counts. */
export interface DeclarationRules {
  clause: string;
  every: 'year' | 'quarter';
  /** Counted from the last day of the period. */
  due: DeadlineRule;
  /** Days before it is due at which the teacher is reminded, e.g. 30 and 7. */
  remindDaysBefore: number[];
  /** Still missing so long after it was due: the post is suspended until it is filed. */
  suspension: DeadlineRule;
  /** 财务人员 of the school, who accepts a declaration or sends it back, `correction` being the time for that. */
  checker: Holder;
  check: DeadlineRule;
  correction: DeadlineRule;
}

/** 征集议题: each unit sends topics, several or none, until the day `until` (YYYY-MM-DD, rolled to a working day). */
export interface TopicsStage extends StageBase {
  kind: 'topics';
  units: { holder: Holder; name: Bilingual }[];
  until: string;
}

/** 编排议程, 撰写纪要: its author writes a text that the decision hands on. */
export interface DraftingStage extends StageBase {
  kind: 'drafting';
  purpose: 'set-agenda' | 'write-minutes';
  author: Holder;
  /** Told when the text is handed on. */
  readers: Holder[];
  /** Not handed on before this day (YYYY-MM-DD), from which its deadline counts. */
  notBefore?: string;
}

/** 印发: numbered, drawn as a document and sent to its readers by itself. */
export interface PublicationStage extends StageBase {
  kind: 'publication';
  /** 文号 with `{year}` and `{number}` to be filled in. */
  number: string;
  readers: Holder[];
}

/**
 * 推进落实: an action item from its acceptance until the secretariat accepts that it is done. `deadline` is not used: the stage ends on
 * `dueOn`, or on the day an extension sets.
 */
export interface TaskStage extends StageBase {
  kind: 'task';
  leadUnitId: string;
  /** 联络员: reports and asks. */
  contact: Holder;
  /** 分管领导: told of what is overdue, first to approve an extension, names another contact. */
  leader: Holder;
  supporting: { holder: Holder; name: Bilingual }[];
  /** YYYY-MM-DD as asked for; a day off rolls. */
  dueOn: string;
  /** How many; their names and dates are the form's. */
  milestones: number;
  /** 延期: asked before the due date, approved one after the other. */
  extension: { atMost: number; clause: string; approvals: { holder: Holder; deadline: DeadlineRule }[] };
  /** 配合单位确认: no answer in time counts as agreement. */
  confirmation: DeadlineRule;
  /** How long after close-out the item can be reopened. */
  reopening: DeadlineRule;
  reminders: { beforeWorkingDays: number[]; leaderEveryWorkingDays: number };
}

export type Stage =
  | TaskStage
  | ReviewStage
  | CountersignStage
  | PanelStage
  | NoticeStage
  | CertificateStage
  | AwardStage
  | PaymentStage
  | EvaluationStage
  | EngagementStage
  | TopicsStage
  | DraftingStage
  | PublicationStage;

/** Rules of the turn back to the applicant. */
export interface CorrectionRules {
  deadline: DeadlineRule;
  /** The returning stage's clock stands still meanwhile and runs on after a direct resubmission. */
  stopsClock: boolean;
  /** A period that lapses ends the case as 逾期未补正. */
  lapses: boolean;
  /** How often a case may be returned to its applicant; none = as often as needed. Once means all defects at once (一次性告知). */
  atMost?: number;
}

/** The rules a case carries from its submission to its end (style.md R2). */
export interface CaseRules {
  policyVersion: string;
  stages: Stage[];
  correction: CorrectionRules;
  /** An urge is possible once in this many milliseconds. */
  urgeIntervalMs: number;
  /** Cap of the spread of a case's own timers, in milliseconds. */
  spreadMs: number;
  /** Roles that may end any case of the process. */
  administrator: Holder;
  /** Who made the case may take its turns as well (an action item is closed by the office that made it); absent: never. */
  applicantMayDecide?: true;
  /** 学校收入: at least this percent goes to the school development fund. */
  developmentFundPercent?: number;
}

/** How a case ended: a value, not an error (R3). */
export type CaseOutcome =
  | { kind: 'approved' }
  | { kind: 'rejected'; stage: string }
  | { kind: 'withdrawn' }
  | { kind: 'lapsed' }
  | { kind: 'terminated' }
  | { kind: 'not-opened'; reason: 'open-application-exists' };
