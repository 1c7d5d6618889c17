import { defect, kept } from '../findings.ts';
import type { CheckContext, Finding } from '../process.ts';
import type { PartTimeForm } from './form.ts';
import type { PartTimePolicy } from './policy.ts';
import { standingNames } from './words.ts';

/** A leader's post is unpaid; the Education Commission approves it instead of the school. */
export function leaderUnpaid({ teacher, pay }: PartTimeForm, { leader }: PartTimePolicy): Finding[] {
  if (!teacher.leader) return [];
  const rule = { rule: 'leader-unpaid', clause: leader.clause, path: 'pay.paid' };
  return [
    pay.paid || pay.yearlyFen > 0 || pay.equityFen > 0
      ? defect(rule, {
          zh: '领导干部兼职不得取酬、不得持有股权',
          en: "A leader's post carries neither pay nor equity",
        })
      : kept(rule, {
          zh: '领导干部兼职不取酬，由区教委审批',
          en: "A leader's post, unpaid; the Education Commission approves",
        }),
  ];
}

/** Nobody on probation or under a sanction, until its last day included. */
export function standingRegular({ teacher }: PartTimeForm, { today }: CheckContext, policy: PartTimePolicy): Finding {
  const { standing, standingUntil } = teacher;
  if (standing === 'regular') {
    const rule = { rule: 'standing', clause: policy.probation.clause, path: 'teacher.standing' };
    return kept(rule, { zh: '不在试用期、处分期', en: 'Neither on probation nor under a sanction' });
  }
  const rule = { rule: 'standing', clause: policy[standing].clause, path: 'teacher.standing' };
  const { zh, en } = standingNames[standing];
  if (!standingUntil)
    return defect(
      { ...rule, path: 'teacher.standingUntil' },
      { zh: '请填写试用期（处分期）截止日期', en: 'State when the probation or the sanction ends' },
    );
  return standingUntil < today
    ? kept(rule, { zh: `试用期（处分期）已于 ${standingUntil} 届满`, en: `It ended on ${standingUntil}` })
    : defect(rule, {
        zh: `${zh}（至 ${standingUntil}）不得兼职，期满后再申请`,
        en: `${en} until ${standingUntil}: apply afterwards`,
      });
}
