/** Why a message cannot be taken now. Pure and synchronous: validators call it before acceptance, `turn()` again before acting (R5). */
import type { Actor, Purpose, Stage } from '../../processes/case.ts';
import { amountRefusal } from '../../processes/money.ts';
import { isOwnTurn } from '../../processes/own-turns.ts';
import { mayReturnToApplicant, opinionRequired, returnsWithin, verdictsFor } from '../../processes/verdicts.ts';
import type { Decision, Refusal, Said } from '../messages.ts';
import type { CaseFile } from './case-file.ts';
import type { Turn } from './assignment-book.ts';
import { meetingRecordRefusal } from './meeting-record.ts';
import { sameHolder } from './same-holder.ts';
import type { Heard } from './heard.ts';

export function refusalOf(file: CaseFile, heard: Heard): Refusal | undefined {
  switch (heard.kind) {
    case 'decide':
      return decisionRefusal(file, heard.message) ?? file.own?.refuses(heard);
    case 'resubmit':
      return turnRefusal(file, heard.message.assignmentId, heard.message.actor);
    case 'withdraw':
      return (
        closedRefusal(file) ??
        (heard.message.actor.userId === file.input.applicantId ? undefined : { code: 'NotYours' })
      );
    case 'terminate':
      return closedRefusal(file) ?? administratorRefusal(file, heard.message);
    case 'urge':
      return (file.own?.runsAgainFrom?.() ? undefined : closedRefusal(file)) ?? urgeRefusal(file, heard.message);
    case 'comment':
    case 'copyTo':
      return file.phase === 'closed' ? { code: 'CaseClosed' } : undefined;
    case 'transfer': {
      const byAdministrator = administratorRefusal(file, heard.message) === undefined;
      const { assignmentId, actor, to } = heard.message;
      if (to.kind === 'person' && to.userId === file.input.applicantId) return { code: 'OwnCase' };
      return turnRefusal(file, assignmentId, actor, byAdministrator) ?? handOverRefusal(file, assignmentId);
    }
    case 'consult':
    case 'addSigner': {
      const { assignmentId, actor, userId } = heard.message;
      const purpose = file.book.find(assignmentId)?.purpose;
      if (heard.kind === 'addSigner' && purpose && !maySignAfter(purpose))
        return { code: 'NotAllowed', what: 'add-signer' };
      if (userId === file.input.applicantId || userId === actor.userId)
        return { code: 'NotAllowed', what: 'consult-self' };
      return turnRefusal(file, assignmentId, actor) ?? handOverRefusal(file, assignmentId);
    }
    case 'claim': {
      const { assignmentId, actor } = heard.message;
      const refusal = turnRefusal(file, assignmentId, actor);
      if (refusal) return refusal;
      return file.book.get(assignmentId).holder.kind === 'role' ? undefined : { code: 'NotAllowed', what: 'claim' };
    }
    case 'post':
    case 'item':
      return file.own ? file.own.refuses(heard) : { code: 'NotOpen' };
    case 'object':
      return file.noticeOpen ? undefined : { code: 'NotOpen' };
    case 'proposeRevocation':
      if (file.phase !== 'in-force') return { code: 'NotOpen' };
      return file.book.pending().length > 0
        ? { code: 'NotAllowed', what: 'revocation-under-way' }
        : certificateRefusal(file, heard.message);
    case 'escalated':
    case 'calendarChanged':
    case 'documentReady':
      return undefined;
  }
}

function decisionRefusal(file: CaseFile, decision: Decision): Refusal | undefined {
  const underWay = file.messages.decisionUnderWay(decision.assignmentId);
  // The decision itself is under way too when it is looked at for the second time, on its turn.
  if (underWay && underWay !== decision) {
    return {
      code: 'AlreadyDecided',
      assignmentId: decision.assignmentId,
      by: underWay.actor.userId,
      atMs: Date.now(),
      verdict: underWay.verdict,
    };
  }
  const refusal = turnRefusal(file, decision.assignmentId, decision.actor);
  if (refusal) return refusal;
  const turn = file.book.get(decision.assignmentId);
  if (decision.round !== turn.round) return { code: 'WrongRound', round: turn.round };
  const stage = file.input.rules.stages.find(({ slug }) => slug === turn.stage);
  if (!verdictsFor(turn.purpose, stage).includes(decision.verdict))
    return { code: 'NotAllowed', what: decision.verdict };
  if (opinionRequired(turn.purpose, decision.verdict) && !decision.remarkId) return { code: 'OpinionRequired' };
  return returnRefusal(file, turn, decision, stage) ?? answerRefusal(file, turn, decision, stage);
}

