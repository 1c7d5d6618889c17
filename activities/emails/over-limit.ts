import type { Mail } from './mail.ts';
import { turnAgain } from './turn-again.ts';
import type { TurnFacts } from './turn.ts';

export interface LimitFacts extends TurnFacts {
  limit: 'paid-posts' | 'work-time';
  /** Posts, or hours a week, with this one counted. */
  reached: string;
  atMost: string;
  clause: string;
}

/** 超过兼职限额: another post was registered meanwhile; the registration stands only when the limits are kept. */
export function overLimit(facts: LimitFacts): Mail {
  const { limit, reached, atMost, clause } = facts;
  const paid = limit === 'paid-posts';
  return turnAgain(facts, {
    ask: '超过兼职限额，请协调',
    why: [
      {
        is: 'paragraph',
        text: paid
          ? `会签均已同意，但加上本项，该教师同期取酬兼职将达 ${reached} 项，超过 ${atMost} 项（${clause}），备案未生效。`
          : `会签均已同意，但加上本项，该教师同期兼职占用工作时间将达每周 ${reached} 小时，超过 ${atMost} 小时（${clause}），备案未生效。`,
      },
      { is: 'paragraph', text: '可退回申请人调整、不予备案，或待其他兼职终止后再次同意备案。' },
    ],
    english: paid
      ? `All units agreed, but the teacher would hold ${reached} paid posts at once (${atMost} at most): the post is not registered.`
      : `All units agreed, but the teacher's posts would take ${reached} hours a week of working time (${atMost} at most): the post is not registered.`,
  });
}
