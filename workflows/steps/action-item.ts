/** What a running action item knows of itself besides its turns, and what may be done with it now. */
import type { ItemChange } from '../../activities/action-items/item-change.ts';
import type { VisitKey } from '../../activities/cases/transition.ts';
import type { Actor, Holder, ReviewStage, TaskStage } from '../../processes/case.ts';
import type { CaseFile } from './case-file.ts';
import { freshRun } from './fresh-run.ts';
import { itemRefusal } from './item-refusals.ts';

/** What the next run has to know; written only while the work is under way. */
export interface ItemRecord {
  contact: Holder;
  dueOn: string;
  percent: number;
  extensions: number;
  returned: number;
  extension?: { dueOn: string; step: number };
  visit: VisitKey;
  done: number[];
  leadPeople: string[];
  overridden: boolean;
  entries: number;
}

export class ActionItem {
  readonly stage: TaskStage;
  readonly closeOut: ReviewStage;
  contact: Holder;
  dueOn: string;
  percent = 0;
  extensions = 0;
  returned = 0;
  /** An extension that waits for approval `step`. */
  extension?: { dueOn: string; step: number };
  /** The stay in which the work is done; none while it waits for close-out. */
  visit?: VisitKey;
  closed = false;
  /** Numbers of the milestones reached. */
  readonly done = new Set<number>();
  /** Who acted for the lead: none of them closes the item. */
  readonly leadPeople = new Set<string>();
  overridden = false;
  /** The first one is written with the row. */
  private entries = 1;

  constructor(readonly file: CaseFile) {
    this.stage = file.stage('carrying-out', 'task');
    this.closeOut = file.stage('close-out', 'review');
    this.contact = this.stage.contact;
    this.dueOn = this.stage.dueOn;
    file.own = {
      refuses: (heard) => itemRefusal(this, heard),
      // In the midst of the work, and nowhere else.
      rests: async () => {
        if (!this.visit) return;
        file.item = this.record(this.visit);
        await freshRun(file);
      },
      // Who takes over the reports is the contact from now on.
      handedOn(purpose, to) {
        if (purpose === 'progress' && to.kind === 'person')
          file.push({ kind: 'item', moves: { contactId: to.userId } });
      },
    };
    if (file.item) this.restore(file.item);
  }

  /** For a new run of a long life (`freshRun`). */
  record(visit: VisitKey): ItemRecord {
    const { contact, dueOn, percent, extensions, returned, extension, done, leadPeople, overridden, entries } = this;
    const numbers = { percent, extensions, returned, entries, overridden };
    return {
      contact,
      dueOn,
      ...numbers,
      ...(extension && { extension }),
      visit,
      done: [...done],
      leadPeople: [...leadPeople],
    };
  }

  private restore({ done, leadPeople, ...rest }: ItemRecord): void {
    Object.assign(this, rest);
    for (const milestone of done) this.done.add(milestone);
    for (const userId of leadPeople) this.leadPeople.add(userId);
  }

  /** The contact, whoever a colleague handed the open report to. */
  contactNow(): Holder {
    const reporting = this.file.book.pending().find(({ purpose }) => purpose === 'progress');
    return reporting?.holder ?? this.contact;
  }

  /** Who acts for the lead: none of them ever closes the item. */
  actsForLead({ userId, onBehalfOf }: Actor): void {
    this.leadPeople.add(userId);
    if (onBehalfOf) this.leadPeople.add(onBehalfOf);
  }

  writes(entry: Omit<NonNullable<ItemChange['entry']>, 'number'>, more: Omit<ItemChange, 'kind' | 'entry'> = {}): void {
    this.file.push({ kind: 'item', ...more, entry: { number: ++this.entries, ...entry } });
  }
}
