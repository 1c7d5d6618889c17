/** The agenda: what is on it, what might be, and its order as the office saves it. */
import { randomUUID } from 'node:crypto';
import type { Prisma as Types } from '../../prisma/generated/client.ts';
import type { CaseRules, CaseState, Verdict } from '../../processes/case.ts';
import { processBySlug } from '../../processes/catalogue.ts';
import { verdictNames } from '../../processes/names.ts';
import { opinionRequired, verdictsFor } from '../../processes/verdicts.ts';
import type { Asker } from '../asker.ts';
import type { AgendaAbout, AgendaEntry, MeetingView, saveAgenda } from '../contract/meetings.ts';
import type { RouteBody } from '../contract/route.ts';
import { instant } from '../instant.ts';
import type { Needs } from '../needs.ts';
import { Problem } from '../problems.ts';
import { standingOn } from '../standing.ts';
import { verdictLabel } from '../views/decision-fields.ts';
import type { MeetingRecord } from './sight.ts';
import { topicViews } from './topics.ts';
import { mustHaveTurn } from './turns.ts';

/** The stage of other processes that waits for a joint meeting. */
const STAGE = 'joint-meeting';
const ITEMS = 'meeting-action-items';

type Subject = Types.CaseGetPayload<{ include: { assignments: true } }>;

export async function readAgenda(needs: Needs, asker: Asker, caseId: string): Promise<AgendaEntry[]> {
  const rows = await needs.prisma.agendaEntry.findMany({
    where: { caseId },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
    include: { topic: true },
  });
  const topics = await topicViews(
    needs.directory,
    rows.flatMap(({ topic }) => topic ?? []),
  );
  const subjects = await needs.prisma.case.findMany({
    where: { id: { in: rows.flatMap(({ aboutId }) => aboutId ?? []) } },
    include: { assignments: { where: { stage: STAGE } } },
  });
  const views = await aboutViews(needs, asker, subjects);
  return rows.map(({ id, kind, topicId, aboutId, dropReason }) => ({
    ...{ id, dropReason },
    kind: kind as AgendaEntry['kind'],
    topic: topics.find((topic) => topic.id === topicId) ?? null,
    about: views.find((view) => view.id === aboutId) ?? null,
  }));
}

/** Cases of any process that wait for the joint meeting, and are not on this agenda. */
export async function readCandidates(
  needs: Needs,
  asker: Asker,
  agenda: readonly AgendaEntry[],
): Promise<MeetingView['candidates']> {
  const waiting = await needs.prisma.case.findMany({
    where: {
      stage: STAGE,
      closedAt: null,
      id: { notIn: agenda.flatMap(({ about }) => about?.id ?? []) },
    },
    orderBy: { number: 'asc' },
    take: 100,
    include: { assignments: { where: { stage: STAGE } } },
  });
  return aboutViews(needs, asker, waiting);
}

async function aboutViews({ directory }: Needs, asker: Asker, subjects: Subject[]): Promise<AgendaAbout[]> {
  const people = await directory.people(
    subjects.flatMap(({ assignments }) => assignments.map(({ decidedById }) => decidedById)),
  );
  return subjects.map((subject) => {
    const definition = processBySlug(subject.process);
    const turns = subject.assignments.filter(({ purpose }) => purpose === 'decide');
    const open = turns.find((turn) => turn.state === 'open' && standingOn(asker, turn) !== null);
    const stage = (subject.rules as unknown as CaseRules).stages.find(({ slug }) => slug === STAGE);
    const closed = turns.find(({ closedAt, answer }) => closedAt !== null && answer !== null);
    const verdict = (closed?.answer as { verdict?: Verdict } | null | undefined)?.verdict;
    return {
      id: subject.id,
      number: subject.number,
      title: subject.title,
      process: { slug: subject.process, name: definition?.name ?? { zh: subject.process, en: subject.process } },
      state: subject.state as CaseState,
      businessState: subject.businessState as AgendaAbout['businessState'],
      keyFacts: definition?.keyFacts(subject.form) ?? [],
      verdicts: open
        ? verdictsFor('decide', stage).map((each) => ({
            verdict: each,
            label: verdictLabel('decide', each),
            opinionRequired: opinionRequired('decide', each),
          }))
        : [],
      decided:
        closed?.closedAt && verdict
          ? {
              verdict: verdictNames[verdict],
              by: people.orNull(closed.decidedById),
              at: instant(closed.closedAt),
            }
          : null,
    };
  });
}

