/** What a decision on a meeting's turn hands on: rows by their ids. Texts never travel with the message. */
import { createHash } from 'node:crypto';
import type { Prisma } from '../../prisma/client.ts';
import type { DecisionBody } from '../contract/assignments.ts';
import { Problem, problemOfRefusal } from '../problems.ts';
import { isBlank, type MinutesText } from '../../processes/joint-meeting/minutes-text.ts';

interface MeetingTurn {
  caseId: string;
  assignmentId: string;
  purpose: string;
  state: string;
  userId: string;
}

const LINE = 100;

/**
 * Topics: the drafts of the turn's unit, and the lines typed behind the mailed link, which become topics of their own. Minutes: the draft
 * as it stands. Throws BadDecisionData when there are no minutes.
 */
export async function meetingAnswer(
  prisma: Prisma,
  turn: MeetingTurn,
  decisionId: string,
  data: DecisionBody['data'],
): Promise<DecisionBody['data']> {
  switch (turn.purpose) {
    case 'send-topics': {
      const { topics: typed, ...rest } = data ?? {};
      if (typed !== undefined && typeof typed !== 'string') throw new Problem('BadRequest');
      return { ...rest, topicIds: await topicIds(prisma, turn, decisionId, typed) };
    }
    case 'write-minutes': {
      const draft = await prisma.minutes.findFirst({ where: { caseId: turn.caseId }, orderBy: { version: 'desc' } });
      // Closed already: a repetition is answered with what it said.
      if (!draft || (draft.final && turn.state === 'open') || isBlank(draft.document as unknown as MinutesText))
        throw problemOfRefusal({ code: 'BadDecisionData', field: 'minutesId', rule: 'required' });
      return { minutesId: draft.id };
    }
    default:
      return data;
  }
}

async function topicIds(
  prisma: Prisma,
  { caseId, assignmentId, userId, state }: MeetingTurn,
  decisionId: string,
  typed = '',
): Promise<string[]> {
  const { unitId, subjectId } = await prisma.assignment.findUniqueOrThrow({ where: { id: assignmentId } });
  const unit = subjectId ?? unitId ?? '';
  const drafts = await prisma.topic.findMany({
    where: { caseId, unitId: unit, ...(state === 'open' && { sentAt: null }) },
    orderBy: { position: 'asc' },
    select: { id: true },
  });
  const lines = typed
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const added = lines.map((line, index) => ({
    id: uuidOf(`${assignmentId}:${decisionId}:${index}`),
    ...{ caseId, unitId: unit, authorId: userId, position: drafts.length + index + 1 },
    title: [...line].slice(0, LINE).join(''),
    body: [...line].slice(LINE).join(''),
  }));
  // The same ids for a repeated call: nothing is entered twice.
  if (state === 'open') await prisma.topic.createMany({ data: added, skipDuplicates: true });
  return [...new Set([...drafts, ...added].map(({ id }) => id))];
}

/** A UUID (version 8) made of a name. */
function uuidOf(name: string): string {
  const hex = createHash('sha256').update(name).digest('hex');
  const variant = ((Number.parseInt(hex.slice(16, 18), 16) & 0x3f) | 0x80).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(18, 20)}-${hex.slice(20, 32)}`;
}
