/** 代理: who stands in for whom, from when to when, in which processes. */
import type { Prisma } from '../prisma/client.ts';
import { processBySlug } from '../processes/catalogue.ts';
import { shanghaiDate } from '../processes/working-days.ts';
import type { Substitute } from './contract/me.ts';
import type { Directory } from './directory.ts';
import { Problem } from './problems.ts';

interface Terms {
  startsOn: string;
  endsOn: string;
  processes: string[];
}

interface SubstituteRow extends Terms {
  id: string;
  principalId: string;
  substituteId: string;
}

/** A year: longer than any leave; a lasting hand-over is a change of roles. */
const MAX_DAYS = 366;

export function createSubstitutes({ prisma, directory }: { prisma: Prisma; directory: Directory }) {
  const view = async (rows: SubstituteRow[]): Promise<Substitute[]> => {
    const people = await directory.people(rows.flatMap(({ principalId, substituteId }) => [principalId, substituteId]));
    const today = shanghaiDate(Date.now());
    return rows.map(({ id, principalId, substituteId, startsOn, endsOn, processes }) => ({
      id,
      startsOn,
      endsOn,
      processes,
      principal: people.get(principalId),
      substitute: people.get(substituteId),
      inForce: startsOn <= today && today <= endsOn,
    }));
  };
  const one = async (row: SubstituteRow): Promise<Substitute> => (await view([row]))[0]!;

  return {
    /** Those somebody named and those they are, ended ones left out. */
    async concerning(userId: string): Promise<Substitute[]> {
      const today = shanghaiDate(Date.now());
      return view(
        await prisma.substitute.findMany({
          where: { endsOn: { gte: today }, OR: [{ principalId: userId }, { substituteId: userId }] },
          orderBy: { startsOn: 'asc' },
        }),
      );
    },
    all: async (): Promise<Substitute[]> =>
      view(await prisma.substitute.findMany({ orderBy: { startsOn: 'desc' }, take: 500 })),

    async create(named: Omit<SubstituteRow, 'id'>): Promise<Substitute> {
      refuseBadTerms(named);
      if (named.principalId === named.substituteId)
        throw badField('substituteId', '不能代理自己', 'must be somebody else');
      const people = await prisma.user.count({
        where: { id: { in: [named.principalId, named.substituteId] }, disabled: false },
      });
      if (people !== 2) throw badField('substituteId', '没有此人', 'no such person');
      return one(await prisma.substitute.create({ data: named }));
    },

    async change(id: string, changed: Partial<Terms>): Promise<Substitute> {
      const row = await prisma.substitute.findUnique({ where: { id } });
      if (!row) throw new Problem('NotFound');
      const terms = {
        startsOn: changed.startsOn ?? row.startsOn,
        endsOn: changed.endsOn ?? row.endsOn,
        processes: changed.processes ?? row.processes,
      };
      refuseBadTerms(terms);
      return one(await prisma.substitute.update({ where: { id }, data: terms }));
    },
  };
}

function refuseBadTerms({ startsOn, endsOn, processes }: Terms): void {
  if (endsOn < startsOn) throw badField('endsOn', '结束日期早于开始日期', 'ends before it starts');
  if (Date.parse(endsOn) - Date.parse(startsOn) > MAX_DAYS * 86_400_000)
    throw badField('endsOn', '代理期不超过一年', 'a year at most');
  const unknown = processes.findIndex((slug) => !processBySlug(slug));
  if (unknown >= 0) throw badField(`processes.${unknown}`, '没有此流程', 'no such process');
}

const badField = (path: string, zh: string, en: string) =>
  new Problem('BadRequest', { errors: [{ path, message: { zh, en } }] });
