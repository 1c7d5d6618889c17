import { z } from 'zod';
import { clause, period, policyHolder, role, unitId } from '../policy-parts.ts';

const count = (min: number, max: number) => z.int().min(min).max(max);

/** 联席会议 (四(二)): its members and the time each step has. */
export const meetingPolicySchema = z.strictObject({
  clause,
  /** 成员单位: `topics` sends topics for its unit, `signs` countersigns the minutes. */
  members: z.strictObject({
    units: z
      .array(unitId)
      .min(1)
      .max(60)
      .refine((units) => new Set(units).size === units.length, '成员单位重复 / a member twice'),
    topics: role,
    signs: role,
    clause,
  }),
  /** 联席会议办公室: opens the meeting, sets the agenda, writes the minutes. */
  secretariat: policyHolder,
  /** 议题: at least so many days are given. */
  topics: z.strictObject({ atLeastDays: count(0, 60), clause }),
  /** 议程, counted from the end of the topics. */
  agenda: period,
  /** 纪要, counted from the day of the meeting. */
  minutes: period,
  /** 会签纪要 */
  countersign: z.strictObject({
    ...period.shape,
    quorum: z.union([z.literal('all'), z.strictObject({ atLeast: count(1, 60) })], {
      error: '须为 "all" 或 {"atLeast": n} / "all" or {"atLeast": n}',
    }),
    coordination: period,
  }),
  /** 印发 */
  publication: z.strictObject({
    ...period.shape,
    /** 文号: `{year}` and `{number}` are filled in. */
    number: z
      .string()
      .min(1)
      .max(60)
      .refine((text) => text.includes('{year}') && text.includes('{number}'), '须含 {year} 与 {number} / needs both'),
  }),
});

export type MeetingPolicy = z.infer<typeof meetingPolicySchema>;
