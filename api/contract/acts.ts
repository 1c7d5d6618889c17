/** Acts on a case outside a turn: applicant, colleagues, administrator. */
import { z } from 'zod';
import { defineRoute } from './route.ts';
import { looseForm } from './processes.ts';
import { anyId, id, idParams, receipt, requiredText, text } from './shapes.ts';

const onCase = {
  method: 'post',
  tag: 'acts',
  access: 'signed-in',
  params: idParams,
  status: 200,
  response: receipt,
  idempotent: true,
} as const;

export const withdrawCase = defineRoute({
  ...onCase,
  path: '/cases/:id/withdraw',
  summary: '撤回 Withdraw my application',
  body: z.strictObject({ reason: text(500).optional() }),
});

export const resubmitCase = defineRoute({
  ...onCase,
  path: '/cases/:id/resubmit',
  summary: '重新提交 Send the corrected form',
  body: z.strictObject({
    form: looseForm,
    files: z.array(id).max(60).default([]),
    note: text(500).optional(),
    draftId: id.optional(),
  }),
  problems: ['RulesNotMet', 'NotOpen'],
});

export const urgeCase = defineRoute({
  ...onCase,
  path: '/cases/:id/urge',
  summary: '催办 Remind the current handler, at most once in four hours',
  body: z.strictObject({ note: text(200).optional() }),
  problems: ['UrgedTooSoon', 'NobodyToUrge'],
});

export const commentCase = defineRoute({
  ...onCase,
  path: '/cases/:id/comments',
  summary: '评论 Comment',
  body: z.strictObject({ body: requiredText(2000) }),
});

export const copyCase = defineRoute({
  ...onCase,
  path: '/cases/:id/cc',
  summary: '抄送 Copy people in',
  body: z.strictObject({ userIds: z.array(anyId).min(1).max(20), note: text(500).optional() }),
});

export const terminateCase = defineRoute({
  ...onCase,
  path: '/cases/:id/terminate',
  summary: '终止 End a case (administrator)',
  body: z.strictObject({ reason: requiredText(500) }),
});

export const proposeRevocation = defineRoute({
  ...onCase,
  path: '/cases/:id/propose-revocation',
  summary: '提请撤销 Propose to revoke the certificate in force',
  body: z.strictObject({ reason: requiredText(2000) }),
});

export const unmaskField = defineRoute({
  ...onCase,
  path: '/cases/:id/unmask',
  summary: '查看完整信息 See a masked field; bound to a role, with a reason, logged',
  body: z.strictObject({ path: z.string().min(1).max(200), reason: requiredText(500) }),
  response: z.object({ path: z.string(), value: z.string() }),
  // Its answer is personal data: kept nowhere.
  idempotent: false,
});
