/** 拨付通知: the list, one of them, and the turn that marks it paid. */
import type { Prisma } from '../../prisma/client.ts';
import type { Prisma as Types } from '../../prisma/generated/client.ts';
import type { CaseRules } from '../../processes/case.ts';
import { maskBankAccount } from '../../processes/masks.ts';
import type { PaymentOrder } from '../contract/fund.ts';
import type { Directory } from '../directory.ts';
import { unitRef } from '../directory.ts';
import { instant, instantOrNull } from '../instant.ts';
import type { OfficeClock } from '../office-clock.ts';
import { decodeCursor, page, timeCursor } from '../paging.ts';
import { Problem } from '../problems.ts';
import { stageName } from '../views/case-record.ts';

export interface OrderReading {
  prisma: Prisma;
  directory: Directory;
  clock: OfficeClock;
}

type Row = Types.PaymentOrderGetPayload<object>;

export const OPEN = ['ordered', 'handed-over'];

const STATES = { open: OPEN, paid: ['paid'], returned: ['returned', 'cancelled'], all: undefined };

export async function listOrders(
  reading: OrderReading,
  { state, cursor, limit }: { state: keyof typeof STATES; cursor?: string | undefined; limit: number },
) {
  const before = decodeCursor(cursor, timeCursor);
  const states = STATES[state];
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
  return { items: (await orderViews(reading, items)).map(({ view }) => view), nextCursor };
}

/** Throws NotFound for a number there is not. */
export async function readOrder(reading: OrderReading, number: string) {
  const { prisma, directory } = reading;
  const row = await prisma.paymentOrder.findUnique({ where: { number } });
  if (!row) throw new Problem('NotFound');
  const [rows, people] = await Promise.all([
    prisma.paymentOrder.findMany({ where: { caseId: row.caseId }, orderBy: [{ orderedAt: 'asc' }, { number: 'asc' }] }),
    directory.people([row.handedOverById, row.closedById]),
  ]);
  const ofCase = (await orderViews(reading, rows)).map(({ view }) => view);
  const order = ofCase.find((each) => each.number === number);
  if (!order) throw new Problem('NotFound');
  return {
    ...order,
    handedOverBy: people.orNull(row.handedOverById),
    closedBy: people.orNull(row.closedById),
    ofCase,
  };
}

interface Payee {
  accountName: string;
  bank: string;
  accountNumber: string;
}

/** Each order as the pages show it, and the payee with its account number whole. */
export async function orderViews(
  { prisma, directory, clock }: OrderReading,
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
    const { program, ...payee } = formOf(file.form);
    const view: PaymentOrder = {
      number: row.number,
      case: { id: file.id, number: file.number, title: file.title },
      program,
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

/** Program and account as the school gave them in its application. */
function formOf(form: unknown): Payee & { program: string } {
  const { program, payee } = form as { program?: { name?: string }; payee?: Partial<Payee> };
  return {
    program: program?.name ?? '',
    ...{ accountName: payee?.accountName ?? '', bank: payee?.bank ?? '', accountNumber: payee?.accountNumber ?? '' },
  };
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
