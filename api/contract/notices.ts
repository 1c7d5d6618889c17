/** Public notices and objections: no sign-in, masked, rate-limited. */
import { z } from 'zod';
import { defineRoute } from './route.ts';
import { bilingual, fact, id, instant, pageOf, paging, requiredText } from './shapes.ts';

const noticeState = z.enum(['open', 'suspended', 'closed', 'cancelled']);

export const noticeSummary = z.object({
  id: z.string(),
  title: z.string(),
  process: bilingual,
  state: noticeState,
  stateText: bilingual,
  publishedAt: instant,
  endsAt: instant,
});
export type NoticeSummary = z.infer<typeof noticeSummary>;

export const noticeView = noticeSummary.extend({
  clause: z.string(),
  unit: z.object({ id: z.string(), name: bilingual }),
  facts: z.array(fact),
  /** Objections may be filed now. */
  mayObject: z.boolean(),
});
export type NoticeView = z.infer<typeof noticeView>;

export const listNotices = defineRoute({
  method: 'get',
  path: '/notices',
  tag: 'notices',
  summary: '公示 Public notices, newest first',
  access: 'public',
  query: z.strictObject({ state: z.enum(['current', 'past', 'all']).default('current'), ...paging }),
  status: 200,
  response: pageOf(noticeSummary),
});

export const getNotice = defineRoute({
  method: 'get',
  path: '/notices/:id',
  tag: 'notices',
  summary: '公示详情 A public notice',
  access: 'public',
  params: z.strictObject({ id: z.string().min(1).max(200) }),
  status: 200,
  response: noticeView,
});

export const fileObjection = defineRoute({
  method: 'post',
  path: '/notices/:id/objections',
  tag: 'notices',
  summary: '提出异议 Object, under one’s name',
  access: 'public',
  params: z.strictObject({ id: z.string().min(1).max(200) }),
  body: z.strictObject({
    name: requiredText(50),
    /** Phone or e-mail: to hear the person (实名异议). */
    contact: requiredText(100),
    body: requiredText(4000),
  }),
  status: 201,
  response: z.object({ id, receivedAt: instant }),
  idempotent: true,
  problems: ['NotOpen', 'TooManyRequests'],
});
