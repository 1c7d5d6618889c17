import { isMailKind } from '../../emails/mail-kinds.ts';
import { returnedLetter, endedLetter, copiedLetter, objectionLetter } from './case-letters.ts';
import { expiringLetter, issuedLetter, revocationLetter, revokedLetter } from './certificate-letters.ts';
import { engagementLetter, schoolIncomeLetter } from './engagement-letters.ts';
import { fundingLetter } from './funding-letters.ts';
import { bulletinLetter } from './bulletin-letters.ts';
import { itemLetter } from './item-letters.ts';
import { figuresLetter } from './figures-letter.ts';
import { type Letter, skip, type Task } from './letter.ts';
import { meetingLetter } from './meeting-letters.ts';
import { digestLetter, escalationLetter } from './round-letters.ts';
import { turnLetter } from './turn-letters.ts';

/** Composes the mail of a notification row from what the database says now. */
export async function letterFor(task: Task): Promise<Letter> {
  const { kind } = task.row;
  if (!isMailKind(kind)) return skip(`unknown kind ${kind}`);
  switch (kind) {
    case 'assignment-opened':
    case 'urged':
    case 'consultation-answered':
    case 'fund-short':
    case 'voucher-refused':
    case 'report-returned':
    case 'progress-recorded':
    case 'close-out-returned':
    case 'support-disagreed':
    case 'item-reopened':
    case 'over-limit':
    case 'declaration-returned':
      return turnLetter(task, kind);
    case 'returned-to-applicant':
      return returnedLetter(task);
    case 'case-approved':
    case 'case-rejected':
    case 'case-withdrawn':
    case 'case-terminated':
    case 'case-lapsed':
      return endedLetter(task, kind);
    case 'copied':
      return copiedLetter(task);
    case 'objection-filed':
      return objectionLetter(task);
    case 'certificate-issued':
      return issuedLetter(task);
    case 'certificate-expiring':
      return expiringLetter(task);
    case 'certificate-revoked':
      return revokedLetter(task);
    case 'revocation-proposed':
      return revocationLetter(task);
    case 'award-granted':
    case 'payment-made':
    case 'payment-cancelled':
    case 'evaluation-concluded':
    case 'clawback-ordered':
    case 'funding-closed':
      return fundingLetter(task, kind);
    case 'meeting-called':
    case 'meeting-cancelled':
    case 'minutes-published':
      return meetingLetter(task, kind);
    case 'item-supporting':
    case 'extension-decided':
    case 'item-closed-out':
      return itemLetter(task, kind);
    case 'bulletin-drafted':
    case 'bulletin-published':
      return bulletinLetter(task, kind);
    case 'engagement-registered':
    case 'engagement-suspended':
    case 'engagement-resumed':
    case 'engagement-ended':
    case 'engagement-ending':
    case 'change-concluded':
    case 'correction-returned':
    case 'declaration-due':
      return engagementLetter(task, kind);
    case 'school-income-recorded':
      return schoolIncomeLetter(task);
    case 'figures-asked':
      return figuresLetter(task);
    case 'daily-digest':
      return digestLetter(task);
    case 'overdue-escalation':
      return escalationLetter(task);
  }
}
