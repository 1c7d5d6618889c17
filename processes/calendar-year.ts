import type { CalendarYear } from './calendar.ts';
import type { FormError } from './form-errors.ts';
import { dayOfDate, weekday } from './shanghai.ts';

/**
 * What is wrong with a year's schedule that an administrator wants to import; empty when it may be used. Days are of the year itself or
 * of the December before it; a make-up day is a Saturday or Sunday; no day is named twice. Paths as `holidays.3`.
 */
export function calendarYearProblems({ year, holidays, makeUpDays }: CalendarYear): FormError[] {
  const seen = new Set<string>();
  const problemsOf = (list: 'holidays' | 'makeUpDays', date: string, index: number): FormError[] => {
    const problem = (zh: string, en: string): FormError[] => [
      { path: `${list}.${index}`, message: { zh: `${date}：${zh}`, en: `${date}: ${en}` } },
    ];
    const day = dayNumber(date);
    if (day === null) return problem('不是真实日期', 'not a real date');
    if (!date.startsWith(`${year}-`) && !date.startsWith(`${year - 1}-12-`)) {
      return problem(`不属于 ${year} 年的安排`, `not part of the schedule of ${year}`);
    }
    if (seen.has(date)) return problem('重复出现', 'named twice');
    seen.add(date);
    if (list === 'makeUpDays' && weekday(day) !== 0 && weekday(day) !== 6) {
      return problem('调休补班日须为周六或周日', 'a make-up working day is a Saturday or Sunday');
    }
    return [];
  };
  return [
    ...holidays.flatMap((date, index) => problemsOf('holidays', date, index)),
    ...makeUpDays.flatMap((date, index) => problemsOf('makeUpDays', date, index)),
    // 《全国年节及纪念日放假办法》: 13 days off since 2025. A year without most of them is a year pasted in half.
    ...(holidays.length >= 11
      ? []
      : [
          {
            path: 'holidays',
            message: {
              zh: `只有 ${holidays.length} 天节假日，少于法定 11 天`,
              en: `only ${holidays.length} holidays: fewer than the 11 of the law`,
            },
          },
        ]),
  ];
}

function dayNumber(date: string): number | null {
  try {
    return dayOfDate(date);
  } catch {
    return null;
  }
}
