/** Rows of 待办, 已办 and 代理给我的, for ids already found in their order. */
import type { Prisma } from '../../prisma/client.ts';
import { processBySlug } from '../../processes/catalogue.ts';
import type { AssignmentState, CaseRules, CaseState, Purpose } from '../../processes/case.ts';
import type { Assignment } from '../contract/assignments.ts';
import type { Directory } from '../directory.ts';
import { instant, instantOrNull } from '../instant.ts';
import type { OfficeClock } from '../office-clock.ts';
import { stageName } from '../views/case-record.ts';

interface Reading {
  prisma: Prisma;
  directory: Directory;
  clock: OfficeClock;
}

export interface Found {
  id: string;
  principalId: string | null;
}

export async function assignmentRows(
  { prisma, directory, clock }: Reading,
  found: readonly Found[],
): Promise<Assignment[]> {
  if (found.length === 0) return [];
  const rows = await prisma.assignment.findMany({
    where: { id: { in: found.map(({ id }) => id) } },
    include: { case: { select: { number: true, title: true, state: true, rules: true, applicantId: true } } },
  });
  const [people, now, remarks] = await Promise.all([
    directory.people([...rows.map((row) => row.case.applicantId), ...found.map(({ principalId }) => principalId)]),
    clock.read(),
    opinionsOf(prisma, rows),
  ]);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return found.flatMap(({ id, principalId }) => {
    const row = byId.get(id);
    if (!row) return [];
    const rules = row.case.rules as unknown as CaseRules;
    return {
      id,
      caseId: row.caseId,
      number: row.case.number,
      title: row.case.title,
      process: { slug: row.process, name: processBySlug(row.process)?.name ?? { zh: row.process, en: row.process } },
      caseState: row.case.state as CaseState,
      stage: stageName(rules, row.stage),
      round: row.round,
      purpose: row.purpose as Purpose,
      state: row.state as AssignmentState,
      from: people.get(row.case.applicantId),
      openedAt: instant(row.openedAt),
      closedAt: instantOrNull(row.closedAt),
      due: now.due(row, { closedAt: row.closedAt }),
      onBehalfOf: people.orNull(principalId),
      batch: row.state === 'open' && row.purpose === 'decide' && !asksForMore(rules, row.stage),
      opinion: remarks.get(row.remarkId ?? '') ?? null,
    };
  });
}

/** An amount or a meeting: whoever approves many at once names neither. */
const asksForMore = ({ stages }: CaseRules, slug: string): boolean =>
  stages.some(
    (stage) =>
      stage.slug === slug && stage.kind === 'review' && (stage.award !== undefined || stage.meeting !== undefined),
  );

async function opinionsOf(prisma: Prisma, rows: { remarkId: string | null }[]): Promise<Map<string, string>> {
  const ids = rows.flatMap(({ remarkId }) => remarkId ?? []);
  const remarks =
    ids.length === 0
      ? []
      : await prisma.remark.findMany({ where: { id: { in: ids } }, select: { id: true, body: true } });
  return new Map(remarks.map(({ id, body }) => [id, body]));
}
