import type { TurnAgain, VisitKey } from '../../activities/cases/transition.ts';
import { untilDay } from '../../processes/meeting-action-items/days.ts';
import { shanghaiDate } from '../../processes/working-days.ts';
import type { Decision, ItemMessage } from '../messages.ts';
import type { ActionItem } from './action-item.ts';
import type { CaseFile, Turn } from './case-file.ts';
import { contactChanged, lightSet } from './item-acts.ts';

/** Why the work goes on once more; the contact is told so. */
export type WorkAgain = Exclude<TurnAgain, 'progress-recorded'>;

/** 推进落实: the contact reports as often as there is something to say, until close-out is asked for. For months or years. */
export async function carryingOut(
  file: CaseFile,
  item: ActionItem,
  again?: WorkAgain,
): Promise<{ kind: 'close-out-asked' } | Extract<Turn, { kind: 'ended' }>> {
  // A later run begins in the midst of the work.
  const visit = item.visit ?? begun(file, item, again);
  for (;;) {
    const turn = await file.turn();
    if (turn.kind === 'ended') return turn;
    if (turn.kind === 'decided') {
      if (turn.assignment.purpose === 'progress') reported(file, item, visit, turn.decision);
      if (turn.assignment.purpose === 'extend') extensionDecided(file, item, visit, turn.decision);
    }
    if (turn.kind === 'item' && act(file, item, visit, turn.message)) return { kind: 'close-out-asked' };
  }
}

function begun(file: CaseFile, item: ActionItem, again?: WorkAgain): VisitKey {
  const visit = file.enter(item.stage, 'in-review', undefined, untilDay(item.dueOn, Date.now()));
  item.visit = visit;
  file.push({ kind: 'move-case', state: 'in-review', stage: visit.stage, businessState: 'carrying-out' });
  file.push({ kind: 'item', moves: { state: 'carrying-out', askedOn: null } });
  reportTurn(file, item, visit, again);
  return visit;
}

function reportTurn(file: CaseFile, item: ActionItem, visit: VisitKey, again?: TurnAgain): void {
  const told = again && { notification: again, facts: {} };
  file.assign(visit, { purpose: 'progress', holder: item.contact }, told);
}

/** A report is answered with a receipt that carries the link of the next one. */
function reported(file: CaseFile, item: ActionItem, visit: VisitKey, { actor, remarkId, data = {} }: Decision): void {
  const percent = Number(data.percent);
  const fileIds = Array.isArray(data.fileIds) ? data.fileIds : [];
  const before = item.percent;
  item.contact = { kind: 'person', userId: actor.onBehalfOf ?? actor.userId };
  item.percent = percent;
  item.actsForLead(actor);
  if (fileIds.length > 0) file.push({ kind: 'hold-files', fileIds, by: actor.userId });
  const reason = percent < before && { reason: String(data.reason) };
  const facts = { percent, before, ...reason };
  item.writes(
    { kind: 'progress', actor, remarkId, fileIds, facts },
    { moves: { percent, contactId: item.contact.userId } },
  );
  file.event('progress-reported', { ...visit, actor, remarkId, facts: { ...facts, fileIds } });
  reportTurn(file, item, visit, 'progress-recorded');
}

/** True when the work is said to be done. */
function act(file: CaseFile, item: ActionItem, visit: VisitKey, { act, actor, remarkId }: ItemMessage): boolean {
  switch (act.kind) {
    case 'milestone': {
      const fileIds = act.fileIds ?? [];
      item.actsForLead(actor);
      item.done.add(act.milestone);
      if (fileIds.length > 0) file.push({ kind: 'hold-files', fileIds, by: actor.userId });
      const facts = { milestone: act.milestone };
      item.writes({ kind: 'milestone', actor, remarkId, fileIds, facts }, { milestoneDone: act.milestone });
      file.event('milestone-reached', { ...visit, actor, remarkId, facts: { ...facts, fileIds } });
      return false;
    }
    case 'ask-extension': {
      const facts = { dueOn: act.dueOn, from: item.dueOn };
      item.actsForLead(actor);
      item.extension = { dueOn: act.dueOn, step: 0 };
      item.writes({ kind: 'extension-asked', actor, remarkId, facts });
      file.event('extension-asked', { ...visit, actor, remarkId, facts });
      approvalTurn(file, item, visit);
      return false;
    }
    case 'ask-close-out': {
      const { fileIds } = act;
      const askedOn = shanghaiDate(Date.now());
      item.actsForLead(actor);
      item.contact = item.contactNow();
      delete item.extension;
      file.dismiss(visit, 'skipped');
      file.push({ kind: 'hold-files', fileIds, by: actor.userId });
      item.writes({ kind: 'close-out-asked', actor, remarkId, fileIds }, { moves: { askedOn } });
      file.event('close-out-asked', { ...visit, actor, remarkId, facts: { fileIds } });
      file.leave(visit, 'passed');
      delete item.visit;
      return true;
    }
    case 'change-contact':
      contactChanged(file, item, { actor, remarkId, userId: act.userId });
      return false;
    case 'set-light':
      lightSet(file, item, { actor, remarkId, light: act.light });
      return false;
    case 'reopen':
      throw new Error('an open item is not reopened');
  }
}

function approvalTurn(file: CaseFile, { stage, extension }: ActionItem, visit: VisitKey): void {
  const approval = stage.extension.approvals[extension?.step ?? 0];
  if (!approval) throw new Error('an extension without its approval');
  file.assign(visit, { purpose: 'extend', holder: approval.holder, due: approval.deadline });
}

/** The leader of the lead unit first, then the secretariat. */
function extensionDecided(
  file: CaseFile,
  item: ActionItem,
  visit: VisitKey,
  { verdict, actor, remarkId }: Decision,
): void {
  const { extension } = item;
  if (!extension) throw new Error('no extension is waiting');
  const granted = verdict === 'approve';
  if (granted && extension.step + 1 < item.stage.extension.approvals.length) {
    item.extension = { ...extension, step: extension.step + 1 };
    approvalTurn(file, item, visit);
    return;
  }
  const { dueOn } = extension;
  const facts = { dueOn, from: item.dueOn };
  delete item.extension;
  if (granted) {
    item.dueOn = dueOn;
    item.extensions += 1;
    const moves = { dueOn, extensions: item.extensions };
    item.writes({ kind: 'extended', actor, remarkId, facts }, { moves, redates: { visit, dueOn } });
    file.event('extended', { ...visit, facts });
  } else {
    item.writes({ kind: 'extension-refused', actor, remarkId, facts });
    file.event('extension-refused', { ...visit, facts });
  }
  file.push({
    ...{ kind: 'notify', notification: 'extension-decided', to: { holder: item.contactNow() }, ...visit },
    ...{ about: `${item.extensions}:${dueOn}:${Date.now()}`, facts: { ...facts, granted } },
  });
}
