/** 安全日志: sign-ins, failures, unmaskings, refused accesses. Rows can only be added; kept ≥ 184 days. */
import type { Prisma } from '../prisma/client.ts';

export type SecurityAction =
  | 'signed-in'
  | 'sign-in-failed'
  | 'account-locked'
  | 'signed-out'
  | 'password-changed'
  | 'unmasked'
  | 'access-refused'
  | 'link-refused'
  | 'calendar-imported'
  | 'substitute-named'
  | 'substitute-ended'
  | 'chain-checked'
  | 'account-closed';

export interface SecurityNote {
  action: SecurityAction;
  userId?: string | null;
  /** What it was about: a case id, a path; never a token or a value. */
  target?: string | null;
  reason?: string | null;
  ip?: string | null;
}

export type SecurityLog = (note: SecurityNote) => Promise<void>;

export const createSecurityLog =
  (prisma: Prisma): SecurityLog =>
  async ({ action, userId = null, target = null, reason = null, ip = null }) => {
    await prisma.securityEvent.createMany({ data: { action, userId, target, reason, ip } });
  };
