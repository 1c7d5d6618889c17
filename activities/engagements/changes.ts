/** What a transition writes about a post in force: its state, its periods of declaration, what was declared, and its changes. */
import { holdSubmission } from '../cases/case-row.ts';
import { dueFrom } from '../cases/clock.ts';
import type { Change } from '../cases/transition.ts';
import type { Writing } from '../cases/writing.ts';
import { recordSchoolIncome } from './school-income.ts';

export type EngagementChange = Extract<
  Change,
  {
    kind:
      | 'set-engagement'
      | 'open-period'
      | 'set-period'
      | 'file-declaration'
      | 'settle-declaration'
      | 'open-change'
      | 'amend-change'
      | 'close-change'
      | 'record-school-income';
  }
>;

export async function applyEngagementChange(writing: Writing, change: EngagementChange): Promise<void> {
  const { tx, request, at } = writing;
  const { caseId } = request;
  switch (change.kind) {
    case 'set-engagement': {
      const { state, endedOn } = change;
      await tx.engagement.update({
        where: { caseId },
        data: { state, ...(endedOn && { endedOn }) },
        select: { caseId: true },
      });
      return;
    }
    case 'open-period':
      return openPeriod(writing, change);
    case 'set-period':
      await tx.declarationPeriod.update({
        where: { caseId_period: { caseId, period: change.period } },
        data: { state: change.state },
        select: { period: true },
      });
      return;
    case 'file-declaration':
      return fileDeclaration(writing, change);
    case 'settle-declaration':
      // Accepted, it is entered in the ledger by the database.
      await tx.incomeDeclaration.update({
        where: { id: change.declarationId, caseId },
        data: { state: change.state, settledAt: at },
        select: { id: true },
      });
      return;
    case 'open-change': {
      const { number, submissionId, from } = change;
      await tx.engagementChange.create({
        data: { caseId, number, submissionId, fromStage: from, state: 'open', proposedAt: at },
        select: { number: true },
      });
      return holdProposal(writing, submissionId);
    }
    case 'amend-change': {
      const { number, submissionId } = change;
      await tx.engagementChange.update({
        where: { caseId_number: { caseId, number } },
        data: { submissionId },
        select: { number: true },
      });
      return holdProposal(writing, submissionId);
    }
    case 'close-change': {
      const { number, state } = change;
      await tx.engagementChange.update({
        where: { caseId_number: { caseId, number } },
        data: { state, closedAt: at },
        select: { number: true },
      });
      return;
    }
    case 'record-school-income':
      return recordSchoolIncome(writing);
  }
}

async function openPeriod(
  writing: Writing,
  { period, fromOn, toOn, from, due, suspension }: Extract<Change, { kind: 'open-period' }>,
): Promise<void> {
  const { tx, request, result } = writing;
  const dueAt = (await dueFrom(writing, due, new Date(from))).dueAt;
  // A deadline of 24:00 belongs to the day that ends there.
  const suspendsAt = (await dueFrom(writing, suspension, new Date(dueAt.getTime() - 1))).dueAt;
  await tx.declarationPeriod.create({
    data: { caseId: request.caseId, period, fromOn, toOn, state: 'open', dueAt, suspendsAt },
    select: { period: true },
  });
  result.dueAtMs[`period:${period}`] = suspendsAt.getTime();
}

/** Its amounts stand from now on, and its files are the case's. Throws when no declaration of the case and period waits under this id. */
async function fileDeclaration(
  { tx, request, at }: Writing,
  { declarationId, period, by }: Extract<Change, { kind: 'file-declaration' }>,
): Promise<void> {
  const { caseId } = request;
  const { fileIds } = await tx.incomeDeclaration.update({
    where: { id: declarationId, caseId, period, authorId: by, state: 'pending' },
    data: { state: 'filed', filedAt: at },
    select: { fileIds: true },
  });
  if (fileIds.length === 0) return;
  await tx.file.updateMany({ where: { id: { in: fileIds }, uploadedById: by, caseId: null }, data: { caseId } });
}

/** The form of a change is kept beside the case's own, and its files may be read by whoever decides. */
async function holdProposal(writing: Writing, submissionId: string): Promise<void> {
  const { fileIds } = await writing.tx.submission.findUniqueOrThrow({
    where: { id: submissionId, caseId: writing.request.caseId },
    select: { fileIds: true },
  });
  await holdSubmission(writing, submissionId, fileIds);
}
