/** Deadlines of visits and assignments, with the clock that stands still during corrections and objections. */
import { deadline, workingDaysBetween, type DeadlineRule } from '../../processes/working-days.ts';
import type { StageState } from '../../processes/case.ts';
import type { Facts, VisitKey } from './transition.ts';
import { visitKey } from '../../processes/case.ts';
import type { Due, Writing } from './writing.ts';

export async function dueFrom(writing: Writing, rule: DeadlineRule, from: Date = writing.at): Promise<Due> {
  const { dueAtMs, provisional } = deadline(from.getTime(), rule, await writing.calendar());
  return { dueAt: new Date(dueAtMs), dueRule: rule, dueFrom: from, provisional };
}

/** What was left when the clock stopped, counted again from now. An overdue clock stays overdue. */
export async function dueAfterStop(
  writing: Writing,
  stopped: { dueAt: Date; dueRule: DeadlineRule },
  stoppedAt: Date,
): Promise<Due> {
  const { dueAt, dueRule } = stopped;
  const leftMs = dueAt.getTime() - stoppedAt.getTime();
  if (leftMs <= 0) return { dueAt, dueRule, dueFrom: writing.at, provisional: false };
  if ('duration' in dueRule) {
    return { dueAt: new Date(writing.at.getTime() + leftMs), dueRule, dueFrom: writing.at, provisional: false };
  }
  const left = workingDaysBetween(stoppedAt.getTime(), dueAt.getTime(), await writing.calendar());
  // Stopped on its last day, it gets a last day again.
  return dueFrom(writing, { workingDays: Math.max(left, 1) });
}

export async function openVisit(
  writing: Writing,
  { rule, resumes, from, stage, round }: VisitKey & { rule: DeadlineRule; resumes?: number; from?: number },
) {
  const stopped = resumes === undefined ? null : await findVisit(writing, { stage, round: resumes });
  const due = stopped?.closedAt
    ? await dueAfterStop(writing, dueOf(stopped), stopped.closedAt)
    : await dueFrom(writing, rule, instantOf(writing, from));
  writing.visitsOpened.push({ stage, round, ...due, state: 'open', closedAt: null, result: null });
  writing.result.dueAtMs[visitKey({ stage, round })] = due.dueAt.getTime();
}

/** A new period from now. */
export async function renewVisit(writing: Writing, { rule, ...visit }: VisitKey & { rule: DeadlineRule }) {
  await moveVisit(writing, visit, await dueFrom(writing, rule));
}

export const instantOf = ({ at }: Writing, fromMs?: number): Date => (fromMs === undefined ? at : new Date(fromMs));

export async function suspendVisit({ tx, request, at }: Writing, { stage, round }: VisitKey) {
  const key = { caseId_stage_round: { caseId: request.caseId, stage, round } };
  await tx.stageVisit.update({ where: key, data: { state: 'suspended', suspendedAt: at } });
}

export async function resumeVisit(writing: Writing, visit: VisitKey) {
  const stopped = await findVisit(writing, visit);
  if (!stopped?.suspendedAt) throw new Error(`visit ${visitKey(visit)} is not suspended`);
  const due = await dueAfterStop(writing, dueOf(stopped), stopped.suspendedAt);
  await moveVisit(writing, visit, { state: 'open', suspendedAt: null, ...due });
}

/** After an administrator imported a year: what rested on an unpublished one is counted again from where it started. */
export async function recomputeDeadlines(writing: Writing): Promise<void> {
  const { tx, request, result } = writing;
  const provisional = { caseId: request.caseId, provisional: true, closedAt: null };
  for (const visit of await tx.stageVisit.findMany({ where: provisional })) {
    if (visit.dueFrom) await moveVisit(writing, visit, await dueFrom(writing, dueOf(visit).dueRule, visit.dueFrom));
  }
  for (const assignment of await tx.assignment.findMany({ where: provisional })) {
    if (!assignment.dueFrom) continue;
    const due = await dueFrom(writing, assignment.dueRule as DeadlineRule, assignment.dueFrom);
    await tx.assignment.update({ where: { id: assignment.id }, data: due });
    result.dueAtMs[assignment.id] = due.dueAt.getTime();
  }
}

/** A visit's end moves, and with it the end of the notice it publishes. */
export async function moveVisit(
  { tx, request, result }: Writing,
  { stage, round }: VisitKey,
  moved: Due & { state?: 'open'; suspendedAt?: null },
) {
  const { caseId } = request;
  await tx.stageVisit.update({ where: { caseId_stage_round: { caseId, stage, round } }, data: moved });
  await tx.notice.updateMany({ where: { caseId, stage, round }, data: { endsAt: moved.dueAt } });
  result.dueAtMs[visitKey({ stage, round })] = moved.dueAt.getTime();
}

/** The deadline an assignment shares with its visit. */
export async function dueOfVisit(writing: Writing, { stage, round }: VisitKey): Promise<Due> {
  const opened = writing.visitsOpened.find((visit) => visit.stage === stage && visit.round === round);
  if (opened) return dueColumns(opened);
  const found = await findVisit(writing, { stage, round });
  if (!found?.dueFrom) throw new RangeError(`no visit ${stage}#${round}`);
  return { ...dueOf(found), dueFrom: found.dueFrom, provisional: found.provisional };
}

const dueColumns = ({ dueAt, dueRule, dueFrom: from, provisional }: Due): Due => ({
  dueAt,
  dueRule,
  dueFrom: from,
  provisional,
});

const findVisit = ({ tx, request }: Writing, { stage, round }: VisitKey) =>
  tx.stageVisit.findUnique({ where: { caseId_stage_round: { caseId: request.caseId, stage, round } } });

function dueOf({ dueAt, dueRule }: { dueAt: Date | null; dueRule: unknown }) {
  if (!dueAt || !dueRule) throw new Error('a visit without a deadline');
  return { dueAt, dueRule: dueRule as DeadlineRule };
}

export function closeVisit(
  { visitsOpened, visitsClosed, at }: Writing,
  { stage, round, state, result }: VisitKey & { state: StageState; result?: Facts },
): void {
  // A stage that asks nobody (a certificate is issued) is passed in the transition that opens it.
  const opened = visitsOpened.find((visit) => visit.stage === stage && visit.round === round);
  if (opened) Object.assign(opened, { state, closedAt: at, result: result ?? null });
  else visitsClosed.push({ stage, round, state, result: result ?? null });
}
