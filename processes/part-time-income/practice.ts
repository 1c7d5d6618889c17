/** 兼职 as 企业实践: rows for the certification form from posts in enterprises (三(三)2, 三(三)4). Pure. */
import { dateOfDay, dayOfDate } from '../shanghai.ts';
import { spanDays } from '../teacher-certification/practice-days.ts';
import type { PartTimePolicy } from './policy.ts';
import type { kinds as postKinds } from './vocabulary.ts';

export interface PracticePost {
  hostName: string;
  postTitle: string;
  postKind: string;
  sector: string;
  startsOn: string;
  /** Its real last day. */
  endsOn: string;
  minutesAWeek: number;
}

export interface OfferedPractice {
  enterprise: string;
  post: string;
  from: string;
  /** Today at the latest: what is still to come is no practice yet. */
  to: string;
  days: number;
}

/**
 * What a post counts as practice, or undefined: another kind or sector than the policy counts, not begun, or less than a day. The days are those
 * worked: six hours a week are three quarters of a day a week, rounded down over the whole time.
 */
export function practiceOf(post: PracticePost, policy: PartTimePolicy, today: string): OfferedPractice | undefined {
  const { kinds, hoursADay } = policy.practice;
  const sector = policy.sectors.find(({ id }) => id === post.sector);
  if (!sector?.practice || !kinds.includes(post.postKind as (typeof postKinds)[number])) return undefined;
  const yesterday = dateOfDay(dayOfDate(today) - 1);
  const to = post.endsOn < yesterday ? post.endsOn : yesterday;
  if (to < post.startsOn) return undefined;
  const days = Math.floor((spanDays({ from: post.startsOn, to }) * post.minutesAWeek) / (7 * 60 * hoursADay));
  if (days < 1) return undefined;
  return { enterprise: post.hostName, post: post.postTitle, from: post.startsOn, to, days };
}
