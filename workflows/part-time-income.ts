import type { CaseOutcome } from '../processes/case.ts';
import type { CaseInput } from './messages.ts';
import { engagement } from './steps/engagement.ts';
import { inOrder } from './steps/in-order.ts';
import { postWays } from './steps/post-ways.ts';
import { publicNotice } from './steps/public-notice.ts';
import { registration } from './steps/registration.ts';
import { review } from './steps/review.ts';
import { closeUnpassed, runCase } from './steps/run-case.ts';

/** 兼职备案与收入: approved by the school, registered by the district, then a post that lives until its end (三(三)4). */
export function partTimeIncome(input: CaseInput): Promise<CaseOutcome> {
  return runCase(input, async (file) => {
    file.own = postWays(file);
    const approval = [
      review('school-review'),
      review('collective-study'),
      publicNotice('school-notice'),
      review('principal-approval'),
      registration('registration', 'engagement'),
    ];
    // A later run begins with the post in force.
    if (!file.engagement) {
      const series = await inOrder(file, approval);
      if (series.kind !== 'passed') return closeUnpassed(file, series);
    }
    return engagement(file, 'engagement', approval);
  });
}
