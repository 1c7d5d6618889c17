/** A policy deadline: working days, natural days rolled to the next working day, or an ISO 8601 duration for trials and tests. */
export type DeadlineRule = { workingDays: number } | { days: number } | { duration: string };
