/** What the routes answer: all indicators of a year, one of them explained, and what the public sees. */
import type { Indicator } from '../../processes/indicators/policy.ts';
import { periodName } from '../../processes/indicators/periods.ts';
import { explanation } from '../../processes/indicators/words.ts';
import { shanghaiDate } from '../../processes/working-days.ts';
import type { Asker } from '../asker.ts';
import type { IndicatorDetail, IndicatorView } from '../contract/indicators.ts';
import { unitRef } from '../directory.ts';
import { instant } from '../instant.ts';
import type { Needs } from '../needs.ts';
import { Problem } from '../problems.ts';
import { openAsks } from './asks.ts';
import { yearOf } from './computed/computed.ts';
import { readFigures } from './figures.ts';
import { indicatorView, missingOf, valueView, yearsUpTo } from './indicator-view.ts';
import { readReports } from './reported.ts';

type Reading = Pick<Needs, 'prisma' | 'policy' | 'directory' | 'clock'>;

/** Rows shown of what is behind a figure. */
const MOST_ROWS = 2000;

const today = () => shanghaiDate(Date.now());

export async function readIndicators(needs: Reading, year = yearOf(today())) {
  const { policy, directory, prisma } = needs;
  const { items, clause } = policy.indicators;
  const [figures, units, asks] = await Promise.all([
    readFigures({ prisma, policy, today: today() }, items),
    directory.units(),
    openAsks(needs),
  ]);
  const views = items.map((indicator) =>
    indicatorView(indicator, year, { figures, units, asked: asks.get(indicator.id) ?? null }),
  );
  return { year, years: yearsToChoose(), clause, items: views };
}

/** The years somebody may ask for: those a trend looks back from this year. */
const yearsToChoose = (): number[] => yearsUpTo(yearOf(today())).toReversed();

/** Throws NotFound for an indicator that the policy does not know. */
export async function readIndicator(
  needs: Reading,
  asker: Asker,
  id: string,
  year = yearOf(today()),
): Promise<IndicatorDetail> {
  const { prisma, policy, directory } = needs;
  const indicator = indicatorOr404(policy.indicators.items, id);
  const [figures, units, asks] = await Promise.all([
    readFigures({ prisma, policy, today: today() }, [indicator]),
    directory.units(),
    openAsks(needs),
  ]);
  const figure = figures.of(indicator, year);
  const assessed = figures.assess(indicator, year);
  const mine = new Set(asker.memberships.map(({ unitId }) => unitId));
  const office = [...mine].some((unitId) => units.get(unitId)?.kind === 'department');
  const records = figure.records().filter(({ unitId }) => office || mine.has(unitId));
  return {
    ...indicatorView(indicator, year, { figures, units, asked: asks.get(id) ?? null }),
    explanation: explanation(indicator, assessed.value, assessed.reason),
    byUnit: figure.byUnit.map(({ unitId, part, whole, note }) => {
      const missing = missingOf(assessed, { part, whole });
      const value =
        whole === null ? { kind: 'number' as const, amount: part } : { kind: 'share' as const, part, whole };
      return {
        unit: unitRef(units, unitId),
        value: valueView(indicator.measure.kind, value),
        missing,
        state: missing === null ? 'none' : missing === 0 ? 'met' : 'below',
        note: note ?? null,
      };
    }),
    records: records.slice(0, MOST_ROWS).map(({ unitId, ...row }) => ({ unit: unitRef(units, unitId), ...row })),
    recordsInAll: records.length,
    reports: 'reported' in indicator.source ? await reportRows(needs, indicator, year) : [],
  };
}

function indicatorOr404(items: readonly Indicator[], id: string): Indicator {
  const indicator = items.find((item) => item.id === id);
  if (!indicator) throw new Problem('NotFound');
  return indicator;
}

/** Reports of the year and the one before it, newest first, with who filed and who accepted them. */
async function reportRows({ prisma, directory }: Reading, indicator: Indicator, year: number) {
  const all = await readReports(prisma, indicator.id);
  const newest = new Map(all.map((report) => [report.period, report.caseId]));
  const shown = all.filter(({ period }) => [year, year - 1].includes(Number(period.slice(0, 4)))).toReversed();
  const people = await directory.people(shown.flatMap(({ byId, reviewedById }) => [byId, reviewedById]));
  return shown.map(({ caseId, number, period, part, whole, byId, reviewedById, at }) => ({
    ...{ caseId, number, period, periodText: periodName(period), at: instant(at) },
    value: valueView(
      indicator.measure.kind,
      whole === null ? { kind: 'number', amount: part } : { kind: 'share', part, whole },
    ),
    by: people.orNull(byId),
    reviewedBy: people.orNull(reviewedById),
    replaced: newest.get(period) !== caseId,
  }));
}

/** Only what the policy lets everybody see: the district's figures, no unit's, no person's. */
export async function readPublicIndicators(needs: Reading, year?: number) {
  const { district } = needs.policy;
  const { items, ...rest } = await readIndicators(needs, year);
  return {
    ...{ year: rest.year, years: rest.years, district: district.name },
    ...{ plan: district.plan, planNumber: district.planNumber },
    items: items.filter((item) => item.public).map(publicView),
  };
}

const publicView = ({ id, name, clause, unit, levelText, kind, counts, of, series, ...rest }: IndicatorView) => {
  const { state, stateText, value, reason, target, missing } = rest;
  return {
    ...{ id, name, clause, unit, levelText, kind, counts, of, state, stateText, value, target, missing },
    // Reasons of computed figures may name schools.
    reason: reason && { zh: '暂无数据', en: 'No figures yet' },
    series: series.map(({ year, value: of, state: then }) => ({ year, value: of, state: then })),
  };
};
