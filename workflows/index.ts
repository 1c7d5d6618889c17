/** Everything a worker can run; the bundle is made from this file. */
export { teacherCertification } from './teacher-certification.ts';
export { programFunding } from './program-funding.ts';
export { partTimeIncome } from './part-time-income.ts';
export { schoolIncome } from './school-income.ts';
export { indicatorReport } from './indicator-report.ts';
export { indicatorAsks } from './indicator-asks.ts';
export { jointMeeting } from './joint-meeting.ts';
export { meetingActionItems } from './meeting-action-items.ts';
export { bulletin, monthlyBulletin, yearlyItems } from './item-round.ts';
export { dailyRound } from './daily-round.ts';
export { outbox } from './outbox.ts';
