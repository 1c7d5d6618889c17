import type { Prisma } from '../../prisma/client.ts';
import type { Prisma as Types } from '../../prisma/generated/client.ts';
import type { CaseRules, CountersignStage } from '../../processes/case.ts';
import { processBySlug } from '../../processes/catalogue.ts';
import type { Asker } from '../asker.ts';
import type { CountersignBoard } from '../contract/countersigns.ts';
import type { Directory } from '../directory.ts';
import { unitRef } from '../directory.ts';
import { instant, instantOrNull } from '../instant.ts';
import type { OfficeClock } from '../office-clock.ts';

interface Reading {
  prisma: Prisma;
  directory: Directory;
  clock: OfficeClock;
}

/** Every open countersign whose lead is a unit of the asker's, the one due first on top. */
export async function countersignBoards(
  { prisma, directory, clock }: Reading,
  asker: Asker,
): Promise<CountersignBoard[]> {
  const visits = await prisma.stageVisit.findMany({
    where: { state: 'open', closedAt: null, case: { closedAt: null } },
    orderBy: { dueAt: 'asc' },
    take: 500,
    include: { case: { select: { id: true, number: true, title: true, process: true, rules: true } } },
  });
  const led = visits.flatMap((visit) => {
    const stage = (visit.case.rules as unknown as CaseRules).stages.find(({ slug }) => slug === visit.stage);
    return stage?.kind === 'countersign' && leads(asker, stage) ? [{ visit, stage }] : [];
  });
  const turns = await prisma.assignment.findMany({
    where: { caseId: { in: led.map(({ visit }) => visit.caseId) }, stage: { in: led.map(({ visit }) => visit.stage) } },
  });
  turns.sort((a, b) => numberOf(a) - numberOf(b));
  const transfers = await prisma.event.findMany({
    where: { caseId: { in: led.map(({ visit }) => visit.caseId) }, kind: 'transferred' },
    select: { facts: true },
  });
  const handedOn = new Map(
    transfers.map(({ facts }) => {
      const { assignmentId, successorId } = facts as { assignmentId: string; successorId: string };
      return [assignmentId, successorId];
    }),
  );
  const remarkIds = turns.flatMap(({ remarkId }) => remarkId ?? []);
  const [now, units, people, remarks] = await Promise.all([
    clock.read(),
    directory.units(),
    directory.people(turns.map(({ decidedById }) => decidedById)),
    prisma.remark.findMany({ where: { id: { in: remarkIds } }, select: { id: true, body: true } }),
  ]);
  return led.map(({ visit, stage }) => {
    const here = turns.filter(
      (turn) => turn.caseId === visit.caseId && turn.stage === visit.stage && turn.round === visit.round,
    );
    // One turn a unit, opened in the stage's order before any other.
    const first = here.filter(({ purpose, parentId }) => purpose === 'decide' && parentId === null);
    const answers = stage.units.map(({ holder, name }, index) => {
      const turn = lastOf(first[index], here, handedOn);
      const answered = turn?.state === 'approved' || turn?.state === 'rejected';
      return {
        unit: holder.kind === 'role' ? unitRef(units, holder.unitId) : { id: holder.userId, name },
        state: stateOf(turn),
        by: answered ? people.orNull(turn.decidedById) : null,
        at: answered ? instantOrNull(turn.closedAt) : null,
        opinion: answered ? (remarks.find(({ id }) => id === turn.remarkId)?.body ?? null) : null,
      };
    });
    return {
      case: { id: visit.case.id, number: visit.case.number, title: visit.case.title },
      process: {
        slug: visit.case.process,
        name: processBySlug(visit.case.process)?.name ?? { zh: visit.case.process, en: visit.case.process },
      },
      stage: { slug: stage.slug, name: stage.name },
      round: visit.round,
      openedAt: instant(visit.openedAt),
      due: now.due(visit),
      coordinating: here.some(({ purpose, state }) => purpose === 'coordinate' && state === 'open'),
      answered: answers.filter(({ state }) => state === 'agreed' || state === 'refused').length,
      late: answers.filter(({ state }) => state === 'late').length,
      units: answers,
    };
  });
}

type Turn = Types.AssignmentGetPayload<object>;

const leads = ({ memberships }: Asker, { lead }: CountersignStage): boolean =>
  lead.kind === 'role' && memberships.some(({ unitId }) => unitId === lead.unitId);

/** Turns are numbered as the case opened them: `<case>-12`. */
const numberOf = ({ id }: Turn): number => Number(id.slice(id.lastIndexOf('-') + 1));

/** Follows a turn through the hands it went to, and through added signatures, to the one that counts. */
function lastOf(turn: Turn | undefined, here: Turn[], handedOn: ReadonlyMap<string, string>): Turn | undefined {
  for (let last = turn; last;) {
    const { id } = last;
    const next = here.find(
      (each) => each.id === handedOn.get(id) || (each.parentId === id && each.purpose === 'sign-after'),
    );
    if (!next) return last;
    last = next;
  }
  return undefined;
}

function stateOf(turn: Turn | undefined): CountersignBoard['units'][number]['state'] {
  if (turn?.state === 'approved') return 'agreed';
  if (turn?.state === 'rejected') return 'refused';
  return turn?.dueAt && turn.dueAt.getTime() <= Date.now() ? 'late' : 'waiting';
}
