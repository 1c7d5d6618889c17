/**
 * The rules looked at before sending and shown to each handler. Formal defects block sending; a rule of substance that is not kept is a
 * warning, and a person decides. Every rule that applies answers, with the numbers and the clause of the policy in force.
 */
import { evidenceAttached, pledgeMade } from '../evidence-checks.ts';
import type { CheckContext, Finding } from '../process.ts';
import { criterionOffered, criterionSupported } from './criterion-checks.ts';
import { ethicsPassed, ethicsReviews } from './ethics-checks.ts';
import type { CertificationForm } from './form.ts';
import { datesPast, levelNotHeld, oneOpenApplication } from './application-checks.ts';
import { engagementDate, engagementLength, enterprisePractice, practicePeriods } from './practice-checks.ts';
import { inSituation } from './situations.ts';
import { evidenceNames, situationNames } from './words.ts';

export function checkCertification(form: CertificationForm, context: CheckContext): Finding[] {
  const policy = context.policy.processes['teacher-certification'];
  return [
    oneOpenApplication(context, policy),
    levelNotHeld(form, context, policy),
    ...criterionOffered(form, policy),
    ...criterionSupported(form, policy),
    ...datesPast(form, context, policy),
    ...engagementDate(form, policy),
    ...engagementLength(form, context, policy),
    ...practicePeriods(form, policy),
    ...enterprisePractice(form, context, policy),
    ...ethicsReviews(form, context, policy),
    ...ethicsPassed(form, policy),
    ...evidenceAttached({
      attached: form.evidence,
      policy,
      applies: (situation) => inSituation(form, situation),
      names: { slots: evidenceNames, situations: situationNames },
    }),
    pledgeMade(form, policy.certificate.revocation.clause),
  ];
}
