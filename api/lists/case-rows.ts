/** Rows of 我发起的, 抄送我的 and everything I may see: newest first. */
import { z } from 'zod';
import type { Prisma } from '../../prisma/client.ts';
import { Prisma as Sql } from '../../prisma/generated/client.ts';
import { processBySlug } from '../../processes/catalogue.ts';
import type { BusinessState, CaseRules, CaseState } from '../../processes/case.ts';
import { waysToCases } from '../access.ts';
import type { Asker } from '../asker.ts';
import type { RouteQuery } from '../contract/route.ts';
import type { CaseSummary, listCases } from '../contract/cases.ts';
import type { Directory } from '../directory.ts';
import { instant, instantOrNull } from '../instant.ts';
import type { OfficeClock } from '../office-clock.ts';
import type { Offices } from '../offices.ts';
import { decodeCursor, encodeCursor } from '../paging.ts';
import { stageName } from '../views/case-record.ts';
import { matches } from './inbox.ts';

interface Reading {
  prisma: Prisma;
  directory: Directory;
  clock: OfficeClock;
  offices: Offices;
}

interface Row {
  id: string;
  number: string;
  process: string;
  title: string;
  state: string;
  businessState: string | null;
  stage: string | null;
  applicantId: string;
  rules: CaseRules;
  submittedAt: Date;
  updatedAt: Date;
  closedAt: Date | null;
  dueAt: Date | null;
  provisional: boolean | null;
  copiedAt: Date | null;
  unread: boolean;
  /** Text with microseconds: a Date would lose them and the cursor with it. */
  sortedBy: string;
}

const cursorShape = z.tuple([z.string().max(40), z.string().max(200)]);

export async function caseRows(reading: Reading, asker: Asker, query: RouteQuery<typeof listCases>) {
  const { cursor, limit } = query;
  const after = decodeCursor(cursor, cursorShape);
  const rows = await (query.view === 'copied' ? copiedRows : seenRows)(reading, asker, query, after);
  return present(reading, rows, limit);
}

type Query = RouteQuery<typeof listCases>;
type After = z.output<typeof cursorShape> | null;

/** One branch an index of `case_file` can order, and one for the rest: Postgres reads a page of each instead of looking at every case. */
async function seenRows({ prisma, offices }: Reading, asker: Asker, query: Query, after: After): Promise<Row[]> {
  const conditions = [
    ...filters(query),
    ...(after ? [Sql.sql`(c.submitted_at, c.id) < (${after[0]}::timestamptz, ${after[1]})`] : []),
  ];
  const branch = (way: Sql.Sql, from = Sql.sql`case_file c`): Sql.Sql => Sql.sql`(
    SELECT c.id, c.submitted_at FROM ${from} WHERE ${Sql.join([way, ...conditions], ' AND ')}
    ORDER BY c.submitted_at DESC, c.id DESC LIMIT ${query.limit + 1})`;
  const mine = Sql.sql`c.applicant_id = ${asker.id}`;
  const { wide, narrow } = query.view === 'mine' ? { wide: [mine], narrow: null } : waysToCases(asker, offices);
  const branches = [
    ...wide.map((way) => branch(way)),
    ...(narrow
      ? [
          branch(
            Sql.sql`NOT (${Sql.join(wide, ' OR ')})`,
            Sql.sql`(${narrow}) AS n JOIN case_file c ON c.id = n.case_id`,
          ),
        ]
      : []),
  ];
  return prisma.$queryRaw<Row[]>`
    WITH seen AS (SELECT DISTINCT id, submitted_at FROM (${Sql.join(branches, ' UNION ALL ')}) AS ways
                  ORDER BY submitted_at DESC, id DESC LIMIT ${query.limit + 1})
    SELECT ${columns}, c.submitted_at::text AS "sortedBy", NULL::timestamptz AS "copiedAt", false AS unread
    FROM seen JOIN case_file c ON c.id = seen.id ${dueJoin}
    ORDER BY c.submitted_at DESC, c.id DESC`;
}

async function copiedRows({ prisma }: Reading, asker: Asker, query: Query, after: After): Promise<Row[]> {
  const conditions = [
    Sql.sql`k.user_id = ${asker.id}`,
    ...filters(query),
    ...(after ? [Sql.sql`(k.at, c.id) < (${after[0]}::timestamptz, ${after[1]})`] : []),
  ];
  return prisma.$queryRaw<Row[]>`
    SELECT ${columns}, k.at::text AS "sortedBy", k.at AS "copiedAt", k.read_at IS NULL AS unread
    FROM copy k JOIN case_file c ON c.id = k.case_id ${dueJoin}
    WHERE ${Sql.join(conditions, ' AND ')}
    ORDER BY k.at DESC, c.id DESC LIMIT ${query.limit + 1}`;
}

function filters({ process, state, open, q }: Query): Sql.Sql[] {
  return [
    ...(process ? [Sql.sql`c.process = ${process}`] : []),
    ...(state ? [Sql.sql`c.state = ${state}`] : []),
    ...(open === undefined ? [] : [open ? Sql.sql`c.closed_at IS NULL` : Sql.sql`c.closed_at IS NOT NULL`]),
    ...(q ? [matches(q)] : []),
  ];
}

const columns = Sql.sql`c.id, c.number, c.process, c.title, c.state, c.business_state AS "businessState", c.stage,
  c.applicant_id AS "applicantId", c.rules, c.submitted_at AS "submittedAt", c.updated_at AS "updatedAt", c.closed_at AS "closedAt",
  d.due_at AS "dueAt", d.provisional`;

/** The stage that is open now. */
const dueJoin = Sql.sql`LEFT JOIN LATERAL (
  SELECT v.due_at, v.provisional FROM stage_visit v
  WHERE v.case_id = c.id AND v.closed_at IS NULL ORDER BY v.opened_at DESC LIMIT 1) d ON true`;

async function present({ directory, clock }: Reading, rows: Row[], limit: number) {
  const shown = rows.slice(0, limit);
  const [people, now] = await Promise.all([
    directory.people(shown.map(({ applicantId }) => applicantId)),
    clock.read(),
  ]);
  const last = shown.at(-1);
  const items = shown.map((row): CaseSummary => ({
    id: row.id,
    number: row.number,
    process: { slug: row.process, name: processBySlug(row.process)?.name ?? { zh: row.process, en: row.process } },
    title: row.title,
    state: row.state as CaseState,
    businessState: row.businessState as BusinessState | null,
    stage: row.stage === null ? null : stageName(row.rules, row.stage),
    applicant: people.get(row.applicantId),
    submittedAt: instant(row.submittedAt),
    updatedAt: instant(row.updatedAt),
    closedAt: instantOrNull(row.closedAt),
    due: now.due({ dueAt: row.dueAt, provisional: row.provisional ?? false }, { stopped: row.state === 'objection' }),
    copiedAt: instantOrNull(row.copiedAt),
    unread: row.unread,
  }));
  return { items, nextCursor: rows.length > limit && last ? encodeCursor([last.sortedBy, last.id]) : null };
}
