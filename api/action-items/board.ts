/** 任务看板: items with the lights of today. */
import { rolledDay } from '../../processes/meeting-action-items/days.ts';
import {
  type Light,
  lightOf,
  lights,
  type LitItem,
  type OpenLight,
} from '../../processes/meeting-action-items/lights.ts';
import { Prisma as Sql } from '../../prisma/generated/client.ts';
import { statement } from '../../prisma/client.ts';
import type { Asker } from '../asker.ts';
import type { BoardFilters, BoardItem } from '../contract/action-items.ts';
import { type People, unitRef } from '../directory.ts';
import type { Needs } from '../needs.ts';
import type { UnitRef } from '../contract/shapes.ts';
import type { Calendar } from '../../processes/working-days.ts';
import type { LightRules } from '../../processes/meeting-action-items/policy.ts';
import { visibleItems } from './item-sight.ts';

export type Boarding = Pick<Needs, 'prisma' | 'policy' | 'directory' | 'clock'>;

const MOST = 2000;

export interface ItemRowRead {
  caseId: string;
  number: string;
  title: string;
  content: string;
  measure: string;
  meeting: string;
  meetingId: string | null;
  topic: string;
  clause: string;
  leadUnitId: string;
  contactId: string | null;
  contactGone: boolean;
  leaderId: string | null;
  startsOn: string;
  dueOn: string;
  firstDueOn: string;
  percent: number;
  state: BoardItem['state'];
  extensions: number;
  returned: number;
  askedOn: string | null;
  closedOn: string | null;
  finishedOn: string | null;
  overrideLight: OpenLight | null;
  milestones: BoardItem['milestones'];
  supports: { unitId: string; confirmedOn: string | null }[];
}

export async function readBoard(needs: Boarding, asker: Asker, filters: BoardFilters) {
  const [rows, names] = await Promise.all([readItems(needs, whereOf(asker, filters), MOST + 1), namesFor(needs)]);
  const people = await needs.directory.people(rows.map(({ contactId }) => contactId));
  const items = rows.slice(0, MOST).map((row) => boardItem(row, { ...names, people }));
  const counts = Object.fromEntries(lights.map((light) => [light, 0])) as Record<Light, number>;
  for (const { light } of items) counts[light] += 1;
  const wanted = filters.light === undefined ? null : filters.light.split(',');
  const visible = await needs.prisma.$queryRaw<{ units: string[] | null; meetings: string[] | null }[]>`
    SELECT array_agg(DISTINCT i.lead_unit_id) AS units, array_agg(DISTINCT i.meeting) AS meetings
    FROM action_item i WHERE ${visibleItems(asker)}`;
  return {
    today: names.today,
    items: items.filter(({ light }) => wanted === null || wanted.includes(light)).toSorted(worstFirst),
    counts,
    units: (visible[0]?.units ?? []).map((id) => unitRef(names.units, id)),
    meetings: visible[0]?.meetings ?? [],
    truncated: rows.length > MOST,
  };
}

export interface BoardNames {
  units: ReadonlyMap<string, UnitRef>;
  people: People;
  today: string;
  calendar: Calendar;
  rules: LightRules;
}

export async function namesFor({ directory, clock, policy }: Boarding): Promise<Omit<BoardNames, 'people'>> {
  const [units, { today, calendar }] = await Promise.all([directory.units(), clock.read()]);
  return { units, today, calendar, rules: policy.processes['meeting-action-items'].lights };
}

const severity: readonly Light[] = ['red', 'orange', 'yellow', 'green', 'blue'];
const worstFirst = (a: BoardItem, b: BoardItem): number =>
  severity.indexOf(a.light) - severity.indexOf(b.light) ||
  (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : a.number < b.number ? -1 : 1);

export const litItem = (row: ItemRowRead): LitItem => ({
  ...{ startsOn: row.startsOn, dueOn: row.dueOn, percent: row.percent, milestones: row.milestones },
  ...{ askedOn: row.askedOn, closedOn: row.closedOn, override: row.overrideLight },
});

