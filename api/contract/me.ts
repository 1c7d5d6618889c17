/** Who I am, and what belongs to me alone: substitutes, quick phrases, notifications, certificates. */
import { z } from 'zod';
import { defineRoute } from './route.ts';
import { certificate } from './certificates.ts';
import {
  anyId,
  bilingual,
  day,
  id,
  idParams,
  instant,
  pageOf,
  paging,
  person,
  requiredText,
  role,
  slug,
  unit,
} from './shapes.ts';

export const substitute = z.object({
  id,
  principal: person,
  substitute: person,
  startsOn: day,
  endsOn: day,
  /** Empty: every process. */
  processes: z.array(z.string()),
  inForce: z.boolean(),
});
export type Substitute = z.infer<typeof substitute>;

export const me = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  mustChangePassword: z.boolean(),
  memberships: z.array(z.object({ unit, unitKind: z.string(), role })),
  /** Processes I may apply to. */
  mayApply: z.array(z.object({ slug: z.string(), name: bilingual })),
  /** 牵头: a unit of mine leads countersigns. */
  leads: z.boolean(),
  /** Processes that an office of mine answers for: I see all of their cases. */
  oversees: z.array(z.string()),
  /** Whose turns I may take now. */
  substituteFor: z.array(substitute),
  /** Who stands in for me, now or later. */
  substitutedBy: z.array(substitute),
});
export type Me = z.infer<typeof me>;

export const getMe = defineRoute({
  method: 'get',
  path: '/me',
  tag: 'me',
  summary: '我的身份 Who I am: units, roles, substitutes',
  access: 'signed-in',
  status: 200,
  response: me,
});

export const listMyCertificates = defineRoute({
  method: 'get',
  path: '/me/certificates',
  tag: 'certificates',
  summary: '我的证书 My certificates',
  access: 'signed-in',
  status: 200,
  response: z.object({ items: z.array(certificate) }),
});

export const listSubstitutes = defineRoute({
  method: 'get',
  path: '/substitutes',
  tag: 'me',
  summary: '代理 Substitutes I named or am; with `all`, everybody’s (administrator)',
  access: 'signed-in',
  query: z.strictObject({ all: z.stringbool().optional() }),
  status: 200,
  response: z.object({ items: z.array(substitute) }),
});

const period = { startsOn: day, endsOn: day, processes: z.array(slug).max(20).default([]) };
export const createSubstitute = defineRoute({
  method: 'post',
  path: '/substitutes',
  tag: 'me',
  summary: '设置代理 Name somebody who stands in for me (an administrator: for `principalId`)',
  access: 'signed-in',
  body: z.strictObject({ principalId: anyId.optional(), substituteId: anyId, ...period }),
  status: 201,
  response: substitute,
});

export const changeSubstitute = defineRoute({
  method: 'patch',
  path: '/substitutes/:id',
  tag: 'me',
  summary: '修改代理 Change the period or the processes',
  access: 'signed-in',
  params: idParams,
  body: z.strictObject({
    startsOn: day.optional(),
    endsOn: day.optional(),
    processes: z.array(slug).max(20).optional(),
  }),
  status: 200,
  response: substitute,
});

export const deleteSubstitute = defineRoute({
  method: 'delete',
  path: '/substitutes/:id',
  tag: 'me',
  summary: '取消代理 End it',
  access: 'signed-in',
  params: idParams,
  status: 204,
});

export const quickPhrase = z.object({ id, body: z.string() });

export const listQuickPhrases = defineRoute({
  method: 'get',
  path: '/quick-phrases',
  tag: 'me',
  summary: '常用语 My quick phrases',
  access: 'signed-in',
  status: 200,
  response: z.object({ items: z.array(quickPhrase) }),
});

export const createQuickPhrase = defineRoute({
  method: 'post',
  path: '/quick-phrases',
  tag: 'me',
  summary: '添加常用语 Add a quick phrase',
  access: 'signed-in',
  body: z.strictObject({ body: requiredText(200) }),
  status: 201,
  response: quickPhrase,
});

export const changeQuickPhrase = defineRoute({
  method: 'patch',
  path: '/quick-phrases/:id',
  tag: 'me',
  summary: '修改常用语 Change a quick phrase',
  access: 'signed-in',
  params: idParams,
  body: z.strictObject({ body: requiredText(200) }),
  status: 200,
  response: quickPhrase,
});

export const deleteQuickPhrase = defineRoute({
  method: 'delete',
  path: '/quick-phrases/:id',
  tag: 'me',
  summary: '删除常用语 Delete a quick phrase',
  access: 'signed-in',
  params: idParams,
  status: 204,
});

export const notification = z.object({
  id,
  kind: z.string(),
  text: bilingual,
  caseId: z.string().nullable(),
  number: z.string().nullable(),
  title: z.string().nullable(),
  at: instant,
});
export type Notification = z.infer<typeof notification>;

export const listNotifications = defineRoute({
  method: 'get',
  path: '/notifications',
  tag: 'me',
  summary: '通知 What happened that concerns me, newest first',
  access: 'signed-in',
  query: z.strictObject(paging),
  status: 200,
  response: pageOf(notification),
});
