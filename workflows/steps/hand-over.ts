/** Turns that change hands: 转办, 委派, 加签. The step in charge sees only the final decision. */
import type { AddedSigner, Consultation, Decision, Transfer } from '../messages.ts';
import type { Turn as Assignment } from './assignment-book.ts';
import type { CaseFile } from './case-file.ts';

/** 转办 or 改派: the old turn is closed, a new one with the same visit and due date is opened, so that links to the old one die. */
export function transfer(file: CaseFile, { assignmentId, actor, remarkId, to }: Transfer): void {
  const { stage, round, purpose, parentId, subjectId, signers, amount, due } = file.book.get(assignmentId);
  file.book.close(assignmentId, 'transferred');
  file.push({ kind: 'close-assignment', id: assignmentId, state: 'transferred', actor, remarkId });
  const successor = file.assign(
    { stage, round },
    {
      ...{ purpose, holder: to, signers, subjectId, parentId, amount },
      ...(due && { due: due.rule, from: due.from }),
    },
  );
  file.own?.handedOn?.(purpose, to);
  file.event('transferred', { stage, round, actor, remarkId, facts: { assignmentId, successorId: successor.id } });
}

/** 委派 or 加签(前): the holder waits until the person asked has given an opinion. */
export function consult(file: CaseFile, { assignmentId, actor, remarkId, kind, userId }: Consultation): void {
  const turn = file.book.get(assignmentId);
  turn.state = kind === 'delegate' ? 'delegated' : 'awaiting-signer';
  file.push({ kind: 'set-assignment', id: assignmentId, state: turn.state });
  const { stage, round } = turn;
  const asked = file.assign(
    { stage, round },
    { purpose: 'consult', holder: { kind: 'person', userId }, parentId: assignmentId },
  );
  file.event(kind === 'delegate' ? 'delegated' : 'signer-added', {
    stage,
    round,
    actor,
    remarkId,
    facts: { assignmentId, askedId: asked.id, userId, ...(kind === 'signer-before' && { position: 'before' }) },
  });
}

export function answerConsultation(file: CaseFile, { id, parentId, stage, round }: Assignment): void {
  if (parentId === undefined) return;
  file.book.get(parentId).state = 'open';
  file.push({ kind: 'set-assignment', id: parentId, state: 'open' });
  file.push({
    kind: 'notify',
    notification: 'consultation-answered',
    to: { holdersOf: parentId },
    about: id,
    stage,
    round,
  });
}

/** 加签(后): remembered until the holder approves. */
export function addSigner(file: CaseFile, { assignmentId, actor, remarkId, userId }: AddedSigner): void {
  const turn = file.book.get(assignmentId);
  turn.signers.push(userId);
  const { stage, round } = turn;
  file.event('signer-added', { stage, round, actor, remarkId, facts: { assignmentId, userId, position: 'after' } });
}

/** After an approval: opens the turn of the next signer, if one was added; what the holder answered waits with it. */
export function nextSigner(
  file: CaseFile,
  { signers, stage, round, id, subjectId }: Assignment,
  carried: Decision['data'],
): boolean {
  const [userId, ...rest] = signers;
  if (userId === undefined) return false;
  file.assign(
    { stage, round },
    { purpose: 'sign-after', holder: { kind: 'person', userId }, parentId: id, subjectId, signers: rest, carried },
  );
  return true;
}
