import type { Mail } from './mail.ts';
import { turnAgain } from './turn-again.ts';
import type { TurnFacts } from './turn.ts';

/** The voucher's number proves another payment already: nothing was entered. */
export function voucherRefused(facts: TurnFacts & { voucher: string }): Mail {
  return turnAgain(facts, {
    ask: '凭证号重复，请核对',
    why: [
      { is: 'paragraph', text: `凭证号“${facts.voucher}”已登记在另一笔款项上，本次登记未生效，请核对后重新填写。` },
    ],
    english: 'The voucher number is on record for another payment: nothing was entered, please check it.',
  });
}
