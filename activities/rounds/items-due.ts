/** 任务 that a round speaks of: 7, 3 and 1 working days before, on the day, then every second working day to the leader too. */
import type { Prisma } from '../../prisma/client.ts';
import { Prisma as Sql } from '../../prisma/generated/client.ts';
import { rolledDay } from '../../processes/meeting-action-items/days.ts';
import { reminderOf, type ReminderRules } from '../../processes/meeting-action-items/reminders.ts';
import { isWorkingDay, type Calendar } from '../../processes/working-days.ts';

export interface ItemTold {
  userId: string;
  caseId: string;
  number: string;
  title: string;
  /** 剩余 3 个工作日, 已超期 2 个工作日, 联络员已离岗. */
  left: string;
  kind: 'overdue' | 'today' | 'near' | 'contact-gone';
}

interface Row {
  caseId: string;
  number: string;
  title: string;
  dueOn: string;
  rules: ReminderRules;
  contacts: string[];
  leaders: string[];
  contactGone: boolean;
}

/** Everybody who is told of an item on `date`, in the order of their ids; `userId`: one of them. An item under close-out is not asked for. */
export async function itemsToldOn(
  prisma: Prisma,
  { date, calendar, userId }: { date: string; calendar: Calendar; userId?: string },
): Promise<ItemTold[]> {
  if (!isWorkingDay(date, calendar)) return [];
  const rows = await prisma.$queryRaw<Row[]>(open);
  const told = rows.flatMap((row) => {
    const { caseId, number, title } = row;
    const about = (people: string[], kind: ItemTold['kind'], left: string): ItemTold[] =>
      people.map((each) => ({ userId: each, caseId, number, title, kind, left }));
    const gone = row.contactGone ? about(row.leaders, 'contact-gone', '联络员已离岗，请更换') : [];
    const reminder = reminderOf(row, date, row.rules, calendar);
    if (!reminder) return gone;
    const overdue = date > rolledDay(row.dueOn, calendar);
    const kind = overdue ? 'overdue' : reminder.workingDaysLeft === 0 ? 'today' : 'near';
    const people = reminder.toLeader ? [...new Set([...row.contacts, ...row.leaders])] : row.contacts;
    return [...gone, ...about(people, kind, reminder.text.zh)];
  });
  return told
    .filter((each) => userId === undefined || each.userId === userId)
    .toSorted((a, b) => (a.userId === b.userId ? 0 : a.userId < b.userId ? -1 : 1));
}

/** Items that are worked on, with the people behind contact and leader today. */
const open = Sql.sql`
  SELECT i.case_id AS "caseId", c.number, c.title, i.due_on AS "dueOn", task.rules->'reminders' AS rules,
    (SELECT coalesce(array_agg(DISTINCT u.id), '{}') FROM "user" u LEFT JOIN membership m ON m.user_id = u.id
      WHERE NOT u.disabled AND (u.id = i.contact_id OR (i.contact_id IS NULL AND m.unit_id = task.rules->'contact'->>'unitId'
        AND m.role = task.rules->'contact'->>'role'))) AS contacts,
    (SELECT coalesce(array_agg(DISTINCT u.id), '{}') FROM "user" u LEFT JOIN membership m ON m.user_id = u.id
      WHERE NOT u.disabled AND (u.id = task.rules->'leader'->>'userId' OR (m.unit_id = task.rules->'leader'->>'unitId'
        AND m.role = task.rules->'leader'->>'role'))) AS leaders,
    (i.contact_id IS NOT NULL AND NOT EXISTS (SELECT FROM "user" u JOIN membership m ON m.user_id = u.id
      AND m.unit_id = i.lead_unit_id WHERE u.id = i.contact_id AND NOT u.disabled)) AS "contactGone"
  FROM action_item i JOIN case_file c ON c.id = i.case_id
  CROSS JOIN LATERAL (SELECT s AS rules FROM jsonb_array_elements(c.rules->'stages') s WHERE s->>'kind' = 'task' LIMIT 1) task
  WHERE i.state IN ('acceptance', 'carrying-out')`;
