/** 专业与重点产业匹配度 (二(二)): programs mapped to a leading industry, of all programs taught. */
import type { Bilingual } from '../../../processes/case.ts';
import { type Computation, type Computed, notYet, nothingKnown, yearOf } from './computed.ts';
import { openIn, readSchools } from './schools.ts';

export const matchPrograms: Computation = async ({ prisma, policy, today }) => {
  const [schools, programs] = await Promise.all([
    readSchools(prisma),
    prisma.program.findMany({ orderBy: [{ unitId: 'asc' }, { code: 'asc' }] }),
  ]);
  const industries = new Map<string, Bilingual>(
    policy.processes['program-funding'].industries.map(({ id, name }) => [id, name]),
  );
  return (year): Computed => {
    if (year > yearOf(today)) return notYet(year);
    const open = new Set(openIn(schools, year).map(({ id }) => id));
    const taught = programs.filter(
      ({ unitId, firstYear, lastYear }) => open.has(unitId) && firstYear <= year && (lastYear ?? 9999) >= year,
    );
    if (taught.length === 0)
      return nothingKnown({ zh: `${year} 年没有登记在办专业`, en: `No program taught in ${year} is registered` });
    const industryOf = ({ industry }: { industry: string | null }) => industries.get(industry ?? '');
    const byUnit = [...new Set(taught.map(({ unitId }) => unitId))].map((unitId) => {
      const own = taught.filter((program) => program.unitId === unitId);
      return { unitId, part: own.filter(industryOf).length, whole: own.length };
    });
    const none = [...open].filter((id) => !byUnit.some(({ unitId }) => unitId === id)).length;
    return {
      known: { value: { kind: 'share', part: taught.filter(industryOf).length, whole: taught.length } },
      byUnit,
      notes:
        none === 0
          ? []
          : [
              {
                zh: `${none} 所学校没有登记专业`,
                en: `${none} school${none === 1 ? '' : 's'} without programs on record`,
              },
            ],
      records: () =>
        taught.map((program) => ({
          unitId: program.unitId,
          what: `${program.name}（${program.code}）`,
          detail: industryOf(program) ?? { zh: '未对接重点产业', en: 'serves no leading industry' },
          counts: industryOf(program) !== undefined,
        })),
    };
  };
};
