/** Who sees which posts and whose income: teachers their own, a school's offices the school's, the district's offices and auditors all. */
import type { Prisma as Sql } from '../../prisma/generated/client.ts';
import type { Role } from '../../processes/case.ts';
import type { Asker } from '../asker.ts';
import type { Offices } from '../offices.ts';
import { Problem } from '../problems.ts';

export interface PostSight {
  teacherId: string;
  /** Every school. */
  all: boolean;
  schools: string[];
}

const SCHOOL_ROLES: readonly Role[] = ['reviewer', 'principal', 'finance'];

export const postSight = (asker: Asker, offices: Offices): PostSight =>
  sightOf(asker, offices.get('part-time-income'), SCHOOL_ROLES);

export const schoolIncomeSight = (asker: Asker, offices: Offices): PostSight =>
  sightOf(asker, offices.get('school-income'), [...SCHOOL_ROLES, 'clerk']);

function sightOf(asker: Asker, office: ReturnType<Offices['get']> = [], schoolRoles: readonly Role[]): PostSight {
  const mine = asker.memberships;
  const ofOffice = mine.some(({ unitId, role }) =>
    office.some((named) => named.unitId === unitId && named.role === role),
  );
  return {
    teacherId: asker.id,
    all: ofOffice || mine.some(({ role }) => role === 'auditor'),
    schools: [...new Set(mine.filter(({ role }) => schoolRoles.includes(role)).map(({ unitId }) => unitId))],
  };
}

/** The rows somebody sees; `engagement` and `income_entry` have the same two columns. */
export const seen = ({ all, schools, teacherId }: PostSight): Sql.EngagementWhereInput & Sql.IncomeEntryWhereInput =>
  all ? {} : { OR: [{ teacherId }, ...(schools.length > 0 ? [{ unitId: { in: schools } }] : [])] };

export const sees = ({ all, schools, teacherId }: PostSight, row: { teacherId: string; unitId: string }): boolean =>
  all || row.teacherId === teacherId || schools.includes(row.unitId);

/** The school asked for, or one's own. Throws NotFound for a school that is not one's to see, BadRequest when it has to be named. */
export function schoolAsked({ all, schools }: PostSight, unitId: string | undefined): string {
  if (unitId !== undefined) {
    if (all || schools.includes(unitId)) return unitId;
    throw new Problem('NotFound');
  }
  const [own, other] = schools;
  if (!all && own !== undefined && other === undefined) return own;
  throw new Problem('BadRequest', {
    errors: [{ path: 'unitId', message: { zh: '请选择学校', en: 'Choose a school' } }],
  });
}
