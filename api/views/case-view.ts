import { shanghaiDate } from '../../processes/shanghai.ts';
/** The case page: header, facts, masked form, findings, files, route, turns, and what I may do. */
import type { z } from 'zod';
import { processBySlug } from '../../processes/catalogue.ts';
import { formJsonSchema } from '../../processes/form-json-schema.ts';
import type { Verdict } from '../../processes/case.ts';
import type { Asker } from '../asker.ts';
import type { Entered } from '../case-door.ts';
import type { CaseView, caseView as caseViewShape } from '../contract/cases.ts';
import { holderName, holderOf, unitRef } from '../directory.ts';
import type { Directory, People } from '../directory.ts';
import type { CheckContext } from '../../processes/process.ts';
import type { Policy } from '../../processes/policy.ts';
import type { Prisma } from '../../prisma/client.ts';
import { checkContext } from '../applications.ts';
import { instant, instantOrNull } from '../instant.ts';
import type { ClockReading, OfficeClock } from '../office-clock.ts';
import { standingOn } from '../standing.ts';
import { verdictNames } from '../../processes/names.ts';
import { actionsOf } from './actions.ts';
import type { ActionContext } from './actions.ts';
import { isPending, purposeOf, readCase, stageName } from './case-record.ts';
import type { CaseRecord } from './case-record.ts';
import { candidates } from './candidates.ts';
import { certificateView } from './certificate-view.ts';
import { fileView, isProduced } from './file-view.ts';
import { stationsOf } from './stations.ts';
import { sensitivePaths } from './sensitive-paths.ts';

interface Reading {
  prisma: Prisma;
  policy: Policy;
  directory: Directory;
  clock: OfficeClock;
  publicUrl: string;
}

export async function readCaseView(
  reading: Reading,
  asker: Asker,
  { audience, sight }: Entered,
): Promise<z.input<typeof caseViewShape>> {
  const { prisma, policy, directory, publicUrl } = reading;
  const [record, clock, units] = await Promise.all([
    readCase(prisma, audience.caseId),
    reading.clock.read(),
    directory.units(),
  ]);
  const definition = processBySlug(record.process);
  const [people, files, context, extra] = await Promise.all([
    directory.people(idsIn(record)),
    prisma.file.findMany({ where: { caseId: record.id }, orderBy: { createdAt: 'asc' } }),
    checkContext(reading, {
      process: record.process,
      applicantId: record.applicantId,
      unitId: record.unitId,
      exceptCaseId: record.id,
    }),
    actionContext(prisma, directory, record, asker),
  ]);
  const paths = filePaths(record.form);
  const uploads = files.filter((file) => !isProduced(file));
  return {
    id: record.id,
    number: record.number,
    process: { slug: record.process, name: definition?.name ?? { zh: record.process, en: record.process } },
    title: record.title,
    state: record.state,
    businessState: record.businessState as CaseView['businessState'],
    stage: record.stage === null ? null : stageName(record.rules, record.stage),
    applicant: people.get(record.applicantId),
    submittedAt: instant(record.submittedAt),
    updatedAt: instant(record.updatedAt),
    closedAt: instantOrNull(record.closedAt),
    unit: unitRef(units, record.unitId),
    policyVersion: record.policyVersion,
    keyFacts: definition?.keyFacts(record.form) ?? [],
    form: (definition?.masked(record.form) ?? {}) as Record<string, unknown>,
    formSchema: definition ? formJsonSchema(definition, policy) : {},
    findings: definition ? findingsOf(definition, record, context) : [],
    files: uploads.map((file) => ({ ...fileView(file), path: paths.get(file.id) ?? null })),
    documents: files.filter(isProduced).map(fileView),
    stages: stationsOf(record, { clock, units, people, handles: sight.handles }),
    assignments: record.assignments.filter(isPending).map((turn) => ({
      id: turn.id,
      stage: stageName(record.rules, turn.stage),
      round: turn.round,
      purpose: purposeOf(turn),
      state: turn.state as CaseView['assignments'][number]['state'],
      holder: turn.sealed && !sight.handles ? { zh: '专家', en: 'Expert' } : holderName(holderOf(turn), units, people),
      mine: standingOn(asker, turn) !== null,
      openedAt: instant(turn.openedAt),
      due: clock.due(turn),
    })),
    deadline: deadlineOf(record, asker, clock),
    notice: record.notice && {
      id: record.notice.id,
      state: record.notice.state,
      publishedAt: instant(record.notice.publishedAt),
      endsAt: instant(record.notice.endsAt),
    },
    objections: sight.handles
      ? (record.notice?.objections ?? []).map(({ id, name, body, state, createdAt }) => ({
          id,
          name,
          body,
          state,
          createdAt: instant(createdAt),
        }))
      : [],
    ballots: sight.handles ? await ballotsOf(prisma, record, people) : [],
    certificate: record.certificate && certificateView(record.certificate, units, publicUrl),
    copies: record.copies.map(({ userId, at }) => ({ person: people.get(userId), at: instant(at) })),
    actions: actionsOf(record, {
      asker,
      sight,
      people,
      maskedPaths: sensitivePaths(definition, record.form),
      ...extra,
    }),
    sequence: record.sequence,
  };
}

