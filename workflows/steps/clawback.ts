import type { VisitKey } from '../../activities/cases/transition.ts';
import type { CaseState, EvaluationStage, PaymentStage } from '../../processes/case.ts';
import type { CaseFile, Turn } from './case-file.ts';
import type { CaseFund } from './case-fund.ts';

/** `clawed-back` with what came back; `waived` by a person, with their reason. */
export type Clawback =
  | { kind: 'clawed-back'; amountFen: number }
  | { kind: 'waived' }
  | Extract<Turn, { kind: 'ended' }>;

/** 收回: a person decides how much of what was paid has to come back, or that nothing has; the payer notes the money's return. */
export async function clawback(
  file: CaseFile,
  visit: VisitKey,
  { clawback: rules }: EvaluationStage,
  fund: CaseFund,
  state: CaseState,
): Promise<Clawback> {
  const { paidFen } = fund;
  file.event('clawback-opened', { ...visit, facts: { paidFen } });
  const limits = { minFen: 1, maxFen: paidFen, clause: rules.clause };
  file.assign(visit, {
    purpose: 'claw-back',
    holder: rules.holder,
    due: rules.deadline,
    amount: { field: 'clawedBackFen', limits },
  });
  const decided = await nextDecision(file);
  if (decided.kind === 'ended') return decided;
  const { actor, verdict, data } = decided.decision;
  if (verdict !== 'approve') {
    file.event('clawback-waived', { ...visit, actor });
    return { kind: 'waived' };
  }
  const amountFen = Number(data?.clawedBackFen);
  await fund.clawBack(amountFen, actor);
  file.event('clawback-ordered', { ...visit, actor, facts: { amountFen } });
  file.push({ kind: 'move-case', state, stage: visit.stage, businessState: 'clawing-back' });
  file.push({
    kind: 'notify',
    notification: 'clawback-ordered',
    to: { applicant: true },
    ...visit,
    facts: { amountFen },
  });
  return recovered(file, visit, fund, amountFen);
}

async function recovered(file: CaseFile, visit: VisitKey, fund: CaseFund, amountFen: number): Promise<Clawback> {
  const task = { purpose: 'recover' as const, holder: payer(file) };
  file.assign(visit, task);
  for (;;) {
    const turn = await nextDecision(file);
    if (turn.kind === 'ended') return turn;
    const { actor, data } = turn.decision;
    const voucher = String(data?.voucher);
    const answer = await fund.recover(voucher, actor);
    if (answer.kind === 'recovered') {
      file.event('clawed-back', { ...visit, facts: { amountFen, voucher } });
      return { kind: 'clawed-back', amountFen };
    }
    const facts = { voucher };
    file.event('voucher-refused', { ...visit, facts: { ...facts, assignmentId: turn.assignment.id } });
    file.assign(visit, task, { notification: 'voucher-refused', facts });
  }
}

async function nextDecision(file: CaseFile): Promise<Extract<Turn, { kind: 'decided' | 'ended' }>> {
  for (;;) {
    const turn = await file.turn();
    if (turn.kind === 'decided' || turn.kind === 'ended') return turn;
  }
}

/** Who pays the instalments sees the money come back. */
function payer(file: CaseFile) {
  const payment = file.input.rules.stages.find((stage): stage is PaymentStage => stage.kind === 'payment');
  if (!payment) throw new Error("the case's rules have no payment");
  return payment.payer;
}
