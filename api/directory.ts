/** Names of units and people, as the pages show them. */
import type { Prisma } from '../prisma/client.ts';
import type { Bilingual, Holder, Role } from '../processes/case.ts';
import type { Person, UnitRef } from './contract/shapes.ts';
import { roleNames } from '../processes/names.ts';

interface Unit extends UnitRef {
  kind: string;
}

export interface Directory {
  units(): Promise<ReadonlyMap<string, Unit>>;
  /** Unknown ids are left out. */
  people(ids: Iterable<string | null>): Promise<People>;
}

/** Names looked up for one answer. */
export interface People {
  get(id: string): Person;
  orNull(id: string | null): Person | null;
  name(id: string | null): string;
}

/** Units change a few times a year. */
const UNITS_AGE_MS = 30_000;

export function createDirectory({ prisma }: { prisma: Prisma }): Directory {
  let known: { units: Map<string, Unit>; readAtMs: number } | undefined;
  const units = async () => {
    if (!known || Date.now() - known.readAtMs > UNITS_AGE_MS) {
      const rows = await prisma.unit.findMany();
      const map = new Map(rows.map(({ id, name, nameEn, kind }) => [id, { id, kind, name: { zh: name, en: nameEn } }]));
      known = { units: map, readAtMs: Date.now() };
    }
    return known.units;
  };
  return {
    units,
    async people(ids) {
      const wanted = [...new Set([...ids].filter((id) => id !== null && id !== ''))];
      const rows =
        wanted.length === 0
          ? []
          : await prisma.user.findMany({
              where: { id: { in: wanted as string[] } },
              select: {
                id: true,
                name: true,
                memberships: { select: { unitId: true }, orderBy: { unitId: 'asc' }, take: 1 },
              },
            });
      const known = await units();
      return peopleOf(
        rows.map(({ id, name, memberships }) => ({ id, name, unit: refOf(known.get(memberships[0]?.unitId ?? '')) })),
      );
    },
  };
}

const refOf = (unit: Unit | undefined): UnitRef | null => (unit ? { id: unit.id, name: unit.name } : null);

/** `id` stands for itself where the account is gone: the record stays readable. */
export function peopleOf(known: readonly Person[]): People {
  const byId = new Map(known.map((person) => [person.id, person]));
  const get = (id: string): Person => byId.get(id) ?? { id, name: '（已注销）', unit: null };
  return { get, orNull: (id) => (id === null ? null : get(id)), name: (id) => (id === null ? '' : get(id).name) };
}

export const unitRef = (units: ReadonlyMap<string, UnitRef>, id: string): UnitRef => {
  const unit = units.get(id);
  return unit ? { id, name: unit.name } : { id, name: { zh: id, en: id } };
};

/** 区教委 审核人, or a person's name. */
export function holderName(holder: Holder, units: ReadonlyMap<string, UnitRef>, people: People): Bilingual {
  if (holder.kind === 'person') return { zh: people.name(holder.userId), en: people.name(holder.userId) };
  const { name } = unitRef(units, holder.unitId);
  const role = roleNames[holder.role];
  return { zh: `${name.zh} ${role.zh}`, en: `${role.en}, ${name.en}` };
}

/** The holder that an assignment row's columns say. */
export function holderOf({
  personId,
  unitId,
  role,
}: {
  personId: string | null;
  unitId: string | null;
  role: string | null;
}): Holder {
  if (personId !== null) return { kind: 'person', userId: personId };
  return { kind: 'role', unitId: unitId ?? '', role: (role ?? 'reviewer') as Role };
}
