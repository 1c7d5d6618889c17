import type { DraftingStage } from '../../processes/case.ts';
import { dayOfDate, dayStartMs } from '../../processes/shanghai.ts';
import type { CaseFile } from './case-file.ts';
import type { StageOutcome, Step } from './in-order.ts';

/** 编排议程: the secretariat puts the topics in order; then the meeting is called. */
export const meetingAgenda = (slug: string): Step => ({
  slug,
  run: (file) => runDrafting(file, file.stage(slug, 'drafting')),
});

/** 撰写纪要: after the meeting. Sent back by the members, they are written again as a new version. */
export const meetingMinutes = meetingAgenda;

async function runDrafting(file: CaseFile, stage: DraftingStage): Promise<StageOutcome> {
  const visit = file.enter(stage, 'in-review', undefined, periodOf(stage));
  if (stage.purpose === 'set-agenda') file.push({ kind: 'open-agenda' });
  file.assign(visit, { purpose: stage.purpose, holder: stage.author });
  for (;;) {
    const turn = await file.turn();
    if (turn.kind === 'ended') return turn;
    if (turn.kind !== 'decided') continue;
    if (stage.purpose === 'set-agenda') {
      file.push({ kind: 'fix-agenda' });
      tell(file, stage.readers, 'meeting-called', stage.slug);
    } else {
      file.push({ kind: 'keep-minutes', minutesId: String(turn.decision.data?.minutesId) });
    }
    file.leave(visit, 'passed');
    return { kind: 'passed' };
  }
}

/** Minutes are due so many days after the meeting, however early its agenda was set. */
function periodOf({
  notBefore,
  deadline,
}: DraftingStage): { rule: DraftingStage['deadline']; from: number } | undefined {
  if (notBefore === undefined) return undefined;
  const from = dayStartMs(dayOfDate(notBefore));
  return from > Date.now() ? { rule: deadline, from } : undefined;
}

/** A letter to the people of each unit, once each. */
export function tell(
  file: CaseFile,
  readers: DraftingStage['readers'],
  notification: 'meeting-called' | 'meeting-cancelled' | 'minutes-published',
  stage?: string,
): void {
  for (const holder of readers)
    file.push({ kind: 'notify', notification, to: { holder }, ...(stage !== undefined && { stage }) });
}
