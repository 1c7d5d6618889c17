/** From the e-mail: a personal link to one turn. Reading changes nothing; deciding needs a nonce fetched on a person's gesture. */
import { z } from 'zod';
import { decide } from './actions.ts';
import { decisionBody } from './assignments.ts';
import { deadline, station } from './cases.ts';
import { file } from './drafts.ts';
import { defineRoute } from './route.ts';
import { bilingual, due, fact, finding, instant, person, receipt } from './shapes.ts';

const tokenParams = z.strictObject({
  token: z
    .string()
    .min(16)
    .max(200)
    .regex(/^[A-Za-z0-9_-]+$/),
});

export const actView = z.object({
  /** `open`: may be decided; `decided`: see `decided`; `moved`: handed on, withdrawn or a new round; `expired`. */
  state: z.enum(['open', 'decided', 'moved', 'expired']),
  /** The policy asks to sign in as this person before deciding (money by default). */
  needsSignIn: z.boolean(),
  /** Signed in as somebody else in this browser. */
  signedInAs: z.string().nullable(),
  /** To whom the mail went. */
  person: z.object({ name: z.string() }),
  case: z.object({
    id: z.string(),
    number: z.string(),
    title: z.string(),
    process: bilingual,
    applicant: person,
    keyFacts: z.array(fact),
    findings: z.array(finding),
    stages: z.array(station),
  }),
  stage: z.object({ slug: z.string(), name: bilingual }),
  due: due.nullable(),
  deadline: deadline.nullable(),
  /** What may be decided; null unless `open`. */
  action: decide.nullable(),
  decided: z.object({ by: z.string(), at: instant, verdict: bilingual }).nullable(),
});
export type ActView = z.infer<typeof actView>;

export const getAct = defineRoute({
  method: 'get',
  path: '/act/:token',
  tag: 'act',
  summary: '邮件链接 The turn behind a mailed link; changes nothing',
  access: 'link',
  params: tokenParams,
  status: 200,
  response: actView,
});

export const createActNonce = defineRoute({
  method: 'post',
  path: '/act/:token/nonce',
  tag: 'act',
  summary: '办理凭据 One-time nonce, to be fetched when the person presses the button',
  access: 'link',
  params: tokenParams,
  body: z.strictObject({}).optional(),
  status: 200,
  response: z.object({ nonce: z.string(), expiresAt: instant }),
  problems: ['LinkClosed'],
});

export const uploadActFile = defineRoute({
  method: 'post',
  path: '/act/:token/files',
  tag: 'act',
  summary:
    '上传 Upload one file of a report from the mail (as `POST /files`); it is the person’s the link was made for',
  access: 'link',
  params: tokenParams,
  bodyKind: 'multipart',
  status: 201,
  response: file,
  problems: [
    'LinkClosed',
    'SignInRequired',
    'NotYours',
    'NotAllowed',
    'FileTooLarge',
    'FileTypeNotAllowed',
    'FileTypeMismatch',
    'FileUnsafe',
  ],
});

export const decideAct = defineRoute({
  method: 'post',
  path: '/act/:token',
  tag: 'act',
  summary: '办理 Decide from the mail, once',
  access: 'link',
  params: tokenParams,
  body: decisionBody.omit({ decisionId: true }).extend({ nonce: z.string().min(16).max(200) }),
  status: 200,
  response: receipt,
  problems: ['LinkClosed', 'NonceInvalid', 'SignInRequired', 'AlreadyDecided', 'NotYours', 'OpinionRequired'],
});
