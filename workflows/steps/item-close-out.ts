import type { VisitKey } from '../../activities/cases/transition.ts';
import { deadline, calendarFor, shanghaiDate } from '../../processes/working-days.ts';
import type { ActionItem } from './action-item.ts';
import type { WorkAgain } from './carrying-out.ts';
import type { CaseFile, Turn } from './case-file.ts';
import { meanwhile } from './item-acts.ts';

type Ended = Extract<Turn, { kind: 'ended' }>;

/** 销号: the supporting units agree, then the secretariat accepts that the item is done, or sends it back (退回重办). */
export async function itemCloseOut(
  file: CaseFile,
  item: ActionItem,
): Promise<{ kind: 'closed' } | { kind: 'again'; why: WorkAgain } | Ended> {
  const visit = file.enter(item.closeOut, 'in-review');
  // The clock stands still on the day close-out was asked for: the secretariat's time is not the lead's.
  const finishedOn = shanghaiDate(Date.now());
  const confirmed = await supportersConfirm(file, item, visit);
  if (confirmed.kind === 'ended') return confirmed;
  if (confirmed.kind === 'disagreed') {
    file.leave(visit, 'returned');
    return { kind: 'again', why: 'support-disagreed' };
  }
  file.push({ kind: 'item', moves: { state: 'close-out' } });
  const { holder, deadline: due } = item.closeOut;
  file.assign(visit, { purpose: 'close-out', holder, due });
  for (;;) {
    const turn = await file.turn();
    if (turn.kind === 'ended') return turn;
    if (turn.kind === 'item') meanwhile(file, item, turn.message);
    if (turn.kind !== 'decided') continue;
    const { actor, remarkId, verdict } = turn.decision;
    if (verdict !== 'approve') {
      item.returned += 1;
      item.writes(
        { kind: 'close-out-returned', actor, remarkId },
        { moves: { returned: item.returned, askedOn: null } },
      );
      file.event('close-out-returned', { ...visit, actor, remarkId });
      file.leave(visit, 'returned');
      return { kind: 'again', why: 'close-out-returned' };
    }
    file.leave(visit, 'passed');
    closed(file, item, finishedOn, turn.decision);
    return { kind: 'closed' };
  }
}

/** No answer in time counts as agreement; the first that disagrees sends the item back to its lead. */
async function supportersConfirm(
  file: CaseFile,
  item: ActionItem,
  visit: VisitKey,
): Promise<{ kind: 'confirmed' | 'disagreed' } | Ended> {
  const { supporting, confirmation } = item.stage;
  if (supporting.length === 0) return { kind: 'confirmed' };
  file.push({ kind: 'item', moves: { state: 'confirming' } });
  const turns = supporting.map(({ holder }) =>
    file.assign(visit, {
      ...{ purpose: 'confirm', holder, due: confirmation },
      ...(holder.kind === 'role' && { subjectId: holder.unitId }),
    }),
  );
  while (file.book.pending(visit).length > 0) {
    const turn = await file.turn(turns[0]?.id);
    if (turn.kind === 'ended') return turn;
    if (turn.kind === 'item') meanwhile(file, item, turn.message);
    if (turn.kind === 'due') {
      file.dismiss(visit, 'skipped');
      file.event('support-tacit', { ...visit });
    }
    if (turn.kind !== 'decided' || turn.assignment.purpose !== 'confirm') continue;
    const { actor, remarkId, verdict } = turn.decision;
    const unitId = turn.assignment.subjectId ?? '';
    if (verdict !== 'approve') {
      file.dismiss(visit, 'cancelled');
      item.writes({ kind: 'disagreed', actor, remarkId, facts: { unitId } }, { moves: { askedOn: null } });
      file.event('support-disagreed', { ...visit, actor, remarkId, facts: { unitId } });
      return { kind: 'disagreed' };
    }
    item.writes({ kind: 'confirmed', actor, remarkId, facts: { unitId } }, { confirmedBy: unitId });
    file.event('support-confirmed', { ...visit, actor, remarkId, facts: { unitId } });
  }
  return { kind: 'confirmed' };
}

function closed(
  file: CaseFile,
  item: ActionItem,
  finishedOn: string,
  { actor, remarkId }: Extract<Turn, { kind: 'decided' }>['decision'],
): void {
  item.closed = true;
  item.percent = 100;
  const closedOn = shanghaiDate(Date.now());
  item.writes(
    { kind: 'closed', actor, remarkId, facts: { finishedOn } },
    { moves: { state: 'closed', percent: 100, closedOn, finishedOn, askedOn: null, overrideLight: null } },
  );
  item.overridden = false;
  file.event('closed-out', { actor, remarkId, facts: { finishedOn } });
  file.push({ kind: 'move-case', state: 'approved', stage: null, businessState: 'closed-out', closes: true });
  const told = [item.contact, item.stage.leader, ...item.stage.supporting.map(({ holder }) => holder)];
  for (const holder of told)
    file.push({
      kind: 'notify',
      notification: 'item-closed-out',
      to: { holder },
      about: `${closedOn}:${file.sequence}`,
    });
  file.phase = 'in-force';
}

/** A closed item rests; the secretariat can open it again with a reason and a new date. */
export async function restsUntilReopened(file: CaseFile, item: ActionItem): Promise<'rested' | 'reopened'> {
  const until = deadline(Date.now(), item.stage.reopening, calendarFor()).dueAtMs;
  for (;;) {
    const turn = await file.turn(until);
    if (turn.kind === 'due' || turn.kind === 'ended') return 'rested';
    if (turn.kind !== 'item' || turn.message.act.kind !== 'reopen') continue;
    const { actor, remarkId, act } = turn.message;
    const { dueOn } = act;
    item.closed = false;
    item.dueOn = dueOn;
    item.writes(
      { kind: 'reopened', actor, remarkId, facts: { dueOn } },
      { moves: { closedOn: null, dueOn }, reopens: true },
    );
    file.event('reopened', { actor, remarkId, facts: { dueOn } });
    file.phase = 'open';
    return 'reopened';
  }
}
