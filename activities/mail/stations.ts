/** The route of a case, as its mail shows it. */
import type { CaseRules, CaseState, Stage } from '../../processes/case.ts';
import { dueBadge } from '../../processes/due-badge.ts';
import { untilDay } from '../../processes/meeting-action-items/days.ts';
import { routeVisits } from '../../processes/route-visits.ts';
import { type Calendar, deadline } from '../../processes/working-days.ts';
import type { Station } from '../emails/mail.ts';
import { sayDay } from './moments.ts';

export interface Visit {
  stage: string;
  round: number;
  state: string;
  openedAt?: Date;
  dueAt: Date | null;
  closedAt: Date | null;
  result: unknown;
}

export interface RouteFacts {
  state: CaseState;
  /** Slug of the current stage; null when closed. */
  stage: string | null;
  submittedAt: Date;
  rules: CaseRules;
  visits: Visit[];
}

interface Clock {
  nowMs: number;
  calendar: Calendar;
  /** Working days left that count as near. */
  near: number;
}

export function stations(file: RouteFacts, clock: Clock): Station[] {
  const { stages } = file.rules;
  const current = stages.findIndex(({ slug }) => slug === file.stage);
  const first: Station = { name: '提交', state: 'done', note: sayDay(file.submittedAt.getTime(), clock.nowMs) };
  const visits = routeVisits(file.visits, stages);
  let expectedMs = clock.nowMs;
  const rest = stages.map((stage, index): Station => {
    const visit = lastVisit(visits, stage.slug);
    if (index === current) {
      expectedMs = Math.max(expectedMs, visit?.dueAt?.getTime() ?? 0);
      return { name: stage.name.zh, state: 'now', ...wordsNow(file.state, stage, visit, clock) };
    }
    if (current < 0 || index < current) return past(file.state, stage, visit, clock);
    // A stage that ends at 24:00 ends on that day: the next one counts from it.
    expectedMs = expectedEnd(stage, expectedMs, clock.calendar);
    return { name: stage.name.zh, state: 'future', note: `预计 ${sayDay(expectedMs - 1, clock.nowMs)}` };
  });
  return [first, ...rest];
}

/** An action item ends on its own day, whenever it is taken on. */
function expectedEnd(stage: Stage, afterMs: number, calendar: Calendar): number {
  if (stage.kind !== 'task') return deadline(afterMs - 1, stage.deadline, calendar).dueAtMs;
  const { rule, from } = untilDay(stage.dueOn, afterMs);
  return Math.max(afterMs, deadline(from, rule, calendar).dueAtMs);
}

function lastVisit(visits: Visit[], slug: string): Visit | undefined {
  return visits
    .filter(({ stage }) => stage === slug)
    .toSorted((a, b) => a.round - b.round)
    .at(-1);
}

function wordsNow(
  state: CaseState,
  stage: Stage,
  visit: Visit | undefined,
  { nowMs, near, calendar }: Clock,
): Pick<Station, 'note' | 'tone'> {
  if (state === 'awaiting-correction' || state === 'returned') return { note: '待补正', tone: 'near' };
  if (state === 'objection') return { note: '异议核查中', tone: 'near' };
  if (!visit?.dueAt) return {};
  // A post is not late when it ends.
  if (stage.kind === 'engagement') return { note: `至 ${sayDay(visit.dueAt.getTime() - 1, nowMs)}` };
  const { text, tone } = dueBadge(visit.dueAt.getTime(), nowMs, near, calendar);
  return { note: text.zh, tone: tone === 'calm' ? 'plain' : tone };
}

/** A stage before the current one, or any stage of a closed case. */
function past(state: CaseState, stage: Stage, visit: Visit | undefined, { nowMs }: Clock): Station {
  const name = stage.name.zh;
  const on = visit?.closedAt ? sayDay(visit.closedAt.getTime(), nowMs) : '';
  switch (visit?.state) {
    case 'passed':
      return { name, state: 'done', note: `${on} ${passedWord(stage, visit.result)}`.trim() };
    case 'rejected':
      return { name, state: 'stopped', note: `${on} ${rejectedWord(stage, visit.result)}`.trim(), tone: 'late' };
    case 'cancelled':
      return { name, state: 'stopped', note: `${on} ${endWord[state] ?? ''}`.trim() };
    default:
      return { name, state: 'future' };
  }
}

const endWord: Partial<Record<CaseState, string>> = {
  withdrawn: '已撤回',
  terminated: '已终止',
  lapsed: '逾期未补正',
};

function passedWord(stage: Stage, result: unknown): string {
  switch (stage.kind) {
    case 'review':
    case 'countersign':
      return '同意';
    case 'panel':
      return tallyWords(result) || '通过';
    case 'notice':
      return '公示期满';
    case 'certificate':
      return '已发证';
    case 'award':
      return '已立项';
    case 'payment':
      return '已拨付';
    case 'evaluation':
      return '已评价';
    case 'task':
      return '已申请销号';
    case 'topics':
      return '征集结束';
    case 'drafting':
      return '已完成';
    case 'publication':
      return '已印发';
    case 'engagement':
      return '已结束';
  }
}

function rejectedWord(stage: Stage, result: unknown): string {
  if (stage.kind === 'notice') return '异议成立';
  return tallyWords(result) || '不同意';
}

/** Known once the panel has closed and its votes are open. */
function tallyWords(result: unknown): string {
  if (typeof result !== 'object' || result === null) return '';
  if ('inFavour' in result && 'against' in result) return `同意 ${result.inFavour} 票，不同意 ${result.against} 票`;
  if ('mean' in result) return `平均 ${result.mean} 分`;
  return '';
}
