/** The processes in force. A process added here is served by the API, drawn by the web page and open to its applicants. */
import { jointMeeting } from './joint-meeting/definition.ts';
import { indicatorReport } from './indicator-report/definition.ts';
import { partTimeIncome } from './part-time-income/definition.ts';
import type { ProcessDefinition } from './process.ts';
import { meetingActionItems } from './meeting-action-items/definition.ts';
import { programFunding } from './program-funding/definition.ts';
import { schoolIncome } from './school-income/definition.ts';
import { teacherCertification } from './teacher-certification/definition.ts';

/**
 * A definition whose form is not known by type: what `parseForm(definition.form, …)` or the case row gives is passed back to the same
 * definition's functions.
 */
// oxlint-disable-next-line typescript/no-explicit-any -- each definition is closed over its own form; unknown would refuse every call
export type AnyProcess = ProcessDefinition<any>;

export const allProcesses: readonly AnyProcess[] = [
  teacherCertification,
  programFunding,
  partTimeIncome,
  schoolIncome,
  indicatorReport,
  meetingActionItems,
  jointMeeting,
];

export const processBySlug = (slug: string): AnyProcess | undefined =>
  allProcesses.find((process) => process.slug === slug);
