/** Who is asking: the signed-in person with units, roles and the people they stand in for. Read anew on every request. */
import type { IncomingHttpHeaders } from 'node:http';
import { fromNodeHeaders } from 'better-auth/node';
import type { Role } from '../processes/case.ts';
import { shanghaiDate } from '../processes/working-days.ts';
import { statement } from '../prisma/client.ts';
import type { Prisma } from '../prisma/client.ts';
import { Prisma as Sql } from '../prisma/generated/client.ts';
import { IDLE_SECONDS, REFRESH_SECONDS } from './accounts/accounts.ts';
import type { Accounts } from './accounts/accounts.ts';
import { sessionToken } from './accounts/session-token.ts';

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

interface AskerOptions {
  accounts: Accounts;
  prisma: Prisma;
  /** The one that signs the cookies. */
  secret: string;
}

/**
 * Sessions begin, are renewed and end through better-auth. Only the reading is our own: one query gives session, person, roles and
 * principals together, where the library's way costs several times the rest of a request.
 */
export function createAskers({ accounts, prisma, secret }: AskerOptions): Askers {
  return {
    async byId(userId) {
      const [row] = await readAskers(prisma, Sql.sql`FROM "user" u WHERE u.id = ${userId}`);
      return row ? askerOf(row) : null;
    },
    async signedIn(headers, { quiet = false } = {}) {
      const token = sessionToken(headers, secret);
      if (token === null) return null;
      const session = Sql.sql`FROM session x JOIN "user" u ON u.id = x.user_id WHERE x.token = ${token} AND x.expires_at > now()`;
      const [row] = await readAskers(prisma, session, Sql.sql`x.expires_at`);
      if (!row) return null;
      return { asker: askerOf(row), cookies: quiet || !mayRenew(row.expiresAt) ? [] : await renew(accounts, headers) };
    },
  };
}

/** The library's own condition, so that it is asked only when it will write. */
const mayRenew = (expiresAt: Date): boolean =>
  expiresAt.getTime() - (IDLE_SECONDS - REFRESH_SECONDS) * 1000 <= Date.now();

async function renew(accounts: Accounts, headers: IncomingHttpHeaders): Promise<string[]> {
  const answer = await accounts.api.getSession({ headers: fromNodeHeaders(headers), returnHeaders: true });
  return answer.headers.getSetCookie();
}

type AskerRow = Asker & { expiresAt: Date };

const askerOf = ({ expiresAt: _expiresAt, ...asker }: AskerRow): Asker => asker;

/** Nobody for an account that is gone or disabled. One query: it is part of every request. */
function readAskers(prisma: Prisma, from: Sql.Sql, expiresAt: Sql.Sql = Sql.sql`now()`): Promise<AskerRow[]> {
  const today = shanghaiDate(Date.now());
  return statement<AskerRow>(
    prisma,
    Sql.sql`
    SELECT u.id, u.name, u.email, u.must_change_password AS "mustChangePassword", ${expiresAt} AS "expiresAt",
      (SELECT coalesce(json_agg(json_build_object('unitId', m.unit_id, 'role', m.role)), '[]')
         FROM membership m WHERE m.user_id = u.id) AS memberships,
      (SELECT coalesce(json_agg(json_build_object('principalId', s.principal_id, 'principalName', p.name, 'processes', s.processes,
           'memberships', (SELECT coalesce(json_agg(json_build_object('unitId', m.unit_id, 'role', m.role)), '[]')
                             FROM membership m WHERE m.user_id = s.principal_id)) ORDER BY s.created_at), '[]')
         FROM substitute s JOIN "user" p ON p.id = s.principal_id AND NOT p.disabled
        WHERE s.substitute_id = u.id AND s.starts_on <= ${today} AND s.ends_on >= ${today}) AS "standIns"
    ${from} AND NOT u.disabled`,
  );
}
