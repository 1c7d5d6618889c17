/** 基础登记: schools and enterprises, programs, head counts; with import, history and export. */
import { z } from 'zod';
import { registerSlugs } from '../../processes/registers/registers.ts';
import { defineRoute } from './route.ts';
import { bilingual, instant, pageOf, paging, person, requiredText, unit } from './shapes.ts';

const cell = z.union([z.string().max(500), z.number(), z.null()]);
/** By the keys of the register's columns. */
const row = z.record(z.string().max(40), cell);
const which = z.strictObject({ register: z.enum(registerSlugs) });

const readers = {
  roles: ['clerk', 'reviewer', 'principal', 'leader', 'secretariat', 'fund-manager', 'auditor', 'administrator'],
} as const;
const keepers = { roles: ['administrator', 'reviewer', 'clerk'] } as const;

const column = z.object({
  key: z.string(),
  title: bilingual,
  kind: z.enum(['text', 'whole', 'choice']),
  required: z.boolean(),
  identity: z.boolean(),
  example: z.string(),
  options: z.array(z.object({ value: z.string(), zh: z.string(), en: z.string() })),
});

export const registerRow = z.object({
  /** Names the row's history. */
  key: z.string(),
  unit,
  cells: row,
  changedAt: instant.nullable(),
  changedBy: person.nullable(),
});
export type RegisterRow = z.infer<typeof registerRow>;

export const registerView = z.object({
  register: z.enum(registerSlugs),
  name: bilingual,
  summary: bilingual,
  clause: z.string(),
  mayChange: z.boolean(),
  columns: z.array(column),
  rows: z.array(registerRow),
});
export type RegisterView = z.infer<typeof registerView>;

export const getRegister = defineRoute({
  method: 'get',
  path: '/registers/:register',
  tag: 'registers',
  summary: '登记 A register as it stands',
  access: readers,
  params: which,
  status: 200,
  response: registerView,
});

const fieldChange = z.object({ title: bilingual, before: z.string().nullable(), after: z.string().nullable() });

export const registerChange = z.object({
  id: z.string(),
  key: z.string(),
  unit,
  /** What the row is, in words. */
  what: z.string(),
  kind: z.enum(['added', 'changed']),
  fields: z.array(fieldChange),
  by: person.nullable(),
  at: instant,
  reason: z.string().nullable(),
  /** Changes of one import or form share it. */
  batchId: z.string().nullable(),
});
export type RegisterChangeView = z.infer<typeof registerChange>;

export const listRegisterChanges = defineRoute({
  method: 'get',
  path: '/registers/:register/changes',
  tag: 'registers',
  summary: '变更记录 Who changed what when and why, newest first',
  access: readers,
  params: which,
  query: z.strictObject({ key: z.string().max(200).optional(), ...paging }),
  status: 200,
  response: pageOf(registerChange),
});

export const badCell = z.object({
  row: z.int(),
  column: z.string(),
  /** `C5` */
  cell: z.string(),
  title: bilingual,
  found: z.string(),
  message: bilingual,
});

export const registerPreview = z.object({
  /** Rows that read well. */
  rows: z.array(z.object({ number: z.int(), cells: row })),
  bad: z.array(badCell),
  badInAll: z.int(),
  added: z.int(),
  changed: z.int(),
  same: z.int(),
  /** Rows added or changed; those that stay as they are are left out. */
  changes: z.array(
    z.object({
      number: z.int(),
      what: z.string(),
      kind: z.enum(['added', 'changed']),
      fields: z.array(fieldChange),
      notes: z.array(bilingual),
    }),
  ),
  /** Hand back with the rows: the import is refused when the register moved meanwhile. */
  basis: z.string(),
});
export type RegisterPreview = z.infer<typeof registerPreview>;

export const previewRegister = defineRoute({
  method: 'post',
  path: '/registers/:register/preview',
  tag: 'registers',
  summary: '导入预览 A spreadsheet (XLSX) looked at: every bad cell, and what it would change. Nothing is written',
  access: keepers,
  params: which,
  bodyKind: 'multipart',
  status: 200,
  response: registerPreview,
  problems: ['FileTooLarge', 'FileTypeNotAllowed', 'FileTypeMismatch', 'FileUnsafe'],
});

export const changeRegister = defineRoute({
  method: 'post',
  path: '/registers/:register/changes',
  tag: 'registers',
  summary: '登记变更 Adds and changes rows, all or none; nothing is ever deleted',
  access: keepers,
  idempotent: true,
  params: which,
  body: z.strictObject({
    rows: z.array(row).min(1).max(5000),
    reason: requiredText(200),
    /** Of the preview the rows come from. */
    basis: z.string().max(100).optional(),
  }),
  status: 200,
  response: z.object({ added: z.int(), changed: z.int(), same: z.int(), batchId: z.string() }),
  problems: ['RulesNotMet', 'RegisterChanged'],
});

export const exportRegister = defineRoute({
  method: 'get',
  path: '/registers/:register/export',
  tag: 'registers',
  summary: '导出登记 The register as a spreadsheet that can be imported again',
  access: readers,
  params: which,
  status: 200,
  produces: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
});
