/** Money decisions: what can be refused before the case is asked, and what came of those the fund could not carry out. */
import type { Prisma } from '../prisma/client.ts';
import { formatYuan } from '../processes/money.ts';
import type { DecisionBody } from './contract/assignments.ts';
import { Problem, problemOfRefusal } from './problems.ts';

interface Answer {
  caseId: string;
  assignmentId: string;
  userId: string;
  data: DecisionBody['data'];
}

/** Throws BadDecisionData for files that are not the person's own uploads, and for a voucher that proves another payment. */
export async function refuseAnswer(prisma: Prisma, { caseId, assignmentId, userId, data }: Answer): Promise<void> {
  const { fileIds, voucher } = data ?? {};
  if (Array.isArray(fileIds) && fileIds.length > 0) {
    const where = { id: { in: fileIds }, uploadedById: userId, OR: [{ caseId: null }, { caseId }] };
    if ((await prisma.file.count({ where })) !== new Set(fileIds).size) throw refused('fileIds', 'your-files');
  }
  if (typeof voucher === 'string') {
    const [used, turn] = await Promise.all([
      prisma.fundPosting.findUnique({ where: { voucher }, select: { key: true } }),
      prisma.assignment.findUnique({ where: { id: assignmentId }, select: { subjectId: true } }),
    ]);
    // This very payment, posted and in the middle of being written, is no other one: a repeated call is to be answered.
    const own = [`${caseId}:pay:${turn?.subjectId}`, `${caseId}:recover`];
    if (used && !own.includes(used.key)) throw refused('voucher', 'voucher-used');
  }
}

const refused = (field: string, rule: string) => problemOfRefusal({ code: 'BadDecisionData', field, rule });

/** Throws when the fund could not do what was decided: the decision is on record, and the turn is open again. */
export async function refuseUndone(prisma: Prisma, { caseId, assignmentId, data }: Answer): Promise<void> {
  if (data?.awardedFen === undefined && data?.voucher === undefined) return;
  const undone = await prisma.event.findFirst({
    where: {
      caseId,
      kind: { in: ['fund-short', 'voucher-refused'] },
      facts: { path: ['assignmentId'], equals: assignmentId },
    },
    orderBy: { sequence: 'desc' },
  });
  if (!undone) return;
  if (undone.kind === 'voucher-refused') throw new Problem('VoucherUsed');
  const { year, availableFen } = undone.facts as { year: number; availableFen: number };
  const left = formatYuan(availableFen);
  throw new Problem('FundShort', {
    detail: {
      zh: `${year} 年度基金可用 ${left} 元，本次审定未生效，事项已退回重新审定。`,
      en: `The fund has ${left} yuan left in ${year}: the award was not reserved, and the turn is open again.`,
    },
  });
}
