/** Figures that were asked for and are not accepted yet. */
import { periodName } from '../../processes/indicators/periods.ts';
import type { Asker } from '../asker.ts';
import type { IndicatorView, ReportDue } from '../contract/indicators.ts';
import type { Needs } from '../needs.ts';
import { readReports } from './reported.ts';

type Reading = Pick<Needs, 'prisma' | 'policy' | 'clock'>;

async function unanswered({ prisma }: Pick<Needs, 'prisma'>) {
  const [asks, reports] = await Promise.all([
    prisma.indicatorAsk.findMany({ orderBy: [{ dueAt: 'asc' }, { indicator: 'asc' }] }),
    readReports(prisma),
  ]);
  const answered = new Set(reports.map(({ indicator, period }) => `${indicator} ${period}`));
  return asks.filter(({ indicator, period }) => !answered.has(`${indicator} ${period}`));
}

/** The oldest open ask of each indicator. */
export async function openAsks(needs: Reading): Promise<Map<string, NonNullable<IndicatorView['asked']>>> {
  const [asks, office] = await Promise.all([unanswered(needs), needs.clock.read()]);
  return new Map(
    asks
      .toReversed()
      .map(({ indicator, period, dueAt }) => [
        indicator,
        { period, periodText: periodName(period), due: office.due({ dueAt, provisional: false }) },
      ]),
  );
}

/** What the asker's units owe, with the report that is under way. */
export async function reportsDue(needs: Reading, asker: Asker): Promise<ReportDue[]> {
  const { prisma, policy, clock } = needs;
  const mine = asker.memberships
    .filter(({ role }) => role !== 'teacher' && role !== 'expert')
    .map(({ unitId }) => unitId);
  const [asks, office, open] = await Promise.all([
    unanswered(needs),
    clock.read(),
    prisma.case.findMany({
      where: { process: 'indicator-report', closedAt: null, unitId: { in: mine } },
      select: { id: true, number: true, facts: true },
    }),
  ]);
  return asks
    .filter(({ unitId }) => mine.includes(unitId))
    .flatMap(({ indicator, period, dueAt }) => {
      const known = policy.indicators.items.find(({ id }) => id === indicator);
      if (!known) return [];
      const report = open.find(({ facts }) => {
        const asked = facts as { indicator?: string; period?: string };
        return asked.indicator === indicator && asked.period === period;
      });
      return [
        {
          ...{ indicator, name: known.name, clause: known.clause, period, periodText: periodName(period) },
          due: office.due({ dueAt, provisional: false }),
          case: report ? { id: report.id, number: report.number } : null,
        },
      ];
    });
}
