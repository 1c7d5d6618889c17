/** People one may hand a turn to. */
import { z } from 'zod';
import { defineRoute } from './route.ts';
import { person, role } from './shapes.ts';

export const foundPerson = person.extend({ roles: z.array(role) });
export type FoundPerson = z.infer<typeof foundPerson>;

export const searchPeople = defineRoute({
  method: 'get',
  path: '/people',
  tag: 'people',
  summary: '人员 Names and units within my reach, to transfer, delegate, copy or substitute',
  access: 'signed-in',
  query: z.strictObject({
    q: z.string().trim().max(50).default(''),
    role: role.optional(),
    unitId: z.string().max(64).optional(),
    limit: z.coerce.number().int().min(1).max(50).default(20),
  }),
  status: 200,
  response: z.object({ items: z.array(foundPerson) }),
});
