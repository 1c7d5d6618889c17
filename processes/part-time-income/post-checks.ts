import { defect, forAPerson, kept } from '../findings.ts';
import type { CheckContext, Finding } from '../process.ts';
import { addYears, dateOfDay, dayOfDate } from '../shanghai.ts';
import type { PartTimeForm } from './form.ts';
import type { PartTimePolicy } from './policy.ts';

/** It ends on or after the day it begins, and is not over yet. */
export function postDates({ post }: PartTimeForm, { today }: CheckContext, policy: PartTimePolicy): Finding {
  const rule = { rule: 'post-dates', clause: policy.term.clause, path: 'post.to' };
  const { from, to } = post;
  if (to < from)
    return defect(rule, {
      zh: `结束日期 ${to} 早于起始日期 ${from}`,
      en: `It ends on ${to}, before it begins on ${from}`,
    });
  if (to < today)
    return defect(rule, { zh: `兼职已于 ${to} 结束，不能再备案`, en: `The post ended on ${to}: too late to register` });
  return kept(rule, { zh: `兼职期限 ${from} 至 ${to}`, en: `The post lasts from ${from} to ${to}` });
}

/** At most so many years: three from 1 January 2027 end on 31 December 2029. */
export function termLength({ post: { from, to } }: PartTimeForm, { term }: PartTimePolicy): Finding[] {
  if (to < from) return [];
  const rule = { rule: 'term', clause: term.clause, path: 'post.to' };
  const last = dateOfDay(dayOfDate(addYears(from, term.yearsAtMost)) - 1);
  const message = {
    zh: `期限最长 ${term.yearsAtMost} 年：自 ${from} 起至迟到 ${last}，填报至 ${to}`,
    en: `At most ${term.yearsAtMost} years: from ${from} until ${last}, stated until ${to}`,
  };
  return [to <= last ? kept(rule, message) : defect(rule, message)];
}

/** 先备案后兼职 */
export function appliedBefore(
  { post: { from } }: PartTimeForm,
  { today }: CheckContext,
  policy: PartTimePolicy,
): Finding {
  const rule = { rule: 'beforehand', clause: policy.beforehand.clause, path: 'post.from' };
  return from > today
    ? kept(rule, { zh: '在开始兼职前申请', en: 'Applied for before it begins' })
    : forAPerson(rule, {
        zh: `兼职自 ${from} 开始，未在开始前备案`,
        en: `The post begins on ${from}, it is not registered beforehand`,
      });
}

/** More than none, and no more a week than the policy allows; what is in working time is a part of it. */
export function postHours({ post }: PartTimeForm, { hours }: PartTimePolicy): Finding {
  const { hoursPerWeek, workingTimeHours } = post;
  const rule = { rule: 'hours', clause: hours.clause, path: 'post.hoursPerWeek' };
  if (hoursPerWeek === 0)
    return defect(rule, { zh: '每周时间须大于 0 小时', en: 'The hours a week must be more than none' });
  if (workingTimeHours > hoursPerWeek)
    return defect(
      { ...rule, path: 'post.workingTimeHours' },
      {
        zh: `占用工作时间 ${workingTimeHours} 小时，多于每周时间 ${hoursPerWeek} 小时`,
        en: `${workingTimeHours} hours in working time are more than the ${hoursPerWeek} hours in all`,
      },
    );
  const message = {
    zh: `每周 ${hoursPerWeek} 小时，上限 ${hours.aWeekAtMost} 小时`,
    en: `${hoursPerWeek} hours a week, at most ${hours.aWeekAtMost}`,
  };
  return hoursPerWeek <= hours.aWeekAtMost ? kept(rule, message) : defect(rule, message);
}

/** 有偿补课: what is said to be it is refused; duties that read like it are looked at by a person. */
export function noPaidTutoring({ post }: PartTimeForm, { paidTutoring }: PartTimePolicy): Finding {
  const rule = { rule: 'paid-tutoring', clause: paidTutoring.clause };
  if (post.paidTutoring)
    return defect(
      { ...rule, path: 'post.paidTutoring' },
      { zh: '在职教师不得有偿补课，不予备案', en: 'Teachers in post give no paid lessons: not registered' },
    );
  const word = paidTutoring.words.find((each) => `${post.title}\n${post.duties}`.includes(each));
  return word === undefined
    ? kept(rule, { zh: '不含有偿补课', en: 'No paid tutoring' })
    : forAPerson(
        { ...rule, path: 'post.duties' },
        {
          zh: `职务或职责中有「${word}」，须核实是否属于有偿补课`,
          en: `The duties name ${word}: is it paid tutoring?`,
        },
      );
}

/** A paid post has an amount or equity, an unpaid one has none, and equity has its terms. */
export function payFits({ pay }: PartTimeForm, policy: PartTimePolicy): Finding {
  const rule = { rule: 'pay', clause: policy.clause, path: 'pay.yearlyFen' };
  const { paid, yearlyFen, equityFen, equityTerms } = pay;
  const some = yearlyFen > 0 || equityFen > 0;
  if (paid && !some) return defect(rule, { zh: '取酬兼职须填写报酬或股权', en: 'A paid post has an amount or equity' });
  if (!paid && some)
    return defect(
      { ...rule, path: 'pay.paid' },
      { zh: '填写了报酬或股权，须选「取酬」', en: 'An amount or equity is stated: the post is paid' },
    );
  if (equityFen > 0 && !equityTerms)
    return defect(
      { ...rule, path: 'pay.equityTerms' },
      { zh: '取得股权须说明比例和来源', en: 'Say the share of the equity and what it is for' },
    );
  return kept(rule, { zh: paid ? '取酬，报酬已填写' : '不取酬', en: paid ? 'Paid, with its amount' : 'Unpaid' });
}
