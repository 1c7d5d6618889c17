import type { Prisma } from '../../prisma/client.ts';
import type { Policy } from '../../processes/policy.ts';
import type { FundedProgram, FundView } from '../contract/fund.ts';
import type { Directory } from '../directory.ts';
import { unitRef } from '../directory.ts';
import { caseRef, fundedCases } from './funded-cases.ts';
import { addUp, caseSumsOf, noTotals, readMoved, totalOf, totalsBy } from './sums.ts';

interface Reading {
  prisma: Prisma;
  policy: Policy;
  directory: Directory;
}

interface Part {
  year?: number | undefined;
  unitId?: string | undefined;
  industry?: string | undefined;
}

/** The fund as a whole, or one budget year of it, or what one school's or industry's programs moved; by school, industry and program. */
export async function readFund(
  { prisma, policy, directory }: Reading,
  { year, unitId, industry }: Part = {},
): Promise<FundView> {
  const { fund } = policy.processes['program-funding'];
  const [all, known, units] = await Promise.all([readMoved(prisma), fundedCases(prisma), directory.units()]);
  const cases = new Map(
    [...known].filter(([, file]) => (!unitId || file.unitId === unitId) && (!industry || file.industry === industry)),
  );
  const moved = unitId || industry ? all.filter(({ caseId }) => cases.has(caseId)) : all;
  const asked = year === undefined ? moved : moved.filter((row) => row.year === year);
  const received = totalOf(all).receivedFen;
  const sumsOfYear = totalsBy(moved, (row) => row.year);
  const years = [...new Set(all.map((row) => row.year))].map((each) => ({
    year: each,
    ...(sumsOfYear.get(each) ?? noTotals()),
  }));

  const programs: FundedProgram[] = [];
  const sumsOf = totalsBy(asked, ({ caseId }) => caseId);
  for (const [id, file] of cases) {
    const sums = sumsOf.get(id);
    if (!sums) continue;
    programs.push({
      case: caseRef(file),
      ...{ state: file.state, businessState: file.businessState },
      school: unitRef(units, file.unitId),
      industry: industryNamed(policy, file.industry),
      program: { code: file.programCode, name: file.programName },
      ...caseSumsOf(sums),
    });
  }
  return {
    minimum: { ...fund.minimum, receivedFen: received, met: received >= fund.minimum.amountFen },
    yearEnd: fund.yearEnd.available,
    sources: fund.sources.map(({ id, name }) => ({ id, name })),
    years: years.toSorted((a, b) => a.year - b.year),
    total: totalOf(asked),
    bySchool: grouped(programs, ({ school }) => school).map(({ key: school, ...rest }) => ({ school, ...rest })),
    byIndustry: grouped(programs, ({ industry }) => industry).map(({ key: industry, ...rest }) => ({
      industry,
      ...rest,
    })),
    programs,
  };
}

export function industryNamed(policy: Policy, id: string) {
  const known = policy.processes['program-funding'].industries.find((industry) => industry.id === id);
  return { id, name: known?.name ?? { zh: id, en: id } };
}

function grouped<Key extends { id: string }>(programs: FundedProgram[], keyOf: (program: FundedProgram) => Key) {
  const groups = new Map<string, { key: Key; members: FundedProgram[] }>();
  for (const program of programs) {
    const key = keyOf(program);
    const group = groups.get(key.id) ?? { key, members: [] };
    groups.set(key.id, group);
    group.members.push(program);
  }
  return [...groups.values()].map(({ key, members }) => ({ key, programs: members.length, ...addUp(members) }));
}
