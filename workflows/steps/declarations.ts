/** 收入申报 period by period: opened after its last day, filed by the teacher, checked by finance; missing too long, the post is suspended. */
import type { Change } from '../../activities/cases/transition.ts';
import type { EngagementStage } from '../../processes/case.ts';
import { periodsOf } from '../../processes/part-time-income/periods.ts';
import type { PostMessage } from '../messages.ts';
import type { CaseFile, Turn } from './case-file.ts';
import { endOfDayMs, type EngagementRecord, lastDayOf, type PeriodRecord } from './engagement-record.ts';

type Decided = Extract<Turn, { kind: 'decided' }>;

/** Periods whose last day is over are opened, those that are missing too long are missed. */
export function keepPeriods(file: CaseFile, stage: EngagementStage, post: EngagementRecord): void {
  for (const period of unopened(stage, post)) {
    if (endOfDayMs(period.to) <= Date.now()) openPeriod(file, stage, post, period);
  }
  for (const period of post.periods) {
    if (period.state === 'open' && (lapsesAtMs(file, period) ?? Infinity) <= Date.now()) miss(file, post, period);
  }
}

/** The next instant at which `keepPeriods` has something to do. */
export function nextPeriodMs(file: CaseFile, stage: EngagementStage, post: EngagementRecord): number {
  const opening = unopened(stage, post).map(({ to }) => endOfDayMs(to));
  const lapsing = post.periods.flatMap((period) => (period.state === 'open' ? (lapsesAtMs(file, period) ?? []) : []));
  return Math.min(...opening, ...lapsing);
}

/** Every period of the post was declared and accepted. */
export const allAccepted = (stage: EngagementStage, post: EngagementRecord): boolean =>
  unopened(stage, post).length === 0 && post.periods.every(({ state }) => state === 'accepted');

function unopened({ declaration }: EngagementStage, post: EngagementRecord) {
  const { startsOn } = post;
  return periodsOf({ startsOn, endsOn: lastDayOf(post) }, declaration.every).filter(
    ({ key }) => !post.periods.some((period) => period.key === key),
  );
}

function openPeriod(
  file: CaseFile,
  { declaration: { due, suspension } }: EngagementStage,
  post: EngagementRecord,
  { key, from, to }: ReturnType<typeof unopened>[number],
): void {
  // Its last day does not count itself (民法典 201); a post registered late has its time from then on.
  const countsFrom = Math.max(endOfDayMs(to) - 1, post.registeredAtMs);
  file.push({ kind: 'open-period', period: key, fromOn: from, toOn: to, from: countsFrom, due, suspension });
  file.event('declaration-opened', { ...post.visit, facts: { period: key } });
  const { id } = askForDeclaration(file, post, key, { due, from: countsFrom });
  post.periods.push({ key, state: 'open', turnId: id });
}

function askForDeclaration(
  file: CaseFile,
  { visit }: EngagementRecord,
  period: string,
  deadline: Pick<Parameters<CaseFile['assign']>[1], 'due' | 'from'>,
  again?: Parameters<CaseFile['assign']>[2],
) {
  const holder = { kind: 'person' as const, userId: file.input.applicantId };
  return file.assign(visit, { purpose: 'declare', holder, subjectId: period, ...deadline }, again);
}

/** Sent back by finance, a period has at least the time of that correction. */
function lapsesAtMs(file: CaseFile, { key, turnId }: PeriodRecord): number | undefined {
  const instants = [file.dueOf(`period:${key}`), turnId === undefined ? undefined : file.dueOf(turnId)];
  return instants.every((instant) => instant === undefined)
    ? undefined
    : Math.max(...instants.map((instant) => instant ?? 0));
}

function miss(file: CaseFile, post: EngagementRecord, period: PeriodRecord): void {
  move(file, period, 'missed');
  file.event('declaration-missed', { ...post.visit, facts: { period: period.key } });
}

/** What the teacher declared waits for finance. */
export function fileDeclaration(file: CaseFile, stage: EngagementStage, post: EngagementRecord, turn: Decided): void {
  const { actor, data } = turn.decision;
  const period = periodOf(post, turn.assignment.subjectId);
  const declarationId = String(data?.declarationId);
  file.event('declaration-filed', {
    ...post.visit,
    actor,
    facts: { period: period.key, declarationId, assignmentId: turn.assignment.id },
  });
  toFinance(file, stage, post, period, { declarationId, by: file.input.applicantId });
}

/** 更正 of what was accepted: it stands until finance has accepted the new one. */
export function correctDeclaration(
  file: CaseFile,
  stage: EngagementStage,
  post: EngagementRecord,
  { actor, remarkId }: PostMessage,
  { period: key, declarationId }: { period: string; declarationId: string },
): void {
  const period = periodOf(post, key);
  period.correction = true;
  file.event('declaration-corrected', { ...post.visit, actor, remarkId, facts: { period: key, declarationId } });
  toFinance(file, stage, post, period, { declarationId, by: file.input.applicantId });
}

function toFinance(
  file: CaseFile,
  { declaration: { checker, check } }: EngagementStage,
  post: EngagementRecord,
  period: PeriodRecord,
  { declarationId, by }: { declarationId: string; by: string },
): void {
  file.push({ kind: 'file-declaration', declarationId, period: period.key, by });
  period.declarationId = declarationId;
  delete period.turnId;
  move(file, period, 'filed');
  file.assign(post.visit, { purpose: 'check-declaration', holder: checker, due: check, subjectId: period.key });
}

/** 财务核对: accepted, it is in the ledger; sent back, it is to be filed again, or for a correction what stood before stands. */
export function settleDeclaration(file: CaseFile, stage: EngagementStage, post: EngagementRecord, turn: Decided): void {
  const { actor, remarkId, verdict } = turn.decision;
  const period = periodOf(post, turn.assignment.subjectId);
  const { declarationId = '', correction } = period;
  const accepted = verdict === 'approve';
  file.push({ kind: 'settle-declaration', declarationId, state: accepted ? 'accepted' : 'returned' });
  const facts = { period: period.key, declarationId, assignmentId: turn.assignment.id };
  file.event(accepted ? 'declaration-accepted' : 'declaration-returned', { ...post.visit, actor, remarkId, facts });
  delete period.declarationId;
  delete period.correction;
  if (accepted || correction) {
    move(file, period, 'accepted');
    if (accepted) return;
    const told = { to: { applicant: true as const }, ...post.visit, about: declarationId, facts };
    file.push({ kind: 'notify', notification: 'correction-returned', ...told });
    return;
  }
  move(file, period, 'open');
  const again = { notification: 'declaration-returned' as const, facts: {} };
  period.turnId = askForDeclaration(file, post, period.key, { due: stage.declaration.correction }, again).id;
}

function move(file: CaseFile, period: PeriodRecord, state: Extract<Change, { kind: 'set-period' }>['state']): void {
  period.state = state;
  file.push({ kind: 'set-period', period: period.key, state });
}

function periodOf({ periods }: EngagementRecord, key: string | undefined): PeriodRecord {
  const period = periods.find((each) => each.key === key);
  if (!period) throw new Error(`no period ${key} was opened`);
  return period;
}
