import { visitKey } from '../../processes/case.ts';
import type { NoticeStage } from '../../processes/case.ts';
import type { Decided } from '../../processes/process.ts';
import type { CaseFile } from './case-file.ts';
import type { StageOutcome, Step } from './in-order.ts';

/** 公示: a masked public page for its days. An objection (异议) stops the clock and is investigated: upheld rejects, dismissed runs on. */
export const publicNotice = (slug: string, decided?: () => Decided): Step => ({
  slug,
  run: (file) => runNotice(file, file.stage(slug, 'notice'), decided?.()),
});

async function runNotice(file: CaseFile, stage: NoticeStage, decided?: Decided): Promise<StageOutcome> {
  const visit = file.enter(stage, 'on-notice');
  file.push({ kind: 'publish-notice', ...visit, ...(decided && { decided }) });
  file.event('notice-published', { ...visit });
  file.noticeOpen = true;
  const investigated = new Set<string>();
  for (;;) {
    const turn = await file.turn(investigated.size === 0 ? visitKey(visit) : undefined);
    switch (turn.kind) {
      case 'ended':
        return turn;
      case 'due':
        file.noticeOpen = false;
        file.push({ kind: 'set-notice', ...visit, state: 'closed' });
        file.event('notice-ended', { ...visit });
        file.leave(visit, 'passed');
        return { kind: 'passed' };
      case 'objection':
        if (investigated.size === 0) suspend(file, visit);
        investigated.add(turn.objectionId);
        investigate(file, stage, visit, turn.objectionId);
        break;
      case 'decided': {
        const { actor, remarkId, data } = turn.decision;
        const objectionId = turn.assignment.subjectId;
        if (objectionId === undefined) break;
        const upheld = data?.finding === 'upheld';
        file.push({ kind: 'set-objection', objectionId, state: upheld ? 'upheld' : 'dismissed' });
        file.event(upheld ? 'objection-upheld' : 'objection-dismissed', {
          ...visit,
          actor,
          remarkId,
          facts: { objectionId },
        });
        if (upheld) {
          file.noticeOpen = false;
          file.dismiss(visit, 'cancelled');
          file.push({ kind: 'set-notice', ...visit, state: 'cancelled' });
          file.leave(visit, 'rejected');
          return { kind: 'rejected' };
        }
        investigated.delete(objectionId);
        if (investigated.size === 0) resume(file, visit);
        break;
      }
      case 'resubmitted':
      case 'revocation-proposed':
      case 'document-ready':
      case 'item':
      case 'post':
        break;
    }
  }
}

type Visit = Parameters<CaseFile['leave']>[0];

function suspend(file: CaseFile, visit: Visit): void {
  file.push({ kind: 'suspend-visit', ...visit });
  file.push({ kind: 'set-notice', ...visit, state: 'suspended' });
  file.push({ kind: 'move-case', state: 'objection', stage: visit.stage });
  file.event('notice-suspended', { ...visit });
}

function resume(file: CaseFile, visit: Visit): void {
  file.push({ kind: 'resume-visit', ...visit });
  file.push({ kind: 'set-notice', ...visit, state: 'open' });
  file.push({ kind: 'move-case', state: 'on-notice', stage: visit.stage });
  file.event('notice-resumed', { ...visit });
}

function investigate(file: CaseFile, stage: NoticeStage, visit: Visit, objectionId: string): void {
  file.push({ kind: 'set-objection', objectionId, state: 'investigating' });
  file.event('objection-filed', { ...visit, facts: { objectionId } });
  file.push({ kind: 'notify', notification: 'objection-filed', to: { applicant: true }, about: objectionId, ...visit });
  file.assign(visit, {
    purpose: 'investigate',
    holder: stage.investigator,
    due: stage.investigation,
    subjectId: objectionId,
  });
}
