/** What a transition writes of an action item. Types only: the workflow sandbox reads them. */
import type { Actor, VisitKey } from '../../processes/case.ts';
import type { EntryKind } from '../../processes/meeting-action-items/journal.ts';

export type ItemState = 'acceptance' | 'carrying-out' | 'confirming' | 'close-out' | 'closed' | 'ended';

export interface ItemChange {
  kind: 'item';
  moves?: {
    state?: ItemState;
    percent?: number;
    contactId?: string;
    dueOn?: string;
    extensions?: number;
    returned?: number;
    /** The day the close-out was asked for. */
    askedOn?: string | null;
    closedOn?: string | null;
    finishedOn?: string;
    overrideLight?: string | null;
  };
  /** A line of the item's journal; `number` makes a second run change nothing. */
  entry?: {
    number: number;
    kind: EntryKind;
    actor?: Actor;
    remarkId?: string;
    fileIds?: string[];
    facts?: Record<string, string | number | boolean | null>;
  };
  milestoneDone?: number;
  confirmedBy?: string;
  /** The visit and its open reports are due on the new day. */
  redates?: { visit: VisitKey; dueOn: string };
  /** A closed case is open again. */
  reopens?: true;
}
