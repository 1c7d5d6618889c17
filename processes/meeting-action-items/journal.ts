/** What happened to an item, replayed: the light of any day, and every change of light (四(二)). */
import { dateOfDay, dayOfDate } from '../shanghai.ts';
import type { Calendar } from '../working-days.ts';
import { lightOf, type Light, type LitItem, type OpenLight } from './lights.ts';
import type { LightRules } from './policy.ts';
import type { Bilingual } from '../case.ts';

export const entryKinds = [
  'opened',
  'accepted',
  'progress',
  'milestone',
  'extension-asked',
  'extended',
  'extension-refused',
  'close-out-asked',
  'confirmed',
  'disagreed',
  'close-out-returned',
  'closed',
  'reopened',
  'contact-changed',
  'light-set',
  'light-cleared',
] as const;
export type EntryKind = (typeof entryKinds)[number];

/** An entry as the replay reads it; `on` is its day. */
export interface JournalEntry {
  kind: EntryKind;
  on: string;
  facts: Record<string, unknown>;
}

/** An item as it was opened. */
export interface OpenedItem {
  startsOn: string;
  firstDueOn: string;
  milestones: readonly { number: number; dueOn: string }[];
}

export interface LightRun {
  light: Light;
  from: string;
  /** The last day, included. */
  to: string;
  reason: Bilingual;
}

/** What the item was at the end of `day`. `entries` in their order. */
export function itemOn(opened: OpenedItem, entries: readonly JournalEntry[], day: string): LitItem {
  const done = new Map<number, string>();
  const item = {
    startsOn: opened.startsOn,
    dueOn: opened.firstDueOn,
    percent: 0,
    askedOn: null as string | null,
    closedOn: null as string | null,
    override: null as OpenLight | null,
  };
  for (const { kind, on, facts } of entries) {
    if (on > day) break;
    switch (kind) {
      case 'progress':
        item.percent = Number(facts.percent);
        break;
      case 'milestone':
        done.set(Number(facts.milestone), on);
        break;
      case 'extended':
        item.dueOn = String(facts.dueOn);
        break;
      case 'close-out-asked':
        item.askedOn = on;
        break;
      case 'disagreed':
      case 'close-out-returned':
        item.askedOn = null;
        break;
      case 'closed':
        item.closedOn = on;
        break;
      case 'reopened':
        item.closedOn = null;
        item.askedOn = null;
        item.dueOn = String(facts.dueOn);
        break;
      case 'light-set':
        item.override = facts.light as OpenLight;
        break;
      case 'light-cleared':
        item.override = null;
        break;
      case 'opened':
      case 'accepted':
      case 'extension-asked':
      case 'extension-refused':
      case 'confirmed':
      case 'contact-changed':
        break;
    }
  }
  return {
    ...item,
    milestones: opened.milestones.map(({ number, dueOn }) => ({ dueOn, doneOn: done.get(number) ?? null })),
  };
}

/** Every change of light from the item's first day to `until`, days in which nothing changed in one run. */
export function lightRuns(
  opened: OpenedItem,
  entries: readonly JournalEntry[],
  until: string,
  rules: LightRules,
  calendar: Calendar,
): LightRun[] {
  const runs: LightRun[] = [];
  const last = dayOfDate(until);
  const changes = new Set(entries.map(({ on }) => on));
  let item = itemOn(opened, entries, opened.startsOn);
  for (let day = dayOfDate(opened.startsOn); day <= last; day++) {
    const date = dateOfDay(day);
    if (changes.has(date)) item = itemOn(opened, entries, date);
    const { light, reason } = lightOf(item, date, rules, calendar);
    const run = runs.at(-1);
    if (run?.light === light) run.to = date;
    else runs.push({ light, from: date, to: date, reason });
  }
  return runs;
}
