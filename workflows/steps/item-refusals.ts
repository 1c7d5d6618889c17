/** What may not be done with a running action item: pure and synchronous, like every refusal (R5). */
import type { Actor, Holder } from '../../processes/case.ts';
import type { VisitKey } from '../../activities/cases/transition.ts';
import { visitKey } from '../../processes/case.ts';
import { shanghaiDate } from '../../processes/working-days.ts';
import type { Decision, ItemMessage, Refusal } from '../messages.ts';
import type { ActionItem } from './action-item.ts';
import type { Heard } from './heard.ts';
import { sameHolder } from './same-holder.ts';

/** Why something cannot be done with an item now, besides what every case refuses. */
export function itemRefusal(item: ActionItem, heard: Heard): Refusal | undefined {
  if (heard.kind === 'decide') return decisionRefusal(item, heard.message);
  return heard.kind === 'item' ? actRefusal(item, heard.message) : { code: 'NotOpen' };
}

function decisionRefusal(item: ActionItem, { assignmentId, actor, data = {} }: Decision): Refusal | undefined {
  const { purpose } = item.file.book.get(assignmentId);
  if (purpose === 'close-out') {
    const people = [actor.userId, actor.onBehalfOf ?? ''];
    return people.some((id) => item.leadPeople.has(id)) ? { code: 'LeadCannotClose' } : undefined;
  }
  if (purpose !== 'progress') return undefined;
  const { percent, reason } = data;
  if (typeof percent !== 'number' || !Number.isInteger(percent) || percent < 0 || percent > 100)
    return { code: 'BadDecisionData', field: 'percent', rule: 'percent' };
  if (percent < item.percent && !reason)
    return {
      code: 'BadDecisionData',
      field: 'reason',
      rule: 'backwards',
      message: {
        zh: `进度由 ${item.percent}% 退到 ${percent}%，请选择原因`,
        en: `Progress goes back from ${item.percent} to ${percent}%: say why`,
      },
    };
  if (reason !== undefined && !(backwardsReasons as readonly unknown[]).includes(reason))
    return { code: 'BadDecisionData', field: 'reason', rule: 'required' };
  return tooManyFiles(data.fileIds);
}

function actRefusal(item: ActionItem, { act, actor, remarkId }: ItemMessage): Refusal | undefined {
  if (!holders(item, act.kind).some((holder) => fits(holder, actor))) return { code: 'NotYours' };
  switch (act.kind) {
    case 'milestone': {
      if (!item.visit) return { code: 'NotOpen' };
      const known = Number.isInteger(act.milestone) && act.milestone >= 1 && act.milestone <= item.stage.milestones;
      if (!known) return { code: 'NotFound' };
      return item.done.has(act.milestone) ? { code: 'NotAllowed', what: 'milestone-twice' } : tooManyFiles(act.fileIds);
    }
    case 'ask-extension':
      return extensionRefusal(item, act.dueOn, remarkId);
    case 'ask-close-out':
      if (!item.visit) return { code: 'NotOpen' };
      if (act.fileIds.length === 0)
        return {
          code: 'BadDecisionData',
          field: 'fileIds',
          rule: 'evidence',
          message: { zh: '申请销号须附佐证材料', en: 'Close-out needs evidence: attach at least one file' },
        };
      return remarkId ? tooManyFiles(act.fileIds) : { code: 'OpinionRequired' };
    case 'reopen':
      if (!item.closed) return { code: 'NotOpen' };
      if (act.dueOn < shanghaiDate(Date.now())) return past(act.dueOn);
      return remarkId ? undefined : { code: 'OpinionRequired' };
    case 'change-contact':
      if (item.closed) return { code: 'NotOpen' };
      return sameHolder(item.contactNow(), { kind: 'person', userId: act.userId })
        ? { code: 'NotAllowed', what: 'same-contact' }
        : undefined;
    case 'set-light':
      if (item.closed) return { code: 'NotOpen' };
      if (act.light === null) return item.overridden ? undefined : { code: 'NotOpen' };
      if (item.visit && overdue(item, item.visit))
        return {
          code: 'BadDecisionData',
          field: 'light',
          rule: 'overdue',
          message: { zh: '已超期的任务为红灯，不能人工改灯', en: 'An overdue item is red; no light is set by hand' },
        };
      return remarkId ? undefined : { code: 'OpinionRequired' };
  }
}

function extensionRefusal(item: ActionItem, dueOn: string, remarkId?: string): Refusal | undefined {
  if (!item.visit) return { code: 'NotOpen' };
  const bad = (rule: string, zh: string, en: string): Refusal => ({
    ...{ code: 'BadDecisionData' as const, field: 'dueOn', rule, message: { zh, en } },
  });
  const { atMost } = item.stage.extension;
  if (overdue(item, item.visit))
    return bad('after-due', '已过完成时限，不能再申请延期', 'The due date is past: no extension can be asked for');
  if (item.extension) return bad('pending', '已有一个延期申请在审批', 'An extension is waiting for approval already');
  if (item.extensions >= atMost)
    return bad('at-most', `延期至多 ${atMost} 次，已用完`, `At most ${atMost} extensions; all are used`);
  if (dueOn <= item.dueOn)
    return bad('later', `新的时限须晚于 ${item.dueOn}`, `The new due date must be later than ${item.dueOn}`);
  return remarkId ? undefined : { code: 'OpinionRequired' };
}

function overdue(item: ActionItem, visit: VisitKey): boolean {
  const dueAtMs = item.file.dueOf(visitKey(visit));
  return dueAtMs !== undefined && Date.now() >= dueAtMs;
}

function holders(item: ActionItem, act: ItemMessage['act']['kind']): Holder[] {
  const { leader } = item.stage;
  const secretariat = item.closeOut.holder;
  switch (act) {
    case 'milestone':
    case 'ask-extension':
    case 'ask-close-out':
      return [item.contactNow()];
    case 'reopen':
    case 'set-light':
      return [secretariat];
    case 'change-contact':
      return [leader, secretariat, item.file.input.rules.administrator];
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
