/** Rows of a table become forms of items: names looked up, every wrong field of every row named. */
import type { Bilingual } from '../../processes/case.ts';
import { parseForm } from '../../processes/form-errors.ts';
import { checkActionItem } from '../../processes/meeting-action-items/checks.ts';
import { actionItemForm, type ActionItemForm } from '../../processes/meeting-action-items/form.ts';
import type { Asker } from '../asker.ts';
import type { ItemRow } from '../contract/action-items.ts';
import type { Needs } from '../needs.ts';

export interface RowError {
  path: string;
  message: Bilingual;
}

export interface ReadRow {
  /** Null where there are errors. */
  form: ActionItemForm | null;
  errors: RowError[];
  /** What is accepted, and how: a due date on a holiday. */
  notes: RowError[];
}

type Reading = Pick<Needs, 'prisma' | 'policy' | 'directory' | 'clock'>;
interface Member {
  id: string;
  name: string;
  email: string;
  unitId: string;
  role: string;
}

/** `existing`: an item of a yearly series, whose day may have come already. */
export async function readRows(
  reading: Reading,
  asker: Pick<Asker, 'id'>,
  rows: readonly ItemRow[],
): Promise<ReadRow[]> {
  const [units, clock] = await Promise.all([reading.directory.units(), reading.clock.read()]);
  const unitOf = (said: string) => {
    const plain = said.trim();
    return units.get(plain) ?? [...units.values()].find(({ name }) => name.zh === plain || name.en === plain);
  };
  const leads = [
    ...new Set(rows.flatMap(({ leadUnits, supportingUnits }) => [...leadUnits, ...supportingUnits])),
  ].flatMap((said) => unitOf(said)?.id ?? []);
  const members = await membersOf(reading, leads);
  return rows.map((row) => readRow(row));

  function readRow(row: ItemRow): ReadRow {
    const errors: RowError[] = [];
    const wrong = (path: string, zh: string, en: string) => errors.push({ path, message: { zh, en } });
    const named = (field: 'leadUnits' | 'supportingUnits') =>
      row[field].flatMap((said, index) => {
        const unit = unitOf(said);
        if (!unit) {
          wrong(`${field}.${index}`, `没有单位“${said.slice(0, 40)}”`, `There is no unit “${said.slice(0, 40)}”`);
          return [];
        }
        return [{ unitId: unit.id, name: unit.name.zh }];
      });
    const lead = named('leadUnits');
    const supporting = named('supportingUnits');
    const leadId = lead.length === 1 ? lead[0]?.unitId : undefined;
    const person = (field: 'contact' | 'leader') => {
      const said = row[field]?.trim();
      if (!said || leadId === undefined) return undefined;
      const found = new Map(
        members
          .filter(({ unitId, id, name, email }) => unitId === leadId && [id, name, email].includes(said))
          .map((member) => [member.id, member]),
      );
      const [one] = [...found.values()];
      if (one && found.size === 1) return { id: one.id, name: one.name };
      if (found.size > 1)
        wrong(
          field,
          `${lead[0]?.name}有 ${found.size} 个“${said}”，请填邮箱`,
          `${found.size} people are called “${said}”: give the e-mail`,
        );
      else wrong(field, `${lead[0]?.name}没有“${said.slice(0, 40)}”`, `Nobody “${said.slice(0, 40)}” in the lead unit`);
      return undefined;
    };
    const contact = person('contact');
    const leader = person('leader');
    const rules = reading.policy.processes['meeting-action-items'];
    const held = (unitId: string, role: string) => members.some((each) => each.unitId === unitId && each.role === role);
    if (leadId !== undefined) {
      if (!row.contact?.trim() && !held(leadId, rules.contact.role))
        wrong(
          'contact',
          '牵头单位没有可办理的人员，请指定联络员',
          'Nobody of the lead unit can take it: name a contact',
        );
      const leaderRole = rules.leader[reading.policy.units.some(({ id }) => id === leadId) ? 'department' : 'school'];
      if (!row.leader?.trim() && !held(leadId, leaderRole))
        wrong('leader', '牵头单位没有分管领导账号，请指定分管领导', 'The lead unit has no leader: name one');
      if (contact?.id === asker.id)
        wrong('contact', '下达任务的人不能同时是联络员', 'Whoever gives out the item cannot be its contact');
    }
    supporting.forEach(({ unitId, name }, index) => {
      if (!held(unitId, rules.contact.role))
        wrong(`supportingUnits.${index}`, `${name}没有可确认的人员`, `Nobody of ${name} can confirm`);
    });

    const form = {
      source: {
        meeting: row.meeting,
        ...given('topic', row.topic),
        ...given('clause', row.clause),
        ...given('meetingId', row.meetingId),
        ...given('topicId', row.topicId),
      },
      task: { content: row.content, measure: row.measure },
      units: {
        ...{ lead, supporting },
        ...(contact && { contact: contact.name, contactId: contact.id }),
        ...(leader && { leader: leader.name, leaderId: leader.id }),
      },
      time: {
        dueOn: isoDay(row.dueOn),
        milestones: row.milestones.map(({ name, dueOn }) => ({ name, dueOn: isoDay(dueOn) })),
      },
    };
    const parsed = parseForm(actionItemForm, form);
    if (!parsed.ok) errors.push(...parsed.errors.map(({ path, message }) => ({ path: rowPath(path), message })));
    // Dates that are none have been told; who leads is looked at all the same.
    const judged = parsed.ok ? parsed.form : { ...form, time: { dueOn: clock.today, milestones: [] } };
    const findings = checkActionItem(judged, {
      ...{ policy: reading.policy, today: clock.today, calendar: clock.calendar },
      ...{ openCases: [], certificates: [] },
    }).filter(({ rule }) => parsed.ok || rule !== 'due-ahead');
    // A unit that is not known has been told already: "none leads" would only repeat it.
    const known = lead.length === row.leadUnits.length;
    for (const { level, path = '', message, rule } of findings) {
      if (level === 'error' && (rule !== 'one-lead' || known || lead.length > 1))
        errors.push({ path: rowPath(path), message });
    }
    const notes = findings
      .filter(({ level }) => level === 'warning')
      .map(({ path = '', message }) => ({ path: rowPath(path), message }));
    return { form: parsed.ok && errors.length === 0 ? parsed.form : null, errors: distinct(errors), notes };
  }
}

