/** What a running action item knows of itself besides its turns, and what may be done with it now. */
import type { ItemChange } from '../../activities/action-items/item-change.ts';
import type { VisitKey } from '../../activities/cases/transition.ts';
import type { Actor, Holder, ReviewStage, TaskStage } from '../../processes/case.ts';
import { visitKey } from '../../processes/case.ts';
import { shanghaiDate } from '../../processes/working-days.ts';
import type { Decision, ItemMessage, Refusal } from '../messages.ts';
import type { CaseFile } from './case-file.ts';
import type { Heard } from './heard.ts';
import { sameHolder } from './same-holder.ts';

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
  private readonly done = new Set<number>();
  private readonly leadPeople = new Set<string>();
  private overridden = false;
  /** The first one is written with the row. */
  private entries = 1;

  constructor(private readonly file: CaseFile) {
    this.stage = file.stage('carrying-out', 'task');
    this.closeOut = file.stage('close-out', 'review');
    this.contact = this.stage.contact;
    this.dueOn = this.stage.dueOn;
    file.judge = (heard) => this.refusal(heard);
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

  reached(milestone: number): void {
    this.done.add(milestone);
  }

  overrides(on: boolean): void {
    this.overridden = on;
  }

  private refusal(heard: Heard): Refusal | undefined {
    if (heard.kind === 'decide') return this.decisionRefusal(heard.message);
    return heard.kind === 'item' ? this.actRefusal(heard.message) : undefined;
  }

  private decisionRefusal({ assignmentId, actor, data = {} }: Decision): Refusal | undefined {
    const { purpose } = this.file.book.get(assignmentId);
    if (purpose === 'close-out') {
      const people = [actor.userId, actor.onBehalfOf ?? ''];
      return people.some((id) => this.leadPeople.has(id)) ? { code: 'LeadCannotClose' } : undefined;
    }
    if (purpose !== 'progress') return undefined;
    const { percent, reason } = data;
    if (typeof percent !== 'number' || !Number.isInteger(percent) || percent < 0 || percent > 100)
      return { code: 'BadDecisionData', field: 'percent', rule: 'percent' };
    if (percent < this.percent && !reason)
      return {
        code: 'BadDecisionData',
        field: 'reason',
        rule: 'backwards',
        message: {
          zh: `进度由 ${this.percent}% 退到 ${percent}%，请选择原因`,
          en: `Progress goes back from ${this.percent} to ${percent}%: say why`,
        },
      };
    if (reason !== undefined && !(backwardsReasons as readonly unknown[]).includes(reason))
      return { code: 'BadDecisionData', field: 'reason', rule: 'required' };
    return tooManyFiles(data.fileIds);
  }

  private actRefusal({ act, actor, remarkId }: ItemMessage): Refusal | undefined {
    if (!this.holders(act.kind).some((holder) => fits(holder, actor))) return { code: 'NotYours' };
    switch (act.kind) {
      case 'milestone': {
        if (!this.visit) return { code: 'NotOpen' };
        const known = Number.isInteger(act.milestone) && act.milestone >= 1 && act.milestone <= this.stage.milestones;
        if (!known) return { code: 'NotFound' };
        return this.done.has(act.milestone)
          ? { code: 'NotAllowed', what: 'milestone-twice' }
          : tooManyFiles(act.fileIds);
      }
      case 'ask-extension':
        return this.extensionRefusal(act.dueOn, remarkId);
      case 'ask-close-out':
        if (!this.visit) return { code: 'NotOpen' };
        if (act.fileIds.length === 0)
          return {
            code: 'BadDecisionData',
            field: 'fileIds',
            rule: 'evidence',
            message: { zh: '申请销号须附佐证材料', en: 'Close-out needs evidence: attach at least one file' },
          };
        return remarkId ? tooManyFiles(act.fileIds) : { code: 'OpinionRequired' };
      case 'reopen':
        if (!this.closed) return { code: 'NotOpen' };
        if (act.dueOn < shanghaiDate(Date.now())) return past(act.dueOn);
        return remarkId ? undefined : { code: 'OpinionRequired' };
      case 'change-contact':
        if (this.closed) return { code: 'NotOpen' };
        return sameHolder(this.contactNow(), { kind: 'person', userId: act.userId })
          ? { code: 'NotAllowed', what: 'same-contact' }
          : undefined;
      case 'set-light':
        if (this.closed) return { code: 'NotOpen' };
        if (act.light === null) return this.overridden ? undefined : { code: 'NotOpen' };
        if (this.visit && this.overdue(this.visit))
          return {
            code: 'BadDecisionData',
            field: 'light',
            rule: 'overdue',
            message: { zh: '已超期的任务为红灯，不能人工改灯', en: 'An overdue item is red; no light is set by hand' },
          };
        return remarkId ? undefined : { code: 'OpinionRequired' };
    }
  }

  private extensionRefusal(dueOn: string, remarkId?: string): Refusal | undefined {
    if (!this.visit) return { code: 'NotOpen' };
    const bad = (rule: string, zh: string, en: string): Refusal => ({
      ...{ code: 'BadDecisionData' as const, field: 'dueOn', rule, message: { zh, en } },
    });
    const { atMost } = this.stage.extension;
    if (this.overdue(this.visit))
      return bad('after-due', '已过完成时限，不能再申请延期', 'The due date is past: no extension can be asked for');
    if (this.extension) return bad('pending', '已有一个延期申请在审批', 'An extension is waiting for approval already');
    if (this.extensions >= atMost)
      return bad('at-most', `延期至多 ${atMost} 次，已用完`, `At most ${atMost} extensions; all are used`);
    if (dueOn <= this.dueOn)
      return bad('later', `新的时限须晚于 ${this.dueOn}`, `The new due date must be later than ${this.dueOn}`);
    return remarkId ? undefined : { code: 'OpinionRequired' };
  }

  private overdue(visit: VisitKey): boolean {
    const dueAtMs = this.file.dueOf(visitKey(visit));
    return dueAtMs !== undefined && Date.now() >= dueAtMs;
  }

  private holders(act: ItemMessage['act']['kind']): Holder[] {
    const { leader } = this.stage;
    const secretariat = this.closeOut.holder;
    switch (act) {
      case 'milestone':
      case 'ask-extension':
      case 'ask-close-out':
        return [this.contactNow()];
      case 'reopen':
      case 'set-light':
        return [secretariat];
      case 'change-contact':
        return [leader, secretariat, this.file.input.rules.administrator];
    }
  }
}

/** Why progress goes back; the words are the report's own text. */
export const backwardsReasons = ['recount', 'wider-scope', 'rework', 'other'] as const;

const fits = (holder: Holder, { userId, as, onBehalfOf }: Actor): boolean =>
  sameHolder(holder, as) && (holder.kind === 'role' || holder.userId === (onBehalfOf ?? userId));

const tooManyFiles = (fileIds: unknown): Refusal | undefined =>
  fileIds !== undefined && (!Array.isArray(fileIds) || fileIds.length > 20)
    ? { code: 'BadDecisionData', field: 'fileIds', rule: 'at-most-20-files' }
    : undefined;

const past = (dueOn: string): Refusal => ({
  code: 'BadDecisionData',
  field: 'dueOn',
  rule: 'past',
  message: { zh: `${dueOn} 已经过去`, en: `${dueOn} is in the past` },
});
