/** 年度考核: what a unit's items cost it in a year, line by line (四(二)). */
import type { Bilingual } from '../case.ts';
import type { Calendar } from '../working-days.ts';
import { type JournalEntry, lightRuns, type OpenedItem } from './journal.ts';
import type { LightRules, ScoreRules } from './policy.ts';

export interface ScoredItem extends OpenedItem {
  caseId: string;
  number: string;
  title: string;
  leadUnitId: string;
  entries: readonly JournalEntry[];
}

export interface ScoreLine {
  on: string;
  caseId: string;
  number: string;
  title: string;
  /** Negative. */
  points: number;
  reason: Bilingual;
}

export interface UnitScore {
  unitId: string;
  year: number;
  start: number;
  score: number;
  /** Items of the unit that ran in the year. */
  items: number;
  lines: ScoreLine[];
}

/**
 * Scores of every unit that led an item in `year`, in the order of their ids. Days up to `today` count. A light counts on the day it
 * turns; one that was on already when the year began counted in the year before. Never below zero.
 */
export function unitScores(
  items: readonly ScoredItem[],
  year: number,
  today: string,
  { scores, lights, calendar }: { scores: ScoreRules; lights: LightRules; calendar: Calendar },
): UnitScore[] {
  const units = new Map<string, UnitScore>();
  const last = `${year}-12-31`;
  const until = today < last ? today : last;
  for (const item of items) {
    const closedOn = item.entries.findLast(({ kind }) => kind === 'closed')?.on;
    const reopenedOn = item.entries.findLast(({ kind }) => kind === 'reopened')?.on;
    const over = closedOn !== undefined && closedOn < `${year}-01-01` && (reopenedOn ?? '') < closedOn;
    if (item.startsOn > until || over) continue;
    const unit =
      units.get(item.leadUnitId) ??
      ({ unitId: item.leadUnitId, year, start: scores.start, score: 0, items: 0, lines: [] } satisfies UnitScore);
    units.set(item.leadUnitId, unit);
    unit.items += 1;
    unit.lines.push(...linesOf(item, year, until, { scores, lights, calendar }));
  }
  return [...units.values()]
    .toSorted((a, b) => (a.unitId < b.unitId ? -1 : 1))
    .map((unit) => {
      const lines = unit.lines.toSorted((a, b) =>
        a.on === b.on ? (a.number < b.number ? -1 : 1) : a.on < b.on ? -1 : 1,
      );
      const lost = lines.reduce((sum, { points }) => sum + points, 0);
      return { ...unit, lines, score: Math.max(0, unit.start + lost) };
    });
}

function linesOf(
  item: ScoredItem,
  year: number,
  until: string,
  { scores, lights, calendar }: { scores: ScoreRules; lights: LightRules; calendar: Calendar },
): ScoreLine[] {
  const { caseId, number, title } = item;
  const of = (on: string, points: number, reason: Bilingual): ScoreLine[] =>
    points === 0 || !on.startsWith(`${year}-`) ? [] : [{ on, caseId, number, title, points: -points, reason }];
  let yellows = 0;
  const lit = lightRuns(item, item.entries, until, lights, calendar).flatMap(({ light, from, reason }) => {
    if (light === 'red') return of(from, scores.red, { zh: `转红灯：${reason.zh}`, en: `Turned red: ${reason.en}` });
    if (light !== 'yellow') return [];
    yellows += 1;
    return yellows < scores.yellow.fromNth
      ? []
      : of(from, scores.yellow.points, {
          zh: `第 ${yellows} 次黄灯：${reason.zh}`,
          en: `Yellow for the ${ordinal(yellows)} time: ${reason.en}`,
        });
  });
  const returned = item.entries
    .filter(({ kind, on }) => kind === 'close-out-returned' && on <= until)
    .flatMap(({ on }) => of(on, scores.returned, { zh: '销号被退回重办', en: 'Close-out sent back' }));
  return [...lit, ...returned];
}

const ordinal = (n: number): string =>
  `${n}${n % 100 > 10 && n % 100 < 14 ? 'th' : (['th', 'st', 'nd', 'rd'][n % 10] ?? 'th')}`;
