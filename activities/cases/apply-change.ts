import { changeItem, openItem } from '../action-items/item-rows.ts';
import { applyEngagementChange } from '../engagements/changes.ts';
import { openCase, acceptSubmission, holdFiles, moveCase } from './case-row.ts';
import { closeAssignment, drawPanel, openAssignment, reholdAssignment, setAssignment, unseal } from './assignments.ts';
import { issueCertificate, setCertificate } from './certificates.ts';
import { closeVisit, openVisit, recomputeDeadlines, renewVisit, resumeVisit, suspendVisit } from './clock.ts';
import { collectEvent } from './events.ts';
import { publishNotice, setNotice, setObjection } from './notices.ts';
import { fixAgenda, keepMinutes, keepTopics, numberMinutes, openAgenda, openMeeting } from './meetings.ts';
import { copy, notify } from './notifications.ts';
import type { Change } from './transition.ts';
import type { Writing } from './writing.ts';

/** One change of a transition, in the order the case's story made them. */
export async function applyChange(writing: Writing, change: Change): Promise<void> {
  switch (change.kind) {
    case 'open-case':
      return openCase(writing, change);
    case 'accept-submission':
      return acceptSubmission(writing, change.submissionId);
    case 'move-case':
      return moveCase(writing, change);
    case 'open-visit':
      return openVisit(writing, change);
    case 'renew-visit':
      return renewVisit(writing, change);
    case 'suspend-visit':
      return suspendVisit(writing, change);
    case 'resume-visit':
      return resumeVisit(writing, change);
    case 'close-visit':
      return closeVisit(writing, change);
    case 'open-assignment':
      return openAssignment(writing, change);
    case 'draw-panel':
      return drawPanel(writing, change);
    case 'close-assignment':
      return closeAssignment(writing, change);
    case 'set-assignment':
      return setAssignment(writing, change);
    case 'rehold-assignment':
      return reholdAssignment(writing, change);
    case 'unseal':
      return unseal(writing, change);
    case 'event':
      return collectEvent(writing, change);
    case 'publish-notice':
      return publishNotice(writing, change);
    case 'set-notice':
      return setNotice(writing, change);
    case 'set-objection':
      return setObjection(writing, change);
    case 'issue-certificate':
      return issueCertificate(writing, change.validYears);
    case 'set-certificate':
      return setCertificate(writing, change.state);
    case 'hold-files':
      return holdFiles(writing, change);
    case 'copy':
      return copy(writing, change);
    case 'open-item':
      return openItem(writing);
    case 'item':
      return changeItem(writing, change);
    case 'recompute-deadlines':
      return recomputeDeadlines(writing);
    case 'open-meeting':
      return openMeeting(writing);
    case 'keep-topics':
      return keepTopics(writing, change.topicIds);
    case 'open-agenda':
      return openAgenda(writing);
    case 'fix-agenda':
      return fixAgenda(writing);
    case 'keep-minutes':
      return keepMinutes(writing, change.minutesId);
    case 'number-minutes':
      return numberMinutes(writing);
    case 'set-engagement':
    case 'open-period':
    case 'set-period':
    case 'file-declaration':
    case 'settle-declaration':
    case 'open-change':
    case 'amend-change':
    case 'close-change':
    case 'record-school-income':
      return applyEngagementChange(writing, change);
    case 'notify':
      return notify(writing, change);
  }
}

/** Changes that read and collect: all they write is in the statement of `save.ts`. */
const COLLECTED: ReadonlySet<Change['kind']> = new Set([
  'move-case',
  'open-visit',
  'close-visit',
  'open-assignment',
  'draw-panel',
  'close-assignment',
  'set-assignment',
  'rehold-assignment',
  'event',
  'notify',
  'unseal',
  'publish-notice',
]);

export const onlyCollects = ({ kind }: Change): boolean => COLLECTED.has(kind);
