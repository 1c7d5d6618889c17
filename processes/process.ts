/** What a process definition says: form, rules, stages. Pure; used by the API, the web page, the activities and the tests. */
import type { z } from 'zod';
import type { Bilingual, CaseRules, Role } from './case.ts';
import type { Calendar } from './calendar.ts';
import type { PostTerms } from './part-time-income/limits.ts';
import type { Policy } from './policy.ts';

/**
 * Put on form fields with zod's `.meta()`; it arrives in the JSON Schema of `GET /processes/:slug`, from which the web page draws the form.
 */
export interface FieldMeta {
  /** Chinese label; `titleEn` the English one. */
  title: string;
  titleEn: string;
  /** Why the field is asked (PIPL: the purpose is shown) and the clause behind it. */
  description?: string;
  descriptionEn?: string;
  clause?: string;
  example?: string;
  widget?:
    | 'text'
    | 'textarea'
    | 'number'
    | 'date'
    | 'month'
    | 'select'
    | 'radio'
    | 'checkbox'
    | 'files'
    | 'rows'
    | 'money';
  /** On an object: it is a section of the form. */
  section?: boolean;
  /** `showWhen` on an option: offered only while the other field has one of these values. */
  options?: FieldOption[];
  /** On a `money` field, integer fen, both included. The value sent is fen as a number, or yuan as typed text (`readMoney`). */
  money?: { minFen: number; maxFen: number };
  sensitive?: 'id-number' | 'phone' | 'bank-account';
  /** Shown only while the field at `path` (dots, from the form's root) has one of these values. */
  showWhen?: { path: string; in: (string | boolean | number)[] };
  /** Kept with the form, not shown: the id behind a name. */
  hidden?: true;
  /** Evidence slot: what it must show. */
  evidence?: string;
}

export interface FieldOption {
  value: string;
  zh: string;
  en: string;
  showWhen?: { path: string; in: (string | boolean | number)[] }[];
}

/** One rule looked at before sending and shown to each handler. A failed rule never rejects by itself: a person decides (PIPL art. 24). */
export interface Finding {
  rule: string;
  clause: string;
  /** `error` blocks sending, `warning` is shown to applicant and handlers, `ok` is a rule kept. */
  level: 'ok' | 'warning' | 'error';
  /** Form path with dots, e.g. `practice.0.from`. */
  path?: string;
  message: Bilingual;
  /** A rule of substance that is not kept: a person decides what it means, sending is not blocked. */
  personDecides?: true;
}

/** What the checks may know besides the form. */
export interface CheckContext {
  /** The policy in force: its numbers and clauses. */
  policy: Policy;
  /** YYYY-MM-DD in Asia/Shanghai. */
  today: string;
  /** Numbers of the applicant's open cases of this process. */
  openCases: string[];
  certificates: { number: string; track: string; level: string; state: string; expiresOn: string }[];
  /** The applicant's unit. */
  unitId?: string;
  /** While a case is corrected: its routing facts as they stand in the rules that it carries. */
  submittedFacts?: Record<string, string | number | boolean>;
  /** Programs of the unit for which a case is open or money was awarded, other than the case looked at. */
  fundedPrograms?: { number: string; programCode: string; awarded: boolean }[];
  /** Figures of the plan that were accepted before (指标填报). */
  reported?: { indicator: string; period: string; part: number; whole: number | null; number: string }[];
  /** Valid dual-qualified certificates of the unit's teachers. */
  dualQualified?: number;
  /** With the imported years; without it the published ones. */
  calendar?: Calendar;
  /** The applicant's part-time posts, other than the case looked at. */
  posts?: HeldPost[];
  /** Years whose income the unit has declared and had approved, other than by the case looked at; the latest case of each. */
  incomeYears?: { number: string; year: number }[];
}

/** A post of the register that lasts (suspended ones too), or one that is applied for. */
export interface HeldPost extends PostTerms {
  number: string;
  registered: boolean;
}

