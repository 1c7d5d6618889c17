/**
 * Who may see which case (design.md §4). Everything not named here is answered 404.
 * `maySee` decides for one case in memory; `waysToCases` is the same rule in SQL, for lists. A test holds the two together.
 */
import type { Purpose, Role } from '../processes/case.ts';
import { processBySlug } from '../processes/catalogue.ts';
import { isOwnTurn } from '../processes/own-turns.ts';
import { Prisma as Sql } from '../prisma/generated/client.ts';
import type { Prisma } from '../prisma/client.ts';
import type { Asker, Membership } from './asker.ts';
import type { Offices } from './offices.ts';

/** Roles that answer for what people of their unit apply for; where the unit itself applies they stand on the applicant's side. */
const UNIT_ROLES: readonly Role[] = ['reviewer', 'principal'];

/** Whom a case concerns. */
export interface Audience {
  caseId: string;
  process: string;
  applicantId: string;
  unitId: string;
  /** Named holders, past and present, and whoever decided, of turns other than the applicant's own. */
  people: ReadonlySet<string>;
  /** 抄送: they read. */
  copied: ReadonlySet<string>;
  /** `unit/role` of every turn, past and present. */
  roles: ReadonlySet<string>;
  /** The same for turns that are not closed: who holds a role sees the case while it is their turn. */
  pendingPeople: ReadonlySet<string>;
  pendingRoles: ReadonlySet<string>;
  /** Who has or had a turn of the applicant's side (a report): they read what the applicant reads. */
  besideApplicant: Beside;
}

interface Beside {
  people: ReadonlySet<string>;
  pendingPeople: ReadonlySet<string>;
  pendingRoles: ReadonlySet<string>;
}

export interface Sight {
  reads: boolean;
  /** Sees what handlers see: findings, objections, other people's opinions. */
  handles: boolean;
}

const NOTHING: Sight = { reads: false, handles: false };

export function maySee(asker: Asker, audience: Audience, offices: Offices): Sight {
  // An action item is handled by the office that gave it out.
  if (asker.id === audience.applicantId)
    return { reads: true, handles: processBySlug(audience.process)?.applicantMayDecide === true };
  const answersForUnit = asker.memberships.some(
    (mine) => UNIT_ROLES.includes(mine.role) && mine.unitId === audience.unitId,
  );
  const unitApplies = processBySlug(audience.process)?.applicantRoles.includes('clerk') ?? false;
  const handles =
    (answersForUnit && !unitApplies) ||
    asker.memberships.some((mine) => audience.pendingRoles.has(`${mine.unitId}/${mine.role}`)) ||
    audience.people.has(asker.id) ||
    asker.memberships.some((mine) => isOf(mine, offices.get(audience.process))) ||
    asker.standIns.some((standIn) => standsIn(standIn, audience));
  if (handles) return { reads: true, handles: true };
  if (asker.memberships.some((mine) => mine.role === 'auditor')) return { reads: true, handles: true };
  const reads =
    answersForUnit ||
    audience.copied.has(asker.id) ||
    audience.besideApplicant.people.has(asker.id) ||
    asker.memberships.some((mine) => audience.besideApplicant.pendingRoles.has(`${mine.unitId}/${mine.role}`)) ||
    asker.standIns.some((standIn) => standsBesideApplicant(standIn, audience));
  return reads ? { reads: true, handles: false } : NOTHING;
}

const standsBesideApplicant = (
  { principalId, processes, memberships }: Asker['standIns'][number],
  { process, applicantId, besideApplicant }: Audience,
): boolean =>
  (processes.length === 0 || processes.includes(process)) &&
  principalId !== applicantId &&
  (besideApplicant.pendingPeople.has(principalId) ||
    memberships.some((theirs) => besideApplicant.pendingRoles.has(`${theirs.unitId}/${theirs.role}`)));

const isOf = (mine: Membership, office: readonly Membership[] = []): boolean =>
  office.some(({ unitId, role }) => unitId === mine.unitId && role === mine.role);

const standsIn = ({ principalId, processes, memberships }: Asker['standIns'][number], audience: Audience): boolean =>
  (processes.length === 0 || processes.includes(audience.process)) &&
  principalId !== audience.applicantId &&
  (audience.pendingPeople.has(principalId) ||
    memberships.some((theirs) => audience.pendingRoles.has(`${theirs.unitId}/${theirs.role}`)));

