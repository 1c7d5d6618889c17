/** The page behind a mailed link: the turn, the case in short, and what may be decided. */
import { processBySlug } from '../../processes/catalogue.ts';
import { verdictNames } from '../../processes/names.ts';
import { isOwnTurn } from '../../processes/own-turns.ts';
import type { Policy } from '../../processes/policy.ts';
import type { Prisma } from '../../prisma/client.ts';
import type { ActLink } from '../act-links.ts';
import { checkContext } from '../applications.ts';
import type { Asker } from '../asker.ts';
import type { ActView } from '../contract/act-links.ts';
import type { Directory } from '../directory.ts';
import type { OfficeClock } from '../office-clock.ts';
import { readDecided } from '../refusals.ts';
import { standingOn } from '../standing.ts';
import { decideAction } from './actions.ts';
import { purposeOf, readCase, stageName } from './case-record.ts';
import type { AssignmentRow } from './case-record.ts';
import { candidates } from './candidates.ts';
import { stationsOf } from './stations.ts';

/** A ballot whose panel has not closed: that it was cast is no secret, what it says is. */
const sealedVote = { zh: '已提交，全部专家提交前密封', en: 'Sent, sealed until all are in' };

interface Reading {
  prisma: Prisma;
  policy: Policy;
  directory: Directory;
  clock: OfficeClock;
}

interface Behind {
  link: ActLink;
  /** For whom the link was made. */
  holder: Asker;
  turn: AssignmentRow;
  state: ActView['state'];
  needsSignIn: boolean;
  signedIn: Asker | null;
}

export async function actView(
  reading: Reading,
  { link, holder, turn, state, needsSignIn, signedIn }: Behind,
): Promise<ActView> {
  const { prisma, directory } = reading;
  const [record, clock, units] = await Promise.all([
    readCase(prisma, turn.caseId),
    reading.clock.read(),
    directory.units(),
  ]);
  const definition = processBySlug(record.process);
  const standing = standingOn(holder, turn);
  const [people, context, decided] = await Promise.all([
    directory.people([
      record.applicantId,
      standing?.onBehalfOf ?? null,
      ...record.assignments.flatMap(({ personId, decidedById }) => [personId, decidedById]),
    ]),
    checkContext(reading, {
      process: record.process,
      applicantId: record.applicantId,
      unitId: record.unitId,
      exceptCaseId: record.id,
    }),
    state === 'decided' ? readDecided(reading, link.assignmentId) : null,
  ]);
  const experts =
    state === 'open' && turn.purpose === 'appoint-panel' ? await candidates(prisma, directory, record) : [];
  return {
    state,
    needsSignIn,
    signedInAs: signedIn && signedIn.id !== holder.id ? signedIn.name : null,
    person: { name: holder.name },
    case: {
      id: record.id,
      number: record.number,
      title: record.title,
      process: definition?.name ?? { zh: record.process, en: record.process },
      applicant: people.get(record.applicantId),
      keyFacts: definition?.keyFacts(record.form) ?? [],
      findings: definition?.check(record.form, context) ?? [],
      stages: stationsOf(record, { clock, units, people, handles: !isOwnTurn(purposeOf(turn)) }),
    },
    stage: stageName(record.rules, turn.stage),
    due: clock.due(turn, { closedAt: turn.closedAt }),
    deadline: clock.explained(turn),
    action: state === 'open' && standing ? decideAction(record, turn, standing, { people, experts }) : null,
    decided: decided && {
      by: decided.by,
      at: decided.at,
      verdict: decided.verdict ? verdictNames[decided.verdict] : sealedVote,
    },
  };
}
