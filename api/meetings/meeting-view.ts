/** A meeting as its page shows it, and as a row of the list. */
import type { CaseState, Purpose } from '../../processes/case.ts';
import type { Asker } from '../asker.ts';
import type { MeetingMember, MeetingView } from '../contract/meetings.ts';
import { unitRef } from '../directory.ts';
import type { People } from '../directory.ts';
import { instant, instantOrNull } from '../instant.ts';
import type { Needs } from '../needs.ts';
import { readCase, stageName } from '../views/case-record.ts';
import { stationsOf } from '../views/stations.ts';
import { readAgenda, readCandidates } from './agenda.ts';
import { minutesOf, publishedDocument, readVersions } from './minutes.ts';
import type { MeetingRecord, MeetingSight } from './sight.ts';
import { topicViews } from './topics.ts';
import { myTurns, unitOf } from './turns.ts';

export async function readMeeting(
  needs: Needs,
  asker: Asker,
  meeting: MeetingRecord,
  sight: MeetingSight,
): Promise<MeetingView> {
  const { prisma, directory, clock } = needs;
  const { file, caseId, form } = meeting;
  const everything = sight.office || sight.oversees;
  const agendaFixed = file.assignments.some(({ purpose, state }) => purpose === 'set-agenda' && state === 'submitted');
  const [record, now, units, people, topics, versions, document, remarks] = await Promise.all([
    readCase(prisma, caseId),
    clock.read(),
    directory.units(),
    directory.people([file.applicantId, ...file.assignments.map(({ decidedById }) => decidedById)]),
    prisma.topic.findMany({ where: { caseId }, orderBy: [{ unitId: 'asc' }, { position: 'asc' }] }),
    readVersions(needs, caseId, sight),
    publishedDocument(needs, caseId),
    prisma.remark.findMany({ where: { caseId, final: true }, select: { id: true, body: true } }),
  ]);
  const seen = topics.filter(
    ({ unitId, sentAt }) => sight.units.has(unitId) || (sentAt !== null && (everything || agendaFixed)),
  );
  const agenda = everything || agendaFixed ? await readAgenda(needs, asker, caseId) : [];
  const setting = sight.office && file.stage === 'agenda';
  const [last] = versions;
  const turns = myTurns(asker, meeting);
  const visit = file.visits.find(({ stage, closedAt }) => stage === file.stage && closedAt === null);
  return {
    ...headOf(meeting),
    note: form.topics.note ?? null,
    applicant: people.get(file.applicantId),
    due: visit ? now.due(visit) : null,
    sequence: file.sequence,
    stages: stationsOf(record, { clock: now, units, people, handles: true }),
    members: membersOf(meeting, units, people, new Map(remarks.map(({ id, body }) => [id, body])), topics),
    topics: await topicViews(directory, seen),
    agenda,
    agendaFixed,
    candidates: setting ? await readCandidates(needs, asker, agenda) : [],
    minutes: last ? await minutesOf(directory, last) : null,
    versions: versions
      .filter(({ final }) => final)
      .map(({ version, savedAt }) => ({ version, savedAt: instant(savedAt) })),
    document: document !== null,
    office: sight.office,
    itemUnits:
      sight.office && meeting.publishedAt !== null
        ? [...units.values()].filter(({ kind }) => kind !== 'enterprise').map(({ id, name }) => ({ id, name }))
        : [],
    turns: turns.map((turn) => ({
      assignmentId: turn.id,
      round: turn.round,
      purpose: turn.purpose as Purpose,
      unitId: turn.purpose === 'send-topics' || turn.purpose === 'decide' ? unitOf(turn) : null,
      due: now.due(turn),
    })),
  };
}

