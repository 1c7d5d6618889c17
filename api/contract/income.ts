/** 收入台账: what part-time posts earned, apart from pay, and the schools' own income. Amounts are fen. */
import { z } from 'zod';
import { defineRoute } from './route.ts';
import { bilingual, id, instant, pageOf, paging, person, unit } from './shapes.ts';

const fen = z.int();
const amounts = { incomeFen: fen, equityFen: fen, taxFen: fen };
const year = z.coerce.number().int().min(2000).max(2999);
const unitId = z.string().min(1).max(128);
const named = z.object({ id: z.string(), name: bilingual });
const caseRef = z.object({ id: z.string(), number: z.string() });
const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const readers = { roles: ['reviewer', 'principal', 'finance', 'leader', 'auditor', 'administrator'] } as const;

export const incomeEntry = z.object({
  id: z.string(),
  /** 申报, or 更正 as the difference. */
  kind: z.enum(['declared', 'correction']),
  kindName: bilingual,
  year: z.int(),
  period: z.string(),
  periodName: bilingual,
  case: caseRef,
  teacher: person,
  school: unit,
  host: z.string(),
  ...amounts,
  postedAt: instant,
});
export type IncomeEntry = z.infer<typeof incomeEntry>;

export const listIncome = defineRoute({
  method: 'get',
  path: '/income/entries',
  tag: 'income',
  summary: '兼职收入台账 The ledger, newest first: own entries, the school’s, or all',
  access: 'signed-in',
  query: z.strictObject({
    year: year.optional(),
    unitId: unitId.optional(),
    teacherId: z.string().min(1).max(128).optional(),
    caseId: id.optional(),
    ...paging,
  }),
  status: 200,
  response: pageOf(incomeEntry),
});

const statementRow = z.object({
  teacher: person,
  host: z.string(),
  postTitle: z.string(),
  case: caseRef,
  /** Periods entered, and of them nil returns. */
  periods: z.int(),
  nil: z.int(),
  corrections: z.int(),
  ...amounts,
});

/** 年度兼职收入情况表: not counted in 绩效工资总量. */
export const incomeStatement = z.object({
  year: z.int(),
  school: unit,
  rows: z.array(statementRow),
  /** Persons and hosts, each once. */
  teachers: z.int(),
  hosts: z.int(),
  total: z.object(amounts),
  clause: z.string(),
  note: bilingual,
});
export type IncomeStatement = z.infer<typeof incomeStatement>;

/** `unitId`: another than one’s own school, for the district. */
const statementQuery = z.strictObject({ year, unitId: unitId.optional() });

export const getIncomeStatement = defineRoute({
  method: 'get',
  path: '/income/statement',
  tag: 'income',
  summary: '年度兼职收入情况表 A school and year by person and host; not counted in 绩效工资总量',
  access: readers,
  query: statementQuery,
  status: 200,
  response: incomeStatement,
});

export const exportIncomeStatement = defineRoute({
  method: 'get',
  path: '/income/statement/export',
  tag: 'income',
  summary: '导出 The statement as a spreadsheet',
  access: readers,
  query: statementQuery,
  status: 200,
  produces: spreadsheet,
});

export const printIncomeStatement = defineRoute({
  method: 'get',
  path: '/income/statement/pdf',
  tag: 'income',
  summary: '打印 The statement as a PDF',
  access: readers,
  query: statementQuery,
  status: 200,
  produces: 'application/pdf',
});

const schoolYear = z.object({
  school: unit,
  year: z.int(),
  sources: z.array(z.object({ source: named, amountFen: fen })),
  totalFen: fen,
  developmentFundFen: fen,
  performancePayFen: fen,
  /** `60.00`, rounded down; null where nothing is entered. */
  sharePercent: z.string().nullable(),
  /** The cases that were entered, the first one first; each later one is a correction. */
  cases: z.array(caseRef),
  /** A case under way. */
  underWay: caseRef.nullable(),
});

export const schoolIncomeStatement = z.object({
  year: z.int(),
  atLeastPercent: z.int(),
  clause: z.string(),
  /** Every school for the district, one’s own for a school; also those that have entered nothing. */
  schools: z.array(schoolYear),
  total: z.object({ totalFen: fen, developmentFundFen: fen, performancePayFen: fen }),
});
export type SchoolIncomeStatement = z.infer<typeof schoolIncomeStatement>;

const schoolReaders = { roles: ['clerk', ...readers.roles] } as const;

export const getSchoolIncome = defineRoute({
  method: 'get',
  path: '/income/schools',
  tag: 'income',
  summary: '学校收入 Income by source and its use, by school and year',
  access: schoolReaders,
  query: z.strictObject({ year, unitId: unitId.optional() }),
  status: 200,
  response: schoolIncomeStatement,
});

export const exportSchoolIncome = defineRoute({
  method: 'get',
  path: '/income/schools/export',
  tag: 'income',
  summary: '导出 The schools’ income as a spreadsheet',
  access: schoolReaders,
  query: z.strictObject({ year, unitId: unitId.optional() }),
  status: 200,
  produces: spreadsheet,
});
