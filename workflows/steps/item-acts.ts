/** Acts that an item takes at any time before its close-out. */
import type { ItemMessage, Said } from '../messages.ts';
import type { ActionItem } from './action-item.ts';
import type { CaseFile } from './case-file.ts';
import { transfer } from './hand-over.ts';

/** What is said to an item while it waits for somebody else. */
export function meanwhile(file: CaseFile, item: ActionItem, { act, actor, remarkId }: ItemMessage): void {
  if (act.kind === 'change-contact') contactChanged(file, item, { actor, remarkId, userId: act.userId });
  if (act.kind === 'set-light') lightSet(file, item, { actor, remarkId, light: act.light });
}

/** 换联络员: everything the old contact had in hand goes to the new one. */
export function contactChanged(file: CaseFile, item: ActionItem, said: Said & { userId: string }): void {
  const { actor, remarkId, userId } = said;
  const to = { kind: 'person' as const, userId };
  const held = file.book
    .pending()
    .filter(({ purpose, stage }) => purpose === 'progress' || (purpose === 'decide' && stage === 'acceptance'));
  for (const { id } of held) transfer(file, { actor, assignmentId: id, to });
  item.contact = to;
  item.writes({ kind: 'contact-changed', actor, remarkId, facts: { userId } }, { moves: { contactId: userId } });
  file.event('contact-changed', { actor, remarkId, facts: { userId } });
}

/** 人工定灯, with a reason; null = computed again. */
export function lightSet(
  file: CaseFile,
  item: ActionItem,
  { actor, remarkId, light }: Said & { light: 'green' | 'yellow' | 'orange' | 'red' | null },
): void {
  item.overridden = light !== null;
  const kind = light === null ? 'light-cleared' : 'light-set';
  const facts: Record<string, string> = light === null ? {} : { light };
  item.writes({ kind, actor, remarkId, facts }, { moves: { overrideLight: light } });
  file.event(kind, { actor, remarkId, facts });
}
