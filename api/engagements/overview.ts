/** 全区总览: posts, declarations and income by school, for 区人力社保局, 区教委 and auditors. */
import { sumFen } from '../../processes/money.ts';
import { shanghaiDate } from '../../processes/working-days.ts';
import type { EngagementOverview } from '../contract/engagements.ts';
import { unitRef } from '../directory.ts';
import { amountsOf, type PostReading, sectorName } from './post-rows.ts';
import { type PostSight, seen } from './sight.ts';

type School = EngagementOverview['schools'][number];
type Counts = EngagementOverview['total'];

const LASTING = ['in-force', 'suspended'];

export async function overview(
  { prisma, policy, directory }: PostReading,
  sight: PostSight,
  year = Number(shanghaiDate(Date.now()).slice(0, 4)),
): Promise<EngagementOverview> {
  const [posts, sums, units] = await Promise.all([
    prisma.engagement.findMany({
      where: { AND: [seen(sight)] },
      select: { caseId: true, unitId: true, teacherId: true, state: true, paid: true, sector: true },
    }),
    prisma.incomeEntry.groupBy({
      by: ['unitId'],
      where: { AND: [seen(sight), { year }] },
      _sum: { incomeFen: true, equityFen: true, taxFen: true },
    }),
    directory.units(),
  ]);
  const waiting = await prisma.declarationPeriod.findMany({
    where: { caseId: { in: posts.map(({ caseId }) => caseId) }, state: { not: 'accepted' } },
    select: { caseId: true, state: true },
  });
  const entered = new Map(sums.map(({ unitId, _sum }) => [unitId, amountsOf(_sum)]));
  const schoolIds = [...new Set([...posts.map(({ unitId }) => unitId), ...entered.keys()])].toSorted();

  const countsOf = (of: typeof posts): Omit<Counts, 'incomeFen' | 'equityFen' | 'taxFen'> => {
    const lasting = of.filter(({ state }) => LASTING.includes(state));
    const ids = new Set(of.map(({ caseId }) => caseId));
    const theirs = waiting.filter(({ caseId }) => ids.has(caseId));
    return {
      posts: lasting.length,
      suspended: lasting.filter(({ state }) => state === 'suspended').length,
      teachers: new Set(lasting.map(({ teacherId }) => teacherId)).size,
      paid: lasting.filter(({ paid }) => paid).length,
      declarationsWaiting: theirs.length,
      declarationsMissed: theirs.filter(({ state }) => state === 'missed').length,
    };
  };
  const schools = schoolIds.map((unitId): School => ({
    school: unitRef(units, unitId),
    ...countsOf(posts.filter((post) => post.unitId === unitId)),
    ...(entered.get(unitId) ?? { incomeFen: 0, equityFen: 0, taxFen: 0 }),
  }));
  const lasting = posts.filter(({ state }) => LASTING.includes(state));
  const sectors = [...new Set(lasting.map(({ sector }) => sector))];
  return {
    year,
    schools,
    total: {
      // Somebody who teaches at two schools is one person.
      ...countsOf(posts),
      incomeFen: sumFen(schools.map(({ incomeFen }) => incomeFen)),
      equityFen: sumFen(schools.map(({ equityFen }) => equityFen)),
      taxFen: sumFen(schools.map(({ taxFen }) => taxFen)),
    },
    bySector: sectors
      .map((id) => ({
        sector: { id, name: sectorName(policy, id) },
        posts: lasting.filter(({ sector }) => sector === id).length,
      }))
      .toSorted((a, b) => b.posts - a.posts),
  };
}
