/** Days and deadlines in the words of a mail, Asia/Shanghai. */
import { dayOfDate, dayStartMs, shanghaiDate, shanghaiDay, weekday } from '../../processes/shanghai.ts';

/** 11月26日; with the year where it is not the current one: 2027年1月5日. */
export function sayDay(ms: number, nowMs: number): string {
  const [year, month, day] = shanghaiDate(ms).split('-').map(Number) as [number, number, number];
  const short = `${month}月${day}日`;
  return shanghaiDate(nowMs).startsWith(`${year}-`) ? short : `${year}年${short}`;
}

/** 11月26日 24:00 前; a deadline of a trial ends within its day: 11月26日 15:30 前. */
export function sayDue(dueAtMs: number, nowMs: number): string {
  const endsDay = dayStartMs(shanghaiDay(dueAtMs)) === dueAtMs;
  if (endsDay) return `${sayDay(dueAtMs - 1, nowMs)} 24:00 前`;
  const clock = new Date(dueAtMs + 8 * 3_600_000).toISOString().slice(11, 16);
  return `${sayDay(dueAtMs, nowMs)} ${clock} 前`;
}

/** `2026-11-25` → 2026年11月25日, as papers write it. */
export function sayDate(date: string): string {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  return `${year}年${month}月${day}日`;
}

/** `2026-11-24` → 11月24日 星期二. */
export function sayWeekday(date: string): string {
  const [, month, day] = date.split('-').map(Number) as [number, number, number];
  return `${month}月${day}日 星期${'日一二三四五六'[weekday(dayOfDate(date))]}`;
}
