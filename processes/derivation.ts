import type { Bilingual } from './case.ts';
import type { DeadlineRule } from './deadline-rule.ts';

export interface SkippedDay {
  date: string;
  reason: 'weekend' | 'holiday';
  /** 周末, 春节, … */
  name: Bilingual;
}

/** How a deadline came about: shown to whoever asks. Dates are `YYYY-MM-DD`, Asia/Shanghai. */
export interface Derivation {
  rule: DeadlineRule;
  /** The day it starts, which is not counted. */
  start: string;
  /** Days off that were not counted, or that the end was rolled over. */
  skipped: SkippedDay[];
  /** Saturdays and Sundays that were counted because they are worked (调休补班). */
  makeUpDays: string[];
  /** The last day; the deadline is its 24:00 (for a duration: the day the instant falls in). */
  end: string;
  sentence: Bilingual;
}
