import type { VisitKey } from '../../activities/cases/transition.ts';
import type { CountersignStage, EngagementStage } from '../../processes/case.ts';
import type { CaseFile } from './case-file.ts';
import { runCountersign } from './countersign.ts';
import type { StageOutcome, Step } from './in-order.ts';
import { registerEngagement } from './proxies.ts';
import { conclude } from './review.ts';
import { untilDone } from './until-done.ts';

/**
 * 备案: the units countersign, and the post is registered when the teacher's posts together stay within the limits. When they do not, because
 * another post was registered meanwhile perhaps, the lead has the turn again with the reason.
 */
export const registration = (slug: string, engagement: string): Step => ({
  slug,
  run: (file, resumes) => {
    const stage = file.stage(slug, 'countersign');
    return runCountersign(file, stage, resumes, (visit, result) => registered(file, stage, visit, engagement, result));
  },
});

async function registered(
  file: CaseFile,
  stage: CountersignStage,
  visit: VisitKey,
  engagement: string,
  result?: Record<string, number>,
): Promise<StageOutcome> {
  const { limits } = file.stage(engagement, 'engagement');
  for (;;) {
    const answer = await register(file, limits);
    if (answer.kind === 'registered') {
      file.registered = { startsOn: answer.startsOn, endsOn: answer.endsOn };
      file.leave(visit, 'passed', result);
      return { kind: 'passed' };
    }
    const { limit, reached, atMost, on } = answer;
    const clause = { 'same-host': limits.oncePerHost, 'paid-posts': limits.paidPosts, 'work-time': limits.workTime }[
      limit
    ].clause;
    const facts = { limit, reached, atMost, on, clause };
    file.event('over-limit', { ...visit, facts });
    file.assign(
      visit,
      { purpose: 'coordinate', holder: stage.lead, due: stage.coordination },
      { notification: 'over-limit', facts },
    );
    const decided = await decision(file);
    if (decided.kind === 'ended') return decided;
    if (decided.decision.verdict !== 'approve') return conclude(file, visit, decided.decision);
  }
}

async function decision(file: CaseFile) {
  for (;;) {
    const turn = await file.turn();
    if (turn.kind === 'ended' || turn.kind === 'decided') return turn;
  }
}

function register(file: CaseFile, { paidPosts, workTime }: EngagementStage['limits']) {
  const { caseId, process, applicantId, unitId, facts } = file.input;
  const { engagement } = file;
  const request = {
    ...{ caseId, process, applicantId, unitId },
    version: (engagement?.version ?? 0) + 1,
    ...(engagement?.change && { submissionId: engagement.change.submissionId }),
    ...(typeof facts.renews === 'string' && { renews: facts.renews }),
    limits: { paidPosts: paidPosts.atMost, workTimeMinutesAWeek: workTime.minutesAWeekAtMost },
  };
  return untilDone('register', () => registerEngagement({ ...request, atMs: Date.now() }));
}
