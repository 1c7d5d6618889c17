/** What a case workflow asks to be written, all of it in one database transaction. Types only: the workflow sandbox reads them. */
import type {
  Actor,
  AssignmentState,
  BusinessState,
  CaseRules,
  CaseState,
  Holder,
  Purpose,
  StageState,
  Verdict,
  VisitKey,
} from '../../processes/case.ts';
import type { Decided } from '../../processes/process.ts';
import type { ItemChange } from '../action-items/item-change.ts';
import type { DeadlineRule } from '../../processes/working-days.ts';

export type EventKind =
  | 'progress-reported'
  | 'milestone-reached'
  | 'extension-asked'
  | 'extended'
  | 'extension-refused'
  | 'close-out-asked'
  | 'support-confirmed'
  | 'support-disagreed'
  | 'support-tacit'
  | 'close-out-returned'
  | 'closed-out'
  | 'reopened'
  | 'contact-changed'
  | 'light-set'
  | 'light-cleared'
  | 'submitted'
  | 'stage-opened'
  | 'decided'
  | 'returned'
  | 'resubmitted'
  | 'vote-cast'
  | 'panel-drawn'
  | 'panel-short'
  | 'panel-appointed'
  | 'panel-closed'
  | 'recused'
  | 'countersigned'
  | 'coordination-opened'
  | 'coordinated'
  | 'notice-published'
  | 'objection-filed'
  | 'notice-suspended'
  | 'objection-dismissed'
  | 'objection-upheld'
  | 'notice-resumed'
  | 'notice-ended'
  | 'transferred'
  | 'claimed'
  | 'delegated'
  | 'consulted'
  | 'signer-added'
  | 'urged'
  | 'commented'
  | 'copied'
  | 'escalated'
  | 'deadlines-recomputed'
  | 'withdrawn'
  | 'terminated'
  | 'lapsed'
  | 'approved'
  | 'rejected'
  | 'certificate-issued'
  | 'certificate-expired'
  | 'revocation-proposed'
  | 'revocation-refused'
  | 'certificate-revoked'
  | 'fund-reserved'
  | 'fund-short'
  | 'fund-committed'
  | 'fund-released'
  | 'report-filed'
  | 'payment-ordered'
  | 'payment-made'
  | 'payment-returned'
  | 'payment-cancelled'
  | 'voucher-refused'
  | 'evaluated'
  | 'rectification-opened'
  | 'rectification-filed'
  | 'rectification-lapsed'
  | 'clawback-opened'
  | 'clawback-ordered'
  | 'clawback-waived'
  | 'clawed-back'
  | 'completed'
  | 'topics-closed'
  | 'minutes-published'
  | 'minutes-sent'
  | 'engagement-registered'
  | 'over-limit'
  | 'declaration-opened'
  | 'declaration-filed'
  | 'declaration-corrected'
  | 'declaration-accepted'
  | 'declaration-returned'
  | 'declaration-missed'
  | 'engagement-suspended'
  | 'engagement-resumed'
  | 'change-proposed'
  | 'change-approved'
  | 'change-rejected'
  | 'change-withdrawn'
  | 'change-lapsed'
  | 'engagement-ended-early'
  | 'engagement-ended'
  | 'school-income-recorded';

export type NotificationKind =
  | 'item-supporting'
  | 'extension-decided'
  | 'item-closed-out'
  | 'assignment-opened'
  | 'returned-to-applicant'
  | 'case-approved'
  | 'case-rejected'
  | 'case-withdrawn'
  | 'case-terminated'
  | 'case-lapsed'
  | 'urged'
  | 'copied'
  | 'consultation-answered'
  | 'objection-filed'
  | 'certificate-issued'
  | 'certificate-revoked'
  | 'revocation-proposed'
  | TurnAgain
  | 'award-granted'
  | 'payment-made'
  | 'payment-cancelled'
  | 'evaluation-concluded'
  | 'clawback-ordered'
  | 'funding-closed'
  | 'meeting-called'
  | 'meeting-cancelled'
  | 'minutes-published'
  | 'engagement-registered'
  | 'engagement-suspended'
  | 'engagement-resumed'
  | 'engagement-ended'
  | 'change-concluded'
  | 'correction-returned'
  | 'school-income-recorded';

/** A turn that opens once more, and why: instead of `assignment-opened`. */
export type TurnAgain =
  | 'fund-short'
  | 'voucher-refused'
  | 'report-returned'
  | 'over-limit'
  | 'declaration-returned'
  | 'progress-recorded'
  | 'close-out-returned'
  | 'support-disagreed'
  | 'item-reopened';

export type EngagementState = 'in-force' | 'suspended' | 'ended' | 'ended-early';

/** 待申报, 逾期未申报, 待核对, 已核对. A correction puts a period back to `filed`. */
export type PeriodState = 'open' | 'missed' | 'filed' | 'accepted';

/** Routing facts: ids, numbers and slugs; never a name or a text. */
export type Facts = Record<string, string | number | boolean | null | string[]>;

export type { VisitKey };

