import type { Mail } from './mail.ts';
import { turnAgain } from './turn-again.ts';
import type { TurnFacts } from './turn.ts';

/** 进度已收到: a receipt that carries the link of the next report. */
export const progressRecorded = (facts: TurnFacts & { percent: number }): Mail =>
  turnAgain(facts, {
    ask: '进度已收到',
    why: [{ is: 'paragraph', text: `已收到您报送的进度：${facts.percent}%。下次报送可直接使用下面的按钮，无需登录。` }],
    english: `Your report of ${facts.percent}% was received; the button below is for the next one.`,
  });
