/** Letters about a funded program. Amounts come from the facts of the notification, which the transition wrote with them. */
import type { PaymentStage } from '../../../processes/case.ts';
import { formatYuan, splitByPercent } from '../../../processes/money.ts';
import type { Row } from '../../emails/mail.ts';
import { mailKinds } from '../../emails/mail-kinds.ts';
import { type CaseFacts, caseFacts, stageRules } from './case-facts.ts';
import type { Letter, Task } from './letter.ts';
import { opinionOf } from './opinions.ts';

type FundingKind =
  | 'award-granted'
  | 'payment-made'
  | 'payment-cancelled'
  | 'evaluation-concluded'
  | 'clawback-ordered'
  | 'funding-closed';

export async function fundingLetter(task: Task, kind: FundingKind): Promise<Letter> {
  const file = await caseFacts(task);
  const facts = { office: task.desk.office, case: file.mail };
  const said = task.row.facts;
  switch (kind) {
    case 'award-granted': {
      const awardedFen = Number(said.awardedFen);
      const instalments = instalmentRows(file, awardedFen);
      return mail(mailKinds[kind]({ ...facts, awarded: formatYuan(awardedFen), instalments }));
    }
    case 'payment-made': {
      const { orderNumber, voucher, amountFen } = said;
      const instalment = stageRules(file.rules, task.row.stage)?.name.zh ?? '';
      const [left, amount] = [formatYuan(await held(task, 'committed')), formatYuan(Number(amountFen))];
      const numbers = { orderNumber: String(orderNumber), voucher: String(voucher) };
      return mail(mailKinds[kind]({ ...facts, ...numbers, instalment, amount, left }));
    }
    case 'payment-cancelled': {
      const number = String(said.orderNumber);
      const order = await task.desk.prisma.paymentOrder.findUniqueOrThrow({ where: { number } });
      const amount = formatYuan(Number(order.amountFen));
      return mail(mailKinds[kind]({ ...facts, orderNumber: number, amount }));
    }
    case 'evaluation-concluded': {
      const stage = stageRules(file.rules, task.row.stage);
      const grades = stage?.kind === 'evaluation' ? stage.grades : [];
      const grade = grades.find((each) => each.grade === said.grade)?.name.zh ?? String(said.grade);
      const opinion = await opinionOf(task.desk, {
        caseId: file.row.id,
        kinds: ['decided'],
        stage: task.row.stage,
        purpose: 'evaluate',
      });
      const result = { score: String(said.score), grade, failed: said.grade === 'fail' };
      return mail(mailKinds[kind]({ ...facts, ...result, ...(opinion && { opinion }) }));
    }
    case 'clawback-ordered': {
      const opinion = await opinionOf(task.desk, {
        caseId: file.row.id,
        kinds: ['decided'],
        stage: task.row.stage,
        purpose: 'claw-back',
      });
      const amount = formatYuan(Number(said.amountFen));
      return mail(mailKinds[kind]({ ...facts, amount, ...(opinion && { opinion }) }));
    }
    case 'funding-closed':
      return mail(mailKinds[kind]({ ...facts, sums: await sums(task) }));
  }
}

const mail = (composed: Extract<Letter, { kind: 'mail' }>['mail']): Letter => ({ kind: 'mail', mail: composed });

/** What each instalment pays, and what releases it. */
function instalmentRows({ rules }: CaseFacts, awardedFen: number): Row[] {
  const stages = rules.stages.filter((stage): stage is PaymentStage => stage.kind === 'payment');
  const parts = splitByPercent(
    awardedFen,
    stages.map(({ percent }) => percent),
  );
  return stages.map(({ name, release }, index) => {
    const after = release.kind === 'award' ? '立项后' : `${release.report.name.zh}验收后`;
    return { label: name.zh, value: `${formatYuan(parts[index] ?? 0)} 元，${after}拨付` };
  });
}

/** What the ledger says of the case, in all. */
async function sums(task: Task): Promise<Row[]> {
  const caseId = task.row.caseId ?? '';
  const moved = async (kind: string) => {
    const entries = await task.desk.prisma.fundEntry.aggregate({
      _sum: { amountFen: true },
      where: { posting: { caseId, kind }, amountFen: { gt: 0 } },
    });
    return Number(entries._sum.amountFen ?? 0n);
  };
  const [committed, paid, recovered] = await Promise.all([moved('commit'), moved('pay'), moved('recover')]);
  return [
    { label: '立项资金', value: `${formatYuan(committed)} 元` },
    { label: '已拨付', value: `${formatYuan(paid)} 元` },
    ...(recovered > 0 ? [{ label: '已收回', value: `${formatYuan(recovered)} 元` }] : []),
  ];
}

async function held({ desk, row }: Task, account: string): Promise<number> {
  const { _sum } = await desk.prisma.fundBalance.aggregate({
    _sum: { balanceFen: true },
    where: { caseId: row.caseId ?? '', account },
  });
  return Number(_sum.balanceFen ?? 0n);
}
