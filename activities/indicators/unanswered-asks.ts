import type { Prisma } from '../../prisma/client.ts';

export interface OpenAsk {
  indicator: string;
  period: string;
  unitId: string;
  askedAt: Date;
  dueAt: Date;
}

/** Figures asked for without an accepted report, the earliest due first. */
export const unansweredAsks = (prisma: Prisma) => prisma.$queryRaw<OpenAsk[]>`
  SELECT a.indicator, a.period, a.unit_id AS "unitId", a.asked_at AS "askedAt", a.due_at AS "dueAt" FROM indicator_ask a
  WHERE NOT EXISTS (
    SELECT FROM case_file c WHERE c.process = 'indicator-report' AND c.state = 'approved'
      AND c.facts->>'indicator' = a.indicator AND c.facts->>'period' = a.period)
  ORDER BY a.due_at, a.indicator`;
