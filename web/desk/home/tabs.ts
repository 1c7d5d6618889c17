import type { AssignmentCounts } from '../../../api/contract/assignments.ts';
import type { Me } from '../../../api/contract/me.ts';

export const tabs = ['todo', 'done', 'mine', 'copied', 'drafts', 'substitute'] as const;
export type Tab = (typeof tabs)[number];

/** A teacher comes for their own applications, everybody else for their turns. */
export const firstTabOf = (me: Me): Tab => (me.memberships.some((one) => one.role !== 'teacher') ? 'todo' : 'mine');

export const tabOf = (search: URLSearchParams, me: Me): Tab =>
  tabs.find((tab) => tab === search.get('tab')) ?? firstTabOf(me);

export const countOf = (tab: Tab, counts: AssignmentCounts | undefined): number | undefined => {
  if (!counts) return undefined;
  const count: Record<Tab, number> = {
    todo: counts.open,
    done: 0,
    mine: counts.mine,
    copied: counts.copiedUnread,
    drafts: counts.drafts,
    substitute: counts.delegatedToMe,
  };
  return count[tab] || undefined;
};
