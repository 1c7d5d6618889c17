import type { Role } from '../../processes/case.ts';
import type { Handlers } from '../call.ts';
import type { Needs } from '../needs.ts';

export function peopleRoutes({ prisma, directory }: Needs): Handlers<'searchPeople'> {
  return {
    /** Reach: my own units and the departments; somebody of a department reaches everybody. Teachers of other schools are nobody's list. */
    async searchPeople({ asker, query }) {
      const units = await directory.units();
      const mine = [...new Set(asker.memberships.map(({ unitId }) => unitId))];
      const departments = [...units.values()].filter(({ kind }) => kind === 'department').map(({ id }) => id);
      const everywhere = mine.some((id) => departments.includes(id));
      const reach = everywhere ? {} : { unitId: { in: [...mine, ...departments] } };
      const membership = {
        ...reach,
        ...(query.role && { role: query.role }),
        ...(query.unitId && { AND: [{ unitId: query.unitId }] }),
      };
      const part = { contains: query.q, mode: 'insensitive' as const };
      const rows = await prisma.user.findMany({
        where: {
          disabled: false,
          id: { not: asker.id },
          memberships: { some: membership },
          ...(query.q && { OR: [{ name: part }, { memberships: { some: { unit: { name: part } } } }] }),
        },
        select: { id: true, memberships: { select: { role: true } } },
        orderBy: [{ name: 'asc' }, { id: 'asc' }],
        take: query.limit,
      });
      const people = await directory.people(rows.map(({ id }) => id));
      return {
        items: rows.map(({ id, memberships }) => ({
          ...people.get(id),
          roles: [...new Set(memberships.map(({ role }) => role as Role))],
        })),
      };
    },
  };
}
