/** What the pages of money read. `fund` is read again when a case changes, `inbox` when somebody's turns do. */
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api } from '../api.ts';
import type { FundAddress, Kind } from './fund-address.ts';

export const fundQuery = (part: Pick<FundAddress, 'year' | 'unitId' | 'industry'>) => {
  const { year, unitId, industry } = part;
  return queryOptions({
    queryKey: ['fund', 'view', { year, unitId, industry }],
    queryFn: () => api.getFund({ query: { year, unitId, industry } }),
    placeholderData: keepPreviousData,
  });
};

export interface StatementPart {
  year: number;
  kind?: Kind;
  caseId?: string;
  unitId?: string;
  industry?: string;
}

export const statementQuery = (query: StatementPart) =>
  queryOptions({
    queryKey: ['fund', 'statement', query],
    queryFn: () => api.getStatement({ query }),
    placeholderData: keepPreviousData,
  });

export const orderStates = ['open', 'paid', 'returned', 'all'] as const;
export type OrderState = (typeof orderStates)[number];

export const ordersQuery = (state: OrderState) =>
  infiniteQueryOptions({
    queryKey: ['fund', 'orders', state],
    queryFn: ({ pageParam }) => api.listPaymentOrders({ query: { state, cursor: pageParam } }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });

export const orderQuery = (number: string) =>
  queryOptions({
    queryKey: ['fund', 'order', number],
    queryFn: () => api.getPaymentOrder({ params: { number } }),
  });

export const reconciliationQuery = queryOptions({
  queryKey: ['fund', 'reconciliation'],
  queryFn: () => api.reconcileFund(),
});

export const schoolFundingQuery = queryOptions({
  queryKey: ['inbox', 'school-funding'],
  queryFn: () => api.listSchoolFunding(),
});

export const countersignsQuery = queryOptions({
  queryKey: ['inbox', 'countersigns'],
  queryFn: () => api.listCountersigns(),
});