export async function saveAgendaDraft(
  needs: Needs,
  asker: Asker,
  meeting: MeetingRecord,
  { entries }: RouteBody<typeof saveAgenda>,
): Promise<AgendaEntry[]> {
  mustHaveTurn(asker, meeting, 'set-agenda');
  const { caseId } = meeting;
  const { unitId } = needs.policy.processes['joint-meeting'].secretariat;
  await needs.prisma.$transaction(async (tx) => {
    // The transition that fixes the agenda takes the same lock: whoever comes second sees what the first has done.
    await tx.$queryRaw`SELECT 1 FROM meeting WHERE case_id = ${caseId} FOR UPDATE`;
    const open = await tx.assignment.count({ where: { caseId, purpose: 'set-agenda', state: 'open' } });
    if (open === 0) throw new Problem('NotOpen');
    const topics = await tx.topic.findMany({ where: { caseId, sentAt: { not: null } }, select: { id: true } });
    const subjects = await tx.case.findMany({
      where: { id: { in: entries.flatMap((entry) => ('caseId' in entry ? entry.caseId : [])) }, closedAt: null },
      select: { id: true, process: true, stage: true },
    });
    refuseOthers(
      entries,
      topics.map(({ id }) => id),
      subjects,
    );
    await tx.agendaEntry.deleteMany({ where: { caseId } });
    for (const [index, entry] of entries.entries()) {
      const at = { caseId, position: index + 1 };
      if ('topicId' in entry) {
        const { topicId, dropReason = null } = entry;
        await tx.agendaEntry.create({ data: { ...at, kind: 'topic', topicId, dropReason } });
      } else if ('caseId' in entry) {
        const kind = subjects.find(({ id }) => id === entry.caseId)?.process === ITEMS ? 'item' : 'case';
        await tx.agendaEntry.create({ data: { ...at, kind, aboutId: entry.caseId } });
      } else {
        const topic = { id: randomUUID(), caseId, unitId, position: index + 1, authorId: asker.id, sentAt: new Date() };
        await tx.topic.create({ data: { ...entry, ...topic } });
        await tx.agendaEntry.create({ data: { ...at, kind: 'topic', topicId: topic.id } });
      }
    }
  });
  return readAgenda(needs, asker, caseId);
}

/** Every topic is on the agenda once, or left out with a reason; nothing that does not wait for the meeting is on it. */
function refuseOthers(
  entries: RouteBody<typeof saveAgenda>['entries'],
  topicIds: string[],
  subjects: { id: string; process: string; stage: string | null }[],
): void {
  const errors: { path: string; message: { zh: string; en: string } }[] = [];
  const seen = new Set<string>();
  entries.forEach((entry, index) => {
    const path = `body.entries.${index}`;
    if ('title' in entry) return;
    const id = 'topicId' in entry ? entry.topicId : entry.caseId;
    if (seen.has(id)) errors.push({ path, message: { zh: '重复列入', en: 'on the agenda twice' } });
    seen.add(id);
    const known =
      'topicId' in entry
        ? topicIds.includes(id)
        : subjects.some((each) => each.id === id && (each.process === ITEMS || each.stage === STAGE));
    if (!known)
      errors.push({ path, message: { zh: '不是本次会议可列入的事项', en: 'not something for this meeting' } });
  });
  const left = topicIds.filter((id) => !seen.has(id)).length;
  if (left > 0)
    errors.push({
      path: 'body.entries',
      message: {
        zh: `还有 ${left} 个议题未安排，不列入的请写明理由`,
        en: `${left} topics are neither on nor left out`,
      },
    });
  if (errors.length > 0) throw new Problem('RulesNotMet', { errors });
}
