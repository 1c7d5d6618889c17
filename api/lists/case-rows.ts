/** Rows of 我发起的, 抄送我的 and everything I may see: newest first. */
import { z } from 'zod';
import type { Prisma } from '../../prisma/client.ts';
import { Prisma as Sql } from '../../prisma/generated/client.ts';
import { processBySlug } from '../../processes/catalogue.ts';
import type { BusinessState, CaseRules, CaseState } from '../../processes/case.ts';
import { visibleCases } from '../access.ts';
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
  const { view, process, state, open, q, cursor, limit } = query;
  const copied = view === 'copied';
  const sort = copied ? Sql.sql`k.at` : Sql.sql`c.submitted_at`;
  const conditions = [
    view === 'mine'
      ? Sql.sql`c.applicant_id = ${asker.id}`
      : copied
        ? Sql.sql`k.user_id = ${asker.id}`
        : visibleCases(asker, reading.offices),
    ...(process ? [Sql.sql`c.process = ${process}`] : []),
    ...(state ? [Sql.sql`c.state = ${state}`] : []),
    ...(open === undefined ? [] : [open ? Sql.sql`c.closed_at IS NULL` : Sql.sql`c.closed_at IS NOT NULL`]),
    ...(q ? [matches(q)] : []),
  ];
  const after = decodeCursor(cursor, cursorShape);
  if (after) conditions.push(Sql.sql`(${sort}, c.id) < (${after[0]}::timestamptz, ${after[1]})`);
  const rows = await reading.prisma.$queryRaw<Row[]>`
    SELECT c.id, c.number, c.process, c.title, c.state, c.business_state AS "businessState", c.stage, c.applicant_id AS "applicantId",
      c.rules, c.submitted_at AS "submittedAt", c.updated_at AS "updatedAt", c.closed_at AS "closedAt",
      d.due_at AS "dueAt", d.provisional, ${sort}::text AS "sortedBy",
      ${copied ? Sql.sql`k.at` : Sql.sql`NULL::timestamptz`} AS "copiedAt",
      ${copied ? Sql.sql`k.read_at IS NULL` : Sql.sql`false`} AS unread
    FROM case_file c
    ${copied ? Sql.sql`JOIN copy k ON k.case_id = c.id` : Sql.empty}
    LEFT JOIN LATERAL (
      SELECT v.due_at, v.provisional FROM stage_visit v
      WHERE v.case_id = c.id AND v.closed_at IS NULL ORDER BY v.opened_at DESC LIMIT 1) d ON true
    WHERE ${Sql.join(conditions, ' AND ')}
    ORDER BY ${sort} DESC, c.id DESC LIMIT ${limit + 1}`;
  return present(reading, rows, limit);
}

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
