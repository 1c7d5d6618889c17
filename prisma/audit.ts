/** `npm run audit`: checks the timeline of every case and exits with 1 when one was edited, deleted or reordered. */
import { migrationSettings } from '../config.ts';
import { checkChain } from './check-chain.ts';
import { createPrisma } from './client.ts';

const prisma = createPrisma(migrationSettings().DATABASE_URL);
const pageSize = 200;
let checked = 0;
let broken = 0;
for (let after: string | undefined; ;) {
  const page = await prisma.case.findMany({
    where: after === undefined ? {} : { id: { gt: after } },
    orderBy: { id: 'asc' },
    take: pageSize,
    select: { id: true },
  });
  for (const { id } of page) {
    const report = await checkChain(prisma, id);
    checked++;
    if (!report?.broken) continue;
    broken++;
    console.log(
      `${report.number}  第 ${report.broken.sequence} 行 ${report.broken.why} / row ${report.broken.sequence} ${report.broken.why}`,
    );
  }
  after = page.at(-1)?.id;
  if (page.length < pageSize) break;
}
await prisma.$disconnect();
console.log(`核验 ${checked} 件，异常 ${broken} 件 / ${checked} cases checked, ${broken} broken`);
process.exitCode = broken === 0 ? 0 : 1;
