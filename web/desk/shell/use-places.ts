import { useQuery } from '@tanstack/react-query';
import { useLocation } from 'react-router';
import { firstTabOf } from '../home/tabs.ts';
import { useMe } from '../me.ts';
import { countsQuery } from '../queries.ts';
import { isHere, placesOf } from './places.tsx';

export const usePlaces = () => {
  const me = useMe();
  const { data: counts } = useQuery(countsQuery);
  const { pathname, search } = useLocation();
  const firstTab = firstTabOf(me);
  return placesOf(me, counts).map((place) => ({ ...place, here: isHere(place, pathname, search, firstTab) }));
};
