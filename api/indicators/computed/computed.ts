/** What an indicator counted from the records answers for a year: the figure, the units it is made of, and the rows behind it. */
import type { Prisma } from '../../../prisma/client.ts';
import type { Bilingual } from '../../../processes/case.ts';
import type { Known } from '../../../processes/indicators/assessment.ts';
import type { Policy } from '../../../processes/policy.ts';

export interface Reading {
  prisma: Prisma;
  policy: Policy;
  /** YYYY-MM-DD in Asia/Shanghai. */
  today: string;
}

export interface UnitFigure {
  unitId: string;
  part: number;
  /** Null where the figure is no share, or the unit has no whole on record. */
  whole: number | null;
  note?: Bilingual;
}

/** One row of the records: a certificate, a program, a head count, money received. */
export interface RecordRow {
  unitId: string;
  what: string;
  detail: Bilingual;
  /** Of a share: it is in the part, not only in the whole. */
  counts: boolean;
}

export interface Computed {
  known: Known;
  byUnit: UnitFigure[];
  /** What the reader must know to trust the figure, e.g. a school without a head count. */
  notes: Bilingual[];
  records(): RecordRow[];
}

/** Reads once, answers for every year. */
export type Computation = (reading: Reading) => Promise<(year: number) => Computed>;

export const yearOf = (today: string): number => Number(today.slice(0, 4));

/** The day a year is looked at: its last one, or today. */
export const lookedAt = (year: number, today: string): string => (year < yearOf(today) ? `${year}-12-31` : today);

export const nothingKnown = (missing: Bilingual, notes: Bilingual[] = []): Computed => ({
  known: { missing },
  byUnit: [],
  notes,
  records: () => [],
});

export const notYet = (year: number): Computed =>
  nothingKnown({ zh: `${year} 年尚未到来`, en: `${year} has not come yet` });
