import { isWorkingDay, type Calendar } from '../working-days.ts';
import type { Bilingual } from '../case.ts';
import { rolledDay, workingDaysTo } from './days.ts';

export interface ReminderRules {
  beforeWorkingDays: readonly number[];
  leaderEveryWorkingDays: number;
}

/** Who hears of an item on a day: its contact, and once overdue its leader in charge too. */
export interface Reminder {
  workingDaysLeft: number;
  toLeader: boolean;
  text: Bilingual;
}

/** What the round of `date` says of an item due on `dueOn`; nothing on most days. */
export function reminderOf(
  { dueOn }: { dueOn: string },
  date: string,
  rules: ReminderRules,
  calendar: Calendar,
): Reminder | null {
  if (!isWorkingDay(date, calendar)) return null;
  const due = rolledDay(dueOn, calendar);
  const left = workingDaysTo(date, due, calendar);
  if (date <= due) {
    if (left === 0) return { workingDaysLeft: 0, toLeader: false, text: { zh: '今日到期', en: 'Due today' } };
    if (!rules.beforeWorkingDays.includes(left)) return null;
    return {
      workingDaysLeft: left,
      toLeader: false,
      text: { zh: `剩余 ${left} 个工作日`, en: `${left} working day${left === 1 ? '' : 's'} left` },
    };
  }
  if (left === 0 || -left % rules.leaderEveryWorkingDays !== 0) return null;
  return {
    workingDaysLeft: left,
    toLeader: true,
    text: { zh: `已超期 ${-left} 个工作日`, en: `Overdue by ${-left} working day${left === -1 ? '' : 's'}` },
  };
}
