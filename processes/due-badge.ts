import type { Bilingual } from './case.ts';
import { type Calendar, workingDaysBetween } from './working-days.ts';

export interface DueBadge {
  text: Bilingual;
  tone: 'late' | 'near' | 'calm';
  /** Working days left; negative when overdue. */
  workingDays: number;
}

/** 剩余 n 个工作日 / 今日到期 / 已超期 n 个工作日. `near` = at most this many working days left (policy `dailyRound.nearWorkingDays`). */
export function dueBadge(dueAtMs: number, nowMs: number, near: number, calendar: Calendar): DueBadge {
  const workingDays = workingDaysBetween(nowMs, dueAtMs, calendar);
  if (nowMs >= dueAtMs) {
    // Due on Friday, looked at on Saturday: overdue, though not yet by a working day.
    const text =
      workingDays === 0
        ? { zh: '已超期', en: 'Overdue' }
        : { zh: `已超期 ${-workingDays} 个工作日`, en: `Overdue by ${days(-workingDays)}` };
    return { text, tone: 'late', workingDays };
  }
  if (workingDays === 0) return { text: { zh: '今日到期', en: 'Due today' }, tone: 'near', workingDays };
  const text = { zh: `剩余 ${workingDays} 个工作日`, en: `${days(workingDays)} left` };
  return { text, tone: workingDays <= near ? 'near' : 'calm', workingDays };
}

const days = (count: number) => `${count} working day${count === 1 ? '' : 's'}`;