/** The terms of a part-time post, as registered. Hours in minutes a week, amounts in whole fen. */
export interface EngagementTerms {
  hostName: string;
  /** 统一社会信用代码; none for a host abroad. */
  hostCode?: string;
  sector: string;
  /** Slug: `academic`, `social`, `enterprise`, `own-enterprise`. */
  postKind: string;
  postTitle: string;
  /** First and last day, YYYY-MM-DD. */
  startsOn: string;
  endsOn: string;
  minutesAWeek: number;
  workTimeMinutesAWeek: number;
  paid: boolean;
  yearlyFen: number;
  equityFen: number;
  /** Posts that are not registered here and count all the same. */
  others: { startsOn: string; endsOn: string; workTimeMinutesAWeek: number; paid: boolean }[];
}

/** A school's income of a year and its use, in whole fen. Items are slugs of the policy. */
export interface SchoolIncome {
  year: number;
  sources: { item: string; amountFen: number }[];
  uses: { item: string; amountFen: number }[];
  /** The use that is the school development fund (学校发展基金), and its least share in percent. */
  fundItem: string;
  fundPercent: number;
}

/** What was decided on a case, for the public notice. */
export interface Decided {
  awardedFen?: number;
}

export interface Fact {
  label: Bilingual;
  /** Chinese, or a name or number that reads the same in both languages. */
  value: string;
  /** Where the English differs. */
  valueEn?: string;
}

export interface ProcessDefinition<Form = unknown> {
  slug: string;
  /** Prefix of case numbers, e.g. `SS` in SS-2026-0001. */
  prefix: string;
  name: Bilingual;
  summary: Bilingual;
  clause: string;
  /** Who may apply. */
  applicantRoles: Role[];
  /** From which units; any where it is left out. */
  appliesFrom?(policy: Policy, unitId: string): boolean;
  /** Path of the page that makes such cases instead of the form page, e.g. many in one go. */
  madeElsewhere?: `/${string}`;
  /** Path of a page with a form of its own; what it sends is sent like any form. */
  madeOn?: `/${string}`;
  /** Made from a table alone, where names are looked up: no form is sent. */
  madeInBatches?: true;
  /** Who made the case may take its turns as well (`CaseRules.applicantMayDecide`). */
  applicantMayDecide?: true;
  /** At most one open case an applicant. */
  oneOpenCase: boolean;
  /** Parse with `parseForm` (form-errors.ts), which names each wrong field and its rule in both languages. */
  form: z.ZodType<Form>;
  /** Options of select fields that the policy sets, by form path; `formJsonSchema` puts them into the JSON Schema. */
  options?(policy: Policy): Record<string, FieldOption[]>;
  check(form: Form, context: CheckContext): Finding[];
  /** The checks look at what the applicant's unit has already: `CheckContext.unitId` and what follows it. */
  looksAtUnit?: true;
  /** The checks look at the applicant's part-time posts: `CheckContext.posts`. */
  looksAtPosts?: true;
  /** The checks look at the years that the unit has declared: `CheckContext.incomeYears`. */
  looksAtIncomeYears?: true;
  /** The rules a case carries, from the policy in force and the applicant's unit. Without a form: as they are before one is filled in. */
  rules(policy: Policy, applicant: { unitId: string }, form?: Form): CaseRules;
  /** Routing facts for the workflow: no personal data. */
  facts(form: Form): Record<string, string | number | boolean>;
  /** `policy`: the one in force, for names that only it knows. */
  title(form: Form, policy?: Policy): string;
  /** The few facts that matter to a handler, masked; for case header, mail and the page behind the link. */
  keyFacts(form: Form): Fact[];
  /** Masked facts for the public notice. */
  publicFacts(form: Form, decided?: Decided): Fact[];
  /** Ids of the uploaded files the form names. */
  fileIds(form: Form): string[];
  /** Names of people who share a result with the applicant: they do not sit on the panel (回避). */
  relatedNames?(form: Form): string[];
  /** Names of enterprises with a part in the matter: their experts do not sit on the panel either. */
  relatedUnits?(form: Form): string[];
  /** While a case with this key is open no second one opens, whoever sends it. */
  openKey?(form: Form, applicant: { unitId: string }): string;
  /** What a certificate issued on this form says. */
  certificate?(form: Form): { holderName: string; track: string; level: string; subject: string };
  /** The terms under which a post is registered. */
  engagement?(form: Form): EngagementTerms;
  /** What is entered in the ledger of schools' income; `percent` as the policy in force says. */
  schoolIncome?(form: Form, rules: CaseRules): SchoolIncome;
  /** Values on screens and in exports: sensitive fields masked. */
  masked(form: Form): Form;
}
