/** 会签看板: where each unit of a countersign stands. */
import { z } from 'zod';
import { defineRoute } from './route.ts';
import { bilingual, due, instant, person, unit } from './shapes.ts';

export const countersignBoard = z.object({
  case: z.object({ id: z.string(), number: z.string(), title: z.string() }),
  process: z.object({ slug: z.string(), name: bilingual }),
  stage: z.object({ slug: z.string(), name: bilingual }),
  round: z.int(),
  openedAt: instant,
  due: due.nullable(),
  /** 协调: a unit refused and the lead settles it. */
  coordinating: z.boolean(),
  answered: z.int(),
  late: z.int(),
  units: z.array(
    z.object({
      unit,
      state: z.enum(['waiting', 'late', 'agreed', 'refused']),
      by: person.nullable(),
      at: instant.nullable(),
      opinion: z.string().nullable(),
    }),
  ),
});
export type CountersignBoard = z.infer<typeof countersignBoard>;

export const listCountersigns = defineRoute({
  method: 'get',
  path: '/countersigns',
  tag: 'cases',
  summary: '会签看板 Open countersigns that my unit leads: who has answered, who is late',
  access: { roles: ['reviewer', 'leader', 'secretariat', 'administrator'] },
  status: 200,
  response: z.object({ items: z.array(countersignBoard) }),
});