function turnRefusal(file: CaseFile, assignmentId: string, actor: Actor, byAdministrator = false): Refusal | undefined {
  const turn = file.book.find(assignmentId);
  if (!turn) return { code: 'NotFound' };
  if (turn.decided) return { code: 'AlreadyDecided', assignmentId, ...decidedBy(turn) };
  if (turn.state !== 'open') return { code: 'NotOpen' };
  if (byAdministrator) return undefined;
  if (!sameHolder(turn.holder, actor.as)) return { code: 'NotYours' };
  if (turn.holder.kind === 'person' && (actor.onBehalfOf ?? actor.userId) !== turn.holder.userId)
    return { code: 'NotYours' };
  // A drawn expert votes in person.
  if (actor.onBehalfOf && (turn.purpose === 'vote' || turn.purpose === 'score'))
    return { code: 'NotAllowed', what: 'substitute' };
  const { applicantId } = file.input;
  if (file.input.rules.applicantMayDecide) return undefined;
  if (!isOwnTurn(turn.purpose) && (actor.userId === applicantId || actor.onBehalfOf === applicantId))
    return { code: 'OwnCase' };
  return undefined;
}

const decidedBy = ({ decided }: Turn) => ({
  by: decided?.by ?? '',
  atMs: decided?.atMs ?? 0,
  verdict: decided?.verdict,
});

function closedRefusal(file: CaseFile): Refusal | undefined {
  return file.phase === 'open' ? undefined : { code: 'CaseClosed' };
}

function administratorRefusal(file: CaseFile, { actor }: Said): Refusal | undefined {
  if (actor.userId === file.input.applicantId) return { code: 'OwnCase' };
  return sameHolder(file.input.rules.administrator, actor.as) ? undefined : { code: 'NotYours' };
}

function certificateRefusal(file: CaseFile, { actor, remarkId }: Said): Refusal | undefined {
  if (actor.userId === file.input.applicantId) return { code: 'OwnCase' };
  const allowed = file.input.rules.stages.some(
    (stage) => stage.kind === 'certificate' && sameHolder(stage.proposer, actor.as),
  );
  if (!allowed) return { code: 'NotYours' };
  return remarkId ? undefined : { code: 'OpinionRequired' };
}

function urgeRefusal(file: CaseFile, { actor }: Said): Refusal | undefined {
  if (actor.userId !== file.input.applicantId) return { code: 'NotYours' };
  const againAtMs = (file.lastUrgedMs ?? -Infinity) + file.input.rules.urgeIntervalMs;
  if (againAtMs > Date.now()) return { code: 'UrgedTooSoon', againAtMs };
  return file.book.pending().some(({ purpose }) => !isOwnTurn(purpose)) ? undefined : { code: 'NobodyToUrge' };
}

/** A sealed vote is personal, a correction is the applicant's own, a consultation is answered by the one asked. */
function handOverRefusal(file: CaseFile, assignmentId: string): Refusal | undefined {
  switch (file.book.get(assignmentId).purpose) {
    case 'decide':
    case 'coordinate':
    case 'appoint-panel':
    case 'investigate':
    case 'sign-after':
    case 'accept':
    case 'pay':
    case 'evaluate':
    case 'claw-back':
    case 'recover':
    case 'check-declaration':
    case 'progress':
    case 'extend':
    case 'confirm':
    case 'close-out':
    case 'send-topics':
    case 'set-agenda':
    case 'write-minutes':
      return undefined;
    case 'vote':
    case 'score':
    case 'correct':
    case 'consult':
    case 'report':
    case 'rectify':
    case 'declare':
      return { code: 'NotAllowed', what: 'hand-over' };
  }
}

