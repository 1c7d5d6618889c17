/** Exactly what somebody may do on a case now. The workflow checks again; a test holds the two together. */
import type { Bilingual, Purpose } from '../../processes/case.ts';
import type { Asker } from '../asker.ts';
import { hasRole } from '../asker.ts';
import type { Sight } from '../access.ts';
import type { Action, DecideAction } from '../contract/actions.ts';
import type { Person } from '../contract/shapes.ts';
import type { People } from '../directory.ts';
import { instant } from '../instant.ts';
import { standingOn } from '../standing.ts';
import type { Standing } from '../standing.ts';
import { isOwnTurn } from '../../processes/own-turns.ts';
import { opinionRequired, returnsWithin, returnTargets, verdictsOffered } from '../../processes/verdicts.ts';
import { isPending, purposeOf, stageName, stagesOf } from './case-record.ts';
import type { AssignmentRow, CaseRecord } from './case-record.ts';
import { fieldsFor, verdictLabel } from './decision-fields.ts';

export interface ActionContext {
  asker: Asker;
  sight: Sight;
  people: People;
  /** Whom a convener may name; read only where somebody has to. */
  experts: Person[];
  draftId: string | null;
  /** When the case was urged last. */
  urgedAtMs: number | null;
  /** Paths of masked fields, for those whose role may see them. */
  maskedPaths: string[];
}

const SIGNED_AFTER: readonly Purpose[] = [
  'decide',
  'coordinate',
  'appoint-panel',
  'investigate',
  'sign-after',
  'accept',
];
/** What is answered with a score, a voucher or a claim stands as it is answered: nobody signs it after. */
const HAND_OVER: readonly Purpose[] = [
  ...SIGNED_AFTER,
  'pay',
  'evaluate',
  'claw-back',
  'recover',
  'progress',
  'extend',
  'confirm',
  'close-out',
  'send-topics',
  'set-agenda',
  'write-minutes',
];

export function actionsOf(record: CaseRecord, context: ActionContext): Action[] {
  const { asker, sight } = context;
  const open = record.assignments.filter(({ state }) => state === 'open');
  const auditorOnly = !sight.handles || asker.memberships.every(({ role }) => role === 'auditor');
  return [
    ...open.flatMap((turn) => turnActions(record, turn, context)),
    ...applicantActions(record, context),
    ...administratorActions(record, open, asker),
    ...proposal(record, asker),
    ...((sight.handles && !auditorOnly) || asker.id === record.applicantId ? talk(record) : []),
    ...(context.maskedPaths.length > 0 && mayUnmask(asker, sight, record)
      ? [{ kind: 'unmask' as const, paths: context.maskedPaths }]
      : []),
  ];
}

function turnActions(record: CaseRecord, turn: AssignmentRow, context: ActionContext): Action[] {
  const standing = standingOn(context.asker, turn);
  if (!standing) return [];
  const on = { assignmentId: turn.id, stage: stageName(record.rules, turn.stage) };
  if (turn.purpose === 'correct') return [{ kind: 'resubmit', ...on, draftId: context.draftId }];
  const actions: Action[] = [decideAction(record, turn, standing, context)];
  if (HAND_OVER.includes(purposeOf(turn))) {
    actions.push(
      { kind: 'transfer', ...on, reassign: false, reason: 'required' },
      { kind: 'delegate', ...on, reason: 'optional' },
      {
        kind: 'add-signer',
        ...on,
        when: SIGNED_AFTER.includes(purposeOf(turn)) ? ['before', 'after'] : ['before'],
        reason: 'optional',
      },
    );
  }
  if (turn.personId === null) actions.push({ kind: 'claim', ...on });
  return actions;
}

