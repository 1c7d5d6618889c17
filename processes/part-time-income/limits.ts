/** The limits over all posts of one teacher: shown before sending, judged again by the database when a post is registered. Pure. */
import type { Bilingual, EngagementStage } from '../case.ts';
import { sameItem } from '../program-funding/items.ts';

/** What the limits look at of a post: `EngagementTerms` fit, and so do the posts of the register. Days are both included. */
export interface PostTerms {
  /** Its case's number, or what a page calls a post that is not registered here. */
  number?: string;
  hostName?: string;
  /** Tells hosts apart where both have one; else the name does. */
  hostCode?: string;
  startsOn: string;
  endsOn: string;
  workTimeMinutesAWeek: number;
  paid: boolean;
}

export type PostLimits = EngagementStage['limits'];

interface Reached {
  /** The first day on which it is worst. */
  on: string;
  /** The other posts that count on that day: their numbers. */
  with: string[];
  clause: string;
}

/** A limit that a post breaks together with others. */
export type PostExcess =
  | (Reached & { kind: 'paid-posts'; posts: number; atMost: number })
  | (Reached & { kind: 'work-time'; minutesAWeek: number; atMost: number })
  | (Reached & { kind: 'same-host' });

/**
 * Every limit that `post` would break together with `others` (which must not hold the post itself), none when it may be registered. Day by
 * day over its term: posts that follow each other are never added up.
 */
export function postExcesses(post: PostTerms, others: readonly PostTerms[], limits: PostLimits): PostExcess[] {
  const { paidPosts, workTime, oncePerHost } = limits;
  const beside = others.filter((other) => overlaps(post, other));
  // What holds on one day holds until another post begins.
  const days = [post.startsOn, ...beside.map(({ startsOn }) => startsOn).filter((day) => day > post.startsOn)];
  const loads = days.toSorted().map((on) => {
    const posts = beside.filter(({ startsOn, endsOn }) => startsOn <= on && on <= endsOn);
    const paid = posts.filter((each) => each.paid);
    const busy = posts.filter(({ workTimeMinutesAWeek }) => workTimeMinutesAWeek > 0);
    return { on, paid, busy, minutes: busy.reduce((sum, each) => sum + each.workTimeMinutesAWeek, 0) };
  });
  const excesses: PostExcess[] = [];

  const crowded = loads.reduce((worst, day) => (day.paid.length > worst.paid.length ? day : worst));
  const posts = crowded.paid.length + 1;
  if (post.paid && posts > paidPosts.atMost) {
    const { atMost, clause } = paidPosts;
    excesses.push({ kind: 'paid-posts', on: crowded.on, posts, atMost, with: numbers(crowded.paid), clause });
  }
  const busiest = loads.reduce((worst, day) => (day.minutes > worst.minutes ? day : worst));
  const minutesAWeek = busiest.minutes + post.workTimeMinutesAWeek;
  if (post.workTimeMinutesAWeek > 0 && minutesAWeek > workTime.minutesAWeekAtMost) {
    const { minutesAWeekAtMost: atMost, clause } = workTime;
    excesses.push({ kind: 'work-time', on: busiest.on, minutesAWeek, atMost, with: numbers(busiest.busy), clause });
  }
  const twin = beside.find((other) => sameHost(post, other));
  if (twin) {
    const on = twin.startsOn > post.startsOn ? twin.startsOn : post.startsOn;
    excesses.push({ kind: 'same-host', on, with: numbers([twin]), clause: oncePerHost.clause });
  }
  return excesses;
}

/** What the register answered when a post was over a limit, as its event and its notification keep it. */
export function excessOf(facts: Record<string, unknown>): PostExcess {
  const [on, clause, atMost, reached] = [
    String(facts.on),
    String(facts.clause),
    Number(facts.atMost),
    Number(facts.reached),
  ];
  const common = { on, with: [], clause };
  if (facts.limit === 'paid-posts') return { kind: 'paid-posts', posts: reached, atMost, ...common };
  if (facts.limit === 'work-time') return { kind: 'work-time', minutesAWeek: reached, atMost, ...common };
  return { kind: 'same-host', ...common };
}

/** One sentence for the page, the reason on the desk, and the mail. */
export function excessSentence(excess: PostExcess): Bilingual {
  const others = excess.with.length === 0 ? { zh: '', en: '' } : bracketed(excess.with);
  switch (excess.kind) {
    case 'paid-posts':
      return {
        zh: `${excess.on} 起同时取酬的兼职 ${excess.posts} 个，上限 ${excess.atMost} 个${others.zh}`,
        en: `${excess.posts} paid posts at once from ${excess.on}, at most ${excess.atMost}${others.en}`,
      };
    case 'work-time': {
      const [hours, most] = [excess.minutesAWeek / 60, excess.atMost / 60];
      return {
        zh: `${excess.on} 起每周占用工作时间共 ${hours} 小时，上限 ${most} 小时${others.zh}`,
        en: `${hours} hours of working time a week from ${excess.on}, at most ${most}${others.en}`,
      };
    }
    case 'same-host':
      return {
        zh: `${excess.on} 起与同一单位的另一兼职期限重叠${others.zh}`,
        en: `Overlaps another post at the same host from ${excess.on}${others.en}`,
      };
  }
}

type Term = Pick<PostTerms, 'startsOn' | 'endsOn'>;

export const overlaps = (one: Term, other: Term): boolean =>
  one.startsOn <= other.endsOn && other.startsOn <= one.endsOn;

/** By credit code where both have one, else by name: width, case, spaces and punctuation do not tell names apart. */
export function sameHost(one: Host, other: Host): boolean {
  if (one.hostCode && other.hostCode) return one.hostCode === other.hostCode;
  return one.hostName !== undefined && other.hostName !== undefined && sameItem(one.hostName, other.hostName);
}

type Host = Pick<PostTerms, 'hostName' | 'hostCode'>;

const numbers = (posts: readonly PostTerms[]) => posts.flatMap(({ number }) => number ?? []);

const bracketed = (posts: readonly string[]) => ({
  zh: `（同期：${posts.join('、')}）`,
  en: ` (with ${posts.join(', ')})`,
});
