import { type EngagementFacts, engagementNews } from './engagement.ts';
import type { Mail, Opinion } from './mail.ts';

export type ChangeEnd = 'approved' | 'rejected' | 'withdrawn' | 'lapsed' | 'cancelled';

const said: Record<ChangeEnd, { verb: string; text: string; english: string }> = {
  approved: {
    verb: '变更已备案',
    text: '变更已备案，自即日起按新内容执行。',
    english: 'The change is registered and in force.',
  },
  rejected: {
    verb: '变更未通过',
    text: '变更未通过，仍按原备案内容执行。',
    english: 'The change was not approved; the registered terms stay in force.',
  },
  withdrawn: {
    verb: '变更已撤回',
    text: '变更申请已撤回，仍按原备案内容执行。',
    english: 'The change was withdrawn; the registered terms stay in force.',
  },
  lapsed: {
    verb: '变更逾期未补正',
    text: '变更申请逾期未补正，已终结，仍按原备案内容执行；可以重新申请。',
    english: 'The change was not corrected in time; the registered terms stay in force.',
  },
  cancelled: {
    verb: '变更终结',
    text: '该兼职已结束，未办结的变更申请随之终结。',
    english: 'The post has ended, and the change with it.',
  },
};

/** 变更 approved or not: which terms are in force. */
export function changeConcluded(facts: EngagementFacts & { end: ChangeEnd; opinion?: Opinion }): Mail {
  const { verb, text, english } = said[facts.end];
  return engagementNews(facts, {
    verb,
    heading: verb,
    blocks: [{ is: 'paragraph', text }, ...(facts.opinion ? [{ is: 'opinion' as const, opinion: facts.opinion }] : [])],
    english,
  });
}
