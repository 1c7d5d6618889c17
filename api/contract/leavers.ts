/** 离职转办: what a person who leaves still holds, handed to a successor. */
import { z } from 'zod';
import { defineRoute } from './route.ts';
import { anyId, bilingual, due, person, purpose, requiredText } from './shapes.ts';

const administrators = { roles: ['administrator'] } as const;
const personParams = z.strictObject({ id: anyId });

export const heldTurn = z.object({
  assignmentId: z.string(),
  case: z.object({ id: z.string(), number: z.string(), title: z.string() }),
  stage: bilingual,
  purpose,
  due: due.nullable(),
});
export type HeldTurn = z.infer<typeof heldTurn>;

export const getLeaver = defineRoute({
  method: 'get',
  path: '/leavers/:id',
  tag: 'people',
  summary: '离职人员的待办 Turns that a person holds in person; what their role holds, colleagues can take',
  access: administrators,
  params: personParams,
  status: 200,
  response: z.object({ person, disabled: z.boolean(), items: z.array(heldTurn) }),
});

export const handOverLeaver = defineRoute({
  method: 'post',
  path: '/leavers/:id/hand-over',
  tag: 'people',
  summary: '离职转办 Hand every such turn to a successor, and close the account if asked; each turn answers for itself',
  access: administrators,
  params: personParams,
  body: z.strictObject({
    /** Not needed where nothing is held. */
    toPersonId: anyId.optional(),
    reason: requiredText(500),
    /** 停用账号: signed out at once, told nothing any more. Only when every turn went over. */
    disable: z.boolean().default(false),
  }),
  status: 200,
  response: z.object({
    items: z.array(
      z.object({
        assignmentId: z.string(),
        ok: z.boolean(),
        code: z.string().nullable(),
        detail: z.string().nullable(),
      }),
    ),
    disabled: z.boolean(),
  }),
  idempotent: true,
});
