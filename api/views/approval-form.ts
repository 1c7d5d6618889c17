/** What the 审批表 of a case says to somebody: their case page and their timeline, arranged by stage. It knows nothing that those do not show. */
import type { ApprovalForm } from '../../paper/approval-form.ts';
import type { PrintedOpinion, PrintedStage } from '../../paper/approval-stages.ts';
import type { Purpose, Verdict } from '../../processes/case.ts';
import { isOwnTurn } from '../../processes/own-turns.ts';
import { businessStateNames, caseStateNames, purposeNames, verdictNames } from '../../processes/names.ts';
import { dayOfDate, dayStartMs, shanghaiDate } from '../../processes/shanghai.ts';
import type { Policy } from '../../processes/policy.ts';
import type { CaseView, TimelineEvent } from '../contract/cases.ts';
import { verdictLabel } from './decision-fields.ts';
import { isPersonal } from './deciding-units.ts';
import type { DecidedTurn } from './deciding-units.ts';

interface Printing {
  view: CaseView;
  events: TimelineEvent[];
  turns: DecidedTurn[];
  /** The unit a turn speaks for, by assignment id. */
  unitName(turn: DecidedTurn): string | null;
  /** The applicant acts for their unit, whose seal the application carries. */
  forUnit: boolean;
  district: Policy['district'];
  publicUrl: string;
  now: Date;
}

export function approvalForm(printing: Printing): ApprovalForm {
  const { view, events, district, publicUrl, now } = printing;
  const states = [
    caseStateNames[view.state].zh,
    ...(view.businessState ? [businessStateNames[view.businessState].zh] : []),
    ...(view.stage ? [view.stage.name.zh] : []),
  ];
  return {
    process: view.process.name.zh,
    number: view.number,
    title: view.title,
    office: district.office.zh,
    plan: district.plan.zh,
    applicant: view.applicant.name,
    unit: view.unit.name.zh,
    state: states.join(' · '),
    submittedOn: sayInstant(view.submittedAt),
    printedAt: now,
    printedText: sayInstant(now.toISOString()),
    caseLink: `${publicUrl}/cases/${view.id}`,
    form: view.form,
    formSchema: view.formSchema,
    files: view.files,
    stages: [applicant(printing), ...stages(printing), ...toCome(view)],
    endings: events
      .filter(({ stage, kind }) => (stage === null || ENDINGS.has(kind)) && !SILENT.has(kind) && kind !== 'submitted')
      .map(note),
  };
}

/** Said of the case as a whole, whatever stage it was in. */
const ENDINGS = new Set(['approved', 'rejected', 'withdrawn', 'terminated', 'lapsed']);
/** Neither an opinion nor news of the matter itself, or said by another row already. */
const SILENT = new Set([
  'stage-opened',
  'urged',
  'commented',
  'copied',
  'claimed',
  'escalated',
  'deadlines-recomputed',
  'vote-cast',
  'panel-appointed',
  'coordinated',
]);
/** Somebody's own words on the matter. */
const OPINIONS = new Set(['decided', 'consulted', 'recused', 'resubmitted', 'report-filed', 'rectification-filed']);

/** The application itself is the first thing signed and sealed. */
const applicant = ({ view, forUnit }: Printing): PrintedStage => ({
  name: '申请',
  clause: '',
  round: 1,
  result: null,
  opinions: [
    {
      unit: forUnit ? view.unit.name.zh : null,
      signer: view.applicant.name,
      task: null,
      verdict: '提交',
      refused: false,
      opinion: null,
      at: sayInstant(view.submittedAt),
    },
  ],
  notes: [],
});

/** Each stay in a stage that has begun, in its order. */
function stages(printing: Printing): PrintedStage[] {
  const { view, events } = printing;
  const visits = new Map<string, TimelineEvent[]>();
  for (const event of events) {
    if (event.stage === null || ENDINGS.has(event.kind)) continue;
    const key = `${event.stage.slug}#${event.round ?? 1}`;
    visits.set(key, [...(visits.get(key) ?? []), event]);
  }
  return [...visits.values()].map((said): PrintedStage => {
    const [first] = said;
    const slug = first?.stage?.slug ?? '';
    const round = first?.round ?? 1;
    const station = view.stages.find((each) => each.slug === slug);
    const last = station?.round === round;
    return {
      name: first?.stage?.name.zh ?? slug,
      clause: station?.clause ?? '',
      round,
      result: (last && station.result?.zh) || (last && station.state === 'now' ? '办理中' : null),
      opinions: [
        ...said.flatMap((event) => (OPINIONS.has(event.kind) ? [spoken(event, printing)] : [])),
        ...ballots(view, slug, round),
        ...waiting(view, slug, round),
      ],
      notes: said
        .filter(({ kind }) => !OPINIONS.has(kind) && !SILENT.has(kind))
        // The words of a return stand in the opinion that returned it.
        .map((event) => note(said.some((other) => isRepeated(event, other)) ? { ...event, remark: null } : event)),
    };
  });
}