const given = (key: string, value: string | undefined) => (value?.trim() ? { [key]: value.trim() } : {});

/** 2027/3/1 and 2027年3月1日 as people type them. */
function isoDay(typed: string): string {
  const match = /^\s*(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?\s*$/u.exec(typed);
  if (!match) return typed.trim();
  const [, year, month, day] = match as unknown as [string, string, string, string];
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** A path of the form as a path of the row. */
function rowPath(path: string): string {
  return path
    .replace(/^units\.lead$/, 'leadUnits')
    .replace(/^units\.lead\.(\d+).*$/, 'leadUnits.$1')
    .replace(/^units\.supporting$/, 'supportingUnits')
    .replace(/^units\.supporting\.(\d+).*$/, 'supportingUnits.$1')
    .replace(/^(source|task|units|time)\./, '');
}

const distinct = (errors: RowError[]): RowError[] =>
  errors.filter(({ path }, index) => errors.findIndex((other) => other.path === path) === index);

async function membersOf({ prisma }: Reading, unitIds: string[]): Promise<Member[]> {
  const rows = await prisma.membership.findMany({
    where: { unitId: { in: unitIds }, user: { disabled: false } },
    select: { unitId: true, role: true, user: { select: { id: true, name: true, email: true } } },
  });
  return rows.map(({ user, ...membership }) => ({ ...user, ...membership }));
}
