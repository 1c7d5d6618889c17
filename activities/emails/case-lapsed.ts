import type { EndedFacts } from './ended.ts';
import { ended } from './ended.ts';
import type { Mail } from './mail.ts';

/** 逾期未补正: the correction period has passed. */
export function caseLapsed(facts: EndedFacts): Mail {
  return ended(facts, {
    verb: '逾期未补正',
    heading: '逾期未补正',
    blocks: [
      {
        is: 'paragraph',
        text: facts.forApplicant
          ? '补正期限已过，未收到您重新提交的材料，本次申请已结束。原有内容都已保留，可以复制后再次申请。'
          : '补正期限已过，申请人未重新提交，本事项已结束。',
      },
    ],
    english: 'The correction period has passed; the case has ended.',
  });
}
