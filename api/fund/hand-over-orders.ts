/** 送财政: the orders as a file that finance pays by. */
import writeExcelFile from 'write-excel-file/node';
import { shanghaiDate } from '../../processes/working-days.ts';
import type { Language } from '../problems.ts';
import { Problem } from '../problems.ts';
import { OPEN, orderViews, type OrderReading } from './payment-orders.ts';
import { heads, text, yuan } from './sheet-cells.ts';

const words = {
  zh: ['拨付通知', '事项编号', '期次', '收款单位', '户名', '开户行', '账号', '金额（元）', '开具日期'],
  en: ['Order', 'Case', 'Instalment', 'Payee', 'Account name', 'Bank', 'Account number', 'Amount (yuan)', 'Ordered on'],
};

/**
 * The orders as finance pays by them, account numbers whole, and from now on handed over; an order may be handed over again. Throws
 * NotAllowed, naming them, when some are not open.
 */
export async function handOver(
  reading: OrderReading,
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
    heads(words[language]),
    ...(await orderViews(reading, rows)).map(({ view, payee }) => [
      ...[view.number, view.case.number, view.instalment[language], view.school.name[language]].map(text),
      ...[payee.accountName, payee.bank, payee.accountNumber].map(text),
      yuan(view.amountFen),
      text(view.orderedAt.slice(0, 10)),
    ]),
  ];
  const columns = [15, 14, 20, 22, 28, 28, 24, 16, 12].map((width) => ({ width }));
  return writeExcelFile(data, { sheet: shanghaiDate(Date.now()), columns, stickyRowsCount: 1 }).toBuffer();
}
