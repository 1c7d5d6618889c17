import type { Mail, Opinion } from './mail.ts';
import { turnAgain } from './turn-again.ts';
import type { TurnFacts } from './turn.ts';

/** 重新打开: a closed item is to be worked on again, with a new due date. */
export function itemReopened(facts: TurnFacts & { opinion?: Opinion }): Mail {
  const { opinion } = facts;
  return turnAgain(facts, {
    ask: '任务重新打开',
    why: [
      ...(opinion ? [{ is: 'opinion' as const, opinion }] : []),
      { is: 'paragraph', text: '本任务已重新打开，请按新的完成时限继续推进。' },
    ],
    english: 'This item was reopened with a new due date.',
  });
}
