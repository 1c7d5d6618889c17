import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api } from '../api.ts';

export const indicatorsQuery = (year: number | undefined) =>
  queryOptions({
    queryKey: ['inbox', 'indicators', year],
    queryFn: () => api.listIndicators({ query: { year } }),
    placeholderData: keepPreviousData,
  });

export const indicatorQuery = (id: string, year: number | undefined) =>
  queryOptions({
    queryKey: ['inbox', 'indicator', id, year],
    queryFn: () => api.getIndicator({ params: { id }, query: { year } }),
    placeholderData: keepPreviousData,
  });

export const reportsDueQuery = queryOptions({
  queryKey: ['inbox', 'reports-due'],
  queryFn: () => api.listReportsDue(),
});
