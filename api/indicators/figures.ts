/** All figures of the plan, read once and answered by year: counted from the records where the system knows, else as reported. */
import type { Prisma } from '../../prisma/client.ts';
import { assess, type Assessment } from '../../processes/indicators/assessment.ts';
import type { Computation as ComputationName, Indicator } from '../../processes/indicators/policy.ts';
import type { Policy } from '../../processes/policy.ts';
import type { Computation, Computed } from './computed/computed.ts';
import { shareDevelopment } from './computed/development-share.ts';
import { countDualQualified } from './computed/dual-qualified.ts';
import { sumFund } from './computed/fund-size.ts';
import { matchPrograms } from './computed/program-match.ts';
import { countSchools, countStudents } from './computed/schools.ts';
import { newestOf, readReports, reportedYear } from './reported.ts';

const computations: Record<ComputationName, Computation> = {
  'dual-qualified': countDualQualified,
  schools: countSchools,
  students: countStudents,
  'program-match': matchPrograms,
  'fund-size': sumFund,
  'development-share': shareDevelopment,
};

export interface Figures {
  of(indicator: Indicator, year: number): Computed;
  assess(indicator: Indicator, year: number): Assessment;
}

/** Reads what the given indicators need. Nothing is kept: each call counts anew. */
export async function readFigures(
  { prisma, policy, today }: { prisma: Prisma; policy: Policy; today: string },
  indicators: readonly Indicator[],
): Promise<Figures> {
  const wanted = [...new Set(indicators.flatMap(({ source }) => ('computed' in source ? [source.computed] : [])))];
  const [counted, reports, units] = await Promise.all([
    Promise.all(wanted.map(async (name) => [name, await computations[name]({ prisma, policy, today })] as const)),
    indicators.some(({ source }) => 'reported' in source) ? readReports(prisma) : [],
    prisma.unit.findMany({ select: { id: true, name: true } }),
  ]);
  const byName = new Map(counted);
  const unitIds = new Map(units.map(({ id, name }) => [name, id]));
  const known = new Map<string, Computed>();

  function of(indicator: Indicator, year: number): Computed {
    const key = `${indicator.id} ${year}`;
    const before = known.get(key);
    if (before) return before;
    const { source } = indicator;
    const figure =
      'computed' in source
        ? byName.get(source.computed)!(year)
        : reportedYear(indicator, year, { newest: newestOf(reports, indicator.id), today, unitIds });
    known.set(key, figure);
    return figure;
  }

  return {
    of,
    assess: (indicator, year) => assess(indicator, year, of(indicator, year).known, of(indicator, year - 1).known),
  };
}
