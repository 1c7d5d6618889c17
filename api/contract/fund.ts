/** The fund: what is there, where it went, and the paper that proves it. Amounts are whole fen. */
import { z } from 'zod';
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
  requiredText,
  slug,
  text,
  unit,
} from './shapes.ts';

const fen = z.int();
const year = z.coerce.number().int().min(2000).max(2999);
const amountFen = z.int().min(1).max(9_999_999_999_999);
const unitId = z.string().min(1).max(128);

/** Who looks after the fund, decides on it or audits it. */
const keepers = { roles: ['fund-manager', 'auditor', 'leader', 'secretariat'] } as const;
const manager = { roles: ['fund-manager'] } as const;
const auditors = { roles: ['auditor', 'fund-manager'] } as const;

const caseSums = {
  /** 预留: decided, before the award. */
  reservedFen: fen,
  /** 承诺: awarded and not yet paid. */
  committedFen: fen,
  /** 已拨付, less what is clawed back. */
  paidFen: fen,
  /** 应收回: clawed back, not yet returned. */
  clawingBackFen: fen,
  /** 已收回 */
  clawedBackFen: fen,
};
export const fundSums = z.object(caseSums);
export type FundSums = z.infer<typeof fundSums>;

export const fundYear = z.object({
  year: z.int(),
  /** 到位 */
  receivedFen: fen,
  carriedInFen: fen,
  carriedOutFen: fen,
  /** Gone back to where it came from at the end of the year. */
  returnedFen: fen,
  availableFen: fen,
  ...caseSums,
});
export type FundYear = z.infer<typeof fundYear>;

const fundedCase = z.object({ id: z.string(), number: z.string(), title: z.string() });
const named = z.object({ id: z.string(), name: bilingual });

export const fundedProgram = z.object({
  case: fundedCase,
  state: caseState,
  businessState: businessState.nullable(),
  school: unit,
  industry: named,
  program: z.object({ code: z.string(), name: z.string() }),
  ...caseSums,
});
export type FundedProgram = z.infer<typeof fundedProgram>;

export const fundView = z.object({
  /** 四(三): the plan's promise. */
  minimum: z.object({ amountFen: fen, clause: z.string(), receivedFen: fen, met: z.boolean() }),
  yearEnd: z.enum(['carry-over', 'return']),
  sources: z.array(named),
  years: z.array(fundYear),
  /** Of the year asked for, or of all; of one school's or industry's programs alone, what they moved. */
  total: fundYear.omit({ year: true }),
  bySchool: z.array(z.object({ school: unit, programs: z.int(), ...caseSums })),
  byIndustry: z.array(z.object({ industry: named, programs: z.int(), ...caseSums })),
  programs: z.array(fundedProgram),
});
export type FundView = z.infer<typeof fundView>;

export const getFund = defineRoute({
  method: 'get',
  path: '/fund',
  tag: 'fund',
  summary: '基金 The fund by year, school, industry and program',
  access: keepers,
  query: z.strictObject({ year: year.optional(), unitId: unitId.optional(), industry: slug.optional() }),
  status: 200,
  response: fundView,
});

export const postingKind = z.enum([
  'source',
  'carry-over',
  'return',
  'reserve',
  'commit',
  'release',
  'pay',
  'claw-back',
  'recover',
]);
export const fundAccount = z.enum(['source', 'available', 'reserved', 'committed', 'paid-out', 'clawed-back']);

/** One act on the fund; its lines sum to zero. */
export const fundPosting = z.object({
  id: z.string(),
  kind: postingKind,
  name: bilingual,
  at: instant,
  case: fundedCase.nullable(),
  /** 专业 */
  program: z.string().nullable(),
  school: unit.nullable(),
  by: person.nullable(),
  voucher: z.string().nullable(),
  orderNumber: z.string().nullable(),
  source: z.object({ kind: named, payer: z.string(), document: z.string(), receivedOn: day }).nullable(),
  lines: z.array(z.object({ year: z.int(), account: fundAccount, name: bilingual, amountFen: fen })),
});
export type FundPosting = z.infer<typeof fundPosting>;

const which = {
  kind: postingKind.optional(),
  caseId: id.optional(),
  unitId: unitId.optional(),
  industry: slug.optional(),
};

export const listFundEntries = defineRoute({
  method: 'get',
  path: '/fund/entries',
  tag: 'fund',
  summary: '分录 The ledger, newest first, down to voucher and case',
  access: keepers,
  query: z.strictObject({ year: year.optional(), ...which, ...paging }),
  status: 200,
  response: pageOf(fundPosting),
});

export const statementRow = fundPosting.extend({
  /** What the act did to each account, and what the year had available after it. */
  availableFen: fen,
  ...caseSums,
  balanceFen: fen,
});
export type StatementRow = z.infer<typeof statementRow>;

export const getStatement = defineRoute({
  method: 'get',
  path: '/fund/statement',
  tag: 'fund',
  summary: '对账单 A budget year from its first line to its last, or some of its lines, with the balance after each',
  access: keepers,
  query: z.strictObject({ year, ...which }),
  status: 200,
  /** `sums` are the year's own, whatever lines are asked for. */
  response: z.object({ year: z.int(), sums: fundYear, rows: z.array(statementRow) }),
});

const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export const exportStatement = defineRoute({
  method: 'get',
  path: '/fund/statement/export',
  tag: 'fund',
  summary: '导出对账单 The statement as a spreadsheet, with sums by school, industry and program',
  access: keepers,
  query: z.strictObject({ year, ...which }),
  status: 200,
  produces: spreadsheet,
});

