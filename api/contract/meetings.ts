/** 联席会议: meetings with their topics, agenda and minutes. A meeting is opened by `POST /cases`, its turns are decided like any other. */
import { z } from 'zod';
import { minutesText } from '../../processes/joint-meeting/minutes-text.ts';
import { itemRow } from './action-items.ts';
import { station } from './cases.ts';
import { defineRoute } from './route.ts';
import {
  bilingual,
  businessState,
  caseState,
  day,
  due,
  id,
  instant,
  pageOf,
  paging,
  person,
  purpose,
  receipt,
  requiredText,
  text,
  unit,
  verdict,
} from './shapes.ts';

const params = z.strictObject({ id });
const stage = z.object({ slug: z.string(), name: bilingual });

const head = {
  id: z.string(),
  number: z.string(),
  title: z.string(),
  heldOn: day,
  startsAt: z.string(),
  place: z.string(),
  chair: z.string(),
  topicsDueOn: day,
  state: caseState,
  businessState: businessState.nullable(),
  stage: stage.nullable(),
  minutesNumber: z.string().nullable(),
  publishedAt: instant.nullable(),
};

/** A turn of the meeting that is mine to take: `POST /assignments/:id/decision`. */
const turn = z.object({
  assignmentId: z.string(),
  round: z.int(),
  purpose,
  /** For which unit topics are sent or minutes signed. */
  unitId: z.string().nullable(),
  due: due.nullable(),
});

export const meetingRow = z.object({ ...head, topics: z.int(), mine: z.array(purpose) });
export type MeetingRow = z.infer<typeof meetingRow>;

export const listMeetings = defineRoute({
  method: 'get',
  path: '/meetings',
  tag: 'meetings',
  summary: '会议 Meetings of my unit, the latest first',
  access: 'signed-in',
  query: z.strictObject({ state: z.enum(['open', 'published', 'all']).default('all'), ...paging }),
  status: 200,
  response: pageOf(meetingRow),
});

const topic = z.object({
  id: z.string(),
  unit,
  title: z.string(),
  body: z.string(),
  author: person,
  /** Null: a draft of my own unit. */
  sentAt: instant.nullable(),
});
export type MeetingTopic = z.infer<typeof topic>;

/** A case or action item on the agenda, and what may be decided on it from here. */
const about = z.object({
  id: z.string(),
  number: z.string(),
  title: z.string(),
  process: stage,
  state: caseState,
  businessState: businessState.nullable(),
  keyFacts: z.array(z.object({ label: bilingual, value: z.string(), valueEn: z.string().optional() })),
  /** 联席会议审定: what I may decide now; empty when it is decided, or not mine. */
  verdicts: z.array(z.object({ verdict, label: bilingual, opinionRequired: z.boolean() })),
  decided: z.object({ verdict: bilingual, by: person.nullable(), at: instant }).nullable(),
});
export type AgendaAbout = z.infer<typeof about>;

const entry = z.object({
  id: z.string(),
  kind: z.enum(['topic', 'case', 'item']),
  topic: topic.nullable(),
  about: about.nullable(),
  /** 不列入 */
  dropReason: z.string().nullable(),
});
export type AgendaEntry = z.infer<typeof entry>;

const member = z.object({
  unit,
  topics: z.enum(['waiting', 'sent', 'none', 'missed']),
  sentTopics: z.int(),
  signature: z.enum(['none', 'waiting', 'late', 'agreed', 'refused', 'passed']),
  by: person.nullable(),
  at: instant.nullable(),
  opinion: z.string().nullable(),
});
export type MeetingMember = z.infer<typeof member>;

export const minutesView = z.object({
  version: z.int(),
  document: minutesText,
  final: z.boolean(),
  revision: z.int(),
  author: person,
  savedAt: instant,
});
export type MinutesView = z.infer<typeof minutesView>;

export const meetingView = z.object({
  ...head,
  note: z.string().nullable(),
  applicant: person,
  due: due.nullable(),
  sequence: z.int(),
  stages: z.array(station),
  members: z.array(member),
  /** Those I may see: my unit's, and all once the agenda is put together or I belong to the office. */
  topics: z.array(topic),
  agenda: z.array(entry),
  /** Set: nobody changes it any more. */
  agendaFixed: z.boolean(),
  /** For the office, while it sets the agenda: cases that wait for the meeting and are not on it. */
  candidates: z.array(about),
  /** The newest version I may see. */
  minutes: minutesView.nullable(),
  versions: z.array(z.object({ version: z.int(), savedAt: instant })),
  /** The published document is drawn. */
  document: z.boolean(),
  /** I belong to the secretariat. */
  office: z.boolean(),
  /** For the office, once the minutes are published: units that may be given items. */
  itemUnits: z.array(unit),
  turns: z.array(turn),
});
export type MeetingView = z.infer<typeof meetingView>;

export const getMeeting = defineRoute({
  method: 'get',
  path: '/meetings/:id',
  tag: 'meetings',
  summary: '会议 One meeting with all I may see of it',
  access: 'signed-in',
  params,
  status: 200,
  response: meetingView,
});

