/** Mails as rows first: who is to be told what, once each (outbox). Sending is another queue's work. */
import { sha256 } from '../../prisma/event-chain.ts';
import { shanghaiDate } from '../../processes/working-days.ts';
import type { Change } from './transition.ts';
import type { Writing } from './writing.ts';

type Notify = Extract<Change, { kind: 'notify' }>;

export async function notify(writing: Writing, change: Notify, mailDomain: string): Promise<void> {
  const { caseId } = writing.request;
  const { notification, to, stage, round, about, facts } = change;
  const assignmentId = 'holdersOf' in to ? to.holdersOf : null;
  for (const recipientId of await recipients(writing, to)) {
    const key = [caseId, stage ?? '', round ?? '', recipientId, notification, ...(about ? [about] : [])].join(':');
    writing.notifications.push({
      key, caseId, recipientId, assignmentId,
      kind: notification,
      stage: stage ?? null,
      round: round ?? null,
      facts: facts ?? {},
      messageId: messageIdFor(key, mailDomain),
    });
  }
}

/** Always the same for the same row, so that a mail sent twice after a crash is recognised as one. */
export const messageIdFor = (key: string, mailDomain: string): string => `<${sha256(key).slice(0, 40)}@${mailDomain}>`;

async function recipients(writing: Writing, to: Notify['to']): Promise<string[]> {
  const { applicantId } = writing.request;
  if ('applicant' in to) return [applicantId];
  if ('userIds' in to) return [...new Set(to.userIds)];
  const holder = 'holder' in to ? columns(to.holder) : await holderOf(writing, to.holdersOf);
  const entitled = await peopleOf(writing, holder);
  // A submitter is told nothing as a handler of their own case (after role expansion); a correction has its own mail.
  return entitled.filter((userId) => userId !== applicantId);
}

interface HolderColumns {
  unitId: string | null;
  role: string | null;
  personId: string | null;
}

const columns = (holder: Extract<Notify['to'], { holder: unknown }>['holder']): HolderColumns =>
  holder.kind === 'person'
    ? { personId: holder.userId, unitId: null, role: null }
    : { personId: null, unitId: holder.unitId, role: holder.role };

async function holderOf({ tx, assignments }: Writing, id: string): Promise<HolderColumns> {
  const opening = assignments.find((assignment) => assignment.id === id);
  if (opening) return opening;
  return tx.assignment.findUniqueOrThrow({ where: { id }, select: { unitId: true, role: true, personId: true } });
}

/** The people a holder stands for today, with the substitutes who stand in for them. */
async function peopleOf({ tx, request, at }: Writing, { unitId, role, personId }: HolderColumns): Promise<string[]> {
  const today = shanghaiDate(at.getTime());
  const rows = await tx.$queryRaw<{ user_id: string }[]>`
    WITH principal AS (
      SELECT u.id FROM "user" u
      WHERE NOT u.disabled AND (u.id = ${personId} OR EXISTS (
        SELECT 1 FROM membership m WHERE m.user_id = u.id AND m.unit_id = ${unitId} AND m.role = ${role}))
    )
    SELECT id AS user_id FROM principal
    UNION
    SELECT s.substitute_id FROM substitute s JOIN principal p ON p.id = s.principal_id JOIN "user" u ON u.id = s.substitute_id
    WHERE NOT u.disabled AND s.starts_on <= ${today} AND s.ends_on >= ${today}
      AND (cardinality(s.processes) = 0 OR ${request.process} = ANY (s.processes))
    ORDER BY user_id`;
  return rows.map((row) => row.user_id);
}

/** 抄送: a copy for reading, no turn. */
export async function copy({ tx, request, at }: Writing, { userIds, by }: Extract<Change, { kind: 'copy' }>): Promise<void> {
  const { caseId } = request;
  await tx.copy.createMany({ data: userIds.map((userId) => ({ caseId, userId, byId: by, at })), skipDuplicates: true });
}
