/**
 * Days of Asia/Shanghai as numbers and texts. China has kept UTC+8 without daylight saving since 1992, so a fixed offset is exact and
 * nothing here depends on the host's time zone.
 */
export const DAY_MS = 86_400_000;
const OFFSET_MS = 8 * 3_600_000;

/** Days since 1970-01-01 of the Shanghai day in which the instant falls. */
export function shanghaiDay(ms: number): number {
  if (!Number.isFinite(ms)) throw new RangeError(`not an instant: ${ms}`);
  return Math.floor((ms + OFFSET_MS) / DAY_MS);
}

/** The instant of 00:00 Asia/Shanghai of a day, in milliseconds. */
export const dayStartMs = (day: number): number => day * DAY_MS - OFFSET_MS;

/** `YYYY-MM-DD` of the Shanghai day in which the instant falls. */
export const shanghaiDate = (ms: number): string => dateOfDay(shanghaiDay(ms));

/** `YYYY-MM-DD` of a day number. */
export const dateOfDay = (day: number): string => new Date(day * DAY_MS).toISOString().slice(0, 10);

/** Day number of `YYYY-MM-DD`. Throws a RangeError when it is not a day of the calendar. */
export function dayOfDate(date: string): number {
  const ms = /^\d{4}-\d{2}-\d{2}$/.test(date) ? Date.parse(`${date}T00:00:00Z`) : Number.NaN;
  if (Number.isNaN(ms) || new Date(ms).toISOString().slice(0, 10) !== date) throw new RangeError(`not a date: ${date}`);
  return ms / DAY_MS;
}

/** 0 = Sunday … 6 = Saturday. */
export const weekday = (day: number): number => (((day + 4) % 7) + 7) % 7;

/** The same day `years` later (or earlier); 29 February becomes the last of February, as 民法典 202 ends a period. */
export function addYears(date: string, years: number): string {
  const [year, month, dayOfMonth] = date.split('-').map(Number) as [number, number, number];
  const target = year + years;
  const lastOfMonth = new Date(Date.UTC(target, month, 0)).getUTCDate();
  return dateOfDay(Date.UTC(target, month - 1, Math.min(dayOfMonth, lastOfMonth)) / DAY_MS);
}
