import type { FundingForm } from './form.ts';
import type { situations } from './policy.ts';

export type Situation = (typeof situations)[number];

/** Whether the form shows the situation in which a piece of evidence is required. */
export function inSituation(form: FundingForm, situation: Situation): boolean {
  const { demand, teachers, budget, otherMoney } = form;
  switch (situation) {
    case 'always':
      return true;
    case 'with-partners':
      return demand.partners.length > 0;
    case 'with-dual-qualified':
      return teachers.dualQualified > 0;
    case 'with-equipment':
      return budget.lines.some(({ category }) => category === 'equipment');
    case 'with-self-raised':
      return otherMoney.selfRaisedFen > 0;
    case 'with-other-funds':
      return otherMoney.otherFunds.length > 0;
    default:
      return situation satisfies never;
  }
}
