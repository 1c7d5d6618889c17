import type { EngagementStage } from '../case.ts';
import type { PartTimeForm } from './form.ts';

/** From where each kind of change is approved again, at the latest. */
const order = ['school-review', 'collective-study', 'school-notice', 'principal-approval', 'registration'];

/**
 * The stage from which new terms are approved again, or undefined when nothing of the terms changed. Another host, kind, standing or pay, a later
 * end and more working time go to the school's review; other hours and days to whoever approves; words alone to the registration. The policy
 * may start earlier (`changesFrom`), never later.
 */
export function changeStartsFrom(
  before: PartTimeForm,
  after: PartTimeForm,
  { changesFrom }: Pick<EngagementStage, 'changesFrom'>,
): string | undefined {
  const latest = latestStart(before, after);
  if (latest === undefined) return undefined;
  const allowed = order.filter((slug) => changesFrom.includes(slug));
  // The first stage that is allowed, where all allowed ones would come too late.
  return allowed.findLast((slug) => order.indexOf(slug) <= order.indexOf(latest)) ?? allowed[0];
}

function latestStart(before: PartTimeForm, after: PartTimeForm): string | undefined {
  const grave =
    differ(before.teacher, after.teacher, ['leader', 'standing', 'postType']) ||
    differ(before.host, after.host, ['name', 'kind', 'creditCode', 'place', 'sector', 'relation']) ||
    differ(before.pay, after.pay, ['paid', 'yearlyFen', 'equityFen']) ||
    after.post.to > before.post.to ||
    after.post.workingTimeHours > before.post.workingTimeHours;
  if (grave) return 'school-review';
  if (differ(before.post, after.post, ['from', 'to', 'hoursPerWeek', 'workingTimeHours'])) return 'principal-approval';
  const words =
    differ(before.post, after.post, ['title', 'duties', 'paidTutoring']) ||
    differ(before.pay, after.pay, ['equityTerms']) ||
    differ(before.terms, after.terms, ['injuryInsurance', 'intellectualProperty', 'confidentiality']) ||
    JSON.stringify(before.otherPosts) !== JSON.stringify(after.otherPosts);
  return words ? 'registration' : undefined;
}

/** Left out and empty are the same. */
const differ = <Section extends object>(before: Section, after: Section, fields: (keyof Section)[]): boolean =>
  fields.some((field) => (before[field] ?? '') !== (after[field] ?? ''));
