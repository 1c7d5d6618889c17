/** One transition being written: the open transaction, the case row as it will be, and rows collected for one insert each. */
import type { Prisma } from '../../prisma/generated/client.ts';
import { processBySlug, type AnyProcess } from '../../processes/catalogue.ts';
import type { ChainedEvent } from '../../prisma/event-chain.ts';
import type { Calendar, DeadlineRule } from '../../processes/working-days.ts';
import type { Facts, TransitionRequest, TransitionResult } from './transition.ts';

export type Transaction = Prisma.TransactionClient;

export type CaseRow = Prisma.CaseGetPayload<object>;

export interface Writing {
  tx: Transaction;
  request: TransitionRequest;
  at: Date;
  /** Null until `open-case` has run in this transition. */
  row: CaseRow | null;
  calendar(): Promise<Calendar>;
  events: EventRow[];
  assignments: AssignmentRow[];
  notifications: NotificationRow[];
  result: TransitionResult;
}

export type EventRow = ChainedEvent & { facts: Facts; hash: string };
type WithFacts<Row, Column extends keyof Row> = Omit<Row, Column> & Record<Column, Facts>;
export type AssignmentRow = Omit<Prisma.AssignmentGetPayload<object>, 'dueRule' | 'answer'> & {
  dueRule: DeadlineRule;
  answer?: Facts;
};
export type NotificationRow = WithFacts<
  Pick<
    Prisma.NotificationGetPayload<object>,
    'key' | 'kind' | 'caseId' | 'stage' | 'round' | 'assignmentId' | 'recipientId' | 'facts' | 'messageId'
  >,
  'facts'
>;

export function caseRow({ row, request }: Writing): CaseRow {
  if (!row) throw new Error(`case ${request.caseId} is not open`);
  return row;
}

/** The definition of a case's process; a slug no release knows cannot be written. */
export function definitionOf(slug: string): AnyProcess {
  const definition = processBySlug(slug);
  if (!definition) throw new TypeError(`no process "${slug}"`);
  return definition;
}

/** Plain objects go into JSON columns as they are; their interfaces only lack the index signature Prisma asks for. */
export const asJson = (value: object): Prisma.InputJsonValue => value as Prisma.InputJsonValue;
