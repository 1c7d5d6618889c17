import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { RegisterSlug } from '../../../processes/registers/registers.ts';
import { api } from '../api.ts';

export const registerQuery = (register: RegisterSlug) =>
  queryOptions({ queryKey: ['registers', register], queryFn: () => api.getRegister({ params: { register } }) });

export const registerChangesQuery = (register: RegisterSlug, key: string | undefined) =>
  infiniteQueryOptions({
    queryKey: ['registers', register, 'changes', key],
    queryFn: ({ pageParam }) => api.listRegisterChanges({ params: { register }, query: { key, cursor: pageParam } }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
