import type { CaseOutcome } from '../processes/case.ts';
import type { CaseInput } from './messages.ts';
import { ActionItem } from './steps/action-item.ts';
import { carryingOut, type WorkAgain } from './steps/carrying-out.ts';
import type { CaseFile } from './steps/case-file.ts';
import { inOrder } from './steps/in-order.ts';
import { itemAcceptance } from './steps/item-acceptance.ts';
import { itemCloseOut, restsUntilReopened } from './steps/item-close-out.ts';
import { closeUnpassed, runCase } from './steps/run-case.ts';

/** 联席会议任务: taken on by its lead, worked on for months or years, closed out by the secretariat and never by the lead (四(二)). */
export function meetingActionItems(input: CaseInput): Promise<CaseOutcome> {
  return runCase(input, async (file) => {
    const item = new ActionItem(file);
    const outcome = await carriedOut(file, item);
    if (outcome.kind !== 'approved' && outcome.kind !== 'not-opened')
      file.push({ kind: 'item', moves: { state: 'ended', askedOn: null } });
    return outcome;
  });
}

async function carriedOut(file: CaseFile, item: ActionItem): Promise<CaseOutcome> {
  // A later run begins in the midst of the work.
  if (!file.input.resumes) {
    const accepted = await inOrder(file, [itemAcceptance('acceptance', item)]);
    if (accepted.kind !== 'passed') return closeUnpassed(file, accepted);
  }
  for (let again: WorkAgain | undefined; ;) {
    const work = await carryingOut(file, item, again);
    if (work.kind === 'ended') return work.outcome;
    const done = await itemCloseOut(file, item);
    if (done.kind === 'ended') return done.outcome;
    if (done.kind === 'again') {
      again = done.why;
      continue;
    }
    if ((await restsUntilReopened(file, item)) === 'rested') return { kind: 'approved' };
    again = 'item-reopened';
  }
}
