import type { Mail } from './mail.ts';
import { turnAgain } from './turn-again.ts';
import type { TurnFacts } from './turn.ts';

/** Amounts in yuan, e.g. 1,200,000.00. */
export interface ShortFacts extends TurnFacts {
  awarded: string;
  year: number;
  available: string;
  /** Left of earlier years and not carried over; absent where there is none. */
  notCarriedOver?: string;
}

/** 资金不足: the award could not be reserved; what is left, and what might be carried over. */
export function fundShort(facts: ShortFacts): Mail {
  const { awarded, year, available, notCarriedOver } = facts;
  const carry = notCarriedOver ? `往年另有结余 ${notCarriedOver} 元尚未结转，结转后方可使用。` : '';
  return turnAgain(facts, {
    ask: '资金不足，请重新审定',
    why: [
      {
        is: 'paragraph',
        text: `拟支持 ${awarded} 元，${year} 年度基金可用 ${available} 元，未能预留，本次审定未生效。${carry}`,
      },
    ],
    english: `The fund has only ${available} yuan left in ${year}: the award of ${awarded} yuan was not reserved and has to be decided again.`,
  });
}
