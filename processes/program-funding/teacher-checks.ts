import { defect, forAPerson, kept } from '../findings.ts';
import { percentText, shareAtLeast } from '../money.ts';
import type { CheckContext, Finding } from '../process.ts';
import type { FundingForm } from './form.ts';
import type { FundingPolicy } from './policy.ts';

const path = 'teachers.dualQualified';

/** Dual-qualified teachers are some of the full-time ones. */
export function dualQualifiedCount({ teachers }: FundingForm, policy: FundingPolicy): Finding {
  const { dualQualified, fullTime } = teachers;
  const rule = { rule: 'dual-qualified-count', clause: policy.dualQualified.clause, path };
  return dualQualified > fullTime
    ? defect(rule, {
        zh: `双师型教师 ${dualQualified} 人，多于专任教师 ${fullTime} 人`,
        en: `${dualQualified} dual-qualified teachers, but only ${fullTime} full-time ones`,
      })
    : kept(rule, {
        zh: `双师型教师 ${dualQualified} 人，专任教师 ${fullTime} 人`,
        en: `${dualQualified} of ${fullTime} full-time teachers are dual-qualified`,
      });
}

/** The plan aims at a share; a new program may be below it, and people judge that. */
export function dualQualifiedShare({ teachers }: FundingForm, policy: FundingPolicy): Finding[] {
  const { dualQualified, fullTime } = teachers;
  const { atLeastPercent, clause } = policy.dualQualified;
  if (dualQualified > fullTime) return [];
  const rule = { rule: 'dual-qualified-share', clause, path };
  if (fullTime === 0)
    return [forAPerson(rule, { zh: '本专业尚无专任教师', en: 'The program has no full-time teacher yet' })];
  const share = percentText(dualQualified, fullTime, 'down');
  const message = {
    zh: `双师型教师占比 ${share} %，目标不低于 ${atLeastPercent}.00 %`,
    en: `${share} % are dual-qualified, the target is at least ${atLeastPercent}.00 %`,
  };
  return [shareAtLeast(dualQualified, fullTime, atLeastPercent, 100) ? kept(rule, message) : forAPerson(rule, message)];
}

/** No more are claimed than the school has valid certificates. */
export function dualQualifiedRegistered(
  { teachers }: FundingForm,
  context: CheckContext,
  policy: FundingPolicy,
): Finding[] {
  if (context.dualQualified === undefined) return [];
  const rule = { rule: 'dual-qualified-registered', clause: policy.dualQualified.clause, path };
  const message = {
    zh: `填报双师型教师 ${teachers.dualQualified} 人，全校登记的有效证书 ${context.dualQualified} 份`,
    en: `${teachers.dualQualified} dual-qualified teachers stated, ${context.dualQualified} valid certificates on record for the whole school`,
  };
  return [teachers.dualQualified <= context.dualQualified ? kept(rule, message) : forAPerson(rule, message)];
}
