import type { CheckContext, Finding } from '../process.ts';
import { defect, forAPerson, kept } from '../findings.ts';
import type { CertificationForm } from './form.ts';
import type { CertificationPolicy } from './policy.ts';

/** Enough recent ethics reviews are given, each year once. */
export function ethicsReviews(
  form: CertificationForm,
  { today }: CheckContext,
  policy: CertificationPolicy,
): Finding[] {
  const rule = { rule: 'ethics-reviews', clause: policy.ethics.clause };
  const { reviews } = form.ethics;
  const thisYear = Number(today.slice(0, 4));
  const wrongRows = reviews.flatMap(({ year }, index) => {
    const path = `ethics.reviews.${index}.year`;
    if (year > thisYear)
      return defect({ ...rule, path }, { zh: `${year} 年度尚未到来`, en: `The year ${year} has not come yet` });
    if (reviews.findIndex((other) => other.year === year) === index) return [];
    return defect({ ...rule, path }, { zh: `${year} 年度重复填写`, en: `The year ${year} is listed twice` });
  });

  // In January last year's result may not be out yet, so one older year may stand in; a teacher of one year has one review.
  const earliest = thisYear - policy.ethics.years - 1;
  const needed = Math.min(policy.ethics.years, Math.max(1, form.employment.teachingYears));
  const given = new Set(reviews.map(({ year }) => year).filter((year) => year >= earliest && year <= thisYear)).size;
  const path = 'ethics.reviews';
  const numbers = {
    zh: `${earliest} 至 ${thisYear} 年间的师德考核填写了 ${given} 个年度，要求不少于 ${needed} 个`,
    en: `Ethics reviews between ${earliest} and ${thisYear}: ${given} given, ${needed} needed`,
  };
  if (given < needed) return [...wrongRows, defect({ ...rule, path }, numbers)];
  return wrongRows.length > 0 ? wrongRows : [kept({ ...rule, path }, numbers)];
}

/** 师德一票否决: shown, and left to people. */
export function ethicsPassed({ ethics }: CertificationForm, policy: CertificationPolicy): Finding[] {
  const rule = { rule: 'ethics-passed', clause: policy.ethics.clause, path: 'ethics.reviews' };
  if (ethics.reviews.length === 0) return [];
  const failed = ethics.reviews.filter(({ result }) => result === 'failed').map(({ year }) => year);
  if (failed.length === 0)
    return [kept(rule, { zh: '所填各年度师德考核均无不合格', en: 'No ethics review was failed' })];
  const years = failed.toSorted((a, b) => a - b);
  return [
    forAPerson(rule, {
      zh: `${years.join('、')} 年度师德考核不合格，按规定师德失范一票否决`,
      en: `Ethics review failed in ${years.join(', ')}: by the rules this alone decides against the application`,
    }),
  ];
}
