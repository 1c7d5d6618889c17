import { useSearchParams } from 'react-router';
import { thisYear } from '../fund/today.ts';

/** The year in the address; the last one that is over when it says none: that is the one declared now. */
export const useYear = (fallback = thisYear() - 1) => {
  const [search, setSearch] = useSearchParams();
  const said = search.get('year') ?? '';
  const year = /^2\d{3}$/.test(said) ? Number(said) : fallback;
  const unitId = search.get('unitId')?.trim().slice(0, 128) || undefined;
  const change = (changes: { year?: number; unitId?: string }) =>
    setSearch(
      (before) => {
        const next = new URLSearchParams(before);
        for (const [name, value] of Object.entries(changes)) {
          if (value === undefined) next.delete(name);
          else next.set(name, String(value));
        }
        return next;
      },
      { preventScrollReset: true },
    );
  return { year, unitId, change };
};

/** From this year back, and the one asked for wherever it lies. */
export const yearsToChoose = (year: number): number[] => {
  const now = thisYear();
  const years = Array.from({ length: 8 }, (_, back) => now - back);
  return years.includes(year) ? years : [...years, year].toSorted((a, b) => b - a);
};
