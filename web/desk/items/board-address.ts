/** What the board shows stands in its address, so that a link shows another person the same. */
import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { lights, type Light } from '../../../processes/meeting-action-items/lights.ts';

export const views = ['list', 'kanban', 'timeline'] as const;
export type View = (typeof views)[number];

export interface BoardAddress {
  view: View;
  lights: Light[];
  unit?: string;
  role?: 'lead';
  meeting?: string;
  meetingId?: string;
  dueFrom?: string;
  dueTo?: string;
  state?: 'closed' | 'all';
  q?: string;
}

/** What an address cannot say (an unknown light, a day that is none) counts as not said. */
export function readAddress(search: URLSearchParams): BoardAddress {
  const said = (name: string) => search.get(name)?.trim() || undefined;
  const day = (name: string) => (/^\d{4}-\d{2}-\d{2}$/.test(said(name) ?? '') ? said(name) : undefined);
  const state = said('state');
  return {
    view: views.find((view) => view === said('view')) ?? 'list',
    lights: lights.filter((light) => said('light')?.split(',').includes(light)),
    unit: said('unit')?.slice(0, 64),
    role: said('role') === 'lead' ? 'lead' : undefined,
    meeting: said('meeting')?.slice(0, 200),
    meetingId: said('meetingId')?.slice(0, 64),
    dueFrom: day('dueFrom'),
    dueTo: day('dueTo'),
    state: state === 'closed' || state === 'all' ? state : undefined,
    q: said('q')?.slice(0, 100),
  };
}

export function useBoardAddress() {
  const [search, setSearch] = useSearchParams();
  const address = useMemo(() => readAddress(search), [search]);
  const change = (changes: Partial<Record<keyof BoardAddress | 'light', string | undefined>>) => {
    const next = new URLSearchParams(search);
    for (const [name, value] of Object.entries(changes)) {
      if (value) next.set(name, value);
      else next.delete(name);
    }
    setSearch(next, { replace: true });
  };
  const clear = () => setSearch(address.view === 'list' ? {} : { view: address.view }, { replace: true });
  return { address, change, clear };
}

/** As the API is asked; lights are chosen among what it answers, so that their counts stay. */
export const filtersOf = ({ view: _view, lights: _lights, ...filters }: BoardAddress) => filters;
