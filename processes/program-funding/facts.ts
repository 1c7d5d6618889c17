import type { FundingForm } from './form.ts';

/** Routing facts: what a funding case is about, without a name or an account. */
export const fundingFacts = ({ program, budget }: FundingForm) => ({
  requestedFen: budget.requestedFen,
  programCode: program.code,
  industry: program.industry,
  level: program.level,
});
