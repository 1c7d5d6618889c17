/**
 * Who may see which case (design.md §4). Everything not named here is answered 404.
 * `maySee` decides for one case in memory; `visibleCases` is the same rule in SQL, for lists. A test holds the two together.
 */
import type { Role } from '../processes/case.ts';
import { Prisma as Sql } from '../prisma/generated/client.ts';
import type { Prisma } from '../prisma/client.ts';
import type { Asker, Membership } from './asker.ts';
import type { Offices } from './offices.ts';

/** Roles that answer for their unit's own cases. */
const UNIT_ROLES: readonly Role[] = ['reviewer', 'principal'];

/** Whom a case concerns. */
export interface Audience {
  caseId: string;
  process: string;
  applicantId: string;
  unitId: string;
  /** Named holders, past and present, and whoever decided. */
  people: ReadonlySet<string>;
  /** 抄送: they read. */
  copied: ReadonlySet<string>;
  /** `unit/role` of every turn, past and present. */
  roles: ReadonlySet<string>;
  /** The same for turns that are open: what a substitute may see. */
  openPeople: ReadonlySet<string>;
  openRoles: ReadonlySet<string>;
}

export interface Sight {
  reads: boolean;
  /** Sees what handlers see: findings, objections, other people's opinions. */
  handles: boolean;
}

const NOTHING: Sight = { reads: false, handles: false };

export function maySee(asker: Asker, audience: Audience, offices: Offices): Sight {
  if (asker.id === audience.applicantId) return { reads: true, handles: false };
  const handles =
    asker.memberships.some((mine) => UNIT_ROLES.includes(mine.role) && mine.unitId === audience.unitId) ||
    asker.memberships.some((mine) => audience.roles.has(`${mine.unitId}/${mine.role}`)) ||
    audience.people.has(asker.id) ||
    asker.memberships.some((mine) => isOf(mine, offices.get(audience.process))) ||
    asker.standIns.some((standIn) => standsIn(standIn, audience));
  if (handles) return { reads: true, handles: true };
  if (asker.memberships.some((mine) => mine.role === 'auditor')) return { reads: true, handles: true };
  return audience.copied.has(asker.id) ? { reads: true, handles: false } : NOTHING;
}

const isOf = (mine: Membership, office: readonly Membership[] = []): boolean =>
  office.some(({ unitId, role }) => unitId === mine.unitId && role === mine.role);

const standsIn = ({ principalId, processes, memberships }: Asker['standIns'][number], audience: Audience): boolean =>
  (processes.length === 0 || processes.includes(audience.process)) &&
  principalId !== audience.applicantId &&
  (audience.openPeople.has(principalId) ||
    memberships.some((theirs) => audience.openRoles.has(`${theirs.unitId}/${theirs.role}`)));

/** One query; null when there is no such case. */
export async function readAudience(prisma: Prisma, caseId: string): Promise<Audience | null> {
  const [row] = await prisma.$queryRaw<AudienceRow[]>`
    SELECT c.id AS "caseId", c.process, c.applicant_id AS "applicantId", c.unit_id AS "unitId",
      coalesce(a.turns, '[]') AS turns,
      (SELECT coalesce(json_agg(k.user_id), '[]') FROM copy k WHERE k.case_id = c.id) AS copied
    FROM case_file c
    LEFT JOIN LATERAL (
      SELECT json_agg(json_build_array(t.person_id, t.decided_by_id, t.unit_id, t.role, t.state)) AS turns
      FROM assignment t WHERE t.case_id = c.id
    ) a ON true
    WHERE c.id = ${caseId}`;
  if (!row) return null;
  const { turns, copied, ...ids } = row;
  const open = turns.filter(([, , , , state]) => state === 'open');
  return {
    ...ids,
    people: new Set(turns.flatMap(([person, decidedBy]) => [person, decidedBy]).filter((id) => id !== null)),
    copied: new Set(copied),
    roles: rolesOf(turns),
    openPeople: new Set(open.flatMap(([person]) => person ?? [])),
    openRoles: rolesOf(open),
  };
}

type Turn = [
  personId: string | null,
  decidedById: string | null,
  unitId: string | null,
  role: string | null,
  state: string,
];

interface AudienceRow {
  caseId: string;
  process: string;
  applicantId: string;
  unitId: string;
  turns: Turn[];
  copied: string[];
}

const rolesOf = (turns: Turn[]): Set<string> =>
  new Set(turns.flatMap(([, , unitId, role]) => (unitId !== null && role !== null ? `${unitId}/${role}` : [])));

/** `maySee(...).reads` as a condition on `case_file c`. */
export function visibleCases(asker: Asker, offices: Offices): Sql.Sql {
  if (asker.memberships.some((mine) => mine.role === 'auditor')) return Sql.sql`true`;
  const ways: Sql.Sql[] = [
    Sql.sql`c.applicant_id = ${asker.id}`,
    Sql.sql`EXISTS (SELECT 1 FROM copy k WHERE k.case_id = c.id AND k.user_id = ${asker.id})`,
    Sql.sql`EXISTS (SELECT 1 FROM assignment t WHERE t.case_id = c.id AND (t.person_id = ${asker.id} OR t.decided_by_id = ${asker.id}))`,
  ];
  const units = asker.memberships.filter((mine) => UNIT_ROLES.includes(mine.role)).map((mine) => mine.unitId);
  if (units.length > 0) ways.push(Sql.sql`c.unit_id = ANY(${units})`);
  const processes = [...offices]
    .filter(([, office]) => asker.memberships.some((mine) => isOf(mine, office)))
    .map(([slug]) => slug);
  if (processes.length > 0) ways.push(Sql.sql`c.process = ANY(${processes})`);
  if (asker.memberships.length > 0) {
    ways.push(Sql.sql`EXISTS (SELECT 1 FROM assignment t WHERE t.case_id = c.id AND ${rolePairs(asker.memberships)})`);
  }
  for (const { principalId, processes: scope, memberships } of asker.standIns) {
    const theirs =
      memberships.length > 0
        ? Sql.sql`(t.person_id = ${principalId} OR ${rolePairs(memberships)})`
        : Sql.sql`t.person_id = ${principalId}`;
    const inScope = scope.length > 0 ? Sql.sql`c.process = ANY(${scope})` : Sql.sql`true`;
    ways.push(Sql.sql`(${inScope} AND c.applicant_id <> ${principalId}
      AND EXISTS (SELECT 1 FROM assignment t WHERE t.case_id = c.id AND t.state = 'open' AND ${theirs}))`);
  }
  return Sql.sql`(${Sql.join(ways, ' OR ')})`;
}

const rolePairs = (memberships: readonly Membership[]): Sql.Sql =>
  Sql.sql`(t.unit_id, t.role) IN (${Sql.join(memberships.map(({ unitId, role }) => Sql.sql`(${unitId}, ${role})`))})`;
