/** What a case knows of its post while it lasts: plain JSON, carried into the next run. Days are YYYY-MM-DD, both included. */
import type { PeriodState, VisitKey } from '../../activities/cases/transition.ts';
import type { Term } from '../../activities/engagements/requests.ts';
import { dayOfDate, dayStartMs } from '../../processes/shanghai.ts';

export interface EngagementRecord extends Term {
  visit: VisitKey;
  registeredAtMs: number;
  /** 1, and one more with each change in force. */
  version: number;
  suspended: boolean;
  /** By a supervisor, whatever was declared. */
  suspendedByDecision: boolean;
  /** Its last day, where it was ended early. */
  endedOn?: string;
  over?: 'ended' | 'ended-early';
  /** Periods opened so far, in order. */
  periods: PeriodRecord[];
  /** How many changes were proposed. */
  changes: number;
  /** The change under way. */
  change?: { number: number; submissionId: string; from: string };
}

export interface PeriodRecord {
  /** `2027` or `2027-Q1` */
  key: string;
  state: PeriodState;
  /** The teacher's turn to declare, while it is open. */
  turnId?: string;
  /** What finance looks at. */
  declarationId?: string;
  /** What was accepted stands until the correction is. */
  correction?: boolean;
}

export const lastDayOf = ({ endsOn, endedOn }: Pick<EngagementRecord, 'endsOn' | 'endedOn'>): string =>
  endedOn ?? endsOn;

/** The instant after a day: 24:00 in Shanghai. */
export const endOfDayMs = (day: string): number => dayStartMs(dayOfDate(day) + 1);