export type Change =
  | { kind: 'open-case'; rules: CaseRules; facts: Facts }
  | { kind: 'accept-submission'; submissionId: string }
  | { kind: 'move-case'; state: CaseState; stage: string | null; businessState?: BusinessState; closes?: boolean }
  /** `resumes`: the round whose remaining time runs on (clock stopped by a correction). */
  /** `from`: counted from an earlier instant (ms) than now. */
  | ({ kind: 'open-visit'; rule: DeadlineRule; resumes?: number; from?: number } & VisitKey)
  /** The visit has a new period from now, e.g. to pay once a report is accepted. */
  | ({ kind: 'renew-visit'; rule: DeadlineRule } & VisitKey)
  | ({ kind: 'suspend-visit' } & VisitKey)
  | ({ kind: 'resume-visit' } & VisitKey)
  | ({ kind: 'close-visit'; state: StageState; result?: Facts } & VisitKey)
  | ({
      kind: 'open-assignment';
      id: string;
      purpose: Purpose;
      holder: Holder;
      due: 'visit' | DeadlineRule;
      /** Counted from an earlier instant (ms) than now. */
      from?: number;
      parentId?: string;
      subjectId?: string;
      sealed?: boolean;
      /** Who made the case is not kept from this turn. */
      applicantMayDecide?: true;
    } & VisitKey)
  /** Draws `ids.length` experts at random and opens one assignment for each; fewer when there are not enough. */
  | ({ kind: 'draw-panel'; ids: string[]; purpose: Purpose; exclude: string[]; field?: string } & VisitKey)
  | {
      kind: 'close-assignment';
      id: string;
      state: AssignmentState;
      actor?: Actor;
      remarkId?: string;
      answer?: Facts;
      verdict?: Verdict;
    }
  /** Waits for a delegate or signer, or is open again. */
  | { kind: 'set-assignment'; id: string; state: 'open' | 'delegated' | 'awaiting-signer' }
  | { kind: 'rehold-assignment'; id: string; holder: Holder }
  | ({ kind: 'unseal' } & VisitKey)
  | {
      kind: 'event';
      event: EventKind;
      stage?: string;
      round?: number;
      actor?: Actor;
      remarkId?: string;
      facts?: Facts;
    }
  /** `submissionId`: the form of a proposed change, which is not the case's yet. */
  | ({ kind: 'publish-notice'; decided?: Decided; submissionId?: string } & VisitKey)
  | ({ kind: 'set-notice'; state: 'open' | 'suspended' | 'closed' | 'cancelled' } & VisitKey)
  | { kind: 'set-objection'; objectionId: string; state: 'investigating' | 'dismissed' | 'upheld' }
  | { kind: 'issue-certificate'; validYears: number }
  | { kind: 'set-certificate'; state: 'expired' | 'revoked' }
  /** Files that somebody uploaded for a report become the case's. */
  | { kind: 'hold-files'; fileIds: string[]; by: string }
  | { kind: 'copy'; userIds: string[]; by: string }
  | { kind: 'recompute-deadlines' }
  /** The row of an action item, from the form of its case; again after a correction. */
  | { kind: 'open-item' }
  | ItemChange
  /** The meeting beside its case, from the form. */
  | { kind: 'open-meeting' }
  /** A unit's drafts become topics of the meeting. */
  | { kind: 'keep-topics'; topicIds: string[] }
  /** Topics sent, and open action items carried over, as the first draft of the agenda. */
  | { kind: 'open-agenda' }
  | { kind: 'fix-agenda' }
  | { kind: 'keep-minutes'; minutesId: string }
  | { kind: 'number-minutes' }
  /** What became of a registered post. `endedOn`: its last day, where it was ended early. */
  | { kind: 'set-engagement'; state: EngagementState; endedOn?: string }
  /**
   * A period of declaration opens; `result.dueAtMs['period:KEY']` is the instant from which the post is suspended for want of it. Both
   * deadlines count from `from` (ms): the period's last day, or the registration where that came later.
   */
  | {
      kind: 'open-period';
      period: string;
      fromOn: string;
      toOn: string;
      from: number;
      due: DeadlineRule;
      suspension: DeadlineRule;
    }
  | { kind: 'set-period'; period: string; state: PeriodState }
  /** The pending `IncomeDeclaration` of the period and author becomes final; its files are the case's. */
  | { kind: 'file-declaration'; declarationId: string; period: string; by: string }
  /** Accepted, it is entered in the income ledger: the first one as it is, a correction as the difference. */
  | { kind: 'settle-declaration'; declarationId: string; state: 'accepted' | 'returned' }
  /** 变更, told apart by number within the case. */
  | { kind: 'open-change'; number: number; submissionId: string; from: string }
  /** Corrected after it was sent back. */
  | { kind: 'amend-change'; number: number; submissionId: string }
  | { kind: 'close-change'; number: number; state: 'approved' | 'rejected' | 'withdrawn' | 'lapsed' | 'cancelled' }
  /** Rows of the ledger of schools' income, from the case's form. */
  | { kind: 'record-school-income' }
  | {
      kind: 'notify';
      notification: NotificationKind;
      to: { applicant: true } | { userIds: string[] } | { holdersOf: string } | { holder: Holder };
      stage?: string;
      round?: number;
      /** Tells apart two of a kind to one person in one round, e.g. the second urge. */
      about?: string;
      facts?: Facts;
    };

export interface TransitionRequest {
  caseId: string;
  process: string;
  applicantId: string;
  unitId: string;
  /** 1, 2, 3 … within the case: the key that makes a second run change nothing. */
  number: number;
  /** Workflow time, milliseconds. */
  atMs: number;
  changes: Change[];
}

export interface TransitionResult {
  /** Last event of the timeline. */
  sequence: number;
  /** Instants a case may sleep for: `stage#round` of visits, ids of assignments with a rule of their own, `certificate`. */
  dueAtMs: Record<string, number>;
  drawn: { id: string; userId: string }[];
  refusal?: 'OpenApplicationExists';
}
