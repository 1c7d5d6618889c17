import type { Mail, Opinion } from './mail.ts';
import { turnAgain } from './turn-again.ts';
import type { TurnFacts } from './turn.ts';

/** 退回重办: what is missing before the item can be closed out. */
export function closeOutReturned(facts: TurnFacts & { opinion?: Opinion }): Mail {
  const { opinion } = facts;
  return turnAgain(facts, {
    ask: '销号退回，请重办',
    why: [
      ...(opinion ? [{ is: 'opinion' as const, opinion }] : []),
      { is: 'paragraph', text: '任务继续计时，原完成时限不变；完成后请重新申请销号。' },
    ],
    english: 'The close-out was sent back; the item goes on under its due date.',
  });
}
