/** What the pages of the fund show stands in their address, so that a link shows another person the same. */
import type { postingKind } from '../../../api/contract/fund.ts';

export type Kind = (typeof postingKind)['options'][number];
export const kinds: readonly Kind[] = [
  ...(['source', 'carry-over', 'return', 'reserve', 'commit'] as const),
  ...(['release', 'pay', 'claw-back', 'recover'] as const),
];

export const bys = ['year', 'school', 'industry', 'program'] as const;
export type By = (typeof bys)[number];

export interface FundAddress {
  year?: number;
  unitId?: string;
  industry?: string;
  kind?: Kind;
  caseId?: string;
  by: By;
  /** The line that is unfolded. */
  open?: string;
}

/** What an address says; what it cannot say (an unknown kind, a year of letters) counts as not said. */
export function readAddress(search: URLSearchParams): FundAddress {
  const said = (name: string) => search.get(name)?.trim() || undefined;
  const year = said('year');
  return {
    year: year && /^2\d{3}$/.test(year) ? Number(year) : undefined,
    unitId: said('unitId')?.slice(0, 128),
    industry: said('industry'),
    kind: kinds.find((kind) => kind === said('kind')),
    caseId: said('caseId'),
    by: bys.find((by) => by === said('by')) ?? 'year',
    open: said('open'),
  };
}

/** The address with some of it changed; undefined takes a name out. */
export function changedAddress(search: URLSearchParams, changes: Partial<Record<keyof FundAddress, unknown>>) {
  const next = new URLSearchParams(search);
  for (const [name, value] of Object.entries(changes)) {
    if (value === undefined || value === '') next.delete(name);
    else next.set(name, String(value));
  }
  return next;
}

/** The statement of a part of the fund. */
export function statementPath(part: Pick<FundAddress, 'year' | 'unitId' | 'industry' | 'caseId' | 'kind'>): string {
  const search = changedAddress(new URLSearchParams(), part);
  return search.size > 0 ? `/fund/statement?${search}` : '/fund/statement';
}
