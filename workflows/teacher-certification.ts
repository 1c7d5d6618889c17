import type { CaseOutcome } from '../processes/case.ts';
import type { CaseInput } from './messages.ts';
import { certificateInForce } from './steps/certificate-in-force.ts';
import { inOrder } from './steps/in-order.ts';
import { panel } from './steps/panel.ts';
import { publicNotice } from './steps/public-notice.ts';
import { review } from './steps/review.ts';
import { closeUnpassed, runCase } from './steps/run-case.ts';

/** 双师型教师认定: school, experts, public, district, then a certificate that lives for years (三(三)2). */
export function teacherCertification(input: CaseInput): Promise<CaseOutcome> {
  return runCase(input, async (file) => {
    const series = await inOrder(file, [
      review('school-review'),
      panel('expert-panel'),
      publicNotice('public-notice'),
      review('bureau-decision'),
    ]);
    if (series.kind !== 'passed') return closeUnpassed(file, series);
    return certificateInForce(file, 'certificate');
  });
}
