/** Who sees which items: the meeting's office and whoever oversees sees all, everybody else what their unit leads or supports. */
import type { Role } from '../../processes/case.ts';
import { Prisma as Sql } from '../../prisma/generated/client.ts';
import type { Asker } from '../asker.ts';

const OVERSEEING: readonly Role[] = ['secretariat', 'leader', 'auditor', 'administrator'];
/** Those of a unit who work on its items; a teacher or an expert has no part in them. */
const WORKING: readonly Role[] = ['clerk', 'reviewer', 'principal'];

export const overseesItems = ({ memberships }: Asker): boolean =>
  memberships.some(({ role }) => OVERSEEING.includes(role));

export const mayCreateItems = ({ memberships }: Asker): boolean =>
  memberships.some(({ role }) => role === 'secretariat');

/** A condition on `action_item i`. */
export function visibleItems(asker: Asker): Sql.Sql {
  if (overseesItems(asker)) return Sql.sql`true`;
  const units = asker.memberships.filter(({ role }) => WORKING.includes(role)).map(({ unitId }) => unitId);
  return Sql.sql`(i.contact_id = ${asker.id} OR i.leader_id = ${asker.id} OR i.lead_unit_id = ANY (${units})
    OR EXISTS (SELECT FROM item_support s WHERE s.case_id = i.case_id AND s.unit_id = ANY (${units})))`;
}