export function boardItem(row: ItemRowRead, { units, people, today, calendar, rules }: BoardNames): BoardItem {
  // What ended without being done has no light of its own any more.
  const { light, reason, overridden, overdue, workingDaysLeft } = lightOf(litItem(row), today, rules, calendar);
  const dueOn = rolledDay(row.dueOn, calendar);
  return {
    ...{ id: row.caseId, number: row.number, title: row.title, content: row.content },
    ...{ meeting: row.meeting, meetingId: row.meetingId, topic: row.topic, clause: row.clause },
    lead: unitRef(units, row.leadUnitId),
    supporting: row.supports.map(({ unitId }) => unitRef(units, unitId)),
    contact: people.orNull(row.contactId),
    contactGone: row.contactGone,
    ...{ startsOn: row.startsOn, dueOn, askedDueOn: row.dueOn, percent: row.percent, state: row.state },
    ...{ light, reason, overridden, workingDaysLeft },
    late: row.closedOn === null ? overdue : (row.finishedOn ?? row.closedOn) > dueOn,
    milestones: row.milestones,
    ...{ extensions: row.extensions, returned: row.returned, closedOn: row.closedOn },
  };
}

function whereOf(asker: Asker, filters: BoardFilters): Sql.Sql {
  const { unit, role, meeting, meetingId, dueFrom, dueTo, state, q } = filters;
  const conditions = [visibleItems(asker)];
  if (unit !== undefined)
    conditions.push(
      role === 'lead'
        ? Sql.sql`i.lead_unit_id = ${unit}`
        : Sql.sql`(i.lead_unit_id = ${unit} OR EXISTS (SELECT FROM item_support s WHERE s.case_id = i.case_id AND s.unit_id = ${unit}))`,
    );
  if (meeting !== undefined) conditions.push(Sql.sql`i.meeting = ${meeting}`);
  if (meetingId !== undefined) conditions.push(Sql.sql`i.meeting_id = ${meetingId}`);
  if (dueFrom !== undefined) conditions.push(Sql.sql`i.due_on >= ${dueFrom}`);
  if (dueTo !== undefined) conditions.push(Sql.sql`i.due_on <= ${dueTo}`);
  if (state === 'open') conditions.push(Sql.sql`i.state NOT IN ('closed', 'ended')`);
  if (state === 'closed') conditions.push(Sql.sql`i.state IN ('closed', 'ended')`);
  if (q) {
    const like = `%${q.replaceAll(/[\\%_]/g, '\\$&')}%`;
    conditions.push(
      Sql.sql`(i.content ILIKE ${like} OR c.number ILIKE ${like} OR c.title ILIKE ${like} OR i.topic ILIKE ${like})`,
    );
  }
  return Sql.join(conditions, ' AND ');
}

/** One statement for the whole board. */
export const readItems = ({ prisma }: Pick<Needs, 'prisma'>, where: Sql.Sql, limit: number) =>
  statement<ItemRowRead>(
    prisma,
    Sql.sql`
    SELECT i.case_id AS "caseId", c.number, c.title, i.content, i.measure, i.meeting, i.meeting_id AS "meetingId", i.topic, i.clause,
      i.lead_unit_id AS "leadUnitId", i.contact_id AS "contactId", i.leader_id AS "leaderId", i.starts_on AS "startsOn",
      i.due_on AS "dueOn", i.first_due_on AS "firstDueOn", i.percent, i.state, i.extensions, i.returned, i.asked_on AS "askedOn",
      i.closed_on AS "closedOn", i.finished_on AS "finishedOn", i.override_light AS "overrideLight",
      (i.contact_id IS NOT NULL AND i.state NOT IN ('closed', 'ended') AND NOT EXISTS (SELECT FROM "user" u
        JOIN membership m ON m.user_id = u.id AND m.unit_id = i.lead_unit_id WHERE u.id = i.contact_id AND NOT u.disabled)) AS "contactGone",
      (SELECT coalesce(json_agg(json_build_object('number', m.number, 'name', m.name, 'dueOn', m.due_on, 'doneOn', m.done_on)
        ORDER BY m.number), '[]') FROM item_milestone m WHERE m.case_id = i.case_id) AS milestones,
      (SELECT coalesce(json_agg(json_build_object('unitId', s.unit_id, 'confirmedOn', s.confirmed_on) ORDER BY s.unit_id), '[]')
        FROM item_support s WHERE s.case_id = i.case_id) AS supports
    FROM action_item i JOIN case_file c ON c.id = i.case_id
    WHERE ${where} ORDER BY i.due_on, i.case_id LIMIT ${limit}`,
  );
