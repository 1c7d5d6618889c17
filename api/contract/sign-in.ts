/** Accounts, served by better-auth; there is no public sign-up. */
import { z } from 'zod';
import { defineRoute } from './route.ts';

const user = z.object({ id: z.string(), name: z.string(), email: z.string() });

export const signIn = defineRoute({
  method: 'post',
  base: '/api/auth',
  path: '/sign-in/email',
  tag: 'sign-in',
  summary: '登录 Sign in; sets the session cookie and returns a bearer token',
  access: 'public',
  body: z.object({ email: z.email(), password: z.string(), rememberMe: z.boolean().optional() }),
  status: 200,
  response: z.object({ token: z.string(), user }),
});

export const signOut = defineRoute({
  method: 'post',
  base: '/api/auth',
  path: '/sign-out',
  tag: 'sign-in',
  summary: '退出 Sign out',
  access: 'signed-in',
  body: z.object({}),
  status: 200,
  response: z.object({ success: z.boolean() }),
});

export const changePassword = defineRoute({
  method: 'post',
  base: '/api/auth',
  path: '/change-password',
  tag: 'sign-in',
  summary: '修改密码 Change the password; other sessions end when asked',
  access: 'signed-in',
  body: z.object({
    currentPassword: z.string(),
    newPassword: z.string(),
    revokeOtherSessions: z.boolean().optional(),
  }),
  status: 200,
  response: z.object({ token: z.string().nullable(), user }),
  problems: ['WeakPassword'],
});
