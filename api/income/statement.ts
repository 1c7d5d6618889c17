/** 年度兼职收入情况表: a school and year by person and host, apart from pay (三(三)4). */
import { sumFen } from '../../processes/money.ts';
import type { IncomeStatement } from '../contract/income.ts';
import { unitRef } from '../directory.ts';
import { type Amounts, amountsOf, caseNumbers, type PostReading } from '../engagements/post-rows.ts';

type Row = IncomeStatement['rows'][number];

export async function incomeStatement(
  { prisma, policy, directory }: PostReading,
  { year, unitId }: { year: number; unitId: string },
): Promise<IncomeStatement> {
  const [entries, units] = await Promise.all([
    prisma.incomeEntry.findMany({ where: { year, unitId }, orderBy: { id: 'asc' } }),
    directory.units(),
  ]);
  const caseIds = [...new Set(entries.map(({ caseId }) => caseId))];
  const [posts, numbers, people] = await Promise.all([
    prisma.engagement.findMany({
      where: { caseId: { in: caseIds } },
      select: { caseId: true, hostName: true, hostCode: true, postTitle: true, startsOn: true },
    }),
    caseNumbers(prisma, caseIds),
    directory.people(entries.map(({ teacherId }) => teacherId)),
  ]);
  const rows = posts
    .toSorted((a, b) => a.startsOn.localeCompare(b.startsOn))
    .map((post): Row => {
      const theirs = entries.filter(({ caseId }) => caseId === post.caseId);
      const periods = [...new Set(theirs.map(({ period }) => period))];
      const sumOf = (of: typeof theirs) => totals(of.map(amountsOf));
      return {
        teacher: people.get(theirs[0]?.teacherId ?? ''),
        host: post.hostName,
        postTitle: post.postTitle,
        case: { id: post.caseId, number: numbers.get(post.caseId) ?? '' },
        periods: periods.length,
        nil: periods.filter((key) => isNil(sumOf(theirs.filter(({ period }) => period === key)))).length,
        corrections: theirs.filter(({ kind }) => kind === 'correction').length,
        ...sumOf(theirs),
      };
    })
    .toSorted(
      (a, b) => a.teacher.name.localeCompare(b.teacher.name, 'zh-CN') || a.teacher.id.localeCompare(b.teacher.id),
    );
  return {
    year,
    school: unitRef(units, unitId),
    rows,
    teachers: new Set(rows.map(({ teacher }) => teacher.id)).size,
    hosts: new Set(posts.map(({ hostCode, hostName }) => hostCode ?? hostName)).size,
    total: totals(rows),
    clause: policy.processes['part-time-income'].clause,
    note: {
      zh: '以上为经批准的合法兼职收入（含股权），不纳入学校绩效工资总量。',
      en: "Approved lawful part-time income, equity included: not counted in the school's 绩效工资总量.",
    },
  };
}

const totals = (all: readonly Amounts[]): Amounts => ({
  incomeFen: sumFen(all.map(({ incomeFen }) => incomeFen)),
  equityFen: sumFen(all.map(({ equityFen }) => equityFen)),
  taxFen: sumFen(all.map(({ taxFen }) => taxFen)),
});

const isNil = ({ incomeFen, equityFen }: Amounts): boolean => incomeFen === 0 && equityFen === 0;
