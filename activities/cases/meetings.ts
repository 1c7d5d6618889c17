/** What a joint meeting leaves beside its case: topics, agenda, minutes. Texts are rows already; a transition makes them final. */
import { shanghaiDate } from '../../processes/working-days.ts';
import type { MeetingForm } from '../../processes/joint-meeting/form.ts';
import type { CaseRules, Stage, StageKind } from '../../processes/case.ts';
import { next } from './case-row.ts';
import { caseContent, type Writing } from './writing.ts';

export async function openMeeting(writing: Writing): Promise<void> {
  const { tx, request } = writing;
  const { meeting, topics } = (await caseContent(writing)).form as MeetingForm;
  const memberIds = (await stageOf(writing, 'topics')).units.flatMap(({ holder }) =>
    holder.kind === 'role' ? [holder.unitId] : [],
  );
  await tx.meeting.create({
    data: { caseId: request.caseId, heldOn: meeting.heldOn, topicsDueOn: topics.dueOn, memberIds },
    select: { caseId: true },
  });
}

/** Of the rules the meeting carries. */
async function stageOf<K extends StageKind>({ tx, request }: Writing, kind: K): Promise<Extract<Stage, { kind: K }>> {
  const row = await tx.case.findUniqueOrThrow({ where: { id: request.caseId }, select: { rules: true } });
  const stage = (row.rules as unknown as CaseRules).stages.find((each) => each.kind === kind);
  if (!stage) throw new TypeError(`a meeting without a stage "${kind}"`);
  return stage as Extract<Stage, { kind: K }>;
}

/** Drafts of the meeting's units only; what another transition has sent stays as it was sent. */
export async function keepTopics({ tx, request, at }: Writing, topicIds: string[]): Promise<void> {
  await tx.topic.updateMany({
    where: { id: { in: topicIds }, caseId: request.caseId, sentAt: null },
    data: { sentAt: at },
  });
}

/** Topics unit by unit in the order of the members, then every action item that is not done yet. */
export async function openAgenda({ tx, request }: Writing): Promise<void> {
  const { caseId } = request;
  const { memberIds } = await tx.meeting.findUniqueOrThrow({ where: { caseId }, select: { memberIds: true } });
  const topics = await tx.topic.findMany({
    where: { caseId, sentAt: { not: null } },
    orderBy: { position: 'asc' },
    select: { id: true, unitId: true },
  });
  const open = await tx.case.findMany({
    where: { process: 'meeting-action-items', closedAt: null },
    orderBy: { number: 'asc' },
    select: { id: true },
  });
  const rank = ({ unitId }: { unitId: string }) => memberIds.indexOf(unitId);
  const entries = [
    ...topics.toSorted((a, b) => rank(a) - rank(b)).map(({ id }) => ({ kind: 'topic', topicId: id })),
    ...open.map(({ id }) => ({ kind: 'item', aboutId: id })),
  ];
  await tx.agendaEntry.createMany({
    data: entries.map((entry, index) => ({ caseId, position: index + 1, ...entry })),
    skipDuplicates: true,
  });
}

export async function fixAgenda({ tx, request }: Writing): Promise<void> {
  // Whoever is saving the agenda in this moment is waited for, or finds it fixed.
  await tx.$queryRaw`SELECT 1 FROM meeting WHERE case_id = ${request.caseId} FOR UPDATE`;
  await tx.agendaEntry.updateMany({ where: { caseId: request.caseId }, data: { final: true } });
}

/** What its author handed on stays as it is: the database refuses to change it from here on. */
export async function keepMinutes({ tx, request }: Writing, minutesId: string): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM meeting WHERE case_id = ${request.caseId} FOR UPDATE`;
  const { count } = await tx.minutes.updateMany({
    where: { id: minutesId, caseId: request.caseId, final: false },
    data: { final: true },
  });
  if (count === 0) throw new TypeError('no such draft of the minutes');
}

/** 文号: the next of the year, in the words of the policy the meeting was opened under. */
export async function numberMinutes(writing: Writing): Promise<void> {
  const { tx, request, at } = writing;
  const stage = await stageOf(writing, 'publication');
  const year = shanghaiDate(at.getTime()).slice(0, 4);
  const number = await next(tx, `minutes:${year}`);
  await tx.meeting.update({
    where: { caseId: request.caseId },
    data: {
      minutesNumber: stage.number.replace('{year}', year).replace('{number}', String(number)),
      publishedAt: at,
    },
    select: { caseId: true },
  });
}
