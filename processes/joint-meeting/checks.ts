import { type Calendar, calendarFor } from '../calendar.ts';
import type { CheckContext, Finding } from '../process.ts';
import { dayOfDate, dayStartMs } from '../shanghai.ts';
import { deadline, isWorkingDay } from '../working-days.ts';
import type { MeetingForm } from './form.ts';

/** What stands in the way of a meeting, and what the secretariat should know before it sends. */
export function checkMeeting({ meeting, topics, members }: MeetingForm, context: CheckContext): Finding[] {
  const { policy, today } = context;
  const rules = policy.processes['joint-meeting'];
  const calendar = context.calendar ?? calendarFor([]);
  const findings: Finding[] = [];
  const add = (level: Finding['level'], path: string, zh: string, en: string, clause = rules.clause) =>
    findings.push({ rule: path, clause, level, path, message: { zh, en } });

  if (meeting.heldOn < today) add('error', 'meeting.heldOn', '会议日期已过', 'The day of the meeting is past');
  else if (!isWorkingDay(meeting.heldOn, calendar))
    add('warning', 'meeting.heldOn', '会议日期是休息日，请核对', 'The day of the meeting is a day off');

  const last = lastDayOf(topics.dueOn, calendar);
  if (topics.dueOn < today)
    add('error', 'topics.dueOn', '截止日已过', 'The day topics are due is past', rules.topics.clause);
  else if (last > meeting.heldOn)
    add(
      'error',
      'topics.dueOn',
      last === topics.dueOn ? '截止日不得晚于会议日期' : `截止日遇休息日顺延至 ${last}，晚于会议日期，请提前`,
      `Topics end on ${last}, after the meeting`,
      rules.topics.clause,
    );
  else if (last !== topics.dueOn)
    add(
      'warning',
      'topics.dueOn',
      `截止日是休息日，顺延至 ${last}`,
      `A day off: topics are due on ${last}`,
      rules.topics.clause,
    );
  if (topics.dueOn >= today && dayOfDate(topics.dueOn) - dayOfDate(today) < rules.topics.atLeastDays)
    add(
      'warning',
      'topics.dueOn',
      `征集时间不足 ${rules.topics.atLeastDays} 天`,
      `Units have less than ${rules.topics.atLeastDays} days`,
      rules.topics.clause,
    );

  const { units, clause } = rules.members;
  members.forEach(({ unit }, index) => {
    const path = `members.${index}.unit`;
    if (!units.includes(unit)) add('error', path, `不是成员单位：${unit}`, `Not a member: ${unit}`, clause);
    else if (members.findIndex((other) => other.unit === unit) !== index)
      add('error', path, '单位重复', 'The unit is named twice', clause);
  });
  return findings;
}

/** The day itself, or the next working day after a day off. */
const lastDayOf = (day: string, calendar: Calendar): string =>
  deadline(dayStartMs(dayOfDate(day)) - 1, { days: 1 }, calendar).derivation.end;
