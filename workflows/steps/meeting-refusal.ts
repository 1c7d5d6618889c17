import { dayOfDate, shanghaiDay } from '../../processes/shanghai.ts';
import type { Refusal } from '../messages.ts';
import type { CaseFile } from './case-file.ts';
import type { Heard } from './heard.ts';

/** At most so many topics from one unit. */
const TOPICS = 20;

/** Topics and minutes are named by the ids of their rows; minutes are not handed on before the meeting was held. */
export function meetingRefusal(file: CaseFile, heard: Heard): Refusal | undefined {
  // No post and no action item.
  if (heard.kind !== 'decide') return { code: 'NotOpen' };
  const { assignmentId, data } = heard.message;
  const turn = file.book.get(assignmentId);
  if (turn.purpose === 'send-topics') {
    const topicIds = data?.topicIds;
    return Array.isArray(topicIds) && topicIds.length <= TOPICS
      ? undefined
      : { code: 'BadDecisionData', field: 'topicIds', rule: 'at-most-20-topics' };
  }
  if (turn.purpose !== 'set-agenda' && turn.purpose !== 'write-minutes') return undefined;
  const { notBefore } = file.stage(turn.stage, 'drafting');
  if (notBefore !== undefined && shanghaiDay(Date.now()) < dayOfDate(notBefore))
    return { code: 'BadDecisionData', field: 'minutesId', rule: 'after-the-meeting' };
  if (turn.purpose === 'write-minutes' && typeof data?.minutesId !== 'string')
    return { code: 'BadDecisionData', field: 'minutesId', rule: 'required' };
  return undefined;
}
