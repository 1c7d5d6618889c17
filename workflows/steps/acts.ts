/** What each message does to the case. Returns a turn when the step in charge has to know; most messages concern nobody but the timeline. */
import type { AssignmentState, Verdict } from '../../processes/case.ts';
import { isOwnTurn } from '../../processes/own-turns.ts';
import type { Decision } from '../messages.ts';
import type { Turn as Assignment } from './assignment-book.ts';
import type { CaseFile, Turn } from './case-file.ts';
import { addSigner, answerConsultation, consult, nextSigner, transfer } from './hand-over.ts';
import type { Heard } from './heard.ts';

export function carryOut(file: CaseFile, heard: Heard): Turn | undefined {
  switch (heard.kind) {
    case 'decide':
      return decide(file, heard.message);
    case 'resubmit': {
      const { assignmentId, actor, remarkId, submissionId } = heard.message;
      const { stage, round } = closeTurn(file, assignmentId, 'submitted', { actor });
      if (file.own?.takesSubmission) file.own.takesSubmission(submissionId);
      else file.push({ kind: 'accept-submission', submissionId });
      file.event('resubmitted', { stage, round, actor, remarkId });
      return { kind: 'resubmitted' };
    }
    case 'withdraw':
      return file.endEarly({ kind: 'withdrawn' }, heard.message);
    case 'terminate':
      return file.endEarly({ kind: 'terminated' }, heard.message);
    case 'urge':
      return urge(file, heard.message);
    case 'comment':
      file.event('commented', heard.message);
      return undefined;
    case 'copyTo': {
      const { actor, remarkId, userIds } = heard.message;
      file.push({ kind: 'copy', userIds, by: actor.userId });
      file.event('copied', { actor, remarkId, facts: { userIds } });
      file.push({ kind: 'notify', notification: 'copied', to: { userIds } });
      return undefined;
    }
    case 'transfer':
      transfer(file, heard.message);
      return undefined;
    case 'consult':
      consult(file, heard.message);
      return undefined;
    case 'addSigner':
      addSigner(file, heard.message);
      return undefined;
    case 'claim': {
      const { assignmentId, actor } = heard.message;
      const turn = file.book.get(assignmentId);
      turn.holder = { kind: 'person', userId: actor.userId };
      file.push({ kind: 'rehold-assignment', id: assignmentId, holder: turn.holder });
      file.event('claimed', { stage: turn.stage, round: turn.round, actor, facts: { assignmentId } });
      return undefined;
    }
    case 'item':
      return { kind: 'item', message: heard.message };
    case 'post':
      return { kind: 'post', message: heard.message };
    case 'object':
      return { kind: 'objection', objectionId: heard.message.objectionId };
    case 'proposeRevocation':
      return { kind: 'revocation-proposed', said: heard.message };
    case 'escalated':
      file.event('escalated', { facts: heard.message });
      return undefined;
    case 'calendarChanged':
      file.push({ kind: 'recompute-deadlines' });
      file.event('deadlines-recomputed', { facts: heard.message });
      return undefined;
    case 'documentReady':
      return { kind: 'document-ready' };
  }
}

function urge(file: CaseFile, { actor, remarkId }: { actor: Decision['actor']; remarkId?: string }): undefined {
  file.lastUrgedMs = Date.now();
  const urged = file.book.pending().filter(({ purpose }) => !isOwnTurn(purpose));
  file.event('urged', { actor, remarkId, facts: { assignmentIds: urged.map(({ id }) => id) } });
  for (const { id, stage, round } of urged) {
    file.push({
      kind: 'notify',
      notification: 'urged',
      to: { holdersOf: id },
      stage,
      round,
      about: String(file.lastUrgedMs),
    });
  }
}

/** Closes the turn; what it means for the stage is the step's business. Delegates and added signers are settled here. */
function decide(file: CaseFile, decision: Decision): Turn | undefined {
  const { assignmentId, actor, remarkId, verdict, data } = decision;
  const { purpose } = file.book.get(assignmentId);
  const submits = purpose === 'vote' || purpose === 'score' || purpose === 'send-topics' || isOwnTurn(purpose);
  const state = submits && verdict !== 'recuse' ? 'submitted' : stateAfter[verdict];
  const turn = closeTurn(file, assignmentId, state, { actor, remarkId, verdict, answer: { verdict, ...data } });
  const { stage, round } = turn;
  switch (purpose) {
    case 'vote':
    case 'score':
      // A sealed vote shows that it was cast, not what it says; nor does its opinion join the timeline before the panel closes.
      file.event(verdict === 'recuse' ? 'recused' : 'vote-cast', {
        stage,
        round,
        actor,
        ...(verdict === 'recuse' && { remarkId }),
      });
      break;
    case 'consult':
      file.event('consulted', { stage, round, actor, remarkId, facts: { assignmentId, verdict } });
      answerConsultation(file, turn);
      return undefined;
    case 'decide':
    case 'sign-after':
    case 'coordinate':
    case 'appoint-panel':
    case 'investigate':
    case 'accept':
    case 'pay':
    case 'evaluate':
    case 'claw-back':
    case 'recover':
    case 'extend':
    case 'close-out':
    case 'send-topics':
    case 'set-agenda':
    case 'write-minutes':
      file.event('decided', { stage, round, actor, remarkId, facts: { assignmentId, purpose, verdict, ...data } });
      break;
    case 'report':
    case 'rectify': {
      const fileIds = Array.isArray(data?.fileIds) ? data.fileIds : [];
      if (fileIds.length > 0) file.push({ kind: 'hold-files', fileIds, by: actor.userId });
      file.event(purpose === 'report' ? 'report-filed' : 'rectification-filed', {
        stage,
        round,
        actor,
        remarkId,
        facts: { assignmentId, fileIds },
      });
      break;
    }
    case 'declare':
    case 'check-declaration':
      break;
    case 'progress':
    case 'confirm':
      break;
    case 'correct':
      throw new Error('a correction is resubmitted, not decided');
  }
  const answer = { ...turn.carried, ...data };
  if (verdict === 'approve' && nextSigner(file, turn, answer)) return undefined;
  return { kind: 'decided', assignment: turn, decision: { ...decision, data: answer } };
}

const stateAfter: Record<Verdict, AssignmentState> = {
  approve: 'approved',
  return: 'returned',
  reject: 'rejected',
  recuse: 'recused',
};

function closeTurn(
  file: CaseFile,
  id: string,
  state: AssignmentState,
  by: Pick<Decision, 'actor' | 'remarkId'> & {
    verdict?: Verdict;
    answer?: Record<string, string | number | boolean | string[]>;
  },
): Assignment {
  file.push({ kind: 'close-assignment', id, state, ...by });
  return file.book.close(id, state, { by: by.actor.userId, atMs: Date.now(), verdict: by.verdict });
}
