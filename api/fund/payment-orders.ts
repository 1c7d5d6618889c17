/** 拨付通知: the list, the file for finance, and the turn that marks one paid. */
import writeExcelFile from 'write-excel-file/node';
import type { Prisma } from '../../prisma/client.ts';
import type { Prisma as Types } from '../../prisma/generated/client.ts';
import type { CaseRules } from '../../processes/case.ts';
import { maskBankAccount } from '../../processes/masks.ts';
import { shanghaiDate } from '../../processes/working-days.ts';
import type { PaymentOrder } from '../contract/fund.ts';
import type { Directory } from '../directory.ts';
import { unitRef } from '../directory.ts';
import { instant, instantOrNull } from '../instant.ts';
import type { OfficeClock } from '../office-clock.ts';
import { decodeCursor, page, timeCursor } from '../paging.ts';
import type { Language } from '../problems.ts';
import { Problem } from '../problems.ts';
import { stageName } from '../views/case-record.ts';
import { text, yuan } from './statement.ts';

interface Reading {
  prisma: Prisma;
  directory: Directory;
  clock: OfficeClock;
}

type Row = Types.PaymentOrderGetPayload<object>;

const OPEN = ['ordered', 'handed-over'];

export async function listOrders(
  reading: Reading,
  { state, cursor, limit }: { state: 'open' | 'paid' | 'all'; cursor?: string | undefined; limit: number },
) {
  const before = decodeCursor(cursor, timeCursor);
  const states = state === 'open' ? OPEN : state === 'paid' ? ['paid'] : undefined;
  const rows = await reading.prisma.paymentOrder.findMany({
    where: {
      ...(states && { state: { in: states } }),
      ...(before && {
        OR: [{ orderedAt: { lt: new Date(before[0]) } }, { orderedAt: new Date(before[0]), number: { lt: before[1] } }],
      }),
    },
    orderBy: [{ orderedAt: 'desc' }, { number: 'desc' }],
    take: limit + 1,
  });
  const { items, nextCursor } = page(
    rows,
    limit,
    (row) => [row.orderedAt.toISOString(), row.number],
    (row) => row,
  );
  return { items: (await views(reading, items)).map(({ view }) => view), nextCursor };
}

interface Payee {
  accountName: string;
  bank: string;
  accountNumber: string;
}

async function views(
  { prisma, directory, clock }: Reading,
  rows: Row[],
): Promise<{ view: PaymentOrder; payee: Payee }[]> {
  const [cases, turns, units, now] = await Promise.all([
    prisma.case.findMany({
      where: { id: { in: rows.map(({ caseId }) => caseId) } },
      select: { id: true, number: true, title: true, rules: true, form: true },
    }),
    prisma.assignment.findMany({
      where: { purpose: 'pay', state: 'open', subjectId: { in: rows.map(({ number }) => number) } },
    }),
    directory.units(),
    clock.read(),
  ]);
  return rows.flatMap((row) => {
    const file = cases.find(({ id }) => id === row.caseId);
    if (!file) return [];
    const turn = turns.find(({ subjectId }) => subjectId === row.number);
    const payee = payeeOf(file.form);
    const view: PaymentOrder = {
      number: row.number,
      case: { id: file.id, number: file.number, title: file.title },
      instalment: stageName(file.rules as unknown as CaseRules, row.stage).name,
      school: unitRef(units, row.payeeId),
      payee: { ...payee, accountNumber: maskBankAccount(payee.accountNumber) },
      amountFen: Number(row.amountFen),
      state: row.state as PaymentOrder['state'],
      orderedAt: instant(row.orderedAt),
      handedOverAt: instantOrNull(row.handedOverAt),
      closedAt: instantOrNull(row.closedAt),
      voucher: row.voucher,
      assignmentId: turn?.id ?? null,
      due: turn ? now.due(turn) : null,
    };
    return { view, payee };
  });
}

/** The account as the school gave it in its application. */
function payeeOf(form: unknown): Payee {
  const { payee } = form as { payee?: Partial<Payee> };
  return { accountName: payee?.accountName ?? '', bank: payee?.bank ?? '', accountNumber: payee?.accountNumber ?? '' };
}

const words = {
  zh: ['拨付通知', '事项编号', '期次', '收款单位', '户名', '开户行', '账号', '金额（元）', '开具日期'],
  en: ['Order', 'Case', 'Instalment', 'Payee', 'Account name', 'Bank', 'Account number', 'Amount (yuan)', 'Ordered on'],
};

/**
 * The orders as finance pays by them, account numbers whole, and from now on handed over; an order may be handed over again. Throws
 * NotAllowed, naming them, when some are not open.
 */
export async function handOver(
  reading: Reading,
  numbers: string[],
  userId: string,
  language: Language,
): Promise<Buffer> {
  const wanted = [...new Set(numbers)];
  const rows = await reading.prisma.$transaction(async (tx) => {
    await tx.paymentOrder.updateMany({
      where: { number: { in: wanted }, state: { in: OPEN } },
      data: { state: 'handed-over', handedOverAt: new Date(), handedOverById: userId },
    });
    const handed = await tx.paymentOrder.findMany({
      where: { number: { in: wanted }, state: 'handed-over' },
      orderBy: { number: 'asc' },
    });
    const missing = wanted.filter((number) => !handed.some((row) => row.number === number));
    if (missing.length > 0) {
      const named = missing.join('、');
      throw new Problem('NotAllowed', {
        detail: {
          zh: `${named} 不在待拨付状态，未导出。`,
          en: `${missing.join(', ')} cannot be paid now; nothing was exported.`,
        },
      });
    }
    return handed;
  });
  const data = [
    words[language].map((value) => ({ value, fontWeight: 'bold' as const })),
    ...(await views(reading, rows)).map(({ view, payee }) => [
      ...[view.number, view.case.number, view.instalment[language], view.school.name[language]].map(text),
      ...[payee.accountName, payee.bank, payee.accountNumber].map(text),
      yuan(view.amountFen),
      text(view.orderedAt.slice(0, 10)),
    ]),
  ];
  const columns = [15, 14, 20, 22, 28, 28, 24, 16, 12].map((width) => ({ width }));
  return writeExcelFile(data, { sheet: shanghaiDate(Date.now()), columns, stickyRowsCount: 1 }).toBuffer();
}

/** The turn that marks an order paid. Throws NotFound for a number there is not, NotOpen when nobody waits for its voucher. */
export async function turnOfOrder(prisma: Prisma, number: string): Promise<string> {
  const order = await prisma.paymentOrder.findUnique({ where: { number } });
  if (!order) throw new Problem('NotFound');
  const turn = await prisma.assignment.findFirst({
    where: { caseId: order.caseId, purpose: 'pay', subjectId: number },
    orderBy: { openedAt: 'desc' },
  });
  if (!turn) throw new Problem('NotOpen');
  return turn.id;
}
