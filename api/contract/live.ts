/** Server-sent events: what changed, never its content; the page reads again what it shows. */
import { z } from 'zod';
import { defineRoute } from './route.ts';

/** `event: case` – a case I may see changed; `event: inbox` – my turns or counts changed; `event: ready` – subscribed. */
export const liveMessage = z.discriminatedUnion('event', [
  z.object({ event: z.literal('ready') }),
  z.object({ event: z.literal('case'), caseId: z.string() }),
  z.object({ event: z.literal('inbox') }),
]);
export type LiveMessage = z.infer<typeof liveMessage>;

export const live = defineRoute({
  method: 'get',
  path: '/live',
  tag: 'live',
  summary: '实时更新 Server-sent events (`case`, `inbox`)',
  access: 'signed-in',
  status: 200,
  produces: 'text/event-stream',
});
