import type { VisitKey } from '../../activities/cases/transition.ts';
import type { PaymentStage } from '../../processes/case.ts';
import { acceptedReport } from './accepted-report.ts';
import type { CaseFile, Turn } from './case-file.ts';
import type { CaseFund } from './case-fund.ts';
import type { StageOutcome, Step } from './in-order.ts';

/** 拨付: one instalment, released by the award itself or by an accepted report, ordered from finance and marked paid with its voucher. */
export const payment = (slug: string, fund: CaseFund): Step => ({
  slug,
  run: (file) => runPayment(file, file.stage(slug, 'payment'), fund),
});

async function runPayment(file: CaseFile, stage: PaymentStage, fund: CaseFund): Promise<StageOutcome> {
  const { release } = stage;
  if (release.kind === 'award') return paid(file, stage, file.enter(stage, 'approved'), fund);
  const visit = file.enter(stage, 'approved', undefined, { rule: release.report.due, from: fund.awardedAtMs });
  const report = await acceptedReport(file, visit, release.report, fund.awardedAtMs);
  if (report.kind === 'ended') return report;
  file.push({ kind: 'renew-visit', ...visit, rule: stage.deadline });
  return paid(file, stage, visit, fund);
}

async function paid(file: CaseFile, stage: PaymentStage, visit: VisitKey, fund: CaseFund): Promise<StageOutcome> {
  const amountFen = fund.instalmentFen(stage.slug);
  // A share of a few fen may round to nothing.
  if (amountFen === 0) return passed(file, visit, {});
  for (let attempt = 1; ; attempt++) {
    const orderNumber = await fund.order(stage.slug, attempt);
    file.event('payment-ordered', { ...visit, facts: { orderNumber, amountFen } });
    const answer = await settled(file, stage, visit, fund, orderNumber);
    if (answer.kind === 'ended') return answer;
    if (answer.kind === 'paid') {
      const facts = { orderNumber, amountFen, voucher: answer.voucher };
      file.event('payment-made', { ...visit, facts });
      file.push({ kind: 'notify', notification: 'payment-made', to: { applicant: true }, ...visit, facts });
      return passed(file, visit, facts, fund.paidFen === fund.awardedFen ? 'paid' : 'paying');
    }
    file.event('payment-returned', { ...visit, facts: { orderNumber } });
  }
}

type Settled = { kind: 'paid'; voucher: string } | { kind: 'returned' } | Extract<Turn, { kind: 'ended' }>;

/** Until the payer has paid the order or finance sent it back; a voucher that proves another payment is asked for again. */
async function settled(
  file: CaseFile,
  stage: PaymentStage,
  visit: VisitKey,
  fund: CaseFund,
  orderNumber: string,
): Promise<Settled> {
  const task = { purpose: 'pay' as const, holder: stage.payer, subjectId: orderNumber };
  file.assign(visit, task);
  for (;;) {
    const turn = await file.turn();
    if (turn.kind === 'ended') return turn;
    if (turn.kind !== 'decided') continue;
    const { actor, verdict, data } = turn.decision;
    if (verdict !== 'approve') {
      await fund.returnPayment(orderNumber, actor);
      return { kind: 'returned' };
    }
    const voucher = String(data?.voucher);
    const answer = await fund.markPaid(stage.slug, orderNumber, voucher, actor);
    if (answer.kind === 'paid') return { kind: 'paid', voucher };
    const facts = { orderNumber, voucher };
    file.event('voucher-refused', { ...visit, facts: { ...facts, assignmentId: turn.assignment.id } });
    file.assign(visit, task, { notification: 'voucher-refused', facts });
  }
}

function passed(
  file: CaseFile,
  visit: VisitKey,
  result: Record<string, string | number>,
  businessState?: 'paying' | 'paid',
): StageOutcome {
  file.leave(visit, 'passed', result);
  file.push({ kind: 'move-case', state: 'approved', stage: visit.stage, ...(businessState && { businessState }) });
  return { kind: 'passed' };
}
