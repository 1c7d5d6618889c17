/** 在期: a registered post until its end and its last declaration, for up to three years, in as many runs as its history asks for. */
import type { Facts, VisitKey } from '../../activities/cases/transition.ts';
import type { CaseOutcome, EngagementStage } from '../../processes/case.ts';
import { shanghaiDate } from '../../processes/working-days.ts';
import type { PostMessage } from '../messages.ts';
import type { CaseFile } from './case-file.ts';
import { ChangeUnderWay, isPostsOwn } from './change.ts';
import {
  allAccepted,
  correctDeclaration,
  fileDeclaration,
  keepPeriods,
  nextPeriodMs,
  settleDeclaration,
} from './declarations.ts';
import { endOfDayMs, type EngagementRecord } from './engagement-record.ts';
import type { Step } from './in-order.ts';

/** `steps`: those that approve the post, for a change of its terms. */
export async function engagement(file: CaseFile, slug: string, steps: Step[]): Promise<CaseOutcome> {
  const stage = file.stage(slug, 'engagement');
  const post = (file.engagement ??= begin(file, stage));
  let change: ChangeUnderWay | undefined;
  /** A supervisor's event is written already. */
  let acted = false;

  for (;;) {
    keepPeriods(file, stage, post);
    if (!post.over && endOfDayMs(post.endsOn) <= Date.now()) end(file, stage, post, 'ended');
    keepState(file, stage, post, acted);
    acted = false;
    if (post.over && change) change = await settle(file, post, await stopped(change, 'terminated'));
    if (post.over && allAccepted(stage, post)) return close(file, post);

    // What a new period says of its deadline has to be known before the post sleeps.
    await file.write();
    const turn = await file.turn(nextMs(file, stage, post, change));
    switch (turn.kind) {
      case 'decided':
        if (turn.assignment.purpose === 'declare') fileDeclaration(file, stage, post, turn);
        else if (turn.assignment.purpose === 'check-declaration') settleDeclaration(file, stage, post, turn);
        else await change?.hear(turn);
        break;
      case 'resubmitted':
      case 'objection':
        await change?.hear(turn);
        break;
      case 'due':
        if (change && (change.dueAtMs ?? Infinity) <= Date.now()) await change.hear(turn);
        break;
      case 'post': {
        const { act } = turn.message;
        if (act.kind === 'propose-change') change = await propose(file, post, steps, turn.message, act);
        else if (act.kind === 'withdraw-change' && change) await stopped(change, 'withdrawn');
        else if (act.kind === 'close') return closedUnfinished(file, post, turn.message);
        else acted = carryOut(file, stage, post, turn.message);
        break;
      }
      case 'ended':
        return turn.outcome;
      case 'revocation-proposed':
      case 'document-ready':
      case 'item':
        break;
    }
    if (change?.outcome) change = await settle(file, post, change);
  }
}

function begin(file: CaseFile, stage: EngagementStage): EngagementRecord {
  if (!file.registered) throw new Error('no post was registered');
  const { endsOn } = file.registered;
  const visit = file.enter(stage, 'approved', undefined, { rule: until(endsOn) });
  file.phase = 'in-force';
  file.event('approved');
  file.event('engagement-registered', { ...visit, facts: { endsOn } });
  file.push({ kind: 'move-case', state: 'approved', stage: visit.stage, businessState: 'in-force' });
  tell(file, 'engagement-registered', visit, { facts: { endsOn } });
  return {
    ...file.registered,
    visit,
    registeredAtMs: Date.now(),
    version: 1,
    suspended: false,
    suspendedByDecision: false,
    periods: [],
    changes: 0,
  };
}

/** The post's own deadline is the instant after its last day. */
function until(day: string): { duration: string } {
  const seconds = Math.max(1, Math.ceil((endOfDayMs(day) - Date.now()) / 1000));
  return { duration: `P${Math.floor(seconds / 86_400)}DT${seconds % 86_400}S` };
}

function nextMs(
  file: CaseFile,
  stage: EngagementStage,
  post: EngagementRecord,
  change?: ChangeUnderWay,
): number | undefined {
  const end = post.over ? Infinity : endOfDayMs(post.endsOn);
  const next = Math.min(end, nextPeriodMs(file, stage, post), change?.dueAtMs ?? Infinity);
  return next === Infinity ? undefined : next;
}

/** Suspended while a supervisor says so or a declaration is missed; both over, the post is in force again. */
function keepState(file: CaseFile, { escalation }: EngagementStage, post: EngagementRecord, acted: boolean): void {
  const missed = post.periods.find(({ state }) => state === 'missed');
  const suspended = post.suspendedByDecision || missed !== undefined;
  if (post.over || suspended === post.suspended) return;
  post.suspended = suspended;
  const state = suspended ? 'suspended' : 'in-force';
  file.push({ kind: 'set-engagement', state });
  file.push({ kind: 'move-case', state: 'approved', stage: post.visit.stage, businessState: state });
  const facts: Facts = missed ? { period: missed.key } : {};
  if (!acted) file.event(suspended ? 'engagement-suspended' : 'engagement-resumed', { ...post.visit, facts });
  const told = { facts, about: String(Date.now()) };
  tell(file, suspended ? 'engagement-suspended' : 'engagement-resumed', post.visit, told);
  if (missed)
    file.push({
      kind: 'notify',
      notification: 'engagement-suspended',
      to: { holder: escalation },
      ...post.visit,
      ...told,
    });
}