export function headOf({
  file,
  form,
  rules,
  minutesNumber,
  publishedAt,
}: Pick<MeetingRecord, 'file' | 'form' | 'rules' | 'minutesNumber' | 'publishedAt'>) {
  const { heldOn, startsAt, place, chair } = form.meeting;
  return {
    ...{ id: file.id, number: file.number, title: file.title, heldOn, startsAt, place, chair, minutesNumber },
    topicsDueOn: form.topics.dueOn,
    state: file.state as CaseState,
    businessState: file.businessState as MeetingView['businessState'],
    stage: file.stage === null ? null : stageName(rules, file.stage),
    publishedAt: instantOrNull(publishedAt),
  };
}

type Turn = MeetingRecord['file']['assignments'][number];

/** Each unit: what it sent, and where its signature stands in the last round. */
function membersOf(
  { file, rules, memberIds }: MeetingRecord,
  units: Parameters<typeof unitRef>[0],
  people: People,
  remarks: ReadonlyMap<string, string>,
  topics: { unitId: string; sentAt: Date | null }[],
): MeetingMember[] {
  const signing = rules.stages.find((stage) => stage.kind === 'countersign');
  const round = Math.max(0, ...file.assignments.filter(({ stage }) => stage === 'members').map((turn) => turn.round));
  // Opened in the order of the stage's units; one that changed hands is followed by its successor.
  const opened = file.assignments
    .filter((turn) => turn.stage === 'members' && turn.round === round && turn.purpose === 'decide')
    .toSorted((a, b) => numberOf(a) - numberOf(b));
  const first = opened.slice(0, signing?.units.length ?? 0);
  return memberIds.map((unitId) => {
    const sending = file.assignments
      .filter((turn) => turn.purpose === 'send-topics' && unitOf(turn) === unitId)
      .toSorted((a, b) => numberOf(a) - numberOf(b))
      .at(-1);
    const sent = topics.filter((topic) => topic.unitId === unitId && topic.sentAt !== null).length;
    const index = signing?.units.findIndex(({ holder }) => holder.kind === 'role' && holder.unitId === unitId) ?? -1;
    const turn = latest(first[index], file.assignments);
    const answered = turn?.state === 'approved' || turn?.state === 'rejected';
    return {
      unit: unitRef(units, unitId),
      topics: topicsState(sending, sent),
      sentTopics: sent,
      signature: signatureState(turn),
      by: answered ? people.orNull(turn.decidedById) : null,
      at: answered ? instantOrNull(turn.closedAt) : null,
      opinion: answered ? (remarks.get(turn.remarkId ?? '') ?? null) : null,
    };
  });
}

const numberOf = ({ id }: { id: string }): number => Number(id.slice(id.lastIndexOf('-') + 1));

/** 转办 leaves the next turn with the same subject; an added signature names its parent. */
function latest(turn: Turn | undefined, all: Turn[]): Turn | undefined {
  if (!turn) return undefined;
  const next = all.find(
    (each) =>
      (turn.state === 'transferred' &&
        each.stage === turn.stage &&
        each.round === turn.round &&
        each.personId !== null &&
        each.purpose === 'decide' &&
        numberOf(each) > numberOf(turn) &&
        each.openedAt.getTime() === turn.closedAt?.getTime()) ||
      (each.parentId === turn.id && each.purpose === 'sign-after'),
  );
  return next ? latest(next, all) : turn;
}

function topicsState(turn: Turn | undefined, sent: number): MeetingMember['topics'] {
  if (turn?.state === 'submitted') return sent > 0 ? 'sent' : 'none';
  if (turn?.state === 'skipped' || turn?.state === 'cancelled') return sent > 0 ? 'sent' : 'missed';
  return 'waiting';
}

function signatureState(turn: Turn | undefined): MeetingMember['signature'] {
  switch (turn?.state) {
    case undefined:
      return 'none';
    case 'approved':
      return 'agreed';
    case 'rejected':
      return 'refused';
    case 'skipped':
    case 'cancelled':
      return 'passed';
    default:
      return turn?.dueAt && turn.dueAt.getTime() <= Date.now() ? 'late' : 'waiting';
  }
}
