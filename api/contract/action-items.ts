/** 任务: the joint meeting's action items, their board, scores and monthly bulletin (四(二)). */
import { z } from 'zod';
import { entryKinds } from '../../processes/meeting-action-items/journal.ts';
import { lights } from '../../processes/meeting-action-items/lights.ts';
import { decide } from './actions.ts';
import * as bulletins from './bulletins.ts';
import { defineRoute } from './route.ts';
import { anyId, bilingual, day, instant, person, receipt, text, unit } from './shapes.ts';

const office = { roles: ['secretariat'] } as const;
const tag = 'action-items';
const light = z.enum(lights);
const openLight = z.enum(['green', 'yellow', 'orange', 'red']);

/**
 * A row of the table that makes items: loose on purpose, so that every wrong cell of every row is named at once. Units by id or name;
 * contact and leader by id, e-mail or name within the lead unit.
 */
export const itemRow = z.strictObject({
  meetingId: z.string().max(64).optional(),
  topicId: z.string().max(64).optional(),
  meeting: z.string().max(500).default(''),
  topic: z.string().max(1000).optional(),
  clause: z.string().max(500).optional(),
  content: z.string().max(5000).default(''),
  measure: z.string().max(5000).default(''),
  leadUnits: z.array(z.string().max(120)).max(20).default([]),
  supportingUnits: z.array(z.string().max(120)).max(40).default([]),
  contact: z.string().max(200).optional(),
  leader: z.string().max(200).optional(),
  dueOn: z.string().max(40).default(''),
  milestones: z
    .array(z.strictObject({ name: z.string().max(500), dueOn: z.string().max(40) }))
    .max(40)
    .default([]),
});
export type ItemRow = z.infer<typeof itemRow>;
export type ItemRowInput = z.input<typeof itemRow>;

const rowsBody = z.strictObject({ items: z.array(itemRow).min(1).max(200) });
const rowError = z.object({ path: z.string(), message: bilingual });

export const checkActionItems = defineRoute({
  method: 'post',
  path: '/action-items/check',
  tag,
  summary: '检查任务表 Every wrong field of every row, and what a due date rolls to, without making anything',
  access: office,
  body: rowsBody,
  status: 200,
  response: z.object({
    /** One a row, in order. */
    rows: z.array(z.object({ errors: z.array(rowError), notes: z.array(rowError) })),
  }),
});

export const createActionItems = defineRoute({
  method: 'post',
  path: '/action-items',
  tag,
  summary: '下达任务 Many items in one go: all of them, or none with the errors of every row',
  access: office,
  body: rowsBody,
  idempotent: true,
  status: 201,
  response: z.object({
    items: z.array(z.object({ id: z.string(), number: z.string(), notes: z.array(rowError) })),
  }),
  problems: ['RulesNotMet'],
});

const milestone = z.object({ number: z.int(), name: z.string(), dueOn: day, doneOn: day.nullable() });

export const boardItem = z.object({
  id: z.string(),
  number: z.string(),
  title: z.string(),
  content: z.string(),
  meeting: z.string(),
  meetingId: z.string().nullable(),
  topic: z.string(),
  clause: z.string(),
  lead: unit,
  supporting: z.array(unit),
  contact: person.nullable(),
  /** Left the lead unit, or the account is closed: somebody else has to be named. */
  contactGone: z.boolean(),
  startsOn: day,
  /** Rolled to a working day; `askedDueOn` as written. */
  dueOn: day,
  askedDueOn: day,
  percent: z.int(),
  state: z.enum(['acceptance', 'carrying-out', 'confirming', 'close-out', 'closed', 'ended']),
  light,
  reason: bilingual,
  overridden: z.boolean(),
  /** Open after its due date, or finished after it: stays on the record. */
  late: z.boolean(),
  workingDaysLeft: z.int(),
  milestones: z.array(milestone),
  extensions: z.int(),
  returned: z.int(),
  closedOn: day.nullable(),
});
export type BoardItem = z.infer<typeof boardItem>;

export const boardFilters = z.strictObject({
  /** One, or several with commas: `red,orange`. */
  light: z
    .string()
    .regex(new RegExp(`^(${lights.join('|')})(,(${lights.join('|')}))*$`))
    .optional(),
  unit: z.string().max(64).optional(),
  /** Lead only, or in support as well (default). */
  role: z.enum(['lead', 'any']).default('any'),
  meeting: z.string().max(200).optional(),
  meetingId: z.string().max(64).optional(),
  dueFrom: day.optional(),
  dueTo: day.optional(),
  /** `open` (default) leaves out what is closed or ended; `closed`, `all`. */
  state: z.enum(['open', 'closed', 'all']).default('open'),
  q: z.string().trim().max(100).optional(),
});
export type BoardFilters = z.infer<typeof boardFilters>;

export const listItemUnits = defineRoute({
  method: 'get',
  path: '/action-items/units',
  tag,
  summary: '可承担任务的单位 Units that may lead or support an item',
  access: office,
  status: 200,
  response: z.object({ items: z.array(unit) }),
});

export const listActionItems = defineRoute({
  method: 'get',
  path: '/action-items',
  tag,
  summary: '任务看板 Items I may see, the worst light first, with counts; at most 2,000',
  access: 'signed-in',
  query: boardFilters,
  status: 200,
  response: z.object({
    today: day,
    items: z.array(boardItem),
    /** Of what the other filters leave, by light. */
    counts: z.record(light, z.int()),
    /** What one may filter by. */
    units: z.array(unit),
    meetings: z.array(z.string()),
    truncated: z.boolean(),
  }),
});

