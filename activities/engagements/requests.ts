/** What a case asks of the register of posts, and what it is answered. Types only: the workflow sandbox reads them. */

export interface Registration {
  caseId: string;
  process: string;
  applicantId: string;
  unitId: string;
  /** 1 for the application, one more with each change. */
  version: number;
  /** The form of a proposed change; the case's own form without it. */
  submissionId?: string;
  /** Number of the case that this one continues (续期). */
  renews?: string;
  /** Workflow time, milliseconds. */
  atMs: number;
  limits: { paidPosts: number; workTimeMinutesAWeek: number };
}

/** First and last day, YYYY-MM-DD. */
export interface Term {
  startsOn: string;
  endsOn: string;
}

export type Registered =
  | ({ kind: 'registered' } & Term)
  /** Nothing was registered: with the teacher's other posts this one would go over a limit from the day `on`. Posts, or minutes a week. */
  | {
      kind: 'over-limit';
      limit: 'same-host' | 'paid-posts' | 'work-time';
      reached: number;
      atMost: number;
      on: string;
    };