const idsIn = (record: CaseRecord) => [
  record.applicantId,
  ...record.assignments.flatMap(({ personId, decidedById, onBehalfOfId }) => [personId, decidedById, onBehalfOfId]),
  ...record.copies.map(({ userId }) => userId),
];

/** Findings as they stand today; a certificate of this very case is no reason against it. */
function findingsOf(
  definition: NonNullable<ReturnType<typeof processBySlug>>,
  record: CaseRecord,
  context: CheckContext,
) {
  const others = context.certificates.filter(({ number }) => number !== record.certificate?.number);
  // What was checked in a table is not checked again against another day.
  const today = definition.madeInBatches ? shanghaiDate(record.submittedAt.getTime()) : context.today;
  return definition.check(record.form, { ...context, today, certificates: others });
}

/** The turn that is mine, else the one due first; else the stage itself (a notice). */
function deadlineOf(record: CaseRecord, asker: Asker, clock: ClockReading) {
  const open = record.assignments
    .filter(({ state }) => state === 'open')
    .toSorted((a, b) => (a.dueAt?.getTime() ?? Infinity) - (b.dueAt?.getTime() ?? Infinity));
  const turn = open.find((each) => standingOn(asker, each) !== null) ?? open[0];
  const visit = record.visits.findLast(({ stage, closedAt }) => stage === record.stage && closedAt === null);
  return turn ? clock.explained(turn) : visit ? clock.explained(visit) : null;
}

/** Read only where an action needs it. */
async function actionContext(
  prisma: Prisma,
  directory: Directory,
  record: CaseRecord,
  asker: Asker,
): Promise<Pick<ActionContext, 'experts' | 'draftId' | 'urgedAtMs'>> {
  const mine = record.assignments.filter((turn) => turn.state === 'open' && standingOn(asker, turn) !== null);
  const appointing = mine.some(({ purpose }) => purpose === 'appoint-panel');
  const correcting = mine.some(({ purpose }) => purpose === 'correct');
  const [experts, draft, urged] = await Promise.all([
    appointing ? candidates(prisma, directory, record) : [],
    correcting
      ? prisma.draft.findFirst({
          where: { caseId: record.id, userId: asker.id },
          orderBy: { updatedAt: 'desc' },
          select: { id: true },
        })
      : null,
    asker.id === record.applicantId
      ? prisma.event.findFirst({
          where: { caseId: record.id, kind: 'urged' },
          orderBy: { sequence: 'desc' },
          select: { at: true },
        })
      : null,
  ]);
  return { experts, draftId: draft?.id ?? null, urgedAtMs: urged ? Date.parse(urged.at) : null };
}

async function ballotsOf(prisma: Prisma, record: CaseRecord, people: People): Promise<CaseView['ballots']> {
  const cast = record.assignments.filter(
    ({ purpose, sealed, closedAt, answer }) =>
      (purpose === 'vote' || purpose === 'score') && !sealed && closedAt !== null && answer !== null,
  );
  const remarks = await prisma.remark.findMany({
    where: { id: { in: cast.flatMap(({ remarkId }) => remarkId ?? []) }, final: true },
  });
  return cast.map((turn) => {
    const { verdict, score } = turn.answer as { verdict?: Verdict; score?: number };
    return {
      stage: turn.stage,
      round: turn.round,
      expert: people.get(turn.decidedById ?? ''),
      verdict: verdictNames[verdict ?? 'approve'],
      score: score ?? null,
      opinion: remarks.find(({ id }) => id === turn.remarkId)?.body ?? null,
      at: instant(turn.closedAt ?? turn.openedAt),
    };
  });
}

/** Form path of each file id, e.g. `evidence.degree.0`. */
function filePaths(form: unknown, path: string[] = [], found = new Map<string, string>()): Map<string, string> {
  if (typeof form === 'string') found.set(form, path.join('.'));
  else if (typeof form === 'object' && form !== null)
    for (const [key, value] of Object.entries(form)) filePaths(value, [...path, key], found);
  return found;
}
