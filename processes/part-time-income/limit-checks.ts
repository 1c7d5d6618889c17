import { defect, forAPerson, kept } from '../findings.ts';
import type { CheckContext, Finding } from '../process.ts';
import { dateOfDay, dayOfDate } from '../shanghai.ts';
import { engagementTerms, otherPosts } from './facts.ts';
import type { PartTimeForm } from './form.ts';
import { excessSentence, type PostExcess, postExcesses, type PostTerms, sameHost } from './limits.ts';
import type { PartTimePolicy } from './policy.ts';
import { postLimits } from './rules.ts';

const paths: Record<PostExcess['kind'], string> = {
  'paid-posts': 'pay.paid',
  'work-time': 'post.workingTimeHours',
  'same-host': 'host.name',
};

/**
 * The limits over all posts. What breaks them with registered posts is a defect; with posts that are still applied for it is a warning, as
 * whichever is registered first counts.
 */
export function withinLimits(form: PartTimeForm, { posts = [] }: CheckContext, policy: PartTimePolicy): Finding[] {
  const { from, to } = form.post;
  if (to < from) return [];
  const limits = postLimits(policy);
  const post = engagementTerms(form);
  const registered = [...posts.filter((each) => each.registered), ...namedPosts(form, posts)];
  const broken = postExcesses(post, registered, limits);
  const perhaps = postExcesses(post, [...registered, ...posts.filter((each) => !each.registered)], limits).filter(
    ({ kind }) => broken.every((excess) => excess.kind !== kind),
  );
  const said = (excess: PostExcess) => ({ rule: excess.kind, clause: excess.clause, path: paths[excess.kind] });
  return [
    ...broken.map((excess) => defect(said(excess), excessSentence(excess))),
    ...perhaps.map((excess) => forAPerson(said(excess), pending(excess))),
    ...(Object.keys(paths) as PostExcess['kind'][])
      .filter((kind) => [...broken, ...perhaps].every((excess) => excess.kind !== kind))
      .map((kind) => kept({ rule: kind, clause: clauseOf(kind, policy) }, within(kind, policy))),
  ];
}

/** Rows of the form, but for what is in the register anyway. */
const namedPosts = (form: PartTimeForm, posts: readonly PostTerms[]): PostTerms[] =>
  otherPosts(form)
    .filter((named) => named.startsOn <= named.endsOn && !posts.some((post) => sameHost(post, named)))
    .map((named) => ({ ...named, number: named.hostName }));

function pending(excess: PostExcess) {
  const { zh, en } = excessSentence(excess);
  return { zh: `如在办申请也获备案：${zh}`, en: `If the pending applications are registered too: ${en}` };
}

const clauseOf = (kind: PostExcess['kind'], { limits }: PartTimePolicy): string =>
  ({ 'paid-posts': limits.paidPosts, 'work-time': limits.workTime, 'same-host': limits.oncePerHost })[kind].clause;

function within(kind: PostExcess['kind'], { limits }: PartTimePolicy) {
  switch (kind) {
    case 'paid-posts':
      return {
        zh: `同时取酬的兼职不超过 ${limits.paidPosts.atMost} 个`,
        en: `No more than ${limits.paidPosts.atMost} paid posts at once`,
      };
    case 'work-time':
      return {
        zh: `全部重叠兼职每周占用工作时间不超过 ${limits.workTime.hoursAWeekAtMost} 小时`,
        en: `No more than ${limits.workTime.hoursAWeekAtMost} hours of working time a week over all overlapping posts`,
      };
    case 'same-host':
      return { zh: '与同一单位没有重叠的兼职', en: 'No overlapping post at the same host' };
  }
}

/** Rows of other posts end after they begin. */
export function otherPostDates({ otherPosts: { held } }: PartTimeForm, policy: PartTimePolicy): Finding[] {
  return held.flatMap(({ from, to }, index) =>
    to >= from
      ? []
      : defect(
          { rule: 'other-posts', clause: policy.term.clause, path: `otherPosts.held.${index}.to` },
          {
            zh: `其他兼职第 ${index + 1} 行：结束日期 ${to} 早于起始日期 ${from}`,
            en: `Other posts, row ${index + 1}: it ends on ${to}, before it begins on ${from}`,
          },
        ),
  );
}

/** 续期 follows the post that it names, at the same host, within the days before its end. */
export function renewalFollows(form: PartTimeForm, { posts, today }: CheckContext, policy: PartTimePolicy): Finding[] {
  const { of } = form.renewal;
  if (!of || posts === undefined) return [];
  const { openDaysBefore, clause } = policy.engagement.renewal;
  const rule = { rule: 'renewal', clause, path: 'renewal.of' };
  const before = posts.find(({ number, registered }) => registered && number === of);
  if (!before) return [defect(rule, { zh: `您没有在期的备案 ${of}`, en: `You hold no registered post ${of}` })];
  if (!sameHost(before, engagementTerms(form)))
    return [
      defect(rule, {
        zh: `${of} 不是同一单位的兼职，请按新申请填报`,
        en: `${of} is at another host: apply for a new post`,
      }),
    ];
  if (before.endsOn < today)
    return [
      defect(rule, {
        zh: `${of} 已于 ${before.endsOn} 结束，请按新申请填报`,
        en: `${of} ended on ${before.endsOn}: apply for a new post`,
      }),
    ];
  const opens = dateOfDay(dayOfDate(before.endsOn) - openDaysBefore);
  if (today < opens)
    return [
      defect(rule, {
        zh: `${of} 到期前 ${openDaysBefore} 天（${opens} 起）可以续期`,
        en: `${of} may be renewed from ${opens} on, ${openDaysBefore} days before its end`,
      }),
    ];
  return [kept(rule, { zh: `续期 ${of}（至 ${before.endsOn}）`, en: `Renews ${of}, which ends on ${before.endsOn}` })];
}
