/** Days as places on a line: pure, for the timeline view. */
import type { BoardItem } from '../../../api/contract/action-items.ts';
import { dateOfDay, dayOfDate } from '../../../processes/shanghai.ts';

export interface TimeScale {
  from: number;
  days: number;
  /** First of each month: its place in percent. */
  months: { month: string; at: number }[];
  at(date: string): number;
}

/** From the earliest start to the latest end, today included, whole months. */
export function timeScale(
  items: readonly Pick<BoardItem, 'startsOn' | 'dueOn' | 'closedOn'>[],
  today: string,
): TimeScale {
  const days = items.flatMap(({ startsOn, dueOn, closedOn }) => [startsOn, dueOn, closedOn ?? dueOn]).map(dayOfDate);
  const first = `${dateOfDay(Math.min(dayOfDate(today), ...days)).slice(0, 7)}-01`;
  const last = dateOfDay(Math.max(dayOfDate(today), ...days));
  const from = dayOfDate(first);
  const to = dayOfDate(nextMonth(last.slice(0, 7)));
  const span = to - from;
  const at = (date: string) => ((dayOfDate(date) - from) / span) * 100;
  const months: TimeScale['months'] = [];
  for (let month = first.slice(0, 7); dayOfDate(`${month}-01`) < to; month = nextMonth(month).slice(0, 7))
    months.push({ month, at: at(`${month}-01`) });
  return { from, days: span, months, at };
}

function nextMonth(month: string): string {
  const [year, number] = month.split('-').map(Number) as [number, number];
  return `${number === 12 ? year + 1 : year}-${String((number % 12) + 1).padStart(2, '0')}-01`;
}
