/** One template a notification kind. */
import { assignmentOpened } from './assignment-opened.ts';
import { caseApproved } from './case-approved.ts';
import { caseLapsed } from './case-lapsed.ts';
import { caseRejected } from './case-rejected.ts';
import { caseTerminated } from './case-terminated.ts';
import { caseWithdrawn } from './case-withdrawn.ts';
import { awardGranted } from './award-granted.ts';
import { clawbackOrdered } from './clawback-ordered.ts';
import { evaluationConcluded } from './evaluation-concluded.ts';
import { figuresAsked } from './figures-asked.ts';
import { fundShort } from './fund-short.ts';
import { fundingClosed } from './funding-closed.ts';
import { paymentCancelled } from './payment-cancelled.ts';
import { paymentMade } from './payment-made.ts';
import { changeConcluded } from './change-concluded.ts';
import { correctionReturned } from './correction-returned.ts';
import { declarationDue } from './declaration-due.ts';
import { engagementEnded } from './engagement-ended.ts';
import { engagementEnding } from './engagement-ending.ts';
import { engagementRegistered } from './engagement-registered.ts';
import { engagementResumed } from './engagement-resumed.ts';
import { engagementSuspended } from './engagement-suspended.ts';
import { schoolIncomeRecorded } from './school-income-recorded.ts';
import { declarationReturned } from './declaration-returned.ts';
import { overLimit } from './over-limit.ts';
import { reportReturned } from './report-returned.ts';
import { voucherRefused } from './voucher-refused.ts';
import { certificateExpiring } from './certificate-expiring.ts';
import { certificateIssued } from './certificate-issued.ts';
import { certificateRevoked } from './certificate-revoked.ts';
import { consultationAnswered } from './consultation-answered.ts';
import { copied } from './copied.ts';
import { dailyDigest } from './daily-digest.ts';
import { meetingCalled, meetingCancelled, minutesPublished } from './meeting.ts';
import { objectionFiled } from './objection-filed.ts';
import { overdueEscalation } from './overdue-escalation.ts';
import { returnedToApplicant } from './returned-to-applicant.ts';
import { revocationProposed } from './revocation-proposed.ts';
import { itemSupporting } from './item-supporting.ts';
import { extensionDecided } from './extension-decided.ts';
import { itemClosedOut } from './item-closed-out.ts';
import { progressRecorded } from './progress-recorded.ts';
import { closeOutReturned } from './close-out-returned.ts';
import { supportDisagreed } from './support-disagreed.ts';
import { itemReopened } from './item-reopened.ts';
import { bulletinDrafted } from './bulletin-drafted.ts';
import { bulletinPublished } from './bulletin-published.ts';
import { urged } from './urged.ts';

export const mailKinds = {
  'assignment-opened': assignmentOpened,
  'returned-to-applicant': returnedToApplicant,
  'case-approved': caseApproved,
  'case-rejected': caseRejected,
  'case-withdrawn': caseWithdrawn,
  'case-terminated': caseTerminated,
  'case-lapsed': caseLapsed,
  urged,
  copied,
  'consultation-answered': consultationAnswered,
  'objection-filed': objectionFiled,
  'certificate-issued': certificateIssued,
  'certificate-expiring': certificateExpiring,
  'certificate-revoked': certificateRevoked,
  'revocation-proposed': revocationProposed,
  'fund-short': fundShort,
  'voucher-refused': voucherRefused,
  'report-returned': reportReturned,
  'over-limit': overLimit,
  'declaration-returned': declarationReturned,
  'change-concluded': changeConcluded,
  'correction-returned': correctionReturned,
  'declaration-due': declarationDue,
  'engagement-ended': engagementEnded,
  'engagement-ending': engagementEnding,
  'engagement-registered': engagementRegistered,
  'engagement-resumed': engagementResumed,
  'engagement-suspended': engagementSuspended,
  'school-income-recorded': schoolIncomeRecorded,
  'award-granted': awardGranted,
  'payment-made': paymentMade,
  'payment-cancelled': paymentCancelled,
  'evaluation-concluded': evaluationConcluded,
  'clawback-ordered': clawbackOrdered,
  'funding-closed': fundingClosed,
  'meeting-called': meetingCalled,
  'meeting-cancelled': meetingCancelled,
  'minutes-published': minutesPublished,
  'item-supporting': itemSupporting,
  'extension-decided': extensionDecided,
  'item-closed-out': itemClosedOut,
  'progress-recorded': progressRecorded,
  'close-out-returned': closeOutReturned,
  'support-disagreed': supportDisagreed,
  'item-reopened': itemReopened,
  'bulletin-drafted': bulletinDrafted,
  'bulletin-published': bulletinPublished,
  'figures-asked': figuresAsked,
  'daily-digest': dailyDigest,
  'overdue-escalation': overdueEscalation,
} as const;

export type MailKind = keyof typeof mailKinds;

export const isMailKind = (kind: string): kind is MailKind => Object.hasOwn(mailKinds, kind);
