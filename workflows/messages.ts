/**
 * What may be said to a running case: updates (answered when the transition is written), signals, queries and refusals.
 * No personal data travels here (design.md §3): ids and routing facts only. Free text is a `Remark` row named by id.
 */
import { defineQuery, defineSignal, defineUpdate } from '@temporalio/workflow';
import type {
  Actor,
  Bilingual,
  CaseOutcome,
  CaseRules,
  Holder,
  ResubmissionRoute,
  Verdict,
} from '../processes/case.ts';

import type { CaseSnapshot } from './steps/case-file.ts';

export const CASES_QUEUE = 'cases';
export const MAIL_QUEUE = 'mail';
export const ROUNDS_QUEUE = 'rounds';

export const caseWorkflowId = (caseId: string) => `case/${caseId}`;

/** Input of every case workflow. */
export interface CaseInput {
  caseId: string;
  process: string;
  applicantId: string;
  /** The applicant's unit. */
  unitId: string;
  rules: CaseRules;
  /** Routing facts without personal data, e.g. `{ level: 'intermediate' }`. */
  facts: Record<string, string | number | boolean>;
  /** Set when a long life goes on in a new run. */
  resumes?: CaseSnapshot;
  /** Trials: a run ends after so many events of history. */
  longestHistory?: number;
}

/** Common to every message: who, and the remark row (opinion, reason) it makes final. */
export interface Said {
  actor: Actor;
  remarkId?: string;
}

export interface Decision extends Said {
  assignmentId: string;
  round: number;
  verdict: Verdict;
  /** 退回: to the applicant, or to the slug of an earlier stage. */
  returnTo?: 'applicant' | (string & {});
  resubmission?: ResubmissionRoute;
  /**
   * The purpose's own fields: score and evaluate `{ score: 0–100 }`, an award `{ awardedFen }`, claw-back `{ clawedBackFen }`,
   * pay and recover `{ voucher }`, declare `{ declarationId, period }`, a meeting `{ meetingOn, meetingNumber }`, report and rectify `{ fileIds? }`, appoint-panel `{ experts: [userId…] }`,
   * investigate `{ finding: 'upheld' | 'dismissed' }` (verdict `approve` = the investigation is finished).
   */
  data?: Record<string, string | number | boolean | string[]>;
}

export interface Resubmission extends Said {
  assignmentId: string;
  /** The `Submission` row with the corrected form. */
  submissionId: string;
}

/** 转办 by the holder, 改派 by an administrator (`as` = the administrator role). */
export interface Transfer extends Said {
  assignmentId: string;
  to: Holder;
}

/** 委派 or 加签(前): ask a person; the turn returns. */
export interface Consultation extends Said {
  assignmentId: string;
  kind: 'delegate' | 'signer-before';
  userId: string;
}

/** 加签(后): `userId` signs after the holder approved. */
export interface AddedSigner extends Said {
  assignmentId: string;
  userId: string;
}

export interface Claim extends Said {
  assignmentId: string;
}

export interface Copy extends Said {
  userIds: string[];
}

/** What may be done with a running action item besides its turns. */
export type ItemAct =
  | { kind: 'milestone'; milestone: number; fileIds?: string[] }
  | { kind: 'ask-extension'; dueOn: string }
  | { kind: 'ask-close-out'; fileIds: string[] }
  | { kind: 'reopen'; dueOn: string }
  | { kind: 'change-contact'; userId: string }
  /** Null: computed again. */
  | { kind: 'set-light'; light: 'green' | 'yellow' | 'orange' | 'red' | null };

export interface ItemMessage extends Said {
  act: ItemAct;
}

/** What may be done with a post in force besides its turns. Days are YYYY-MM-DD. */
export type PostAct =
  /** 更正: another declaration of a period that was accepted; the remark is the reason. */
  | { kind: 'correct-declaration'; period: string; declarationId: string }
  /** 变更: new terms, approved again from the stage `from` on while the old ones stay in force. */
  | { kind: 'propose-change'; submissionId: string; from: string }
  | { kind: 'withdraw-change' }
  | { kind: 'suspend' }
  | { kind: 'resume' }
  /** `endedOn`: the last day, today if it is not said. */
  | { kind: 'end'; endedOn?: string }
  /** An administrator closes a post that is over and whose last declarations never came. */
  | { kind: 'close' };

export interface PostMessage extends Said {
  act: PostAct;
}

/** The timeline position reached by a written message: the caller can read its own write. */
export interface Receipt {
  caseId: string;
  sequence: number;
}

export const submitted = defineUpdate<Receipt | { refusal: Refusal }, []>('submitted');
export const decide = defineUpdate<Receipt, [Decision]>('decide');
export const resubmit = defineUpdate<Receipt, [Resubmission]>('resubmit');
export const withdraw = defineUpdate<Receipt, [Said]>('withdraw');
export const terminate = defineUpdate<Receipt, [Said]>('terminate');
export const urge = defineUpdate<Receipt, [Said]>('urge');
export const comment = defineUpdate<Receipt, [Said]>('comment');
export const copyTo = defineUpdate<Receipt, [Copy]>('copyTo');
export const transfer = defineUpdate<Receipt, [Transfer]>('transfer');
export const consult = defineUpdate<Receipt, [Consultation]>('consult');
export const addSigner = defineUpdate<Receipt, [AddedSigner]>('addSigner');
export const claim = defineUpdate<Receipt, [Claim]>('claim');
/** A member of the public objects; `objectionId` names the stored row. */
export const object = defineUpdate<Receipt, [{ objectionId: string }]>('object');
/** Somebody entitled proposes to revoke the certificate in force. */
export const proposeRevocation = defineUpdate<Receipt, [Said]>('proposeRevocation');

/** 任务: milestone, extension, close-out, reopening, another contact, a light by hand. */
export const actOnItem = defineUpdate<Receipt, [ItemMessage]>('actOnItem');

/** 兼职: correction, change, suspension, early end. */
export const actOnPost = defineUpdate<Receipt, [PostMessage]>('actOnPost');

/** One workflow a month waits for the secretariat. */
export const bulletinWorkflowId = (month: string) => `bulletin/${month}`;
export const publishBulletin = defineUpdate<{ mails: number }, [{ actorId: string }]>('publishBulletin');

/** The daily round told a leader; the case writes it on its own timeline. */
export const escalated = defineSignal<[{ assignmentIds: string[]; date: string }]>('escalated');
/** A new year's calendar was imported; sleeping deadlines are computed again. */
export const calendarChanged = defineSignal<[{ year: number }]>('calendarChanged');

export const outcomeQuery = defineQuery<CaseOutcome | null>('outcome');

/** Why a message was refused: thrown as the `type` of an ApplicationFailure by the synchronous validator, details = this. */
export type Refusal =
  | { code: 'AlreadyDecided'; assignmentId: string; by: string; atMs: number; verdict?: string }
  | { code: 'NotYours' }
  | { code: 'OwnCase' }
  | { code: 'NotFound' }
  | { code: 'WrongRound'; round: number }
  | { code: 'NotOpen' }
  | { code: 'CaseClosed' }
  | { code: 'NotAllowed'; what: string }
  | { code: 'OpinionRequired' }
  /** 牵头单位不得自行销号 */
  | { code: 'LeadCannotClose' }
  /** `message` where the rule has numbers and a clause of its own. */
  | { code: 'BadDecisionData'; field: string; rule: string; message?: Bilingual }
  | { code: 'UrgedTooSoon'; againAtMs: number }
  | { code: 'NobodyToUrge' }
  | { code: 'OpenApplicationExists' };
export type RefusalCode = Refusal['code'];
