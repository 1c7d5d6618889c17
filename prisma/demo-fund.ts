import type { Prisma } from './client.ts';
import { fundTransaction, postToFund } from './fund-ledger.ts';

/** Ten million yuan of this year's budget, the plan's least (四(三)): the demo's schools have something to apply for. Given once. */
export async function seedDemoFund(prisma: Prisma, managerEmail: string): Promise<void> {
  const manager = await prisma.user.findUniqueOrThrow({ where: { email: managerEmail }, select: { id: true } });
  const year = new Date().getFullYear();
  const amountFen = 1_000_000_000;
  await fundTransaction(prisma, async (tx) => {
    const posted = await postToFund(tx, {
      ...{ key: 'demo-source', kind: 'source', actorId: manager.id, postedAt: new Date() },
      moves: [{ year, from: 'source', to: 'available', amountFen }],
    });
    if (posted.kind !== 'posted') return;
    await tx.fundSource.create({
      data: {
        ...{
          year,
          kind: 'district-budget',
          payer: '区财政局',
          document: '演示数据',
          receivedOn: `${year}-01-05`,
          amountFen,
        },
        ...{ recordedById: manager.id, postingId: BigInt(posted.id) },
      },
    });
  });
}