function spoken(event: TimelineEvent, { turns, unitName }: Printing): PrintedOpinion {
  const turn = turns.find(
    ({ stage, round, decidedById, closedAt }) =>
      stage === event.stage?.slug &&
      round === event.round &&
      (event.actor === null || decidedById === event.actor.id) &&
      closedAt?.getTime() === Date.parse(event.at),
  );
  const purpose = (event.facts.purpose ?? turn?.purpose ?? 'decide') as Purpose;
  const verdict = wordsOf(event, purpose);
  return {
    unit: turn ? (unitName(turn) ?? (isPersonal(purpose) ? null : (event.actor?.unit?.name.zh ?? null))) : null,
    signer: signer(event),
    task: purpose === 'decide' || isOwnTurn(purpose) ? null : purposeNames[purpose].zh,
    verdict,
    refused: event.facts.verdict === 'reject' || event.facts.verdict === 'return',
    opinion: event.remark,
    at: sayInstant(event.at),
  };
}

const signer = ({ actor, onBehalfOf }: TimelineEvent): string =>
  actor === null ? '专家' : onBehalfOf ? `${actor.name} 代 ${onBehalfOf.name}` : actor.name;

function wordsOf({ kind, facts }: TimelineEvent, purpose: Purpose): string {
  if (kind === 'recused') return verdictNames.recuse.zh;
  if (kind === 'resubmitted') return '重新提交';
  return verdictLabel(purpose, (facts.verdict ?? 'approve') as Verdict).zh;
}

/** Votes and scores of a panel that has closed, for those who may read them. */
const ballots = (view: CaseView, slug: string, round: number): PrintedOpinion[] =>
  view.ballots
    .filter((ballot) => ballot.stage === slug && ballot.round === round)
    .map(({ expert, verdict, score, opinion, at }) => ({
      unit: null,
      signer: expert.name,
      task: null,
      verdict: score === null ? verdict.zh : `${score} 分`,
      refused: false,
      opinion,
      at: sayInstant(at),
    }));

/** Turns that are open: room to sign by hand. Experts stay a number to those who may not know them. */
function waiting(view: CaseView, slug: string, round: number): PrintedOpinion[] {
  const open = view.assignments.filter((turn) => turn.stage.slug === slug && turn.round === round);
  return open.map(({ holder, purpose, due }) => ({
    unit: isPersonal(purpose) ? null : holder.zh,
    signer: isPersonal(purpose) ? holder.zh : null,
    task: purpose === 'decide' ? null : purposeNames[purpose].zh,
    verdict: '待办理',
    refused: false,
    opinion: due ? `时限：${due.on}` : null,
    at: '',
  }));
}

const toCome = (view: CaseView): PrintedStage[] =>
  view.stages
    .filter(({ state, round }) => state === 'future' || round === 0)
    .map(({ name, clause, state, expectedOn }) => ({
      name: name.zh,
      clause,
      round: 1,
      result: state === 'future' ? `尚未办理${expectedOn ? `（预计 ${expectedOn} 前）` : ''}` : '未进行',
      opinions: [],
      notes: [],
    }));

const isRepeated = (event: TimelineEvent, other: TimelineEvent): boolean =>
  other !== event && OPINIONS.has(other.kind) && other.remark === event.remark;

/** When, what, and the words that went with it. */
const note = ({ at, text, remark }: TimelineEvent): string =>
  `${sayInstant(at)}　${text.zh}${remark === null ? '' : `：${remark}`}`;

/** 2026-11-24 19:42 of Asia/Shanghai. */
export function sayInstant(at: string): string {
  const ms = Date.parse(at);
  const date = shanghaiDate(ms);
  const minutes = Math.floor((ms - dayStartMs(dayOfDate(date))) / 60_000);
  const two = (part: number) => String(part).padStart(2, '0');
  return `${date} ${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
