/** The route: a case's stages as stations, done, now, suspended, to come. */
import { routeVisits } from '../../processes/route-visits.ts';
import type { Bilingual, Stage, Verdict } from '../../processes/case.ts';
import type { Station } from '../contract/cases.ts';
import type { People } from '../directory.ts';
import { holderName, holderOf } from '../directory.ts';
import { instantOrNull } from '../instant.ts';
import type { ClockReading } from '../office-clock.ts';
import type { UnitRef } from '../contract/shapes.ts';
import { shanghaiDate } from '../../processes/working-days.ts';
import { verdictNames } from '../../processes/names.ts';
import { isPending } from './case-record.ts';
import type { CaseRecord, VisitRow } from './case-record.ts';

export interface StationContext {
  clock: ClockReading;
  units: ReadonlyMap<string, UnitRef>;
  people: People;
  /** Handlers see who sits on a panel; applicants do not. */
  handles: boolean;
}

export function stationsOf(record: CaseRecord, context: StationContext): Station[] {
  const stages: Stage[] = record.rules.stages.flatMap((stage) => {
    const revoking =
      stage.kind === 'certificate' && record.visits.some((visit) => visit.stage === stage.revocation.slug);
    return revoking ? [stage, stage.revocation] : [stage];
  });
  const current = stages.findIndex(({ slug }) => slug === record.stage);
  const expected = expectedDays(record, stages, current, context.clock);
  const visits = routeVisits(record.visits, stages);
  return stages.map((stage, index) => {
    const visit = visits.findLast((each) => each.stage === stage.slug);
    const state = stateOf(record, stage, visit, index, current);
    const running = state === 'now' || state === 'suspended';
    return {
      slug: stage.slug,
      name: stage.name,
      kind: stage.kind,
      clause: stage.clause,
      state,
      round: visit?.round ?? 0,
      openedAt: instantOrNull(visit?.openedAt ?? null),
      closedAt: instantOrNull(visit?.closedAt ?? null),
      due: running ? currentDue(record, stage, visit, state === 'suspended', context.clock) : null,
      expectedOn: state === 'future' ? (expected[index] ?? null) : null,
      result: state === 'future' ? null : resultOf(record, stage, visit, state),
      who: visit && state !== 'future' ? whoOf(record, stage, visit, context) : [],
    };
  });
}

function stateOf(
  record: CaseRecord,
  stage: Stage,
  visit: VisitRow | undefined,
  index: number,
  current: number,
): Station['state'] {
  const open = record.closedAt === null;
  if (!visit) return open ? 'future' : 'skipped';
  if (index === current) {
    if (record.state === 'awaiting-correction' || record.state === 'returned') return 'suspended';
    return visit.state === 'suspended' ? 'suspended' : 'now';
  }
  // Sent back: what comes after the current stage will be gone through again.
  if (open && current >= 0 && index > current) return 'future';
  if (stage.kind === 'certificate') return record.businessState === 'revoked' ? 'refused' : 'done';
  switch (visit.state) {
    case 'passed':
      return 'done';
    case 'rejected':
      return 'refused';
    case 'cancelled':
      return 'skipped';
    default:
      return open ? 'future' : 'skipped';
  }
}

/** While the applicant corrects, the period shown is theirs. */
function currentDue(
  { assignments }: CaseRecord,
  { slug }: Stage,
  visit: VisitRow | undefined,
  stopped: boolean,
  clock: ClockReading,
) {
  const correction = assignments.find(
    (each) => each.stage === slug && each.purpose === 'correct' && each.state === 'open',
  );
  if (correction) return clock.due(correction);
  return visit ? clock.due(visit, { stopped }) : null;
}

/** When each later stage would be over if every stage took its whole period. */
function expectedDays(
  record: CaseRecord,
  stages: Stage[],
  current: number,
  clock: ClockReading,
): (string | undefined)[] {
  if (record.closedAt !== null || current < 0) return [];
  const dueAt = record.visits.findLast((visit) => visit.stage === stages[current]?.slug)?.dueAt;
  const later = stages.slice(current + 1);
  const ends = clock.chain(
    Math.max(Date.now(), dueAt?.getTime() ?? 0),
    later.map(({ deadline }) => deadline),
  );
  return [...stages.slice(0, current + 1).map(() => undefined), ...ends.map((endMs) => shanghaiDate(endMs - 1))];
}

