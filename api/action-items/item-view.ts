/** One item: its light day by day, everything reported with its evidence, and what the reader may do. */
import type { Bilingual } from '../../processes/case.ts';
import { entryNames } from '../../processes/meeting-action-items/entry-names.ts';
import { type EntryKind, lightRuns } from '../../processes/meeting-action-items/journal.ts';
import { lightNames, type OpenLight } from '../../processes/meeting-action-items/lights.ts';
import { backwardsReasonNames } from '../../processes/meeting-action-items/words.ts';
import type { PrismaClient } from '../../prisma/generated/client.ts';
import { Prisma as Sql } from '../../prisma/generated/client.ts';
import { maySee, readAudience } from '../access.ts';
import type { Asker } from '../asker.ts';
import type { ItemView } from '../contract/action-items.ts';
import { type People, unitRef } from '../directory.ts';
import { instant } from '../instant.ts';
import type { Needs } from '../needs.ts';
import { Problem } from '../problems.ts';
import { standingOn } from '../standing.ts';
import { decideAction } from '../views/actions.ts';
import { readCase } from '../views/case-record.ts';
import { boardItem, type ItemRowRead, namesFor, readItems } from './board.ts';
import { actsOf } from './item-acts.ts';
import { visibleItems } from './item-sight.ts';

type Viewing = Pick<Needs, 'prisma' | 'policy' | 'directory' | 'clock' | 'offices'>;
type Entry = Awaited<ReturnType<PrismaClient['itemEntry']['findMany']>>[number];

/** Throws NotFound for whoever may not see it. */
export async function itemOr404(needs: Pick<Needs, 'prisma'>, asker: Asker, id: string): Promise<ItemRowRead> {
  const [row] = await readItems(needs, Sql.sql`i.case_id = ${id} AND ${visibleItems(asker)}`, 1);
  if (!row) throw new Problem('NotFound');
  return row;
}

export async function readItem(needs: Viewing, asker: Asker, id: string): Promise<ItemView> {
  const row = await itemOr404(needs, asker, id);
  const { prisma, directory } = needs;
  const [names, entries, record, audience] = await Promise.all([
    namesFor(needs),
    prisma.itemEntry.findMany({ where: { caseId: id }, orderBy: { number: 'asc' } }),
    readCase(prisma, id),
    readAudience(prisma, id),
  ]);
  const people = await directory.people([
    ...[row.contactId, row.leaderId],
    ...entries.flatMap(({ byId, onBehalfOfId, facts }) => [byId, onBehalfOfId, userIn(facts)]),
    ...record.assignments.map(({ personId }) => personId),
  ]);
  const opened = { startsOn: row.startsOn, firstDueOn: row.firstDueOn, milestones: row.milestones };
  const journal = entries.map(({ kind, on, facts }) => ({ kind: kind as EntryKind, on, facts: facts as Facts }));
  const last = row.state === 'ended' ? (journal.at(-1)?.on ?? row.startsOn) : names.today;
  const board = boardItem(row, { ...names, people });
  return {
    ...board,
    measure: row.measure,
    leader: people.orNull(row.leaderId),
    firstDueOn: row.firstDueOn,
    supports: row.supports.map(({ unitId, confirmedOn }) => ({ unit: unitRef(names.units, unitId), confirmedOn })),
    runs: lightRuns(opened, journal, last, names.rules, names.calendar),
    journal: await journalOf(prisma, entries, { people, units: names.units }),
    turns: record.assignments
      .filter(({ state, purpose }) => state === 'open' && purpose !== 'correct')
      .flatMap((turn) => {
        const standing = standingOn(asker, turn);
        return standing ? [decideAction(record, turn, standing, { people, experts: [] })] : [];
      }),
    acts: actsOf(asker, row, { record, overdue: board.late && board.closedOn === null }),
    seesCase: audience !== null && maySee(asker, audience, needs.offices).reads,
  };
}

type Facts = Record<string, unknown>;
const userIn = (facts: unknown): string | null => {
  const { userId } = facts as { userId?: string };
  return userId ?? null;
};

async function journalOf(
  prisma: Needs['prisma'],
  entries: Entry[],
  { people, units }: { people: People; units: Parameters<typeof unitRef>[0] },
): Promise<ItemView['journal']> {
  const [remarks, files] = await Promise.all([
    prisma.remark.findMany({ where: { id: { in: entries.flatMap(({ remarkId }) => remarkId ?? []) } } }),
    prisma.file.findMany({ where: { id: { in: entries.flatMap(({ fileIds }) => fileIds) } } }),
  ]);
  return entries.map((entry) => {
    const facts = entry.facts as Facts;
    return {
      number: entry.number,
      kind: entry.kind as EntryKind,
      name: entryNames[entry.kind as EntryKind],
      on: entry.on,
      at: instant(entry.at),
      by: people.orNull(entry.byId),
      onBehalfOf: people.orNull(entry.onBehalfOfId),
      text: remarks.find(({ id }) => id === entry.remarkId)?.body ?? null,
      percent: typeof facts.percent === 'number' ? facts.percent : null,
      note: noteOf(entry.kind as EntryKind, facts, { people, units }),
      files: entry.fileIds.flatMap((id) => {
        const file = files.find((each) => each.id === id);
        return file ? [{ id, name: file.name, size: file.size }] : [];
      }),
    };
  });
}

function noteOf(
  kind: EntryKind,
  facts: Facts,
  { people, units }: { people: People; units: Parameters<typeof unitRef>[0] },
): Bilingual | null {
  const both = (zh: string, en: string): Bilingual => ({ zh, en });
  switch (kind) {
    case 'progress': {
      const why = backwardsReasonNames.find(({ value }) => value === facts.reason)?.label;
      return why ? both(`由 ${facts.before}% 后退：${why.zh}`, `Back from ${facts.before}%: ${why.en}`) : null;
    }
    case 'milestone':
      return both(`第 ${facts.milestone} 个节点`, `Milestone ${facts.milestone}`);
    case 'extension-asked':
    case 'extended':
    case 'extension-refused':
      return both(`${facts.from} → ${facts.dueOn}`, `${facts.from} → ${facts.dueOn}`);
    case 'reopened':
      return both(`新时限 ${facts.dueOn}`, `Now due on ${facts.dueOn}`);
    case 'confirmed':
    case 'disagreed':
      return unitRef(units, String(facts.unitId)).name;
    case 'contact-changed': {
      const name = people.name(String(facts.userId));
      return both(name, name);
    }
    case 'light-set':
      return lightNames[facts.light as OpenLight];
    case 'opened':
    case 'accepted':
    case 'close-out-asked':
    case 'close-out-returned':
    case 'closed':
    case 'light-cleared':
      return null;
  }
}
