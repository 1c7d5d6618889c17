/** 年度考核 and 月通报: what a unit's items cost it in a year, and the month's bulletin (四(二)). */
import { z } from 'zod';
import { lights } from '../../processes/meeting-action-items/lights.ts';
import { defineRoute } from './route.ts';
import { bilingual, day, instant, person, text, unit } from './shapes.ts';

const office = { roles: ['secretariat'] } as const;
const tag = 'action-items';
const light = z.enum(lights);

const scoreLine = z.object({
  on: day,
  id: z.string(),
  number: z.string(),
  title: z.string(),
  points: z.int(),
  reason: bilingual,
});
export const unitScoreView = z.object({
  unit,
  year: z.int(),
  start: z.int(),
  score: z.int(),
  items: z.int(),
  lines: z.array(scoreLine),
});
export type UnitScoreView = z.infer<typeof unitScoreView>;

const scoreQuery = z.strictObject({ year: z.coerce.number().int().min(2020).max(2100) });

export const getItemScores = defineRoute({
  method: 'get',
  path: '/action-items/scores',
  tag,
  summary: '年度考核 Scores of a year by unit, each with its derivation line by line',
  access: 'signed-in',
  query: scoreQuery,
  status: 200,
  response: z.object({ year: z.int(), clause: z.string(), rule: bilingual, units: z.array(unitScoreView) }),
  problems: ['NoItemsInYear'],
});

export const exportItemScores = defineRoute({
  method: 'get',
  path: '/action-items/scores.xlsx',
  tag,
  summary: '年度考核表 The yearly assessment as a spreadsheet: units, then every line',
  access: 'signed-in',
  query: scoreQuery,
  status: 200,
  produces: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  problems: ['NoItemsInYear'],
});

const lightCounts = z.record(light, z.int());
export const bulletinUnit = z.object({
  unit,
  counts: lightCounts,
  closed: z.int(),
  late: z.int(),
  score: z.int(),
});
export const bulletinItem = z.object({
  id: z.string(),
  number: z.string(),
  title: z.string(),
  lead: unit,
  supporting: z.array(unit),
  meeting: z.string(),
  dueOn: day,
  percent: z.int(),
  light,
  reason: bilingual,
  late: z.boolean(),
  closedOn: day.nullable(),
});
export const bulletinHead = z.object({
  month: z.string(),
  state: z.enum(['draft', 'published']),
  draftedAt: instant,
  publishedAt: instant.nullable(),
  publishedBy: person.nullable(),
});
export const bulletinView = bulletinHead.extend({
  preface: z.string(),
  on: day,
  counts: lightCounts,
  opened: z.int(),
  closed: z.int(),
  late: z.int(),
  units: z.array(bulletinUnit),
  items: z.array(bulletinItem),
  mayPublish: z.boolean(),
});
export type BulletinView = z.infer<typeof bulletinView>;

const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);
const monthParams = z.strictObject({ month });

export const listBulletins = defineRoute({
  method: 'get',
  path: '/action-items/bulletins',
  tag,
  summary: '月通报 Bulletins, newest first; drafts for the secretariat only',
  access: 'signed-in',
  status: 200,
  response: z.object({ items: z.array(bulletinHead) }),
});

export const getBulletin = defineRoute({
  method: 'get',
  path: '/action-items/bulletins/:month',
  tag,
  summary: '月通报 One bulletin as it was at the end of its month',
  access: 'signed-in',
  params: monthParams,
  status: 200,
  response: bulletinView,
});

export const exportBulletin = defineRoute({
  method: 'get',
  path: '/action-items/bulletins/:month/sheet',
  tag,
  summary: '月通报 The same as a spreadsheet',
  access: 'signed-in',
  params: monthParams,
  status: 200,
  produces: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
});

export const getBulletinDocument = defineRoute({
  method: 'get',
  path: '/action-items/bulletins/:month/document',
  tag,
  summary: '月通报 The same as a PDF',
  access: 'signed-in',
  params: monthParams,
  status: 200,
  produces: 'application/pdf',
});

export const publishBulletin = defineRoute({
  method: 'post',
  path: '/action-items/bulletins/:month/publish',
  tag,
  summary: '发布通报 The secretariat has read it: made a document and mailed to the units',
  access: office,
  params: monthParams,
  body: z.strictObject({ preface: text(2000).default('') }),
  status: 204,
  problems: ['NotOpen'],
});