/** One query; null when there is no such case. */
export async function readAudience(prisma: Prisma, caseId: string): Promise<Audience | null> {
  const [row] = await prisma.$queryRaw<AudienceRow[]>`
    SELECT c.id AS "caseId", c.process, c.applicant_id AS "applicantId", c.unit_id AS "unitId",
      coalesce(a.turns, '[]') AS turns,
      (SELECT coalesce(json_agg(k.user_id), '[]') FROM copy k WHERE k.case_id = c.id) AS copied
    FROM case_file c
    LEFT JOIN LATERAL (
      SELECT json_agg(json_build_array(t.person_id, t.decided_by_id, t.unit_id, t.role, t.state, t.purpose)) AS turns
      FROM assignment t WHERE t.case_id = c.id
    ) a ON true
    WHERE c.id = ${caseId}`;
  if (!row) return null;
  const { turns, copied, ...ids } = row;
  const own = turns.filter(([, , , , , purpose]) => isOwnTurn(purpose));
  const handled = turns.filter((turn) => !own.includes(turn));
  return {
    ...ids,
    people: peopleOf(handled),
    copied: new Set(copied),
    roles: rolesOf(turns),
    ...pendingOf(handled),
    besideApplicant: { people: peopleOf(own), ...pendingOf(own) },
  };
}

function pendingOf(turns: Turn[]): Pick<Audience, 'pendingPeople' | 'pendingRoles'> {
  const pending = turns.filter(([, , , , state]) => PENDING.includes(state));
  return { pendingPeople: new Set(pending.flatMap(([person]) => person ?? [])), pendingRoles: rolesOf(pending) };
}

const peopleOf = (turns: Turn[]): Set<string> =>
  new Set(turns.flatMap(([person, decidedBy]) => [person, decidedBy]).filter((id) => id !== null));

type Turn = [
  personId: string | null,
  decidedById: string | null,
  unitId: string | null,
  role: string | null,
  state: string,
  purpose: Purpose,
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

/** `maySee(...).reads` in SQL. */
export interface WaysToCases {
  /** Conditions on `case_file c`, each an equality that an index orders by time; together they hold nearly everything somebody sees. */
  wide: Sql.Sql[];
  /** A query of the ids of the rest: copies, turns, principals. Null where the wide ways hold all there is. */
  narrow: Sql.Sql | null;
}

export function waysToCases(asker: Asker, offices: Offices): WaysToCases {
  const every = [...offices.keys()];
  const auditor = asker.memberships.some((mine) => mine.role === 'auditor');
  const units = unique(asker.memberships.filter((mine) => UNIT_ROLES.includes(mine.role)).map((mine) => mine.unitId));
  const processes = auditor
    ? every
    : every.filter((slug) => asker.memberships.some((mine) => isOf(mine, offices.get(slug))));
  const wide = [
    Sql.sql`c.applicant_id = ${asker.id}`,
    ...units.map((unitId) => Sql.sql`c.unit_id = ${unitId}`),
    ...processes.map((process) => Sql.sql`c.process = ${process}`),
  ];
  if (processes.length === every.length) return { wide, narrow: null };
  const narrow = [
    Sql.sql`SELECT k.case_id FROM copy k WHERE k.user_id = ${asker.id}`,
    Sql.sql`SELECT t.case_id FROM assignment t WHERE t.person_id = ${asker.id} OR t.decided_by_id = ${asker.id}`,
    ...(asker.memberships.length > 0
      ? [Sql.sql`SELECT t.case_id FROM assignment t WHERE ${pending} AND ${rolePairs(asker.memberships)}`]
      : []),
    ...asker.standIns.map((standIn) => throughPrincipal(standIn)),
  ];
  return { wide, narrow: Sql.join(narrow, ' UNION ') };
}

/** The same as one condition on `case_file c`. */
export function visibleCases(asker: Asker, offices: Offices): Sql.Sql {
  const { wide, narrow } = waysToCases(asker, offices);
  return Sql.sql`(${Sql.join([...wide, ...(narrow ? [Sql.sql`c.id IN (${narrow})`] : [])], ' OR ')})`;
}

function throughPrincipal({ principalId, processes, memberships }: Asker['standIns'][number]): Sql.Sql {
  const theirs =
    memberships.length > 0
      ? Sql.sql`(t.person_id = ${principalId} OR ${rolePairs(memberships)})`
      : Sql.sql`t.person_id = ${principalId}`;
  const inScope = processes.length > 0 ? Sql.sql`p.process = ANY(${processes})` : Sql.sql`true`;
  return Sql.sql`SELECT t.case_id FROM assignment t JOIN case_file p ON p.id = t.case_id
    WHERE ${pending} AND ${theirs} AND ${inScope} AND p.applicant_id <> ${principalId}`;
}

const PENDING = ['open', 'delegated', 'awaiting-signer'];
const pending = Sql.sql`t.state IN ('open', 'delegated', 'awaiting-signer')`;

const rolePairs = (memberships: readonly Membership[]): Sql.Sql =>
  Sql.sql`(t.unit_id, t.role) IN (${Sql.join(memberships.map(({ unitId, role }) => Sql.sql`(${unitId}, ${role})`))})`;

const unique = <T>(items: T[]): T[] => [...new Set(items)];
