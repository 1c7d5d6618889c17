import type { Mail, Opinion } from './mail.ts';
import { turnAgain } from './turn-again.ts';
import type { TurnFacts } from './turn.ts';

/** 报告退回: what is missing; payment waits for it. */
export function reportReturned(facts: TurnFacts & { opinion?: Opinion }): Mail {
  const { opinion } = facts;
  return turnAgain(facts, {
    ask: '报告退回，请补充',
    why: [
      ...(opinion ? [{ is: 'opinion' as const, opinion }] : []),
      { is: 'paragraph', text: '报告经验收后方可拨付本期资金。' },
    ],
    english: 'Your report was sent back; the instalment is paid once it is accepted.',
  });
}
