const pattern =
  /^P(?=.)(?:(\d{1,5})W)?(?:(\d{1,5})D)?(?:T(?=.)(?:(\d{1,6})H)?(?:(\d{1,6})M)?(?:(\d{1,8})(?:\.(\d{1,3}))?S)?)?$/;

/**
 * Milliseconds of an ISO 8601 duration of fixed length (weeks, days, hours, minutes, seconds), e.g. `PT3S` → 3000.
 * Null when the text is not one, when it is zero, or when it names months or years, which have no fixed length.
 */
export function durationMs(text: string): number | null {
  const match = pattern.exec(text);
  if (!match) return null;
  const [weeks, days, hours, minutes, seconds] = match.slice(1, 6).map((part) => Number(part ?? 0)) as [
    number,
    number,
    number,
    number,
    number,
  ];
  const fraction = Number((match[6] ?? '').padEnd(3, '0'));
  const ms = ((((weeks * 7 + days) * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000 + fraction;
  return ms > 0 ? ms : null;
}
