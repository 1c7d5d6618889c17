/** 月通报: what the board said at the end of a month (四(二)). */
import type { Bilingual } from '../case.ts';
import type { Calendar } from '../working-days.ts';
import { dateOfDay, dayOfDate } from '../shanghai.ts';
import { rolledDay } from './days.ts';
import { itemOn } from './journal.ts';
import { type Light, lightOf, lights } from './lights.ts';
import type { LightRules, ScoreRules } from './policy.ts';
import { type ScoredItem, unitScores } from './scores.ts';

/** An item with the words a bulletin shows; names of units as they are today. */
export interface ReportedItem extends ScoredItem {
  content: string;
  meeting: string;
  supportingUnitIds: readonly string[];
}

export interface BulletinItem {
  caseId: string;
  number: string;
  title: string;
  leadUnitId: string;
  supportingUnitIds: string[];
  meeting: string;
  dueOn: string;
  percent: number;
  light: Light;
  reason: Bilingual;
  /** Finished or still open after its due date. */
  late: boolean;
  closedOn: string | null;
}

export type LightCounts = Record<Light, number>;

export interface BulletinUnit {
  unitId: string;
  counts: LightCounts;
  closed: number;
  late: number;
  /** Of the year so far. */
  score: number;
}

export interface BulletinSnapshot {
  month: string;
  /** The last day it speaks of. */
  on: string;
  counts: LightCounts;
  /** New in the month, closed in the month, late among those that run. */
  opened: number;
  closed: number;
  late: number;
  units: BulletinUnit[];
  /** What runs, the worst first, then what was closed in the month. */
  items: BulletinItem[];
}

const worst: readonly Light[] = ['red', 'orange', 'yellow', 'green', 'blue'];
const none = (): LightCounts => Object.fromEntries(lights.map((light) => [light, 0])) as LightCounts;

export const lastDayOf = (month: string): string => {
  const [year, number] = month.split('-').map(Number) as [number, number];
  return dateOfDay(
    dayOfDate(`${number === 12 ? year + 1 : year}-${String((number % 12) + 1).padStart(2, '0')}-01`) - 1,
  );
};

/** `2027-01` → `2026-12`. */
export const monthBefore = (month: string): string => dateOfDay(dayOfDate(`${month}-01`) - 1).slice(0, 7);

export function bulletinOf(
  items: readonly ReportedItem[],
  month: string,
  rules: { scores: ScoreRules; lights: LightRules; calendar: Calendar },
): BulletinSnapshot {
  const on = lastDayOf(month);
  const inMonth = (day: string | null | undefined) => day?.startsWith(month) ?? false;
  const rows = items
    .filter(({ startsOn }) => startsOn <= on)
    .map((item) => rowOf(item, on, rules))
    .filter(({ closedOn }) => closedOn === null || inMonth(closedOn))
    .toSorted(
      (a, b) => worst.indexOf(a.light) - worst.indexOf(b.light) || (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0),
    );
  const scores = unitScores(items, Number(month.slice(0, 4)), on, rules);
  const units = [...new Set(rows.map(({ leadUnitId }) => leadUnitId))].toSorted().map((unitId): BulletinUnit => {
    const own = rows.filter((row) => row.leadUnitId === unitId);
    return {
      unitId,
      ...sums(own),
      score: scores.find((each) => each.unitId === unitId)?.score ?? rules.scores.start,
    };
  });
  return {
    month,
    on,
    ...sums(rows),
    opened: items.filter(({ startsOn }) => inMonth(startsOn)).length,
    units,
    items: rows,
  };
}

function sums(rows: readonly BulletinItem[]): { counts: LightCounts; closed: number; late: number } {
  const counts = none();
  for (const { light } of rows) counts[light] += 1;
  return {
    counts,
    closed: rows.filter(({ closedOn }) => closedOn !== null).length,
    late: rows.filter(({ late }) => late).length,
  };
}

function rowOf(
  item: ReportedItem,
  on: string,
  { lights: rules, calendar }: { lights: LightRules; calendar: Calendar },
): BulletinItem {
  const state = itemOn(item, item.entries, on);
  const { light, reason, overdue } = lightOf(state, on, rules, calendar);
  const due = rolledDay(state.dueOn, calendar);
  return {
    caseId: item.caseId,
    number: item.number,
    title: item.title,
    leadUnitId: item.leadUnitId,
    supportingUnitIds: [...item.supportingUnitIds],
    meeting: item.meeting,
    dueOn: due,
    percent: state.closedOn === null ? state.percent : 100,
    light,
    reason,
    late: state.closedOn === null ? overdue : (state.askedOn ?? state.closedOn) > due,
    closedOn: state.closedOn,
  };
}