function resultOf(
  record: CaseRecord,
  stage: Stage,
  visit: VisitRow | undefined,
  state: Station['state'],
): Bilingual | null {
  if (state === 'suspended') {
    return visit?.state === 'suspended'
      ? { zh: '异议核查中，暂停计时', en: 'Objection under investigation; the clock stands still' }
      : { zh: '已退回，待申请人补正', en: 'Returned, waiting for the applicant' };
  }
  if (state === 'now' || !visit) return null;
  if (visit.state === 'cancelled') return endNames[record.state] ?? { zh: '已取消', en: 'Cancelled' };
  switch (stage.kind) {
    case 'panel':
      return panelResult(visit.result);
    case 'notice':
      return visit.state === 'passed'
        ? { zh: '公示期满', en: 'Notice period over' }
        : { zh: '异议成立', en: 'Objection upheld' };
    case 'certificate':
      return certificateResult(record);
    case 'award':
      return { zh: '已立项', en: 'Awarded' };
    case 'payment':
      return { zh: '已拨付', en: 'Paid' };
    case 'evaluation':
      return { zh: '已评价', en: 'Evaluated' };
    case 'task':
      return { zh: '已申请销号', en: 'Close-out asked for' };
    case 'topics':
      return { zh: '征集结束', en: 'Topics closed' };
    case 'drafting':
      return { zh: '已完成', en: 'Done' };
    case 'publication':
      return { zh: '已印发', en: 'Published' };
    case 'engagement':
      return { zh: '已结束', en: 'Over' };
    case 'review':
    case 'countersign':
      return verdictNames[visitVerdicts[visit.state] ?? 'approve'];
  }
}

const visitVerdicts: Partial<Record<string, Verdict>> = { passed: 'approve', rejected: 'reject', returned: 'return' };

const endNames: Partial<Record<string, Bilingual>> = {
  withdrawn: { zh: '申请人撤回', en: 'Withdrawn by the applicant' },
  terminated: { zh: '已终止', en: 'Terminated' },
  lapsed: { zh: '逾期未补正', en: 'Not corrected in time' },
};

function panelResult(result: unknown): Bilingual | null {
  const { inFavour, against, mean, passMark } = (result ?? {}) as Partial<Record<string, number>>;
  if (inFavour !== undefined && against !== undefined) {
    return { zh: `${inFavour} 票同意，${against} 票不同意`, en: `${inFavour} in favour, ${against} against` };
  }
  if (mean !== undefined)
    return { zh: `平均 ${mean} 分（合格 ${passMark} 分）`, en: `Mean ${mean} (pass mark ${passMark})` };
  return null;
}

function certificateResult({ businessState, certificate }: CaseRecord): Bilingual {
  const number = certificate ? ` ${certificate.number}` : '';
  if (businessState === 'revoked') return { zh: `已撤销${number}`, en: `Revoked${number}` };
  if (businessState === 'expired') return { zh: `已到期${number}`, en: `Expired${number}` };
  return { zh: `已发证${number}`, en: `Issued${number}` };
}

function whoOf(
  record: CaseRecord,
  stage: Stage,
  visit: VisitRow,
  { people, units, handles }: StationContext,
): string[] {
  const turns = record.assignments.filter(
    (each) => each.stage === visit.stage && each.round === visit.round && each.purpose !== 'correct',
  );
  const open = turns.filter(isPending);
  if (stage.kind === 'panel' && !handles) {
    const ballots = turns.filter(({ purpose }) => purpose === 'vote' || purpose === 'score');
    return [`专家组 ${ballots.filter(({ state }) => state === 'open' || state === 'submitted').length} 人`];
  }
  const names =
    open.length > 0
      ? open.map((turn) => holderName(holderOf(turn), units, people).zh)
      : turns.map(({ decidedById }) => people.name(decidedById));
  return [...new Set(names.filter((name) => name !== ''))];
}
