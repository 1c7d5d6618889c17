/** The fund cut by year, school, industry or program: what the chart draws and the table beside it says in figures. */
import type { FundSums, FundView } from '../../../api/contract/fund.ts';
import type { Bilingual } from '../../../processes/case.ts';
import { sumFen } from '../../../processes/money.ts';
import type { By, FundAddress } from './fund-address.ts';

export interface Slice extends FundSums {
  key: string;
  name: Bilingual;
  /** Of a program: its school. */
  note?: Bilingual;
  programs?: number;
  /** Only a year has money that belongs to no program yet. */
  availableFen?: number;
  caseId?: string;
  /** What its statement is asked for by. */
  part: Pick<FundAddress, 'year' | 'unitId' | 'industry' | 'caseId'>;
}

/**
 * Years in their order; everything else by how much money it has moved, most first. `whole` is false where only some programs are asked
 * for: what is available is nobody's then.
 */
export function slicesOf(fund: FundView, by: By, whole = true): Slice[] {
  switch (by) {
    case 'year':
      return fund.years.map(({ year, availableFen, ...sums }) => ({
        ...sums,
        ...(whole ? { availableFen } : {}),
        ...{ key: String(year), name: { zh: `${year} 年`, en: String(year) }, part: { year } },
      }));
    case 'school':
      return mostFirst(
        fund.bySchool.map(({ school, ...sums }) => ({
          ...sums,
          ...{ key: school.id, name: school.name, part: { unitId: school.id } },
        })),
      );
    case 'industry':
      return mostFirst(
        fund.byIndustry.map(({ industry, ...sums }) => ({
          ...sums,
          ...{ key: industry.id, name: industry.name, part: { industry: industry.id } },
        })),
      );
    case 'program':
      return mostFirst(
        fund.programs.map(({ case: file, program, school, ...sums }) => ({
          ...sums,
          ...{ key: file.id, name: { zh: program.name, en: program.name }, part: { caseId: file.id } },
          ...{ caseId: file.id, note: school.name },
        })),
      );
  }
}

/** What a slice holds and has spent. What came back is available again and is counted there. */
export const sizeOf = ({ availableFen = 0, reservedFen, committedFen, paidFen, clawingBackFen }: Slice): number =>
  sumFen([availableFen, reservedFen, committedFen, paidFen, clawingBackFen]);

const mostFirst = (slices: Slice[]): Slice[] => slices.toSorted((a, b) => sizeOf(b) - sizeOf(a));

export const layers = ['availableFen', 'reservedFen', 'committedFen', 'paidFen', 'clawingBackFen'] as const;
export type Layer = (typeof layers)[number];

export interface Bars {
  slices: Slice[];
  /** How many slices the last bar gathers; 0 when each has its own. */
  gathered: number;
  /** Layers in which there is anything to draw. */
  layers: Layer[];
}

/** At most `most` bars: the last one gathers what is left, so that the bars together are the whole. */
export function barsOf(slices: Slice[], most = 12): Bars {
  const all = slices.length > most ? [...slices.slice(0, most - 1), gathered(slices.slice(most - 1))] : slices;
  return {
    slices: all,
    gathered: slices.length > most ? slices.length - most + 1 : 0,
    layers: layers.filter((layer) => all.some((slice) => (slice[layer] ?? 0) !== 0)),
  };
}

function gathered(rest: Slice[]): Slice {
  const sum = (key: Layer | 'clawedBackFen') => sumFen(rest.map((slice) => slice[key] ?? 0));
  return {
    ...{ key: '', name: { zh: `其余 ${rest.length} 项`, en: `${rest.length} others` }, part: {} },
    ...{ availableFen: sum('availableFen'), reservedFen: sum('reservedFen'), committedFen: sum('committedFen') },
    ...{ paidFen: sum('paidFen'), clawingBackFen: sum('clawingBackFen'), clawedBackFen: sum('clawedBackFen') },
  };
}

/** Fen as 万元 for an axis: 120000000 reads 120. */
export const tenThousands = (fen: number): string => String(Math.round(fen / 10_000) / 100);
