/**
 * The rules looked at before sending and shown to each handler. Formal defects and sums block sending; whether a program deserves the
 * money is for people to decide. Every rule that applies answers, with the numbers and the clause of the policy in force.
 */
import { evidenceAttached, pledgeMade } from '../evidence-checks.ts';
import type { CheckContext, Finding } from '../process.ts';
import { correctionKeeps, fundedOnce, schoolNotBanned } from './application-checks.ts';
import { budgetLines, equipmentShare, lineAmounts, linesAddUp, linesDistinct, requestLimits } from './budget-checks.ts';
import type { FundingForm } from './form.ts';
import { oneFiscalFund, payeeIsSchool } from './other-money-checks.ts';
import { agreementDates, partnersNamed } from './partner-checks.ts';
import { enrolmentYears, industryKnown, newProgram, programCodeOfLevel, targetsComplete } from './program-checks.ts';
import { dualQualifiedCount, dualQualifiedRegistered, dualQualifiedShare } from './teacher-checks.ts';
import { inSituation } from './situations.ts';
import { evidenceNames, situationNames } from './words.ts';

export function checkFunding(form: FundingForm, context: CheckContext): Finding[] {
  const policy = context.policy.processes['program-funding'];
  return [
    ...schoolNotBanned(context, policy),
    ...fundedOnce(form, context, policy),
    ...correctionKeeps(form, context, policy),
    industryKnown(form, policy),
    programCodeOfLevel(form, policy),
    newProgram(form, context, policy),
    ...partnersNamed(form, policy),
    ...agreementDates(form, context, policy),
    dualQualifiedCount(form, policy),
    ...dualQualifiedShare(form, policy),
    ...dualQualifiedRegistered(form, context, policy),
    ...enrolmentYears(form, policy),
    budgetLines(form, policy),
    ...lineAmounts(form, policy),
    ...linesDistinct(form, policy),
    ...linesAddUp(form, policy),
    requestLimits(form, policy),
    ...equipmentShare(form, policy),
    ...oneFiscalFund(form, policy),
    ...targetsComplete(form, policy),
    payeeIsSchool(form, policy),
    ...evidenceAttached({
      attached: form.evidence,
      policy,
      applies: (situation) => inSituation(form, situation),
      names: { slots: evidenceNames, situations: situationNames },
    }),
    pledgeMade(form, policy.pledge.clause),
  ];
}