function returnRefusal(
  file: CaseFile,
  turn: Turn,
  { verdict, returnTo }: Decision,
  stage: Stage | undefined,
): Refusal | undefined {
  if (verdict !== 'return' || returnsWithin(turn.purpose)) return undefined;
  if (stage?.kind === 'countersign' && stage.rewrites !== undefined) {
    return returnTo === undefined || returnTo === stage.rewrites
      ? undefined
      : { code: 'BadDecisionData', field: 'returnTo', rule: 'rewritten-stage' };
  }
  if (returnTo === undefined || returnTo === 'applicant') {
    return mayReturnToApplicant(file.input.rules.correction, file.returnedToApplicant)
      ? undefined
      : { code: 'NotAllowed', what: 'return-again' };
  }
  const slugs = file.input.rules.stages.map(({ slug }) => slug);
  const target = slugs.indexOf(returnTo);
  // What runs again goes back no further than where it came in.
  const from = file.own?.runsAgainFrom?.();
  const first = from === undefined ? 0 : slugs.indexOf(from);
  const earlier = target >= first && target < slugs.indexOf(turn.stage);
  // A notice is not returned to: it has nobody who decides.
  const canReceive = earlier && file.input.rules.stages[target]?.kind !== 'notice';
  return canReceive ? undefined : { code: 'BadDecisionData', field: 'returnTo', rule: 'earlier-stage' };
}

/** What is answered with a score, a voucher or a claim stands as it is answered: nobody signs it after. */
const maySignAfter = (purpose: Purpose) => !SIGNED_ALONE.includes(purpose);

const SIGNED_ALONE: readonly Purpose[] = [
  ...(['evaluate', 'pay', 'claw-back', 'recover'] as const),
  ...(['send-topics', 'set-agenda', 'write-minutes'] as const),
  ...(['declare', 'check-declaration'] as const),
];

function answerRefusal(
  file: CaseFile,
  turn: Turn,
  decision: Decision,
  reviewed: Stage | undefined,
): Refusal | undefined {
  const { purpose, stage, round } = turn;
  const { data, verdict } = decision;
  if (turn.amount && verdict === 'approve') {
    const { field, limits } = turn.amount;
    const refused = amountRefusal(limits, data?.[field]);
    if (refused) return { code: 'BadDecisionData', field, ...refused };
  }
  if ((purpose === 'pay' || purpose === 'recover') && verdict === 'approve') {
    const valid =
      typeof data?.voucher === 'string' &&
      /^[^\p{Cc}\p{Zl}\p{Zp}]{1,60}$/u.test(data.voucher) &&
      data.voucher === data.voucher.trim() &&
      data.voucher !== '';
    if (!valid) return { code: 'BadDecisionData', field: 'voucher', rule: 'voucher' };
  }
  if (purpose === 'report' || purpose === 'rectify') {
    const fileIds = data?.fileIds ?? [];
    if (!Array.isArray(fileIds) || fileIds.length > 20)
      return { code: 'BadDecisionData', field: 'fileIds', rule: 'at-most-20-files' };
  }
  if ((purpose === 'score' || purpose === 'evaluate') && verdict === 'approve') {
    const score = data?.score;
    const valid = typeof score === 'number' && score >= 0 && score <= 100 && Number.isInteger(score * 10);
    return valid ? undefined : { code: 'BadDecisionData', field: 'score', rule: '0-100' };
  }
  if (purpose === 'investigate') {
    const valid = data?.finding === 'upheld' || data?.finding === 'dismissed';
    return valid ? undefined : { code: 'BadDecisionData', field: 'finding', rule: 'upheld-or-dismissed' };
  }
  if (purpose === 'decide') return meetingRecordRefusal(reviewed, decision);
  if (purpose === 'appoint-panel') {
    const experts = data?.experts;
    if (!Array.isArray(experts) || experts.length === 0)
      return { code: 'BadDecisionData', field: 'experts', rule: 'required' };
    const seated = file.book
      .ofVisit({ stage, round })
      .map(({ holder }) => (holder.kind === 'person' ? holder.userId : ''));
    const valid =
      new Set([...experts, ...seated, file.input.applicantId]).size === experts.length + new Set(seated).size + 1;
    return valid ? undefined : { code: 'BadDecisionData', field: 'experts', rule: 'distinct-people' };
  }
  return undefined;
}
