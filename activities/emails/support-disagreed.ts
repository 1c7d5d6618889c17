import type { Mail, Opinion } from './mail.ts';
import { turnAgain } from './turn-again.ts';
import type { TurnFacts } from './turn.ts';

/** 配合单位有异议: what the supporting unit misses. */
export function supportDisagreed(facts: TurnFacts & { unit: string; opinion?: Opinion }): Mail {
  const { opinion, unit } = facts;
  return turnAgain(facts, {
    ask: '配合单位有异议',
    why: [
      { is: 'paragraph', text: `${unit}认为任务尚未完成，销号申请已退回。请协商后重新申请。` },
      ...(opinion ? [{ is: 'opinion' as const, opinion }] : []),
    ],
    english: 'A supporting unit disagrees; the close-out is back with you.',
  });
}
