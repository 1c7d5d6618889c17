import type { CaseOutcome, EvaluationStage, PaymentStage } from '../processes/case.ts';
import type { CaseInput } from './messages.ts';
import { awardDecision } from './steps/award-decision.ts';
import { award } from './steps/award.ts';
import type { CaseFile } from './steps/case-file.ts';
import { CaseFund } from './steps/case-fund.ts';
import { clawback } from './steps/clawback.ts';
import { countersign } from './steps/countersign.ts';
import { evaluation } from './steps/evaluation.ts';
import { inOrder } from './steps/in-order.ts';
import { panel } from './steps/panel.ts';
import { payment } from './steps/payment.ts';
import { publicNotice } from './steps/public-notice.ts';
import { review } from './steps/review.ts';
import { closeUnpassed, runCase } from './steps/run-case.ts';

/**
 * 新设特色专业资金支持: departments, experts, district, joint meeting, public; then an award that is paid over years (三(四)2, 四(三)).
 * Money moves on the ledger step by step, and whatever ends the case half way is compensated at the end of this function.
 */
export function programFunding(input: CaseInput): Promise<CaseOutcome> {
  return runCase(input, async (file) => {
    const fund = new CaseFund(file);
    const series = await inOrder(file, [
      review('formal-review'),
      countersign('countersign'),
      panel('expert-scoring'),
      awardDecision('bureau-decision', fund), //   available → reserved
      review('joint-meeting'),
      publicNotice('public-notice', () => ({ awardedFen: fund.awardedFen })),
      award('award', fund), //                     reserved  → committed
      ...instalments(input).map(({ slug }) => payment(slug, fund)), // committed → paid out
      evaluation('evaluation', fund), //           paid out  → clawed back, where it failed
    ]);
    if (series.kind === 'passed') return completed(file, fund);

    const outcome = closeUnpassed(file, series);
    if (outcome.kind !== 'not-opened') await compensate(file, fund, outcome);
    return outcome;
  });
}

const instalments = ({ rules }: CaseInput) =>
  rules.stages.filter((stage): stage is PaymentStage => stage.kind === 'payment');

function completed(file: CaseFile, { clawedBackFen }: CaseFund): CaseOutcome {
  file.event('completed');
  file.push({
    kind: 'move-case',
    state: 'approved',
    stage: null,
    businessState: clawedBackFen > 0 ? 'clawed-back' : 'completed',
    closes: true,
  });
  file.push({ kind: 'notify', notification: 'funding-closed', to: { applicant: true } });
  return { kind: 'approved' };
}

/**
 * The saga's way back: nothing of a case that was rejected, withdrawn, lapsed or terminated stays reserved or committed, orders that are
 * out are stopped, and a person decides on what was paid already.
 */
async function compensate(file: CaseFile, fund: CaseFund, outcome: CaseOutcome): Promise<void> {
  const { releasedFen, paidFen, cancelledOrders } = await fund.release();
  const state = outcome.kind === 'approved' || outcome.kind === 'not-opened' ? 'approved' : outcome.kind;
  if (releasedFen > 0) {
    file.event('fund-released', { facts: { amountFen: releasedFen } });
    file.push({ kind: 'move-case', state, stage: null, businessState: 'released' });
  }
  for (const orderNumber of cancelledOrders) {
    const facts = { orderNumber };
    file.event('payment-cancelled', { facts });
    for (const { payer } of instalments(file.input).slice(0, 1)) {
      file.push({
        kind: 'notify',
        notification: 'payment-cancelled',
        to: { holder: payer },
        about: orderNumber,
        facts,
      });
    }
  }
  if (paidFen === 0) return;

  const stage = file.input.rules.stages.find((each): each is EvaluationStage => each.kind === 'evaluation');
  if (!stage) return;
  const visit = file.enter(stage, state);
  const claimed = await clawback(file, visit, stage, fund, state);
  file.leave(visit, claimed.kind === 'clawed-back' ? 'rejected' : 'passed');
  const businessState = claimed.kind === 'clawed-back' ? 'clawed-back' : 'released';
  file.push({ kind: 'move-case', state, stage: null, businessState });
}