export const recordSource = defineRoute({
  method: 'post',
  path: '/fund/sources',
  tag: 'fund',
  summary: '登记到位资金 Money came in, appropriated to a budget year',
  access: manager,
  idempotent: true,
  body: z.strictObject({
    year: z.int().min(2000).max(2999),
    /** One of the policy's sources. */
    source: slug,
    payer: requiredText(100),
    /** 文号 */
    document: requiredText(100),
    receivedOn: day,
    amountFen,
  }),
  status: 201,
  response: fundPosting,
});

export const closeYear = defineRoute({
  method: 'post',
  path: '/fund/year-end',
  tag: 'fund',
  summary: '年末结余 What an ended year has left goes where the policy says: to this year, or back',
  access: manager,
  idempotent: true,
  body: z.strictObject({ year: z.int().min(2000).max(2999) }),
  status: 201,
  response: fundPosting,
});

export const paymentOrder = z.object({
  number: z.string(),
  case: fundedCase,
  /** 专业 */
  program: z.string(),
  instalment: bilingual,
  school: unit,
  /** Account number masked; the exported file has it whole. */
  payee: z.object({ accountName: z.string(), bank: z.string(), accountNumber: z.string() }),
  amountFen: fen,
  state: z.enum(['ordered', 'handed-over', 'paid', 'returned', 'cancelled']),
  orderedAt: instant,
  handedOverAt: instant.nullable(),
  closedAt: instant.nullable(),
  voucher: z.string().nullable(),
  /** The open turn that marks it paid. */
  assignmentId: z.string().nullable(),
  due: due.nullable(),
});
export type PaymentOrder = z.infer<typeof paymentOrder>;

export const listPaymentOrders = defineRoute({
  method: 'get',
  path: '/fund/payment-orders',
  tag: 'fund',
  summary: '拨付通知 Payment orders, newest first',
  access: keepers,
  query: z.strictObject({
    /** `returned`: sent back by finance, or stopped because the case ended. */
    state: z.enum(['open', 'paid', 'returned', 'all']).default('open'),
    ...paging,
  }),
  status: 200,
  response: pageOf(paymentOrder),
});

const orderParams = z.strictObject({ number: z.string().regex(/^BF-\d{4}-\d{4,}$/) });

export const getPaymentOrder = defineRoute({
  method: 'get',
  path: '/fund/payment-orders/:number',
  tag: 'fund',
  summary: '一份拨付通知 One payment order, and the others of its case',
  access: keepers,
  params: orderParams,
  status: 200,
  response: paymentOrder.extend({
    handedOverBy: person.nullable(),
    closedBy: person.nullable(),
    /** Every order of the case, the first one first. */
    ofCase: z.array(paymentOrder),
  }),
});

export const handOverOrders = defineRoute({
  method: 'post',
  path: '/fund/payment-orders/export',
  tag: 'fund',
  summary: '送财政 The orders as a spreadsheet for finance; they count as handed over from now',
  access: manager,
  body: z.strictObject({
    numbers: z
      .array(z.string().regex(/^BF-\d{4}-\d{4,}$/))
      .min(1)
      .max(200),
  }),
  status: 200,
  produces: spreadsheet,
});

export const markOrderPaid = defineRoute({
  method: 'post',
  path: '/fund/payment-orders/:number/paid',
  tag: 'fund',
  summary: '登记已拨付 Mark an order paid, with its voucher',
  access: manager,
  params: orderParams,
  body: z.strictObject({ voucher: requiredText(60), opinion: text(2000).optional() }),
  status: 200,
  response: z.object({ caseId: z.string(), sequence: z.int() }),
  problems: ['VoucherUsed', 'AlreadyDecided', 'NotOpen'],
});

export const reconciliationCheck = z.object({
  id: z.string(),
  name: bilingual,
  ok: z.boolean(),
  /** What was compared, in figures. */
  detail: bilingual,
  /** Where it does not agree; at most 100. */
  deviations: z.array(z.object({ what: z.string(), expectedFen: fen, foundFen: fen })),
});
export type ReconciliationCheck = z.infer<typeof reconciliationCheck>;

export const reconcileFund = defineRoute({
  method: 'get',
  path: '/fund/reconciliation',
  tag: 'fund',
  summary: '核对 Sum is zero, balances follow entries, payments have vouchers, ledger = cases',
  access: auditors,
  status: 200,
  response: z.object({ at: instant, ok: z.boolean(), checks: z.array(reconciliationCheck) }),
});

export const schoolFunding = z.object({
  case: fundedCase,
  state: caseState,
  businessState: businessState.nullable(),
  program: z.object({ code: z.string(), name: z.string() }),
  awardedFen: fen,
  ...caseSums,
  /** Reports and rectifications that are due, and payments under way. */
  waiting: z.array(z.object({ assignmentId: z.string(), what: bilingual, ours: z.boolean(), due: due.nullable() })),
});
export type SchoolFunding = z.infer<typeof schoolFunding>;

export const listSchoolFunding = defineRoute({
  method: 'get',
  path: '/fund/school',
  tag: 'fund',
  summary: '本校项目 My school’s programs: awarded, paid, reports and payments due',
  access: { roles: ['clerk', 'reviewer', 'principal'] },
  status: 200,
  response: z.object({ items: z.array(schoolFunding) }),
});
