import type { TopicsStage } from '../../processes/case.ts';
import { visitKey } from '../../processes/case.ts';
import { dayOfDate, dayStartMs } from '../../processes/shanghai.ts';
import type { CaseFile } from './case-file.ts';
import type { StageOutcome, Step } from './in-order.ts';

/** 征集议题: each unit sends topics, several or none. Over when all have answered, or when the day has passed. */
export const meetingTopics = (slug: string): Step => ({
  slug,
  run: (file) => runTopics(file, file.stage(slug, 'topics')),
});

async function runTopics(file: CaseFile, stage: TopicsStage): Promise<StageOutcome> {
  // One natural day after the eve of `until`: the day itself, rolled where it is a day off.
  const eve = dayStartMs(dayOfDate(stage.until)) - 1;
  const visit = file.enter(stage, 'in-review', undefined, { rule: { days: 1 }, from: eve });
  for (const { holder } of stage.units) {
    const subjectId = holder.kind === 'role' ? holder.unitId : undefined;
    file.assign(visit, { purpose: 'send-topics', holder, ...(subjectId && { subjectId }) });
  }
  let answered = 0;
  let topics = 0;
  while (answered < stage.units.length) {
    const turn = await file.turn(visitKey(visit));
    if (turn.kind === 'ended') return turn;
    if (turn.kind === 'due') break;
    if (turn.kind !== 'decided') continue;
    const topicIds = turn.decision.data?.topicIds;
    answered++;
    if (!Array.isArray(topicIds) || topicIds.length === 0) continue;
    file.push({ kind: 'keep-topics', topicIds });
    topics += topicIds.length;
  }
  file.dismiss(visit, 'skipped');
  const result = { units: stage.units.length, answered, topics };
  file.event('topics-closed', { ...visit, facts: result });
  file.leave(visit, 'passed', result);
  return { kind: 'passed' };
}
