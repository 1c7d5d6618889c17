/** 下一次申报: the period that is declared next, when that opens, and when it will be due. */
import type { CaseRules } from '../../processes/case.ts';
import { declarationDue, periodName, periodsOf } from '../../processes/part-time-income/periods.ts';
import { dateOfDay, dayOfDate } from '../../processes/shanghai.ts';
import type { Engagement } from '../contract/engagements.ts';
import type { ClockReading } from '../office-clock.ts';
import type { PostReading, PostRow } from './post-rows.ts';
import { engagementStage } from './engagement-stage.ts';

type Next = Engagement['nextDeclaration'];

/** By case id, of posts that last; none when every period has been opened. */
export async function nextDeclarations(
  { prisma }: PostReading,
  rows: readonly PostRow[],
  clock: ClockReading,
): Promise<Map<string, Next>> {
  const id = { in: rows.filter(({ state }) => lasting.includes(state)).map(({ caseId }) => caseId) };
  const [cases, opened] = await Promise.all([
    prisma.case.findMany({ where: { id }, select: { id: true, rules: true } }),
    prisma.declarationPeriod.findMany({ where: { caseId: id }, select: { caseId: true, period: true } }),
  ]);
  const rules = new Map(cases.map((one) => [one.id, one.rules as unknown as CaseRules]));
  const known = new Set(opened.map(({ caseId, period }) => `${caseId} ${period}`));
  return new Map(
    rows.flatMap((row): [string, Next][] => {
      const kept = rules.get(row.caseId);
      if (!kept) return [];
      const { every, due } = engagementStage(kept).declaration;
      const next = periodsOf({ startsOn: row.startsOn, endsOn: row.endedOn ?? row.endsOn }, every).find(
        ({ key }) => !known.has(`${row.caseId} ${key}`),
      );
      if (!next) return [];
      const { dueAtMs, provisional } = declarationDue(next, due, clock.calendar);
      return [
        [
          row.caseId,
          {
            ...{ period: next.key, name: periodName(next.key), opensOn: dateOfDay(dayOfDate(next.to) + 1) },
            due: clock.due({ dueAt: new Date(dueAtMs), provisional })!,
          },
        ],
      ];
    }),
  );
}

const lasting = ['in-force', 'suspended'];
