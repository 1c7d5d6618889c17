import type { CheckContext, Finding } from '../process.ts';
import { addYears, dateOfDay, dayOfDate } from '../shanghai.ts';
import { defect, forAPerson, kept } from '../findings.ts';
import type { CertificationForm } from './form.ts';
import type { CertificationPolicy } from './policy.ts';
import { practiceDays, spanDays } from './practice-days.ts';
import { postNames } from './words.ts';

/** Each practice row ends after it starts, and claims no more days than lie between. */
export function practicePeriods({ practice }: CertificationForm, policy: CertificationPolicy): Finding[] {
  const rule = { rule: 'practice-periods', clause: policy.practice.clause };
  const defects = practice.periods.flatMap((period, index) => {
    const { from, to, days } = period;
    const span = spanDays(period);
    if (span < 1) {
      return defect(
        { ...rule, path: `practice.periods.${index}.to` },
        {
          zh: `企业实践第 ${index + 1} 行：结束日期 ${to} 早于起始日期 ${from}`,
          en: `Practice, row ${index + 1}: it ends on ${to}, before it starts on ${from}`,
        },
      );
    }
    if (days <= span) return [];
    return defect(
      { ...rule, path: `practice.periods.${index}.days` },
      {
        zh: `企业实践第 ${index + 1} 行：填报 ${days} 天，而 ${from} 至 ${to} 只有 ${span} 天`,
        en: `Practice, row ${index + 1}: ${days} days are claimed, but ${from} to ${to} has only ${span}`,
      },
    );
  });
  if (defects.length > 0 || practice.periods.length === 0) return defects;
  return [kept(rule, { zh: '企业实践各行起止日期与天数相符', en: 'Dates and days of each practice row agree' })];
}

/** 专业课教师: months of practice within the last years, no day counted twice. */
export function enterprisePractice(
  form: CertificationForm,
  { today }: CheckContext,
  policy: CertificationPolicy,
): Finding[] {
  if (form.employment.courseType !== 'professional') return [];
  const { months, daysPerMonth, withinYears, clause } = policy.practice;
  // N years that end today: the day N years ago is not one of them (民法典 201).
  const since = dateOfDay(dayOfDate(addYears(today, -withinYears)) + 1);
  const needed = months * daysPerMonth;
  const counted = practiceDays(form.practice.periods, since, today);
  const message = {
    zh: `近 ${withinYears} 年（${since} 至 ${today}）企业实践合并重叠后 ${counted} 天，要求不少于 ${needed} 天（${months} 个月，每月按 ${daysPerMonth} 天计）`,
    en: `Enterprise practice in the last ${withinYears} years (${since} to ${today}): ${counted} days, overlaps counted once; ${needed} are needed (${months} months of ${daysPerMonth} days)`,
  };
  const rule = { rule: 'enterprise-practice', clause, path: 'practice.periods' };
  return [counted >= needed ? kept(rule, message) : forAPerson(rule, message)];
}

/** Part-time and outside teachers say since when they are engaged. */
export function engagementDate({ employment }: CertificationForm, policy: CertificationPolicy): Finding[] {
  if (employment.post === 'full-time' || employment.engagedFrom) return [];
  const rule = { rule: 'engagement-date', clause: policy.engagement.clause, path: 'employment.engagedFrom' };
  return [
    defect(rule, {
      zh: '兼职、外聘教师须填写本校聘任起始日期',
      en: 'Part-time and external teachers state since when they are engaged',
    }),
  ];
}

/** Part-time and outside teachers need years of engagement. */
export function engagementLength(
  { employment }: CertificationForm,
  { today }: CheckContext,
  policy: CertificationPolicy,
): Finding[] {
  const { post, engagedFrom } = employment;
  if (post === 'full-time' || !engagedFrom) return [];
  const { years, clause } = policy.engagement;
  const reachedOn = addYears(engagedFrom, years);
  const rule = { rule: 'engagement-length', clause, path: 'employment.engagedFrom' };
  const name = postNames[post];
  if (reachedOn <= today) {
    return [
      kept(rule, {
        zh: `${name.zh}教师自 ${engagedFrom} 起聘任，已满 ${years} 年`,
        en: `${name.en}: engaged since ${engagedFrom}, ${years} years are reached`,
      }),
    ];
  }
  return [
    forAPerson(rule, {
      zh: `${name.zh}教师自 ${engagedFrom} 起聘任，至 ${reachedOn} 才满 ${years} 年`,
      en: `${name.en}: engaged since ${engagedFrom}, ${years} years are reached only on ${reachedOn}`,
    }),
  ];
}
