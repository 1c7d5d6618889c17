/**
 * One transition being written: the open transaction, the case as it will be, and everything collected for the one statement that saves it
 * (`save.ts`). A change that only collects costs no round trip.
 */
import { statement } from '../../prisma/client.ts';
import { Prisma as Sql } from '../../prisma/generated/client.ts';
import type { Prisma } from '../../prisma/generated/client.ts';
import type { ChainedEvent } from '../../prisma/event-chain.ts';
import type { AssignmentState, StageState } from '../../processes/case.ts';
import { processBySlug, type AnyProcess } from '../../processes/catalogue.ts';
import type { Fact } from '../../processes/process.ts';
import type { Calendar, DeadlineRule } from '../../processes/working-days.ts';
import type { Change, Facts, TransitionRequest, TransitionResult, VisitKey } from './transition.ts';

export type Transaction = Prisma.TransactionClient;

/** The small part of a case row that nearly every transition moves. */
export interface CaseHead {
  sequence: number;
  lastHash: string;
  state: string;
  businessState: string | null;
  stage: string | null;
  closedAt: Date | null;
  openKey: string | null;
}

export interface Writing {
  tx: Transaction;
  request: TransitionRequest;
  at: Date;
  /** Null until `open-case` has run. */
  head: CaseHead | null;
  /** Texts of the remarks the request names. */
  remarks: Record<string, string>;
  calendar(): Promise<Calendar>;
  events: EventRow[];
  opened: AssignmentRow[];
  turned: Map<string, TurnedRow>;
  visitsOpened: VisitRow[];
  visitsClosed: ({ state: StageState; result: Facts | null } & VisitKey)[];
  /** Stays whose ballots become readable. */
  unsealed: VisitKey[];
  notices: NoticeRow[];
  mails: Extract<Change, { kind: 'notify' }>[];
  result: TransitionResult;
}

export type EventRow = ChainedEvent & { facts: Facts; hash: string };

/** A deadline as stored: with the rule and the instant it was counted from. */
export interface Due {
  dueAt: Date;
  dueRule: DeadlineRule;
  dueFrom: Date;
  provisional: boolean;
}

export interface HolderColumns {
  unitId: string | null;
  role: string | null;
  personId: string | null;
}

export interface AssignmentRow extends HolderColumns, VisitKey, Due {
  id: string;
  purpose: string;
  excludedId: string | null;
  parentId: string | null;
  subjectId: string | null;
  sealed: boolean;
}

/** What happens to a turn that is already a row. `closes` and `rehold` say which columns count. */
export interface TurnedRow extends Partial<HolderColumns> {
  id: string;
  state?: AssignmentState;
  rehold?: boolean;
  closes?: boolean;
  decidedById?: string | null;
  onBehalfOfId?: string | null;
  remarkId?: string | null;
  answer?: Facts;
}

export interface VisitRow extends VisitKey, Due {
  state: StageState;
  closedAt: Date | null;
  result: Facts | null;
}

export interface NoticeRow extends VisitKey {
  id: string;
  title: string;
  /** Masked. */
  body: Fact[];
  endsAt: Date;
}

export function caseHead({ head, request }: Writing): CaseHead {
  if (!head) throw new Error(`case ${request.caseId} is not open`);
  return head;
}

/** Form and title: large, and read only by the few changes that need them. */
export async function caseContent({ tx, request: { caseId } }: Writing): Promise<{ form: unknown; title: string }> {
  const [content] = await statement<{ form: unknown; title: string }>(
    tx,
    Sql.sql`SELECT form, title FROM case_file WHERE id = ${caseId}`,
  );
  if (!content) throw new RangeError(`no case ${caseId}`);
  return content;
}

/** The definition of a case's process; a slug no release knows cannot be written. */
export function definitionOf(slug: string): AnyProcess {
  const definition = processBySlug(slug);
  if (!definition) throw new TypeError(`no process "${slug}"`);
  return definition;
}

/** Plain objects go into JSON columns as they are; their interfaces only lack the index signature Prisma asks for. */
export const asJson = (value: object): Prisma.InputJsonValue => value;
