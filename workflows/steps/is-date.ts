import { dayOfDate } from '../../processes/shanghai.ts';

/** YYYY-MM-DD of a day there is. */
export function isDate(text: unknown): text is string {
  try {
    return typeof text === 'string' && dayOfDate(text) > 0;
  } catch {
    return false;
  }
}
