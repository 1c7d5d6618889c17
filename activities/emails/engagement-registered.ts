import { type EngagementFacts, engagementNews } from './engagement.ts';
import type { Mail } from './mail.ts';

/** 备案: in force, with what the teacher owes while it lasts. Days as papers write them; `every`: 每年, 每季度. */
export function engagementRegistered(facts: EngagementFacts & { from: string; until: string; every: string }): Mail {
  const { from, until, every } = facts;
  return engagementNews(facts, {
    verb: '已备案',
    heading: '兼职已备案',
    blocks: [
      { is: 'paragraph', text: `您的兼职已由区教委和区人力社保局备案，在期 ${from} 至 ${until}。` },
      {
        is: 'paragraph',
        text: `在期内请${every}申报一次兼职收入，没有收入也要零申报；逾期未申报的，兼职暂停，补报后恢复。内容变化（时间、单位、报酬）请先申请变更。`,
      },
    ],
    english:
      'Your part-time post is registered and in force. Please declare its income after each period; a nil return counts.',
  });
}
