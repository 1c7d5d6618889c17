/** Figures that units reported and 区教委 accepted: the cases of `indicator-report`. The newest accepted report of a period counts. */
import type { Prisma } from '../../prisma/client.ts';
import type { Bilingual } from '../../processes/case.ts';
import { periodName, periodsIn, type Rhythm } from '../../processes/indicators/periods.ts';
import type { Indicator } from '../../processes/indicators/policy.ts';
import type { Value } from '../../processes/indicators/value.ts';
import type { IndicatorReportForm } from '../../processes/indicator-report/form.ts';
import { type Computed, nothingKnown, type UnitFigure, yearOf } from './computed/computed.ts';

export interface Report {
  caseId: string;
  number: string;
  indicator: string;
  period: string;
  part: number;
  whole: number | null;
  rows: { unit: string; part: number; whole?: number | undefined }[];
  byId: string;
  reviewedById: string | null;
  at: Date;
}

/** Accepted reports, oldest first. */
export async function readReports(prisma: Prisma, indicator?: string): Promise<Report[]> {
  const rows = await prisma.case.findMany({
    where: {
      ...{ process: 'indicator-report', state: 'approved' },
      ...(indicator !== undefined && { facts: { path: ['indicator'], equals: indicator } }),
    },
    select: {
      ...{ id: true, number: true, form: true, applicantId: true, closedAt: true, submittedAt: true },
      events: { where: { kind: 'decided' }, orderBy: { sequence: 'desc' }, take: 1, select: { actorId: true } },
    },
    orderBy: [{ closedAt: 'asc' }, { id: 'asc' }],
  });
  return rows.map(({ id, number, form, applicantId, closedAt, submittedAt, events }) => {
    const { figure, breakdown } = form as unknown as IndicatorReportForm;
    return {
      ...{ caseId: id, number, indicator: figure.indicator, period: figure.period, part: figure.part },
      whole: figure.whole ?? null,
      rows: breakdown.rows,
      byId: applicantId,
      reviewedById: events[0]?.actorId ?? null,
      at: closedAt ?? submittedAt,
    };
  });
}

/** The report that counts for each period. */
export const newestOf = (reports: Report[], indicator: string): Map<string, Report> =>
  new Map(reports.filter((report) => report.indicator === indicator).map((report) => [report.period, report]));

const valueOf = ({ part, whole }: Report): Value =>
  whole === null ? { kind: 'number', amount: part } : { kind: 'share', part, whole };

/** What the reports make of a year: its periods added up, or the last of them. */
export function reportedYear(
  indicator: Indicator,
  year: number,
  { newest, today, unitIds }: { newest: Map<string, Report>; today: string; unitIds: Map<string, string> },
): Computed {
  const { source } = indicator;
  const rhythm: Rhythm = 'reported' in source ? source.reported : 'year';
  const periods = periodsIn(year, rhythm);
  const found = periods.flatMap((period) => newest.get(period) ?? []);
  const last = found.at(-1);
  if (!last && 'year' in source && source.year === 'last' && year === yearOf(today)) {
    // While the year runs, what stood at the end of the last one still stands, and is said to.
    const before = reportedYear(indicator, year - 1, { newest, today, unitIds });
    if ('value' in before.known) return { ...before, notes: [...before.notes, carried(year)] };
  }
  if (!last) return nothingKnown({ zh: `${year} 年没有审核通过的填报`, en: `No report of ${year} has been accepted` });
  const absent = periods.filter((period) => !newest.has(period));
  const sums = 'year' in source && source.year === 'sum';
  if (sums && absent.length > 0 && year < yearOf(today)) return nothingKnown(lacks(year, absent));
  const counted = sums ? found : [last];
  return {
    known: {
      value: sums ? { kind: 'number', amount: counted.reduce((sum, { part }) => sum + part, 0) } : valueOf(last),
      ...(sums && absent.length > 0 && { partial: true as const }),
    },
    byUnit: unitsOf(counted, unitIds),
    notes: absent.length > 0 && sums ? [soFar(absent)] : [],
    records: () =>
      counted.flatMap(({ number, period, rows, part, whole }) => {
        const of = (w: number | null | undefined) => (w === null || w === undefined ? '' : ` / ${w}`);
        const line = (unitId: string, p: number, w: number | null | undefined) => ({
          unitId,
          what: number,
          detail: { zh: `${periodName(period).zh}：${p}${of(w)}`, en: `${periodName(period).en}: ${p}${of(w)}` },
          counts: true,
        });
        return rows.length === 0
          ? [line('', part, whole)]
          : rows.map((row) => line(unitIds.get(row.unit) ?? row.unit, row.part, row.whole));
      }),
  };
}

function unitsOf(reports: Report[], unitIds: Map<string, string>): UnitFigure[] {
  const figures = new Map<string, UnitFigure>();
  for (const { unit, part, whole } of reports.flatMap(({ rows }) => rows)) {
    const unitId = unitIds.get(unit) ?? unit;
    const before = figures.get(unitId);
    figures.set(unitId, {
      unitId,
      part: (before?.part ?? 0) + part,
      whole: whole === undefined ? (before?.whole ?? null) : (before?.whole ?? 0) + whole,
    });
  }
  return [...figures.values()];
}

const names = (periods: string[]): Bilingual => ({
  zh: periods.map((period) => periodName(period).zh).join('、'),
  en: periods.map((period) => periodName(period).en).join(', '),
});

const lacks = (year: number, absent: string[]): Bilingual => ({
  zh: `${year} 年不完整，缺 ${names(absent).zh}`,
  en: `${year} is incomplete, without ${names(absent).en}`,
});

const carried = (year: number): Bilingual => ({
  zh: `沿用 ${year - 1} 年填报，${year} 年尚未填报`,
  en: `As reported for ${year - 1}; ${year} is not reported yet`,
});

const soFar = (absent: string[]): Bilingual => ({
  zh: `截至目前累计，尚缺 ${names(absent).zh}`,
  en: `Up to now; ${names(absent).en} still to come`,
});
