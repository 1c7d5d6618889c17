import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api } from '../api.ts';

type Filters = NonNullable<Parameters<typeof api.listActionItems>[0]>['query'];

export const boardQuery = (filters: Filters) =>
  queryOptions({
    queryKey: ['inbox', 'items', filters],
    queryFn: () => api.listActionItems({ query: filters }),
    placeholderData: keepPreviousData,
  });

export const itemQuery = (id: string) =>
  queryOptions({ queryKey: ['case', id, 'item'], queryFn: () => api.getActionItem({ params: { id } }) });

export const scoresQuery = (year: number) =>
  queryOptions({
    queryKey: ['items', 'scores', year],
    queryFn: () => api.getItemScores({ query: { year } }),
    retry: false,
  });

export const bulletinsQuery = queryOptions({ queryKey: ['items', 'bulletins'], queryFn: () => api.listBulletins() });

export const bulletinQuery = (month: string) =>
  queryOptions({
    queryKey: ['items', 'bulletins', month],
    queryFn: () => api.getBulletin({ params: { month } }),
  });
