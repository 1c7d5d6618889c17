/** The office's clock for readers: time left in words, how a deadline came about, when a later stage would be over. */
import type { z } from 'zod';
import { dueBadge } from '../processes/due-badge.ts';
import type { DueBadge } from '../processes/due-badge.ts';
import type { Bilingual } from '../processes/case.ts';
import type { Policy } from '../processes/policy.ts';
import { calendarFor, deadline, shanghaiDate } from '../processes/working-days.ts';
import type { Calendar, Deadline, DeadlineRule } from '../processes/working-days.ts';
import type { Prisma } from '../prisma/client.ts';
import type { deadline as deadlineShape } from './contract/cases.ts';
import type { Due } from './contract/shapes.ts';
import { instant } from './instant.ts';

/** A deadline as a row holds it. */
export interface DueRow {
  dueAt: Date | null;
  dueRule?: unknown;
  dueFrom?: Date | null;
  provisional: boolean;
}

type DeadlineView = z.infer<typeof deadlineShape>;

/** One reading of the calendar, for one answer. */
export interface ClockReading {
  calendar: Calendar;
  today: string;
  due(row: DueRow, more?: { stopped?: boolean; closedAt?: Date | null }): Due | null;
  explained(row: DueRow): DeadlineView | null;
  /** Last instant of each rule, one after the other. */
  chain(fromMs: number, rules: readonly DeadlineRule[]): number[];
}

export interface OfficeClock {
  read(): Promise<ClockReading>;
}

/** Imported years change once in a year: ten seconds' age is harmless. */
const CALENDAR_AGE_MS = 10_000;

export function createOfficeClock({ prisma, policy }: { prisma: Prisma; policy: Policy }): OfficeClock {
  let known: { calendar: Calendar; readAtMs: number } | undefined;
  return {
    async read() {
      if (!known || Date.now() - known.readAtMs > CALENDAR_AGE_MS) {
        known = { calendar: calendarFor(await prisma.calendarYear.findMany()), readAtMs: Date.now() };
      }
      return reading(known.calendar, policy.dailyRound.nearWorkingDays);
    },
  };
}

function reading(calendar: Calendar, near: number): ClockReading {
  return {
    calendar,
    today: shanghaiDate(Date.now()),
    due({ dueAt, provisional }, { stopped = false, closedAt = null } = {}) {
      if (!dueAt) return null;
      const badge = dueBadge(dueAt.getTime(), (closedAt ?? new Date()).getTime(), near, calendar);
      return {
        at: instant(dueAt),
        on: shanghaiDate(dueAt.getTime() - 1),
        provisional,
        level: stopped ? 'stopped' : levelOf(badge),
        workingDaysLeft: badge.workingDays,
        text: stopped ? { zh: '暂停计时', en: 'Clock stopped' } : provisional ? marked(badge.text) : badge.text,
      };
    },
    explained({ dueAt, dueRule, dueFrom }) {
      if (!dueAt || !dueRule || !dueFrom) return null;
      return deadlineView(deadline(dueFrom.getTime(), dueRule as DeadlineRule, calendar));
    },
    chain(fromMs, rules) {
      let at = fromMs;
      // The next period starts on the last day of the one before, whose 24:00 is already tomorrow.
      return rules.map((rule) => (at = deadline('duration' in rule ? at : at - 1, rule, calendar).dueAtMs));
    },
  };
}

export function deadlineView({ dueAtMs, provisional, derivation }: Deadline): DeadlineView {
  const { rule, start, end, skipped, makeUpDays, sentence } = derivation;
  return {
    startedOn: start,
    rule: ruleText(rule),
    on: end,
    at: instant(new Date(dueAtMs)),
    provisional,
    skipped: skipped.map(({ date, name }) => ({ on: date, why: name })),
    makeUpDays,
    text: provisional ? marked(sentence) : sentence,
  };
}

export function ruleText(rule: DeadlineRule): Bilingual {
  if ('workingDays' in rule) return { zh: `${rule.workingDays} 个工作日`, en: `${rule.workingDays} working days` };
  if ('days' in rule) return { zh: `${rule.days} 日（自然日）`, en: `${rule.days} days` };
  return { zh: `${rule.duration}（试用时限）`, en: `${rule.duration} (trial period)` };
}

const marked = ({ zh, en }: Bilingual): Bilingual => ({ zh: `${zh}（暂定）`, en: `${en} (provisional)` });

function levelOf({ tone, workingDays }: DueBadge): Due['level'] {
  if (tone === 'late') return 'overdue';
  if (workingDays === 0) return 'today';
  return tone === 'near' ? 'near' : 'far';
}
