/** Schools, and how many teachers and students they had: the registers, read by year. */
import type { Prisma } from '../../../prisma/client.ts';
import type { Bilingual } from '../../../processes/case.ts';
import { type Computation, type Computed, notYet, nothingKnown, yearOf } from './computed.ts';

export interface School {
  id: string;
  name: string;
  nameEn: string;
  openedYear: number | null;
  closedYear: number | null;
}

export interface HeadCount {
  unitId: string;
  year: number;
  fullTime: number;
  students: number | null;
}

export const readSchools = (prisma: Prisma): Promise<School[]> =>
  prisma.unit.findMany({
    where: { kind: 'school' },
    orderBy: { id: 'asc' },
    select: { id: true, name: true, nameEn: true, openedYear: true, closedYear: true },
  });

/** 在办: opened by then, and not closed in or before that year. */
export const openIn = (schools: School[], year: number): School[] =>
  schools.filter(({ openedYear, closedYear }) => (openedYear ?? 0) <= year && (closedYear ?? 9999) > year);

/**
 * A school's head count of a year. While the year runs and its own count is not in, the one of the year before stands in and is said to;
 * an ended year has its own count or none.
 */
export function headCountOf(
  counts: HeadCount[],
  unitId: string,
  year: number,
  today: string,
): { count: HeadCount; note?: Bilingual } | null {
  const own = counts.find((count) => count.unitId === unitId && count.year === year);
  if (own) return { count: own };
  if (year < yearOf(today)) return null;
  const before = counts.find((count) => count.unitId === unitId && count.year === year - 1);
  if (!before) return null;
  return {
    count: before,
    note: {
      zh: `沿用 ${year - 1} 年人数，${year} 年尚未登记`,
      en: `Head count of ${year - 1}; ${year} is not registered`,
    },
  };
}

export const lacking = (schools: School[], what: Bilingual): Bilingual[] =>
  schools.length === 0
    ? []
    : [
        {
          zh: `${schools.length} 所学校没有登记${what.zh}，未计入：${schools.map(({ name }) => name).join('、')}`,
          en: `Not counted, without ${what.en}: ${schools.map(({ nameEn }) => nameEn).join(', ')}`,
        },
      ];

/** 职业院校数 */
export const countSchools: Computation = async ({ prisma, today }) => {
  const schools = await readSchools(prisma);
  return (year): Computed => {
    if (year > yearOf(today)) return notYet(year);
    const open = openIn(schools, year);
    if (open.length === 0)
      return nothingKnown({
        zh: `${year} 年没有登记在办的职业院校`,
        en: `No school in operation is registered for ${year}`,
      });
    return {
      known: { value: { kind: 'number', amount: open.length } },
      byUnit: open.map(({ id }) => ({ unitId: id, part: 1, whole: null })),
      notes: [],
      records: () =>
        open.map(({ id, name, openedYear }) => ({
          unitId: id,
          what: name,
          detail: openedYear
            ? { zh: `${openedYear} 年开办`, en: `opened in ${openedYear}` }
            : { zh: '开办年份未登记', en: 'year of opening not registered' },
          counts: true,
        })),
    };
  };
};

/** 在校学生数 */
export const countStudents: Computation = async ({ prisma, today }) => {
  const [schools, counts] = await Promise.all([readSchools(prisma), prisma.headCount.findMany()]);
  return (year): Computed => {
    if (year > yearOf(today)) return notYet(year);
    const found = openIn(schools, year).map((school) => {
      const head = headCountOf(counts, school.id, year, today);
      return { school, students: head?.count.students ?? null, note: head?.note };
    });
    const known = found.flatMap(({ school, students, note }) =>
      students === null ? [] : [{ unitId: school.id, part: students, whole: null, ...(note && { note }) }],
    );
    const without = found.filter(({ students }) => students === null).map(({ school }) => school);
    const what = { zh: '学生数', en: 'a number of students' };
    if (known.length === 0)
      return nothingKnown({
        zh: `${year} 年没有学校登记在校学生数`,
        en: `No school has its students of ${year} registered`,
      });
    // A sum that lacks a school is no sum of the year; while the year runs it is what is known so far.
    if (without.length > 0 && year < yearOf(today)) {
      const names = without.map(({ name }) => name).join('、');
      return nothingKnown({
        zh: `${year} 年不完整，${without.length} 所学校没有登记学生数：${names}`,
        en: `${year} is incomplete: ${without.length} schools without a number of students`,
      });
    }
    return {
      known: {
        value: { kind: 'number', amount: known.reduce((sum, { part }) => sum + part, 0) },
        ...(without.length > 0 && { partial: true as const }),
      },
      byUnit: known,
      notes: lacking(without, what),
      records: () =>
        known.map(({ unitId, part, note }) => ({
          unitId,
          what: `${part}`,
          detail: note ?? { zh: `${year} 年人数登记`, en: `Head count of ${year}` },
          counts: true,
        })),
    };
  };
};
