import type { CaseOutcome } from '../processes/case.ts';
import type { CaseInput } from './messages.ts';
import { countersign } from './steps/countersign.ts';
import { inOrder } from './steps/in-order.ts';
import { meetingAgenda, meetingMinutes, tell } from './steps/meeting-drafts.ts';
import { meetingRefusal } from './steps/meeting-refusal.ts';
import { meetingPublication } from './steps/meeting-publication.ts';
import { meetingTopics } from './steps/meeting-topics.ts';
import { closeUnpassed, runCase } from './steps/run-case.ts';

/** 联席会议: topics from the units, the agenda, the meeting's minutes signed by its members, then published (四(二)). */
export function jointMeeting(input: CaseInput): Promise<CaseOutcome> {
  return runCase(input, async (file) => {
    file.own = { refuses: (heard) => meetingRefusal(file, heard) };
    file.push({ kind: 'open-meeting' });
    const series = await inOrder(file, [
      meetingTopics('topics'),
      meetingAgenda('agenda'),
      meetingMinutes('minutes'),
      countersign('members'),
    ]);
    if (series.kind === 'passed') return meetingPublication(file, 'publication');

    const outcome = closeUnpassed(file, series);
    // Called off: whoever was asked for topics or expects to come is told.
    if (outcome.kind === 'withdrawn' || outcome.kind === 'terminated')
      tell(file, file.stage('publication', 'publication').readers, 'meeting-cancelled');
    return outcome;
  });
}