export const exportActionItems = defineRoute({
  method: 'get',
  path: '/action-items.xlsx',
  tag,
  summary: '任务台账 The same as a spreadsheet',
  access: 'signed-in',
  query: boardFilters,
  status: 200,
  produces: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
});

const template = itemRow.omit({ dueOn: true, milestones: true, meetingId: true, topicId: true });
export const itemSeries = z.object({
  id: z.string(),
  template,
  dueMonth: z.int(),
  dueDay: z.int(),
  leadDays: z.int(),
  active: z.boolean(),
});

export const listItemSeries = defineRoute({
  method: 'get',
  path: '/action-items/series',
  tag,
  summary: '每年任务 Items that are made anew each year',
  access: office,
  status: 200,
  response: z.object({ items: z.array(itemSeries) }),
});

export const createItemSeries = defineRoute({
  method: 'post',
  path: '/action-items/series',
  tag,
  summary: '设定每年任务 e.g. 每年5月 活动月: due each year on a day, given out so many days before',
  access: office,
  body: z.strictObject({
    template,
    dueMonth: z.int().min(1).max(12),
    dueDay: z.int().min(1).max(31),
    leadDays: z.int().min(1).max(330),
  }),
  status: 201,
  response: itemSeries,
  problems: ['RulesNotMet'],
});

export const stopItemSeries = defineRoute({
  method: 'delete',
  path: '/action-items/series/:id',
  tag,
  summary: '停止每年任务 What is made already stays',
  access: office,
  params: z.strictObject({ id: anyId }),
  status: 204,
});

const journalEntry = z.object({
  number: z.int(),
  kind: z.enum(entryKinds),
  name: bilingual,
  on: day,
  at: instant,
  by: person.nullable(),
  onBehalfOf: person.nullable(),
  text: z.string().nullable(),
  percent: z.int().nullable(),
  /** What the kind says besides, in words. */
  note: bilingual.nullable(),
  files: z.array(z.object({ id: z.string(), name: z.string(), size: z.int() })),
});

export const itemActKind = z.enum([
  'milestone',
  'ask-extension',
  'ask-close-out',
  'reopen',
  'change-contact',
  'set-light',
]);

export const itemView = boardItem.extend({
  measure: z.string(),
  leader: person.nullable(),
  firstDueOn: day,
  supports: z.array(z.object({ unit, confirmedOn: day.nullable() })),
  runs: z.array(z.object({ light, from: day, to: day, reason: bilingual })),
  journal: z.array(journalEntry),
  /** My open turns on it, with their fields. */
  turns: z.array(decide),
  /** What else I may do now. */
  acts: z.array(itemActKind),
  /** The case page shows more to those who handle it. */
  seesCase: z.boolean(),
});
export type ItemView = z.infer<typeof itemView>;

const itemParams = z.strictObject({ id: anyId });

export const getActionItem = defineRoute({
  method: 'get',
  path: '/action-items/:id',
  tag,
  summary: '任务 One item: its light day by day, reports with evidence, and what I may do',
  access: 'signed-in',
  params: itemParams,
  status: 200,
  response: itemView,
});

export const getItemFile = defineRoute({
  method: 'get',
  path: '/action-items/:id/files/:fileId',
  tag,
  summary: '佐证材料 Evidence of an item, for whoever sees the item',
  access: 'signed-in',
  params: z.strictObject({ id: anyId, fileId: anyId }),
  status: 200,
  produces: 'application/octet-stream',
});

const fileIds = z.array(z.uuid()).max(20).default([]);

export const itemAct = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('milestone'), milestone: z.int(), text: text(2000).default(''), fileIds }),
  z.strictObject({ kind: z.literal('ask-extension'), dueOn: day, text: text(2000).default('') }),
  z.strictObject({ kind: z.literal('ask-close-out'), text: text(2000).default(''), fileIds }),
  z.strictObject({ kind: z.literal('reopen'), dueOn: day, text: text(2000).default('') }),
  z.strictObject({ kind: z.literal('change-contact'), userId: anyId, text: text(2000).default('') }),
  z.strictObject({ kind: z.literal('set-light'), light: openLight.nullable(), text: text(2000).default('') }),
]);
export type ItemActBody = z.infer<typeof itemAct>;

export const actOnActionItem = defineRoute({
  method: 'post',
  path: '/action-items/:id/acts',
  tag,
  summary: '办理 A milestone, an extension, close-out, reopening, another contact, a light by hand',
  access: 'signed-in',
  params: itemParams,
  body: itemAct,
  idempotent: true,
  status: 200,
  response: receipt,
  problems: ['NotYours', 'NotOpen', 'NotAllowed', 'OpinionRequired', 'BadDecisionData', 'CaseClosed'],
});

export const itemContract = {
  checkActionItems,
  createActionItems,
  listItemUnits,
  listActionItems,
  exportActionItems,
  getItemScores: bulletins.getItemScores,
  exportItemScores: bulletins.exportItemScores,
  listBulletins: bulletins.listBulletins,
  getBulletin: bulletins.getBulletin,
  exportBulletin: bulletins.exportBulletin,
  getBulletinDocument: bulletins.getBulletinDocument,
  publishBulletin: bulletins.publishBulletin,
  listItemSeries,
  createItemSeries,
  stopItemSeries,
  getActionItem,
  getItemFile,
  actOnActionItem,
};