/** Whether a supervisor moved the post's state. */
function carryOut(file: CaseFile, stage: EngagementStage, post: EngagementRecord, message: PostMessage): boolean {
  const { actor, remarkId, act } = message;
  const { visit } = post;
  switch (act.kind) {
    case 'correct-declaration':
      correctDeclaration(file, stage, post, message, act);
      return false;
    case 'suspend':
      post.suspendedByDecision = true;
      file.event('engagement-suspended', { ...visit, actor, remarkId });
      return true;
    case 'resume':
      post.suspendedByDecision = false;
      file.event('engagement-resumed', { ...visit, actor, remarkId });
      return true;
    case 'end': {
      const endedOn = act.endedOn ?? shanghaiDate(Date.now());
      post.endedOn = endedOn;
      file.event('engagement-ended-early', { ...visit, actor, remarkId, facts: { endsOn: endedOn } });
      end(file, stage, post, 'ended-early');
      return false;
    }
    case 'propose-change':
    case 'withdraw-change':
    case 'close':
      return false;
  }
}

function end(
  file: CaseFile,
  { escalation }: EngagementStage,
  post: EngagementRecord,
  over: 'ended' | 'ended-early',
): void {
  post.over = over;
  const { visit, endedOn, endsOn } = post;
  file.push({ kind: 'set-engagement', state: over, ...(endedOn && { endedOn }) });
  file.push({ kind: 'move-case', state: 'approved', stage: visit.stage, businessState: over });
  if (over === 'ended') file.event('engagement-ended', { ...visit });
  const facts = { over, endsOn: endedOn ?? endsOn };
  tell(file, 'engagement-ended', visit, { facts });
  if (over === 'ended-early')
    file.push({ kind: 'notify', notification: 'engagement-ended', to: { holder: escalation }, ...visit, facts });
}

async function propose(
  file: CaseFile,
  post: EngagementRecord,
  steps: Step[],
  { actor, remarkId }: PostMessage,
  { submissionId, from }: Extract<PostMessage['act'], { kind: 'propose-change' }>,
): Promise<ChangeUnderWay> {
  const number = ++post.changes;
  const proposed = { number, submissionId, from };
  post.change = proposed;
  file.push({ kind: 'open-change', ...proposed });
  file.event('change-proposed', { ...post.visit, actor, remarkId, facts: proposed });
  const first = steps.findIndex(({ slug }) => slug === from);
  const change = new ChangeUnderWay(file, steps.slice(first), () => proposed.submissionId);
  await change.settled();
  return change;
}

async function stopped(change: ChangeUnderWay, kind: 'withdrawn' | 'terminated'): Promise<ChangeUnderWay> {
  await change.hear(change.file.endEarly({ kind }));
  return change;
}

/** Registered, the new terms are in force from now on; anything else leaves the old ones as they are. */
async function settle(
  file: CaseFile,
  post: EngagementRecord,
  { outcome, file: own }: ChangeUnderWay,
): Promise<undefined> {
  const { change, visit } = post;
  delete post.change;
  if (!change || !outcome) return undefined;
  const { number, submissionId } = change;
  const state = outcome.kind === 'ended' ? endOf(outcome.outcome) : outcome.kind === 'passed' ? 'approved' : 'rejected';
  file.push({ kind: 'close-change', number, state });
  if (state === 'approved' && own.registered) {
    Object.assign(post, own.registered);
    post.version++;
    file.push({ kind: 'accept-submission', submissionId });
    file.push({ kind: 'renew-visit', ...visit, rule: until(post.endsOn) });
  }
  if (state !== 'cancelled') file.event(`change-${state}`, { ...visit, facts: { number } });
  tell(file, 'change-concluded', visit, { about: String(number), facts: { number, state } });
  return undefined;
}

const endOf = ({ kind }: CaseOutcome) => (kind === 'withdrawn' || kind === 'lapsed' ? kind : 'cancelled');

function close(file: CaseFile, { visit, over }: EngagementRecord): CaseOutcome {
  file.leave(visit, 'passed');
  file.push({ kind: 'move-case', state: 'approved', stage: null, ...(over && { businessState: over }), closes: true });
  return { kind: 'approved' };
}

/** The last declarations never came: an administrator says so, and nobody is asked any more. */
function closedUnfinished(file: CaseFile, post: EngagementRecord, { actor, remarkId }: PostMessage): CaseOutcome {
  for (const { id, purpose } of file.book.pending()) {
    if (!isPostsOwn(purpose)) continue;
    file.book.close(id, 'cancelled');
    file.push({ kind: 'close-assignment', id, state: 'cancelled' });
  }
  file.event('completed', { ...post.visit, actor, remarkId });
  return close(file, post);
}

function tell(
  file: CaseFile,
  notification:
    | 'engagement-registered'
    | 'engagement-suspended'
    | 'engagement-resumed'
    | 'engagement-ended'
    | 'change-concluded',
  visit: VisitKey,
  more: Pick<Extract<Parameters<CaseFile['push']>[0], { kind: 'notify' }>, 'about' | 'facts'>,
): void {
  file.push({ kind: 'notify', notification, to: { applicant: true }, ...visit, ...more });
}
