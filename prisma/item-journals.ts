/** Action items with all that happened to them: what scores, bulletins and lights of past days are computed from. */
import type { ReportedItem } from '../processes/meeting-action-items/bulletin.ts';
import { type Prisma, statement } from './client.ts';
import { Prisma as Sql } from './generated/client.ts';

/** `where`: a condition on `action_item i`. Those that were withdrawn or ended do not count. */
export const readItemJournals = (prisma: Prisma, where: Sql.Sql): Promise<ReportedItem[]> =>
  statement<ReportedItem>(
    prisma,
    Sql.sql`
    SELECT i.case_id AS "caseId", c.number, c.title, i.content, i.meeting, i.lead_unit_id AS "leadUnitId",
      i.starts_on AS "startsOn", i.first_due_on AS "firstDueOn",
      (SELECT coalesce(json_agg(s.unit_id ORDER BY s.unit_id), '[]') FROM item_support s WHERE s.case_id = i.case_id) AS "supportingUnitIds",
      (SELECT coalesce(json_agg(json_build_object('number', m.number, 'dueOn', m.due_on) ORDER BY m.number), '[]')
        FROM item_milestone m WHERE m.case_id = i.case_id) AS milestones,
      (SELECT coalesce(json_agg(json_build_object('kind', e.kind, 'on', e."on", 'facts', e.facts) ORDER BY e.number), '[]')
        FROM item_entry e WHERE e.case_id = i.case_id) AS entries
    FROM action_item i JOIN case_file c ON c.id = i.case_id
    WHERE i.state <> 'ended' AND ${where} ORDER BY i.case_id`,
  );
