/** A period of declaration as people say it: `2027-Q1` → 2027年第1季度, `2027` → 2027年度. */
import type { Bilingual } from '../case.ts';

export function periodWords(period: string): Bilingual {
  const [year, quarter] = period.split('-Q');
  return quarter
    ? { zh: `${year}年第${quarter}季度`, en: `quarter ${quarter} of ${year}` }
    : { zh: `${year}年度`, en: `the year ${year}` };
}
