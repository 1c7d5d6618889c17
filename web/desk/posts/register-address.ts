/** What the register shows stands in its address, so that a link shows another person the same. */
import { engagementState } from '../../../api/contract/engagements.ts';

export const declarations = ['missed', 'open', 'filed'] as const;
export const states = engagementState.options;

export interface RegisterAddress {
  state?: (typeof states)[number];
  declaration?: (typeof declarations)[number];
  unitId?: string;
  kind?: string;
  sector?: string;
  paid?: 'true' | 'false';
  endsBy?: string;
  q?: string;
}

/** What an address says; what it cannot say (an unknown state, a day that is none) counts as not said. */
export function readRegisterAddress(search: URLSearchParams): RegisterAddress {
  const said = (name: string) => search.get(name)?.trim() || undefined;
  const oneOf = <T extends string>(name: string, all: readonly T[]) => all.find((one) => one === said(name));
  const slug = (name: string) => {
    const value = said(name);
    return value && /^[a-z][a-z0-9-]{0,63}$/.test(value) ? value : undefined;
  };
  const endsBy = said('endsBy');
  const address: RegisterAddress = {
    state: oneOf('state', states),
    declaration: oneOf('declaration', declarations),
    unitId: said('unitId')?.slice(0, 128),
    kind: slug('kind'),
    sector: slug('sector'),
    paid: oneOf('paid', ['true', 'false']),
    endsBy: endsBy && isDay(endsBy) ? endsBy : undefined,
    q: said('q')?.slice(0, 80),
  };
  return Object.fromEntries(Object.entries(address).filter(([, value]) => value !== undefined));
}

const isDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text);

export function registerPath(address: RegisterAddress): string {
  const search = new URLSearchParams(address as Record<string, string>);
  return search.size > 0 ? `/posts/register?${search}` : '/posts/register';
}
