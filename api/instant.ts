/** ISO 8601 in the office's own time: 2026-11-24T16:20:00.000+08:00. */
export const instant = (at: Date): string =>
  new Date(at.getTime() + 8 * 3_600_000).toISOString().replace('Z', '+08:00');

export const instantOrNull = (at: Date | null): string | null => at && instant(at);
