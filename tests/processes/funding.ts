/** A funding application that keeps every rule on 2026-11-24, fresh for each test to change. */
import { parseForm } from '../../processes/form-errors.ts';
import type { CheckContext, Finding } from '../../processes/process.ts';
import { checkFunding } from '../../processes/program-funding/checks.ts';
import { exampleFunding } from '../../processes/program-funding/example.ts';
import { fundingForm, type FundingForm } from '../../processes/program-funding/form.ts';
import type { FundingPolicy } from '../../processes/program-funding/policy.ts';
import { dazu, FILE, TODAY } from './dazu.ts';

export const funding = (): FundingForm => exampleFunding(() => FILE);

/** What the API knows of the school in the example: nothing that stands in the way. */
export const school = (policy = dazu()): CheckContext => ({
  policy,
  today: TODAY,
  openCases: [],
  certificates: [],
  unitId: 'dazu-zhijiao',
  fundedPrograms: [],
  dualQualified: 60,
});

export function fundingFindings(
  change: (form: FundingForm) => void = () => {},
  context: Partial<CheckContext> = {},
): Finding[] {
  const form = funding();
  change(form);
  const parsed = parseForm(fundingForm, form);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors));
  return checkFunding(parsed.form, { ...school(context.policy), ...context });
}

type Line = FundingForm['budget']['lines'][number];

export const line = (category: Line['category'], amountFen: number, item = `${category} ${amountFen}`): Line => ({
  category,
  item,
  quantity: 1,
  unitPriceFen: amountFen,
  amountFen,
  basis: '报价',
});

export const budgetOf =
  (requestedFen: number, ...lines: Line[]) =>
  (form: FundingForm): void => {
    form.budget = { requestedFen, lines };
  };

export const withPolicy = (change: (policy: FundingPolicy) => void): Partial<CheckContext> => {
  const policy = dazu();
  change(policy.processes['program-funding']);
  return { policy };
};
