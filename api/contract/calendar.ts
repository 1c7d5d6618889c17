/** The clock, explained; and the yearly schedule of holidays. */
import { z } from 'zod';
import { deadline } from './cases.ts';
import { defineRoute } from './route.ts';
import { day, instant } from './shapes.ts';

const count = z.coerce.number().int().min(1).max(3650).optional();

export const getDeadline = defineRoute({
  method: 'get',
  path: '/calendar/deadline',
  tag: 'calendar',
  summary: '时限推算 Due date of a period and how it came about (民法典 201–203)',
  access: 'public',
  query: z.strictObject({ start: day, workingDays: count, days: count }),
  status: 200,
  response: z.object({
    start: day,
    /** Last day of the period; it ends at 24:00, that is at `dueAt`. */
    due: day,
    dueAt: instant,
    /** 暂定: rests on a year whose schedule is not published. */
    provisional: z.boolean(),
    derivation: deadline,
  }),
});

export const calendarYear = z.object({
  year: z.int(),
  holidays: z.array(day),
  makeUpDays: z.array(day),
  source: z.enum(['built-in', 'imported', 'none']),
  importedAt: instant.nullable(),
});
export type CalendarYear = z.infer<typeof calendarYear>;

export const listCalendarYears = defineRoute({
  method: 'get',
  path: '/calendar/years',
  tag: 'calendar',
  summary: '年度安排 Known years',
  access: 'signed-in',
  status: 200,
  response: z.object({ items: z.array(calendarYear) }),
});

export const importCalendarYear = defineRoute({
  method: 'put',
  path: '/calendar/years/:year',
  tag: 'calendar',
  summary: '导入年度安排 Import a year; provisional deadlines of open cases are computed again',
  access: { roles: ['administrator'] },
  params: z.strictObject({ year: z.coerce.number().int().min(2020).max(2100) }),
  body: z.strictObject({ holidays: z.array(day).min(1).max(60), makeUpDays: z.array(day).max(30) }),
  status: 200,
  response: calendarYear.extend({ /** Cases told to compute again. */ casesTold: z.int() }),
});