export const saveTopics = defineRoute({
  method: 'put',
  path: '/meetings/:id/topics',
  tag: 'meetings',
  summary: '暂存议题 The topics my unit means to send; sent by deciding its turn',
  access: 'signed-in',
  params,
  body: z.strictObject({
    unitId: z.string().max(64),
    topics: z.array(z.strictObject({ title: requiredText(100), body: text(2000).default('') })).max(20),
  }),
  status: 200,
  response: z.object({ topics: z.array(topic) }),
  problems: ['NotOpen', 'NotYours'],
});

export const saveAgenda = defineRoute({
  method: 'put',
  path: '/meetings/:id/agenda',
  tag: 'meetings',
  summary: '暂存议程 The order of the agenda; every topic is on it or left out with a reason',
  access: 'signed-in',
  params,
  body: z.strictObject({
    entries: z
      .array(
        z.union([
          z.strictObject({ topicId: id, dropReason: requiredText(200).optional() }),
          /** A case that waits for the meeting, or an open action item. */
          z.strictObject({ caseId: id }),
          /** A topic of the office's own. */
          z.strictObject({ title: requiredText(100), body: text(2000).default('') }),
        ]),
      )
      .max(200),
  }),
  status: 200,
  response: z.object({ agenda: z.array(entry) }),
  problems: ['NotOpen', 'NotYours'],
});

export const decideEntry = defineRoute({
  method: 'post',
  path: '/meetings/:id/agenda/:entryId/decision',
  tag: 'meetings',
  summary: '会上审定 Decide a case of the agenda through its own open turn; the opinion names the meeting',
  access: 'signed-in',
  params: z.strictObject({ id, entryId: id }),
  body: z.strictObject({ verdict, opinion: text(1500).optional() }),
  status: 200,
  response: receipt,
  problems: ['NotOpen', 'NotYours', 'AlreadyDecided', 'OpinionRequired'],
});

export const saveMinutes = defineRoute({
  method: 'put',
  path: '/meetings/:id/minutes',
  tag: 'meetings',
  summary: '暂存纪要 The draft; `revision` is the one that was read, 0 for a first draft',
  access: 'signed-in',
  params,
  body: z.strictObject({ document: minutesText, revision: z.int().min(0) }),
  status: 200,
  response: minutesView,
  problems: ['NotOpen', 'NotYours', 'DraftChanged'],
});

export const getMinutes = defineRoute({
  method: 'get',
  path: '/meetings/:id/minutes/:version',
  tag: 'meetings',
  summary: '纪要版本 A version that was handed on',
  access: 'signed-in',
  params: z.strictObject({ id, version: z.coerce.number().int().min(1).max(999) }),
  status: 200,
  response: minutesView,
});

/** A row of the table that makes items; its source is the meeting. */
export const meetingItemRow = itemRow.omit({ meetingId: true, meeting: true });
export type MeetingItemRow = z.infer<typeof meetingItemRow>;
export type MeetingItemInput = z.input<typeof meetingItemRow>;

const sheetError = z.object({
  /** Field of the row, e.g. `dueOn` or `supportingUnits.1`. */
  path: z.string(),
  /** Where it stands in the spreadsheet, e.g. `E5`. */
  cell: z.string().nullable(),
  message: bilingual,
});

export const itemSheetView = z.object({
  /** What is wrong with the sheet as a whole: then there are no rows. */
  problems: z.array(z.object({ cell: z.string().nullable(), message: bilingual })),
  rows: z.array(
    z.object({ line: z.int(), row: meetingItemRow, errors: z.array(sheetError), notes: z.array(sheetError) }),
  ),
});
export type ItemSheetView = z.infer<typeof itemSheetView>;

export const getItemTemplate = defineRoute({
  method: 'get',
  path: '/meetings/:id/action-items/template',
  tag: 'meetings',
  summary: '任务表模板 A spreadsheet to be filled in, with the names of units and of the meeting’s topics',
  access: { roles: ['secretariat'] },
  params,
  status: 200,
  produces: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
});

export const readItemTable = defineRoute({
  method: 'post',
  path: '/meetings/:id/action-items/sheet',
  tag: 'meetings',
  summary: '预览任务表 What a spreadsheet holds, every bad cell by its place; nothing is made',
  access: { roles: ['secretariat'] },
  params,
  bodyKind: 'multipart',
  status: 200,
  response: itemSheetView,
  problems: ['FileTypeNotAllowed', 'FileUnsafe', 'NotOpen'],
});

export const createMeetingItems = defineRoute({
  method: 'post',
  path: '/meetings/:id/action-items',
  tag: 'meetings',
  summary: '下达任务 Items from published minutes in one go: all of them, or none with the errors of every row',
  access: { roles: ['secretariat'] },
  params,
  body: z.strictObject({ items: z.array(meetingItemRow).min(1).max(200) }),
  idempotent: true,
  status: 201,
  response: z.object({ items: z.array(z.object({ id: z.string(), number: z.string() })) }),
  problems: ['RulesNotMet', 'NotOpen'],
});

export const getMinutesDocument = defineRoute({
  method: 'get',
  path: '/meetings/:id/document',
  tag: 'meetings',
  summary: '纪要文件 The published minutes as PDF',
  access: 'signed-in',
  params,
  status: 200,
  produces: 'application/pdf',
});
