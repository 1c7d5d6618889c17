import { dayOf } from '../../pieces/moments.ts';

/** YYYY-MM-DD, in the office's time zone. */
export const today = (): string => dayOf(new Date());
export const thisYear = (): number => Number(today().slice(0, 4));
