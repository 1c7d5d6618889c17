import type { CaseOutcome } from '../processes/case.ts';
import type { CaseInput } from './messages.ts';
import { countersign } from './steps/countersign.ts';
import { inOrder } from './steps/in-order.ts';
import { review } from './steps/review.ts';
import { closeUnpassed, runCase } from './steps/run-case.ts';

/** 学校收入申报: signed by the principal, reviewed by education and finance together, then entered in the ledger (四(三), 三(三)4). */
export function schoolIncome(input: CaseInput): Promise<CaseOutcome> {
  return runCase(input, async (file) => {
    const series = await inOrder(file, [review('principal-approval'), countersign('income-review')]);
    if (series.kind !== 'passed') return closeUnpassed(file, series);
    const { year } = input.facts;
    const facts = { year: year ?? null };
    file.event('approved');
    file.push({ kind: 'record-school-income' });
    file.event('school-income-recorded', { facts });
    file.push({ kind: 'move-case', state: 'approved', stage: null, closes: true });
    file.push({ kind: 'notify', notification: 'school-income-recorded', to: { applicant: true }, facts });
    return { kind: 'approved' };
  });
}
