/**
 * The rules looked at before sending and shown to each handler. Limits and what may never be registered block sending; what has to be weighed
 * is for a person. Every rule that applies answers, with the numbers and the clause of the policy in force.
 */
import { evidenceAttached, pledgeMade } from '../evidence-checks.ts';
import type { CheckContext, Finding } from '../process.ts';
import type { PartTimeForm } from './form.ts';
import { hostCode, hostRelation, notNegative } from './host-checks.ts';
import { otherPostDates, renewalFollows, withinLimits } from './limit-checks.ts';
import { appliedBefore, noPaidTutoring, payFits, postDates, postHours, termLength } from './post-checks.ts';
import { leaderUnpaid, standingRegular } from './teacher-checks.ts';
import { inSituation } from './situations.ts';
import { evidenceNames, situationNames } from './words.ts';

export function checkPartTime(form: PartTimeForm, context: CheckContext): Finding[] {
  const policy = context.policy.processes['part-time-income'];
  return [
    standingRegular(form, context, policy),
    ...leaderUnpaid(form, policy),
    hostCode(form, policy),
    ...notNegative(form, context, policy),
    hostRelation(form, policy),
    postDates(form, context, policy),
    ...termLength(form, policy),
    appliedBefore(form, context, policy),
    postHours(form, policy),
    ...otherPostDates(form, policy),
    ...withinLimits(form, context, policy),
    noPaidTutoring(form, policy),
    payFits(form, policy),
    ...renewalFollows(form, context, policy),
    ...evidenceAttached({
      attached: form.evidence,
      policy,
      applies: (situation) => inSituation(form, situation),
      names: { slots: evidenceNames, situations: situationNames },
    }),
    pledgeMade(form, policy.pledge.clause),
  ];
}
