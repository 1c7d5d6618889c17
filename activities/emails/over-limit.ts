import type { Bilingual } from '../../processes/case.ts';
import type { Mail } from './mail.ts';
import { turnAgain } from './turn-again.ts';
import type { TurnFacts } from './turn.ts';

/** 超过兼职限额: another post was registered meanwhile; a registration stands only when the limits are kept. */
export function overLimit(facts: TurnFacts & { excess: Bilingual; clause: string }): Mail {
  const { excess, clause } = facts;
  return turnAgain(facts, {
    ask: '超过兼职限额，请协调',
    why: [
      { is: 'paragraph', text: `会签均已同意，但 ${excess.zh}（${clause}），本次备案未生效。` },
      { is: 'paragraph', text: '可退回申请人调整，或不予备案；其他兼职终止后，也可再次同意备案。' },
    ],
    english: `All units agreed, but the post was not registered. ${excess.en}.`,
  });
}