export function decideAction(
  record: CaseRecord,
  turn: AssignmentRow,
  standing: Standing,
  { people, experts }: Pick<ActionContext, 'people' | 'experts'>,
): DecideAction {
  const purpose = purposeOf(turn);
  const stages = stagesOf(record.rules);
  const stage = stages.find(({ slug }) => slug === turn.stage);
  const rewrites = stage?.kind === 'countersign' ? stage.rewrites : undefined;
  const returned = record.assignments.filter((each) => each.purpose === 'correct').length;
  const verdicts = verdictsOffered({ purpose, slug: turn.stage, stage }, record.rules, returned);
  const mayReturn = !returnsWithin(purpose) && verdicts.includes('return');
  return {
    kind: 'decide',
    assignmentId: turn.id,
    round: turn.round,
    stage: stageName(record.rules, turn.stage),
    purpose,
    onBehalfOf: standing.onBehalfOf === undefined ? null : people.get(standing.onBehalfOf),
    verdicts: verdicts.map((verdict) => ({
      verdict,
      label: verdictLabel(purpose, verdict),
      opinionRequired: opinionRequired(purpose, verdict),
      tone: verdict === 'approve' ? 'primary' : verdict === 'reject' ? 'danger' : 'plain',
    })),
    returnTo: mayReturn
      ? returnTargets(record.rules, turn.stage, returned).map((value) => ({ value, name: targetName(record, value) }))
      : [],
    resubmission:
      mayReturn && rewrites === undefined
        ? [
            { value: 'step-by-step', label: { zh: '逐级：重新经过各环节', en: 'Step by step: every stage again' } },
            { value: 'direct', label: { zh: '直达：直接回到本环节', en: 'Direct: straight back to this stage' } },
          ]
        : [],
    fields: fieldsFor(purpose, stage, { experts, record }),
    sealed: purpose === 'vote' || purpose === 'score',
  };
}

const targetName = ({ rules }: CaseRecord, target: string): Bilingual =>
  target === 'applicant' ? { zh: '申请人', en: 'The applicant' } : stageName(rules, target).name;

function applicantActions(record: CaseRecord, { asker, urgedAtMs }: ActionContext): Action[] {
  if (asker.id !== record.applicantId || record.closedAt !== null) return [];
  const someoneElse = record.assignments.some((turn) => isPending(turn) && !isOwnTurn(purposeOf(turn)));
  const againAtMs = (urgedAtMs ?? -Infinity) + record.rules.urgeIntervalMs;
  return [
    { kind: 'withdraw', reason: 'optional' },
    ...(someoneElse
      ? [{ kind: 'urge' as const, availableAt: againAtMs > Date.now() ? instant(new Date(againAtMs)) : null }]
      : []),
  ];
}

function administratorActions(record: CaseRecord, open: AssignmentRow[], asker: Asker): Action[] {
  if (!isAdministrator(record, asker)) return [];
  return [
    ...open
      .filter((turn) => HAND_OVER.includes(purposeOf(turn)) && !standingOn(asker, turn))
      .map((turn) => ({
        kind: 'transfer' as const,
        assignmentId: turn.id,
        stage: stageName(record.rules, turn.stage),
        reassign: true,
        reason: 'required' as const,
      })),
    ...(record.closedAt === null ? [{ kind: 'terminate' as const, reason: 'required' as const }] : []),
  ];
}

export function isAdministrator(
  { rules, applicantId }: Pick<CaseRecord, 'rules' | 'applicantId'>,
  asker: Asker,
): boolean {
  const { administrator } = rules;
  return (
    asker.id !== applicantId &&
    administrator.kind === 'role' &&
    hasRole(asker, administrator.role, administrator.unitId)
  );
}

function proposal(record: CaseRecord, asker: Asker): Action[] {
  const certificate = record.rules.stages.find((stage) => stage.kind === 'certificate');
  if (record.businessState !== 'certified' || certificate?.kind !== 'certificate' || asker.id === record.applicantId)
    return [];
  const { proposer } = certificate;
  const entitled =
    proposer.kind === 'person' ? proposer.userId === asker.id : hasRole(asker, proposer.role, proposer.unitId);
  return entitled && !record.assignments.some(isPending) ? [{ kind: 'propose-revocation', reason: 'required' }] : [];
}

/** Comments and copies, as long as the case listens: while it is open and while its certificate is in force. */
const talk = (record: CaseRecord): Action[] =>
  record.closedAt === null || record.businessState === 'certified' ? [{ kind: 'comment' }, { kind: 'copy' }] : [];

/** 审核人, 分管领导, 管理员 of those who handle the case, and its applicant for their own. */
export const mayUnmask = (asker: Asker, sight: Sight, { applicantId }: Pick<CaseRecord, 'applicantId'>): boolean =>
  asker.id === applicantId ||
  (sight.handles &&
    asker.memberships.some(({ role }) => role === 'reviewer' || role === 'leader' || role === 'administrator'));
