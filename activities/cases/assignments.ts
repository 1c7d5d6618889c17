/** Turns as rows: opened, drawn, closed, handed on. */
import { randomInt } from 'node:crypto';
import type { Holder, Purpose } from '../../processes/case.ts';
import { statement } from '../../prisma/client.ts';
import { Prisma as Sql } from '../../prisma/generated/client.ts';
import { isOwnTurn } from '../../processes/own-turns.ts';
import { dueFrom, dueOfVisit, instantOf } from './clock.ts';
import { collectEvent } from './events.ts';
import type { Change, VisitKey } from './transition.ts';
import { caseContent, definitionOf, type HolderColumns, type TurnedRow, type Writing } from './writing.ts';

export async function openAssignment(
  writing: Writing,
  change: Extract<Change, { kind: 'open-assignment' }>,
): Promise<void> {
  const { id, stage, round, purpose, holder, due, from, parentId, subjectId, sealed } = change;
  const deadline =
    due === 'visit'
      ? await dueOfVisit(writing, { stage, round })
      : await dueFrom(writing, due, instantOf(writing, from));
  // A deadline of its own is one the case may sleep for (a correction that lapses).
  if (due !== 'visit') writing.result.dueAtMs[id] = deadline.dueAt.getTime();
  writing.opened.push({
    ...{ id, stage, round, purpose },
    ...holderColumns(holder),
    ...deadline,
    excludedId: change.applicantMayDecide || isOwnTurn(purpose) ? null : writing.request.applicantId,
    parentId: parentId ?? null,
    subjectId: subjectId ?? null,
    sealed: sealed ?? isBallot(purpose),
  });
}

/**
 * Draws experts at random for the seats `ids`: active, of the field, not the applicant's unit, not who shares a result with the applicant
 * (回避), not of an enterprise with a part in it, not excluded, not seated already in this round. Fewer are seated when there are not enough.
 */
export async function drawPanel(writing: Writing, change: Extract<Change, { kind: 'draw-panel' }>): Promise<void> {
  const { ids, stage, round, purpose, exclude, field } = change;
  const { tx, request, result } = writing;
  const definition = definitionOf(request.process);
  const { form } = await caseContent(writing);
  const related = definition.relatedNames?.(form) ?? [];
  const interested = definition.relatedUnits?.(form) ?? [];
  const out = [...exclude, request.applicantId];
  const { caseId, unitId } = request;
  const eligible = await statement<{ userId: string }>(
    tx,
    Sql.sql`
    SELECT e.user_id AS "userId" FROM expert e JOIN "user" u ON u.id = e.user_id
    WHERE e.active AND NOT u.disabled AND e.unit_id <> ${unitId} AND u.id <> ALL (${out}) AND u.name <> ALL (${related})
      AND (${field ?? null}::text IS NULL OR ${field ?? null} = ANY (e.fields))
      AND NOT EXISTS (SELECT FROM assignment a WHERE a.case_id = ${caseId} AND a.stage = ${stage} AND a.round = ${round} AND a.person_id = u.id)
      AND NOT EXISTS (SELECT FROM membership m JOIN unit n ON n.id = m.unit_id
        WHERE m.user_id = u.id AND (m.unit_id = ${unitId} OR n.name = ANY (${interested})))
    ORDER BY e.user_id`,
  );
  const experts = shuffled(eligible.map(({ userId }) => userId));
  for (const id of ids) {
    const userId = experts.pop();
    if (userId === undefined) break;
    const holder: Holder = { kind: 'person', userId };
    await openAssignment(writing, {
      kind: 'open-assignment',
      id,
      stage,
      round,
      purpose,
      holder,
      due: 'visit',
      sealed: true,
    });
    writing.mails.push({
      kind: 'notify',
      notification: 'assignment-opened',
      to: { holdersOf: id },
      about: id,
      stage,
      round,
    });
    result.drawn.push({ id, userId });
  }
  const facts = { experts: result.drawn.map(({ userId }) => userId), eligible: eligible.length };
  collectEvent(writing, { kind: 'event', event: 'panel-drawn', stage, round, facts });
}

/** Fisher–Yates with the system's secure randomness: a draw nobody can foresee. */
function shuffled<T>(items: T[]): T[] {
  for (let i = items.length - 1; i > 0; i--) {
    const j = randomInt(i + 1);
    [items[i], items[j]] = [items[j] as T, items[i] as T];
  }
  return items;
}

export function closeAssignment(writing: Writing, change: Extract<Change, { kind: 'close-assignment' }>): void {
  const { id, state, actor, remarkId, answer } = change;
  turn(writing, id, {
    state,
    closes: true,
    decidedById: actor?.userId ?? null,
    onBehalfOfId: actor?.onBehalfOf ?? null,
    remarkId: remarkId ?? null,
    ...(answer && { answer }),
  });
}

export function setAssignment(writing: Writing, { id, state }: Extract<Change, { kind: 'set-assignment' }>): void {
  turn(writing, id, { state });
}

export function reholdAssignment(
  writing: Writing,
  { id, holder }: Extract<Change, { kind: 'rehold-assignment' }>,
): void {
  turn(writing, id, { rehold: true, ...holderColumns(holder) });
}

function turn({ turned }: Writing, id: string, change: Omit<TurnedRow, 'id'>): void {
  turned.set(id, { ...turned.get(id), ...change, id });
}

export function unseal({ unsealed }: Writing, { stage, round }: VisitKey): void {
  unsealed.push({ stage, round });
}

const isBallot = (purpose: Purpose) => purpose === 'vote' || purpose === 'score';

export const holderColumns = (holder: Holder): HolderColumns =>
  holder.kind === 'person'
    ? { personId: holder.userId, unitId: null, role: null }
    : { personId: null, unitId: holder.unitId, role: holder.role };
