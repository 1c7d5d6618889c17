import { z } from 'zod';
import { clause, period, policyHolder } from '../policy-parts.ts';

const count = (min: number, max: number) => z.int().min(min).max(max);

/** When a light changes; percent of time, points of progress, working days. */
const lights = z.strictObject({
  /** Due within so many working days: yellow. */
  yellowWorkingDays: count(0, 60),
  /** Progress behind elapsed time by more than so many points: yellow. */
  yellowBehindPoints: count(1, 100),
  /** So many milestones late: orange. */
  orangeMilestones: count(1, 20),
  /** Past so many percent of the time … */
  redPastPercent: count(1, 100),
  /** … with less progress than this: red. */
  redBelowPercent: count(0, 100),
  clause,
});

/** 联席会议任务: every number of domain.md §3.4 that the district may set, beside its clause. */
export const actionItemsPolicySchema = z.strictObject({
  clause,
  /** 联席会议办公室: makes items, decides on close-out (销号), writes the bulletin. */
  secretariat: policyHolder.refine(
    ({ unitId }) => unitId !== 'applicant',
    '须为具名单位 / must be a named unit of the policy',
  ),
  /** Who takes an item in a unit where no contact is named, and who leads it. */
  contact: z.strictObject({ role: z.enum(['clerk', 'reviewer']), clause }),
  /** Leader in charge in a department, and in a school or enterprise. */
  leader: z.strictObject({
    department: z.enum(['leader', 'principal']),
    school: z.enum(['leader', 'principal']),
    clause,
  }),
  acceptance: period,
  /** 配合单位确认; no answer in time counts as agreement. */
  confirmation: period,
  closeOut: period,
  /** 延期: how often, and the two approvals. */
  extension: z.strictObject({ atMost: count(0, 10), leader: period, secretariat: period, clause }),
  /** How long after close-out an item can be reopened. */
  reopening: period,
  lights,
  reminders: z.strictObject({
    /** Working days before the due date; the day itself is always told. */
    beforeWorkingDays: z.array(count(1, 60)).max(10),
    /** Once overdue, the leader in charge hears of it every so many working days. */
    leaderEveryWorkingDays: count(1, 60),
    clause,
  }),
  /** 纳入经济社会发展考核: points taken off a unit's year. */
  scores: z.strictObject({
    start: count(1, 1000),
    red: count(0, 100),
    /** From the item's n-th yellow on. */
    yellow: z.strictObject({ fromNth: count(1, 20), points: count(0, 100) }),
    returned: count(0, 100),
    clause,
  }),
  /** 月通报: drafted on this day of the next month. `every` replaces it in trials. */
  bulletin: z.strictObject({ day: count(1, 28), time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/), clause }),
});

export type ActionItemsPolicy = z.infer<typeof actionItemsPolicySchema>;
export type LightRules = Pick<
  ActionItemsPolicy['lights'],
  'yellowWorkingDays' | 'yellowBehindPoints' | 'orangeMilestones' | 'redPastPercent' | 'redBelowPercent'
>;
export type ScoreRules = ActionItemsPolicy['scores'];
