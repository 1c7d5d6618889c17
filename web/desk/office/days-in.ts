const DAY_MS = 86_400_000;
const day = /(?:(\d{4})\s*[-/.年]\s*)?(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?/;
const span = new RegExp(`${day.source}(?:\\s*(?:~|～|至|到|—|–)\\s*(?:${day.source}|(\\d{1,2})\\s*日?))?`, 'g');

/**
 * Days as people paste them: `2027-01-01`, `01-01~01-03`, `2月5日至11日`, `2月5日至2月11日`; a day without a year is of `year`.
 * Answers YYYY-MM-DD in order, each once; days that do not exist are kept as typed, for the check to name.
 */
export const daysIn = (text: string, year: number): string[] => {
  const days = new Set<string>();
  for (const [, y1, m1, d1, y2, m2, d2, endDay] of text.matchAll(span)) {
    const from = format(y1 ?? year, m1, d1);
    const to = endDay ? format(y1 ?? year, m1, endDay) : m2 ? format(y2 ?? y1 ?? year, m2, d2) : from;
    days.add(from);
    const end = Date.parse(to);
    for (let at = Date.parse(from) + DAY_MS; at <= end && days.size < 100; at += DAY_MS) {
      days.add(new Date(at).toISOString().slice(0, 10));
    }
  }
  return [...days].toSorted();
};

const format = (year: string | number, month = '', date = ''): string =>
  `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
