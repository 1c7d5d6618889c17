/** A decision on a turn: by what right, in which round, said to the case once. */
import { randomUUID } from 'node:crypto';
import { statement } from '../prisma/client.ts';
import type { Prisma } from '../prisma/client.ts';
import { Prisma as Sql } from '../prisma/generated/client.ts';
import type { Actor } from '../processes/case.ts';
import { decide } from '../workflows/messages.ts';
import type { Receipt } from '../workflows/messages.ts';
import { hashOf } from './act-links.ts';
import type { Asker } from './asker.ts';
import type { CaseDoor } from './case-door.ts';
import type { CaseMessages } from './case-messages.ts';
import type { DecisionBody } from './contract/assignments.ts';
import { refuseAnswer, refuseUndone } from './decision-answers.ts';
import type { Directory } from './directory.ts';
import { meetingAnswer } from './meetings/turn-answer.ts';
import { alreadyDecided, Problem } from './problems.ts';
import { orRefusal, readDecided } from './refusals.ts';
import { actorOf, standingOn } from './standing.ts';
import type { Standing, TurnRow } from './standing.ts';

export interface Deciding {
  prisma: Prisma;
  directory: Directory;
  door: CaseDoor;
  messages: CaseMessages;
}

export interface Said {
  asker: Asker;
  assignmentId: string;
  body: Omit<DecisionBody, 'decisionId'>;
  /** The caller's own id of this decision: repeating it gives the same answer. */
  decisionId?: string | undefined;
  /** A batch: plain reviews only. */
  plainOnly?: boolean;
  via: Actor['via'];
  ip: string;
}

export async function decideTurn(
  deciding: Deciding,
  { asker, assignmentId, body, decisionId = randomUUID(), plainOnly = false, via, ip }: Said,
): Promise<Receipt> {
  const turn = await readTurn(deciding, asker, assignmentId, ip);
  if (plainOnly && turn.purpose !== 'decide') throw new Problem('NotAllowed');
  const { verdict, opinion, returnTo, resubmission, round } = body;
  const data = await meetingAnswer(deciding.prisma, { ...turn, assignmentId, userId: asker.id }, decisionId, body.data);
  const answer = { caseId: turn.caseId, assignmentId, userId: asker.id, data };
  if (turn.state === 'open') await refuseAnswer(deciding.prisma, answer);
  const message = {
    actor: actorOf(asker, turn.standing, via),
    assignmentId,
    round: round ?? turn.round,
    verdict,
    ...(returnTo !== undefined && { returnTo }),
    ...(resubmission !== undefined && { resubmission }),
    ...(data !== undefined && { data }),
  };
  const receipt = await orRefusal(deciding, assignmentId, () =>
    deciding.messages.say({
      caseId: turn.caseId,
      update: decide,
      message,
      updateId: `${assignmentId}:${decisionId}:${digest(asker, body)}`,
      text: opinion,
      authorId: asker.id,
    }),
  );
  await refuseUndone(deciding.prisma, answer);
  return receipt;
}

/** Saying the same again is answered with the first answer; anything else under its id, also while that is on its way, is another decision. */
const digest = ({ id }: Asker, { verdict, opinion, returnTo, resubmission, data }: Said['body']): string =>
  hashOf(JSON.stringify([id, verdict, opinion, returnTo, resubmission, Object.entries(data ?? {}).toSorted()])).slice(
    0,
    16,
  );

export interface Turn {
  caseId: string;
  round: number;
  purpose: string;
  state: string;
  standing: Standing;
}

interface TurnState {
  caseId: string;
  round: number;
  state: string;
  decidedById: string | null;
}

/**
 * The turn and by what right the asker has it. Throws NotFound for a foreign case, OwnCase and NotYours for a foreign turn. Who already
 * decided it keeps their right, so that a repeated call can be answered.
 */
export async function readTurn(
  { prisma, directory, door }: Omit<Deciding, 'messages'>,
  asker: Asker,
  assignmentId: string,
  ip: string,
): Promise<Turn> {
  const [row] = await statement<TurnRow & TurnState>(
    prisma,
    Sql.sql`
    SELECT case_id AS "caseId", process, round, purpose, state, unit_id AS "unitId", role, person_id AS "personId",
      excluded_id AS "excludedId", decided_by_id AS "decidedById"
    FROM assignment WHERE id = ${assignmentId}`,
  );
  if (!row) throw new Problem('NotFound');
  const standing = standingOn(asker, row);
  const { caseId, round, purpose, state } = row;
  if (standing) {
    if (state !== 'open' && row.decidedById !== asker.id) {
      const decided = await readDecided({ prisma, directory }, assignmentId);
      if (decided) throw alreadyDecided(decided);
    }
    return { caseId, round, purpose, state, standing };
  }
  await door.enter(asker, caseId, ip);
  const decided = await readDecided({ prisma, directory }, assignmentId);
  if (decided && row.excludedId !== asker.id) throw alreadyDecided(decided);
  throw new Problem(row.excludedId === asker.id ? 'OwnCase' : 'NotYours');
}
