/** 兼职登记: the posts somebody may see, filtered, newest first. */
import type { Prisma } from '../../prisma/client.ts';
import type { Prisma as Sql } from '../../prisma/generated/client.ts';
import type { RouteQuery } from '../contract/route.ts';
import type { listEngagements } from '../contract/engagements.ts';
import { decodeCursor, page, timeCursor } from '../paging.ts';
import { postViews, type PostReading } from './post-rows.ts';
import { type PostSight, seen } from './sight.ts';

type Query = RouteQuery<typeof listEngagements>;
export type Filters = Omit<Query, 'cursor' | 'limit'>;

export async function listPosts(reading: PostReading, sight: PostSight, { cursor, limit, ...filters }: Query) {
  const after = decodeCursor(cursor, timeCursor);
  const where = await wherePosts(reading.prisma, sight, filters);
  const rows = await reading.prisma.engagement.findMany({
    where: {
      AND: [
        where,
        after
          ? {
              OR: [
                { registeredAt: { lt: new Date(after[0]) } },
                { registeredAt: new Date(after[0]), caseId: { lt: after[1] } },
              ],
            }
          : {},
      ],
    },
    orderBy: [{ registeredAt: 'desc' }, { caseId: 'desc' }],
    take: limit + 1,
  });
  const views = new Map(
    (await postViews(reading, rows.slice(0, limit), { next: true })).map((view) => [view.id, view]),
  );
  return page(
    rows,
    limit,
    ({ registeredAt, caseId }) => [registeredAt.toISOString(), caseId],
    // Every row shown has its view.
    ({ caseId }) => views.get(caseId)!,
  );
}

const MOST = 5_000;

/** All of them, for an export. */
export async function allPosts(reading: PostReading, sight: PostSight, filters: Filters) {
  const rows = await reading.prisma.engagement.findMany({
    where: await wherePosts(reading.prisma, sight, filters),
    orderBy: [{ unitId: 'asc' }, { startsOn: 'asc' }, { caseId: 'asc' }],
    take: MOST,
  });
  return postViews(reading, rows);
}

async function wherePosts(prisma: Prisma, sight: PostSight, filters: Filters): Promise<Sql.EngagementWhereInput> {
  const { scope, state, unitId, kind, sector, paid, declaration, endsBy, q } = filters;
  const [waiting, found] = await Promise.all([
    declaration &&
      prisma.declarationPeriod.findMany({
        where: { state: declaration },
        select: { caseId: true },
        distinct: ['caseId'],
      }),
    q ? searched(prisma, q) : undefined,
  ]);
  return {
    AND: [
      seen(sight),
      scope === 'mine' ? { teacherId: sight.teacherId } : {},
      scope === 'school' ? { unitId: { in: sight.schools } } : {},
      {
        ...(state && { state }),
        ...(unitId && { unitId }),
        ...(kind && { postKind: kind }),
        ...(sector && { sector }),
        ...(paid && { paid: paid === 'true' }),
      },
      waiting ? { caseId: { in: waiting.map(({ caseId }) => caseId) } } : {},
      endsBy ? { OR: [{ endedOn: { lte: endsBy } }, { endedOn: null, endsOn: { lte: endsBy } }] } : {},
      found ?? {},
    ],
  };
}

/** Host, post, case number or teacher. */
async function searched(prisma: Prisma, q: string): Promise<Sql.EngagementWhereInput> {
  const contains = { contains: q, mode: 'insensitive' as const };
  const [people, cases] = await Promise.all([
    prisma.user.findMany({ where: { name: contains }, select: { id: true }, take: 500 }),
    prisma.case.findMany({
      where: { process: 'part-time-income', number: contains },
      select: { id: true },
      take: 500,
    }),
  ]);
  return {
    OR: [
      { hostName: contains },
      { postTitle: contains },
      { hostCode: contains },
      { teacherId: { in: people.map(({ id }) => id) } },
      { caseId: { in: cases.map(({ id }) => id) } },
    ],
  };
}
