/** The fund as a case sees it: what was awarded to it, and the acts on the ledger, each tried until it is done. */
import type { FundRequest, Paid, Recovered, Released, Reserved } from '../../activities/fund/requests.ts';
import type { Actor, PaymentStage } from '../../processes/case.ts';
import { splitByPercent } from '../../processes/money.ts';
import type { CaseFile } from './case-file.ts';
import * as ledger from './proxies.ts';
import { untilDone } from './until-done.ts';

export class CaseFund {
  /** What was decided last; reserved, and after the notice committed. */
  awardedFen = 0;
  /** From when the reports count. */
  awardedAtMs = 0;
  paidFen = 0;
  clawedBackFen = 0;

  constructor(private readonly file: CaseFile) {}

  /** 预留. `attempt` tells one decision of the case from the next. */
  async reserve(amountFen: number, attempt: number, by: Actor): Promise<Reserved> {
    const reserved = await untilDone('reserve', () => ledger.reserveFunds({ ...this.request(by), attempt, amountFen }));
    if (reserved.kind === 'reserved') this.awardedFen = amountFen;
    return reserved;
  }

  /** 承诺 */
  async commit(): Promise<void> {
    await untilDone('commit', () => ledger.commitFunds(this.request()));
    this.awardedAtMs = Date.now();
  }

  /** What an instalment pays: its percent of the award, the last one the rest. */
  instalmentFen(slug: string): number {
    const stages = this.file.input.rules.stages.filter((stage): stage is PaymentStage => stage.kind === 'payment');
    const parts = splitByPercent(
      this.awardedFen,
      stages.map(({ percent }) => percent),
    );
    return parts[stages.findIndex((stage) => stage.slug === slug)] ?? 0;
  }

  /** 拨付通知 to finance; its number. */
  async order(stage: string, attempt: number): Promise<string> {
    const { unitId: payeeId } = this.file.input;
    const amountFen = this.instalmentFen(stage);
    const ordered = await untilDone('order', () =>
      ledger.orderPayment({ ...this.request(), stage, attempt, amountFen, payeeId }),
    );
    return ordered.orderNumber;
  }

  async markPaid(stage: string, orderNumber: string, voucher: string, by: Actor): Promise<Paid> {
    const paid = await untilDone('mark paid', () => ledger.markPaid({ ...this.request(by), orderNumber, voucher }));
    if (paid.kind === 'paid') this.paidFen += this.instalmentFen(stage);
    return paid;
  }

  returnPayment(orderNumber: string, by: Actor): Promise<void> {
    return untilDone('return payment', () => ledger.returnPayment({ ...this.request(by), orderNumber }));
  }

  /** 释放: whatever is reserved or committed and not paid. */
  release(): Promise<Released> {
    return untilDone('release', () => ledger.releaseFunds(this.request()));
  }

  /** 收回: to be paid back; the decision's limits have kept it to what was paid. */
  async clawBack(amountFen: number, by: Actor): Promise<void> {
    await untilDone('claw back', () => ledger.clawBackFunds({ ...this.request(by), amountFen }));
    this.clawedBackFen = amountFen;
  }

  recover(voucher: string, by: Actor): Promise<Recovered> {
    return untilDone('recover', () => ledger.recoverFunds({ ...this.request(by), voucher }));
  }

  private request(by?: Actor): FundRequest {
    return { caseId: this.file.input.caseId, atMs: Date.now(), ...(by && { actorId: by.userId }) };
  }
}
