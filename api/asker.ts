/** Who is asking: the signed-in person with units, roles and the people they stand in for. Read anew on every request. */
import type { IncomingHttpHeaders } from 'node:http';
import { fromNodeHeaders } from 'better-auth/node';
import type { Role } from '../processes/case.ts';
import { shanghaiDate } from '../processes/working-days.ts';
import type { Prisma } from '../prisma/client.ts';
import type { Accounts } from './accounts/accounts.ts';

export interface Membership {
  unitId: string;
  role: Role;
}

/** 代理: today I may take this person's turns. */
export interface StandIn {
  principalId: string;
  principalName: string;
  /** Empty: every process. */
  processes: string[];
  memberships: Membership[];
}

export interface Asker {
  id: string;
  name: string;
  email: string;
  mustChangePassword: boolean;
  memberships: Membership[];
  standIns: StandIn[];
}

export const hasRole = (asker: Asker, role: Role, unitId?: string): boolean =>
  asker.memberships.some((mine) => mine.role === role && (unitId === undefined || mine.unitId === unitId));

export interface SignedIn {
  asker: Asker;
  /** Session cookies to send back: the idle time starts again. */
  cookies: string[];
}

/** `quiet`: a page refreshing itself is not a person at work; the idle time runs on. */
export interface Askers {
  signedIn(headers: IncomingHttpHeaders, options?: { quiet?: boolean }): Promise<SignedIn | null>;
  byId(userId: string): Promise<Asker | null>;
}

export function createAskers({ accounts, prisma }: { accounts: Accounts; prisma: Prisma }): Askers {
  const byId = (userId: string) => readAsker(prisma, userId);
  return {
    byId,
    async signedIn(nodeHeaders, { quiet = false } = {}) {
      const headers = fromNodeHeaders(nodeHeaders);
      if (!headers.has('cookie') && !headers.has('authorization')) return null;
      const { response, headers: answer } = await accounts.api.getSession({
        headers,
        query: { disableRefresh: quiet },
        returnHeaders: true,
      });
      if (!response) return null;
      const asker = await byId(response.user.id);
      return asker && { asker, cookies: answer.getSetCookie() };
    },
  };
}

/** Null for an account that is gone or disabled. One query: it is part of every request. */
async function readAsker(prisma: Prisma, userId: string): Promise<Asker | null> {
  const today = shanghaiDate(Date.now());
  const rows = await prisma.$queryRaw<Asker[]>`
    SELECT u.id, u.name, u.email, u.must_change_password AS "mustChangePassword",
      (SELECT coalesce(json_agg(json_build_object('unitId', m.unit_id, 'role', m.role)), '[]')
         FROM membership m WHERE m.user_id = u.id) AS memberships,
      (SELECT coalesce(json_agg(json_build_object('principalId', s.principal_id, 'principalName', p.name, 'processes', s.processes,
           'memberships', (SELECT coalesce(json_agg(json_build_object('unitId', m.unit_id, 'role', m.role)), '[]')
                             FROM membership m WHERE m.user_id = s.principal_id)) ORDER BY s.created_at), '[]')
         FROM substitute s JOIN "user" p ON p.id = s.principal_id AND NOT p.disabled
        WHERE s.substitute_id = u.id AND s.starts_on <= ${today} AND s.ends_on >= ${today}) AS "standIns"
    FROM "user" u WHERE u.id = ${userId} AND NOT u.disabled`;
  return rows[0] ?? null;
}
