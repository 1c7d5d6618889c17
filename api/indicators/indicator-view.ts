/** An indicator as the pages show it. */
import type { Bilingual } from '../../processes/case.ts';
import type { Assessment } from '../../processes/indicators/assessment.ts';
import type { Indicator } from '../../processes/indicators/policy.ts';
import { stillMissing, type Value } from '../../processes/indicators/value.ts';
import {
  charted,
  chartUnit,
  levelNames,
  missingText,
  stateNames,
  targetText,
  valueText,
} from '../../processes/indicators/words.ts';
import type { IndicatorValue, IndicatorView, YearPoint } from '../contract/indicators.ts';
import type { UnitRef } from '../contract/shapes.ts';
import { unitRef } from '../directory.ts';
import type { UnitFigure } from './computed/computed.ts';
import type { Figures } from './figures.ts';

/** Years that a trend looks back. */
const YEARS = 5;

export const yearsUpTo = (year: number): number[] => Array.from({ length: YEARS }, (_, i) => year - YEARS + 1 + i);

type Units = ReadonlyMap<string, UnitRef>;

export function indicatorView(
  indicator: Indicator,
  year: number,
  { figures, units, asked }: { figures: Figures; units: Units; asked: IndicatorView['asked'] },
): IndicatorView {
  const { id, name, clause, unitId, level, measure, source } = indicator;
  const figure = figures.of(indicator, year);
  const assessed = figures.assess(indicator, year);
  return {
    ...{ id, name, clause, level, year, kind: measure.kind, public: indicator.public },
    unit: unitRef(units, unitId),
    levelText: levelNames[level],
    counts: measure.kind === 'share' ? measure.part : measure.counts,
    of: measure.kind === 'share' ? measure.whole : null,
    chartUnit: chartUnit(measure),
    source: 'computed' in source ? 'computed' : 'reported',
    state: assessed.state,
    stateText: stateNames[assessed.state],
    ...pointOf(indicator, assessed),
    missing: missingText(indicator, assessed.missing),
    notes: figure.notes,
    series: yearsUpTo(year).map((each): YearPoint => {
      const of = figures.assess(indicator, each);
      return { year: each, state: of.state, ...pointOf(indicator, of) };
    }),
    behind: holdingBack(indicator, assessed, figure.byUnit)
      .slice(0, 3)
      .map(({ figure: { unitId: id, part, whole }, missing }) => ({
        unit: unitRef(units, id),
        missing,
        text: behindText(indicator, { part, whole }, missing),
      })),
    asked,
  };
}

function pointOf(
  { measure: { kind } }: Indicator,
  { value, target, reason }: Assessment,
): Pick<YearPoint, 'value' | 'target' | 'reason'> {
  return {
    value: value && valueView(kind, value),
    target: target && {
      text: targetText(kind, target.value),
      charted: charted(kind, target.value),
      from: target.from,
    },
    reason,
  };
}

export const valueView = (kind: Indicator['measure']['kind'], value: Value): IndicatorValue => ({
  part: value.kind === 'share' ? value.part : value.amount,
  whole: value.kind === 'share' ? value.whole : null,
  text: valueText(kind, value),
  charted: charted(kind, value),
});

/** What a unit's own figure lacks to the target; null where the target is the district's alone (counts, money). */
export const missingOf = ({ target }: Assessment, { part, whole }: Pick<UnitFigure, 'part' | 'whole'>): number | null =>
  whole === null || whole === 0 || target === null ? null : stillMissing({ kind: 'share', part, whole }, target.value);

/** The units below the target by their own figure, the furthest first: that many more there would mend it. */
export const holdingBack = (indicator: Indicator, assessed: Assessment, byUnit: UnitFigure[]) =>
  indicator.measure.kind !== 'share'
    ? []
    : byUnit
        .map((figure) => ({ figure, missing: missingOf(assessed, figure) ?? 0 }))
        .filter(({ missing }) => missing > 0)
        .toSorted((a, b) => b.missing - a.missing || a.figure.unitId.localeCompare(b.figure.unitId));

function behindText(
  indicator: Indicator,
  { part, whole }: Pick<UnitFigure, 'part' | 'whole'>,
  missing: number,
): Bilingual {
  const own = valueText(indicator.measure.kind, { kind: 'share', part, whole: whole ?? 0 });
  const lacks = missingText(indicator, missing);
  return { zh: `${own}，${lacks?.zh ?? ''}`, en: `${own}, ${lacks?.en ?? ''}` };
}
