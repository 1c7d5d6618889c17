import type { Mail, Opinion } from './mail.ts';
import { turnAgain } from './turn-again.ts';
import type { TurnFacts } from './turn.ts';

/** 申报退回: what finance found; the declaration counts as missing until it is filed again. `period` as people say it. */
export function declarationReturned(facts: TurnFacts & { period: string; opinion?: Opinion }): Mail {
  const { opinion, period } = facts;
  return turnAgain(facts, {
    ask: '收入申报退回，请更正',
    why: [
      { is: 'paragraph', text: `您申报的 ${period}兼职收入未通过学校财务核对，请更正后重新申报。` },
      ...(opinion ? [{ is: 'opinion' as const, opinion }] : []),
    ],
    english: "Your declaration was sent back by the school's finance; please correct it and file it again.",
  });
}
