import type { CaseOutcome } from '../processes/case.ts';
import type { CaseInput } from './messages.ts';
import { inOrder } from './steps/in-order.ts';
import { review } from './steps/review.ts';
import { closeUnpassed, runCase } from './steps/run-case.ts';

/** 指标填报: filed by the unit in charge, reviewed by 区教委; from then on it is the figure of its period (二(二)). */
export function indicatorReport(input: CaseInput): Promise<CaseOutcome> {
  return runCase(input, async (file) => {
    const series = await inOrder(file, [review('bureau-review')]);
    if (series.kind !== 'passed') return closeUnpassed(file, series);
    file.event('approved');
    file.push({ kind: 'move-case', state: 'approved', stage: null, closes: true });
    file.push({ kind: 'notify', notification: 'case-approved', to: { applicant: true } });
    return { kind: 'approved' };
  });
}
