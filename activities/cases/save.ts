/**
 * Everything a transition collected, in one statement: one round trip instead of eight, which is what a decision can afford.
 * Each part takes a JSON array of rows; an update that finds fewer rows than it names fails the whole statement.
 */
import { statement } from '../../prisma/client.ts';
import { Prisma } from '../../prisma/generated/client.ts';
import { completeEvents } from './events.ts';
import { addressed } from './notifications.ts';
import { caseHead, type Writing } from './writing.ts';

export async function save(writing: Writing, mailDomain: string): Promise<void> {
  const { tx, request, at, events, opened, visitsOpened, visitsClosed, result } = writing;
  const { caseId, process, number } = request;
  const notifications = await addressed(writing, mailDomain);
  completeEvents(writing);
  const head = caseHead(writing);
  const turned = [...writing.turned.values()];
  const { notices, unsealed } = writing;
  result.sequence = head.sequence;
  await statement(
    tx,
    Prisma.sql`
    WITH finalized AS (
      UPDATE remark SET final = true WHERE id = ANY (${Object.keys(writing.remarks)})
    ), opened AS (
      INSERT INTO assignment (id, case_id, process, stage, round, purpose, state, unit_id, role, person_id, excluded_id, parent_id,
        subject_id, sealed, opened_at, due_at, due_rule, due_from, provisional)
      SELECT id, ${caseId}, ${process}, stage, round, purpose, 'open', "unitId", role, "personId", "excludedId", "parentId",
        "subjectId", sealed, ${at}::timestamptz, "dueAt", "dueRule", "dueFrom", provisional
      FROM jsonb_to_recordset(${json(opened)}) AS row (id text, stage text, round int, purpose text, "unitId" text, role text,
        "personId" text, "excludedId" text, "parentId" text, "subjectId" text, sealed boolean, "dueAt" timestamptz, "dueRule" jsonb,
        "dueFrom" timestamptz, provisional boolean)
    ), turned AS (
      UPDATE assignment a SET
        state = coalesce(row.state, a.state),
        closed_at = CASE WHEN row.closes THEN ${at}::timestamptz ELSE a.closed_at END,
        decided_by_id = CASE WHEN row.closes THEN row."decidedById" ELSE a.decided_by_id END,
        on_behalf_of_id = CASE WHEN row.closes THEN row."onBehalfOfId" ELSE a.on_behalf_of_id END,
        remark_id = CASE WHEN row.closes THEN row."remarkId" ELSE a.remark_id END,
        answer = coalesce(row.answer, a.answer),
        unit_id = CASE WHEN row.rehold THEN row."unitId" ELSE a.unit_id END,
        role = CASE WHEN row.rehold THEN row.role ELSE a.role END,
        person_id = CASE WHEN row.rehold THEN row."personId" ELSE a.person_id END,
        sealed = a.sealed AND NOT EXISTS (SELECT FROM jsonb_to_recordset(${json(unsealed)}) AS open (stage text, round int)
          WHERE open.stage = a.stage AND open.round = a.round)
      FROM jsonb_to_recordset(${json(turned)}) AS row (id text, state text, closes boolean, "decidedById" text, "onBehalfOfId" text,
        "remarkId" text, answer jsonb, rehold boolean, "unitId" text, role text, "personId" text)
      WHERE a.id = row.id AND a.case_id = ${caseId}
      RETURNING 1
    ), visits_opened AS (
      INSERT INTO stage_visit (case_id, stage, round, state, opened_at, due_at, due_rule, due_from, provisional, closed_at, result)
      SELECT ${caseId}, stage, round, state, ${at}::timestamptz, "dueAt", "dueRule", "dueFrom", provisional, "closedAt", result
      FROM jsonb_to_recordset(${json(visitsOpened)}) AS row (stage text, round int, state text, "dueAt" timestamptz, "dueRule" jsonb,
        "dueFrom" timestamptz, provisional boolean, "closedAt" timestamptz, result jsonb)
    ), visits_closed AS (
      UPDATE stage_visit v SET state = row.state, closed_at = ${at}::timestamptz, suspended_at = NULL, result = coalesce(row.result, v.result)
      FROM jsonb_to_recordset(${json(visitsClosed)}) AS row (stage text, round int, state text, result jsonb)
      WHERE v.case_id = ${caseId} AND v.stage = row.stage AND v.round = row.round
      RETURNING 1
    ), unsealed AS (
      UPDATE assignment a SET sealed = false FROM jsonb_to_recordset(${json(unsealed)}) AS row (stage text, round int)
      WHERE a.case_id = ${caseId} AND a.stage = row.stage AND a.round = row.round AND a.sealed
        -- A row is written once in a statement: the ballot that was the last one is unsealed where it is closed.
        AND a.id <> ALL (${turned.map(({ id }) => id)})
    ), published AS (
      INSERT INTO notice (id, case_id, stage, round, title, body, state, published_at, ends_at)
      SELECT id, ${caseId}, stage, round, title, body, 'open', ${at}::timestamptz, "endsAt"
      FROM jsonb_to_recordset(${json(notices)}) AS row (id text, stage text, round int, title text, body jsonb, "endsAt" timestamptz)
    ), written AS (
      INSERT INTO event (case_id, sequence, kind, stage, round, actor_id, on_behalf_of_id, via, remark_id, remark_hash, facts, at,
        prev_hash, hash)
      SELECT ${caseId}, sequence, kind, stage, round, "actorId", "onBehalfOfId", via, "remarkId", "remarkHash", facts, at,
        "prevHash", hash
      FROM jsonb_to_recordset(${json(events)}) AS row (sequence int, kind text, stage text, round int, "actorId" text,
        "onBehalfOfId" text, via text, "remarkId" text, "remarkHash" text, facts jsonb, at text, "prevHash" text, hash text)
    ), queued AS (
      INSERT INTO notification (id, key, kind, case_id, stage, round, assignment_id, recipient_id, facts, message_id)
      SELECT gen_random_uuid()::text, key, kind, ${caseId}, stage, round, "assignmentId", "recipientId", facts, "messageId"
      FROM jsonb_to_recordset(${json(notifications)}) AS row (key text, kind text, stage text, round int, "assignmentId" text,
        "recipientId" text, facts jsonb, "messageId" text)
      ON CONFLICT DO NOTHING
    ), moved AS (
      UPDATE case_file SET sequence = ${head.sequence}, last_hash = ${head.lastHash}, state = ${head.state},
        business_state = ${head.businessState}, stage = ${head.stage}, closed_at = ${head.closedAt}::timestamptz,
        open_key = ${head.openKey}, updated_at = ${at}::timestamptz
      WHERE id = ${caseId}
    )
    -- Two attempts at once: the second one fails on this key, and its retry reads the first one's answer. Where a turn or visit that
    -- the transition names is not there, its number is NULL, which the table refuses: nothing at all is written.
    INSERT INTO transition (case_id, number, result)
    SELECT ${caseId}, CASE WHEN (SELECT count(*) FROM turned) = ${turned.length} AND (SELECT count(*) FROM visits_closed) = ${visitsClosed.length}
      THEN ${number}::int END, ${json(result)}`,
  );
}

const json = (rows: object) => Prisma.sql`${JSON.stringify(rows)}::jsonb`;
