/** Mails as rows first: who is to be told what, once each (outbox). Sending is another queue's work. */
import { statement } from '../../prisma/client.ts';
import { Prisma as Sql } from '../../prisma/generated/client.ts';
import { sha256 } from '../../prisma/event-chain.ts';
import { shanghaiDate } from '../../processes/working-days.ts';
import { holderColumns } from './assignments.ts';
import type { Change, Facts } from './transition.ts';
import type { HolderColumns, Writing } from './writing.ts';

type Notify = Extract<Change, { kind: 'notify' }>;

export function notify({ mails }: Writing, change: Notify): void {
  mails.push(change);
}

export interface NotificationRow {
  key: string;
  kind: string;
  stage: string | null;
  round: number | null;
  assignmentId: string | null;
  recipientId: string;
  facts: Facts;
  messageId: string;
}

/** The outbox rows of everything a transition wants told, with holders turned into the people they stand for today. */
export async function addressed(writing: Writing, mailDomain: string): Promise<NotificationRow[]> {
  const { mails, request } = writing;
  const people = await peopleOf(writing, await holdersOf(writing, mails));
  return mails.flatMap(({ notification, to, stage, round, about, facts }, index) =>
    recipients(to, request.applicantId, people.get(index)).map((recipientId) => {
      const key = [request.caseId, stage ?? '', round ?? '', recipientId, notification, ...(about ? [about] : [])].join(
        ':',
      );
      return {
        ...{ key, recipientId, stage: stage ?? null, round: round ?? null },
        kind: notification,
        assignmentId: 'holdersOf' in to ? to.holdersOf : null,
        facts: facts ?? {},
        messageId: messageIdFor(key, mailDomain),
      };
    }),
  );
}

/** Always the same for the same row, so that a mail sent twice after a crash is recognised as one. */
export const messageIdFor = (key: string, mailDomain: string): string => `<${sha256(key).slice(0, 40)}@${mailDomain}>`;

function recipients(to: Notify['to'], applicantId: string, entitled: string[] = []): string[] {
  if ('applicant' in to) return [applicantId];
  if ('userIds' in to) return [...new Set(to.userIds)];
  return entitled;
}

/** A submitter is told nothing as a handler of their own case (after role expansion), but of the turns on their own side. */
type IndexedHolder = HolderColumns & { index: number; excludedId: string | null };

async function holdersOf({ tx, opened, request: { applicantId } }: Writing, mails: Notify[]): Promise<IndexedHolder[]> {
  const found: IndexedHolder[] = [];
  for (const [index, { to }] of mails.entries()) {
    if ('holder' in to) found.push({ index, ...holderColumns(to.holder), excludedId: applicantId });
    if (!('holdersOf' in to)) continue;
    const { unitId, role, personId, excludedId } =
      opened.find(({ id }) => id === to.holdersOf) ??
      (await tx.assignment.findUniqueOrThrow({
        where: { id: to.holdersOf },
        select: { unitId: true, role: true, personId: true, excludedId: true },
      }));
    found.push({ index, unitId, role, personId, excludedId });
  }
  return found;
}

/** The people each holder stands for today, with the substitutes who stand in for them, by index. */
async function peopleOf({ tx, request, at }: Writing, holders: IndexedHolder[]): Promise<Map<number, string[]>> {
  const people = new Map<number, string[]>();
  if (holders.length === 0) return people;
  const today = shanghaiDate(at.getTime());
  const rows = await statement<{ index: number; userId: string }>(
    tx,
    Sql.sql`
    WITH holder AS (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(holders)}::jsonb) AS h (index int, "unitId" text, role text, "personId" text, "excludedId" text)
    ), principal AS (
      SELECT h.index, u.id FROM holder h JOIN "user" u ON u.id = h."personId" WHERE NOT u.disabled
      UNION
      SELECT h.index, u.id FROM holder h JOIN membership m ON m.unit_id = h."unitId" AND m.role = h.role JOIN "user" u ON u.id = m.user_id
      WHERE NOT u.disabled
    )
    SELECT told.index, told."userId" FROM (
    SELECT index, id AS "userId" FROM principal
    UNION
    SELECT p.index, s.substitute_id FROM substitute s JOIN principal p ON p.id = s.principal_id JOIN "user" u ON u.id = s.substitute_id
    WHERE NOT u.disabled AND s.starts_on <= ${today} AND s.ends_on >= ${today}
      AND (cardinality(s.processes) = 0 OR ${request.process} = ANY (s.processes))
    ) told JOIN holder h ON h.index = told.index WHERE told."userId" IS DISTINCT FROM h."excludedId"
    ORDER BY told.index, told."userId"`,
  );
  for (const { index, userId } of rows) people.set(index, [...(people.get(index) ?? []), userId]);
  return people;
}

/** 抄送: a copy for reading, no turn. */
export async function copy(
  { tx, request, at }: Writing,
  { userIds, by }: Extract<Change, { kind: 'copy' }>,
): Promise<void> {
  const { caseId } = request;
  await tx.copy.createMany({ data: userIds.map((userId) => ({ caseId, userId, byId: by, at })), skipDuplicates: true });
}
