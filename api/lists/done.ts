/** 已办: what I decided, newest first. */
import { z } from 'zod';
import type { Prisma } from '../../prisma/client.ts';
import { Prisma as Sql } from '../../prisma/generated/client.ts';
import type { Asker } from '../asker.ts';
import type { listAssignments } from '../contract/assignments.ts';
import type { RouteQuery } from '../contract/route.ts';
import type { Directory } from '../directory.ts';
import type { OfficeClock } from '../office-clock.ts';
import { decodeCursor, encodeCursor } from '../paging.ts';
import { assignmentRows } from './assignment-rows.ts';
import { matches } from './inbox.ts';

const cursorShape = z.tuple([z.string().max(40), z.string().max(200)]);

export async function readDone(
  reading: { prisma: Prisma; directory: Directory; clock: OfficeClock },
  asker: Asker,
  { process, q, cursor, limit }: RouteQuery<typeof listAssignments>,
) {
  const after = decodeCursor(cursor, cursorShape);
  const conditions = [
    Sql.sql`a.decided_by_id = ${asker.id}`,
    ...(process ? [Sql.sql`a.process = ${process}`] : []),
    ...(q ? [matches(q)] : []),
    ...(after ? [Sql.sql`(a.closed_at, a.id) < (${after[0]}::timestamptz, ${after[1]})`] : []),
  ];
  const rows = await reading.prisma.$queryRaw<{ id: string; principalId: string | null; sortedBy: string }[]>`
    SELECT a.id, a.on_behalf_of_id AS "principalId", a.closed_at::text AS "sortedBy"
    FROM assignment a ${q ? Sql.sql`JOIN case_file c ON c.id = a.case_id` : Sql.empty}
    WHERE ${Sql.join(conditions, ' AND ')}
    ORDER BY a.closed_at DESC, a.id DESC LIMIT ${limit + 1}`;
  const last = rows[limit - 1];
  return {
    items: await assignmentRows(reading, rows.slice(0, limit)),
    nextCursor: rows.length > limit && last ? encodeCursor([last.sortedBy, last.id]) : null,
  };
}
