/** Instants as the office writes them, always Asia/Shanghai. A deadline ends at 24:00 of its day. */
import type { Language } from '../words/language.ts';

const zone = 'Asia/Shanghai';
const locale = (language: Language) => (language === 'zh' ? 'zh-CN' : 'en-GB');

const parts = (at: Date) =>
  Object.fromEntries(
    new Intl.DateTimeFormat('en-CA', {
      timeZone: zone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    })
      .formatToParts(at)
      .map((part) => [part.type, part.value]),
  ) as Record<'year' | 'month' | 'day' | 'hour' | 'minute', string>;

/** YYYY-MM-DD of an instant. */
export const dayOf = (at: string | Date): string => {
  const { year, month, day } = parts(new Date(at));
  return `${year}-${month}-${day}`;
};

/** 11月26日, with the year when it is not this one. Takes an instant or YYYY-MM-DD. */
export const sayDay = (at: string, language: Language): string => {
  const day = at.length === 10 ? at : dayOf(at);
  const date = new Date(`${day}T12:00:00+08:00`);
  const thisYear = dayOf(new Date()).slice(0, 4) === day.slice(0, 4);
  if (language === 'zh') {
    const monthAndDay = `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`;
    return thisYear ? monthAndDay : `${day.slice(0, 4)}年${monthAndDay}`;
  }
  return new Intl.DateTimeFormat(locale(language), {
    timeZone: zone,
    day: 'numeric',
    month: 'short',
    ...(thisYear ? {} : { year: 'numeric' }),
  }).format(date);
};

/** 2026年11月27日: on certificates a day carries its year. */
export const sayFullDay = (day: string, language: Language): string =>
  language === 'zh'
    ? `${day.slice(0, 4)}年${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`
    : new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: zone }).format(
        new Date(`${day}T12:00:00+08:00`),
      );

export const sayTime = (at: string | Date): string => {
  const { hour, minute } = parts(new Date(at));
  return `${hour}:${minute}`;
};

/** 11月12日 16:20 */
export const sayMoment = (at: string, language: Language): string => `${sayDay(at, language)} ${sayTime(at)}`;

/** 11月26日 24:00 for an instant that is the next day's midnight. */
export const sayDeadline = (at: string, language: Language): string => {
  const instant = new Date(at);
  const endsDay = sayTime(instant) === '00:00';
  const within = endsDay ? new Date(instant.getTime() - 1000) : instant;
  return `${sayDay(within.toISOString(), language)} ${endsDay ? '24:00' : sayTime(instant)}`;
};

/** 2.4 MB */
export const saySize = (bytes: number): string =>
  bytes >= 1024 * 1024
    ? `${Number((bytes / 1024 / 1024).toFixed(1))} MB`
    : `${Math.max(1, Math.round(bytes / 1024))} KB`;
