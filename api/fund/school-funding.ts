/** 本校项目: what a school sees of its own money. */
import type { Prisma } from '../../prisma/client.ts';
import type { CaseRules, Purpose } from '../../processes/case.ts';
import { purposeNames } from '../../processes/names.ts';
import { isOwnTurn } from '../../processes/own-turns.ts';
import type { SchoolFunding } from '../contract/fund.ts';
import type { OfficeClock } from '../office-clock.ts';
import { stageName } from '../views/case-record.ts';
import { caseRef, fundedCases } from './funded-cases.ts';
import { caseSumsOf, nothing, readMoved, totalsBy } from './sums.ts';

const SHOWN: Purpose[] = ['report', 'rectify', 'correct', 'pay', 'recover'];

export async function schoolFunding(
  { prisma, clock }: { prisma: Prisma; clock: OfficeClock },
  unitIds: readonly string[],
): Promise<SchoolFunding[]> {
  const rows = await prisma.case.findMany({
    where: { process: 'program-funding', unitId: { in: [...unitIds] } },
    orderBy: { submittedAt: 'desc' },
    take: 200,
    select: { id: true, rules: true, assignments: { where: { state: 'open', purpose: { in: SHOWN } } } },
  });
  const [cases, moved, now] = await Promise.all([
    fundedCases(
      prisma,
      rows.map(({ id }) => id),
    ),
    readMoved(prisma),
    clock.read(),
  ]);
  const sumsOf = totalsBy(moved, ({ caseId }) => caseId);
  const awardedOf = totalsBy(
    moved.filter(({ kind, account }) => kind === 'commit' && account === 'committed'),
    ({ caseId }) => caseId,
  );
  return rows.flatMap(({ id, rules, assignments }) => {
    const file = cases.get(id);
    if (!file) return [];
    return {
      case: caseRef(file),
      ...{ state: file.state, businessState: file.businessState },
      program: { code: file.programCode, name: file.programName },
      awardedFen: awardedOf.get(id)?.committedFen ?? 0,
      ...caseSumsOf(sumsOf.get(id) ?? nothing()),
      waiting: assignments.map((turn) => {
        const stage = stageName(rules as unknown as CaseRules, turn.stage).name;
        const what = purposeNames[turn.purpose as Purpose];
        return {
          assignmentId: turn.id,
          what: { zh: `${stage.zh}：${what.zh}`, en: `${stage.en}: ${what.en}` },
          ours: isOwnTurn(turn.purpose as Purpose),
          due: now.due(turn),
        };
      }),
    };
  });
}
